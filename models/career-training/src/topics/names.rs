//! Names for topics: kept from an earlier fit, found by a namer, or made of the topic's heaviest words.

use career_model::fingerprint::fingerprint;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::tfidf::{is_english_stop_word, words};

use crate::people::interner::LabelId;
use crate::topics::guide::{TopicNamer, TopicToName, acceptable_name, make_unique};
use crate::topics::keep_names::{NUMBERED, PreviousTopic, keep_names};
use crate::topics::label_table::LabelTable;
use crate::topics::served::ServedWords;

/// The number of a topic's heaviest words that its name may consist of.
const TOP_WORDS: usize = 4;

/// The longest offline name, which leaves room for a number that makes it unique.
const MAX_OFFLINE_CHARS: usize = 48;

/// The number of labels and terms that a namer gets.
const MAX_SHOWN: usize = 20;

/// The input of names.
#[derive(Clone, Copy)]
pub(crate) struct TopicNaming<'a> {
    pub(crate) table: LabelTable<'a>,
    pub(crate) words: &'a ServedWords,
    /// Per label its topic.
    pub(crate) topic_of: &'a [Option<u32>],
}

impl TopicNaming<'_> {
    /// A unique name per topic: the kept one, else the namer's, else the offline name.
    pub(crate) fn names(
        self,
        previous: &[PreviousTopic<u64>],
        namer: Option<&dyn TopicNamer>,
    ) -> Vec<String> {
        let topics = self.describe();
        let mut members: Vec<Vec<u64>> = vec![Vec::new(); topics.len()];
        for (text, topic) in self.table.labels.texts().iter().zip(self.topic_of) {
            if let Some(topic) = topic {
                members[*topic as usize].push(fingerprint(text));
            }
        }
        let mut kept = keep_names(previous, &members);
        // More people may have had a word of the name when it was made.
        let people_with_word = self.table.people_with_word();
        let is_rare =
            |word: &String| people_with_word.get(word).is_some_and(|people| *people < MIN_PEOPLE_PER_ITEM);
        for name in &mut kept {
            name.take_if(|name| words(name).any(|word| is_rare(&word)));
        }
        let nameless: Vec<usize> = (0..topics.len()).filter(|&topic| kept[topic].is_none()).collect();
        let asked: Vec<TopicToName> = nameless.iter().map(|&topic| topics[topic].to_name.clone()).collect();
        let answers = match namer {
            Some(namer) if !asked.is_empty() => namer.names(self.table.kind, &asked),
            _ => Vec::new(),
        };
        let mut names = kept.clone();
        for (topic, answer) in nameless.into_iter().zip(answers) {
            names[topic] = answer.as_deref().and_then(acceptable_name);
        }
        // Kept names come first, so that no other topic can take them.
        let mut order: Vec<usize> = (0..topics.len()).collect();
        order.sort_by_key(|&topic| (kept[topic].is_none(), topic));
        let candidates =
            order.iter().map(|&topic| names[topic].iter().chain(&topics[topic].offline).cloned().collect());
        let unique = make_unique(candidates.collect::<Vec<Vec<String>>>());
        let mut names = vec![String::new(); topics.len()];
        for (topic, name) in order.into_iter().zip(unique) {
            names[topic] = name;
        }
        names
    }

    /// Per topic the input of a namer, and offline names, the best first.
    ///
    /// An offline name is made of the words with the highest weight in the topic's mean vector: the commonest
    /// label that consists of such words, else the words themselves. A label that fewer than
    /// [`MIN_PEOPLE_PER_ITEM`] people wrote is never used, and the mean vector holds no such word; a topic
    /// with no other words is called by its commonest label, and one without such a label gets a number.
    fn describe(self) -> Vec<TopicDescription> {
        let TopicNaming { table, words: ServedWords { vocabulary, means, .. }, topic_of } = self;
        let labels = table.labels;
        let people_with_label = table.people_with_label();
        let mut labels_of: Vec<Vec<LabelId>> = vec![Vec::new(); means.len()];
        for (label, topic) in (0..).zip(topic_of) {
            if let Some(topic) = topic {
                labels_of[*topic as usize].push(label);
            }
        }
        let describe = |topic: usize| {
            let mut weighted: Vec<(u32, f64)> = means[topic]
                .iter()
                .filter(|&(column, _)| !is_english_stop_word(&vocabulary[column as usize]))
                .collect();
            weighted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            let words: Vec<u32> = weighted.into_iter().map(|(column, _)| column).collect();
            let top = &words[..words.len().min(TOP_WORDS)];
            let label = leading_label(top, &labels_of[topic], &people_with_label, self);
            let leading = label.map(|label| labels.shown(label).to_owned());
            let by_words = (1..=words.len()).map(|n| title(&words[..n], vocabulary));
            let short = |name: &String| name.chars().nth(MAX_OFFLINE_CHARS).is_none();
            let made = leading.into_iter().chain(by_words).filter_map(|name| acceptable_name(&name));
            let mut offline: Vec<String> = made.filter(short).collect();
            let mut shared = labels_of[topic].clone();
            shared.retain(|&label| people_with_label[label as usize] >= MIN_PEOPLE_PER_ITEM);
            shared.sort_by_key(|&label| (std::cmp::Reverse(people_with_label[label as usize]), label));
            if offline.is_empty() {
                // Its labels share no word, or have none that counts, as "C".
                let whole = shared.iter().filter_map(|&label| acceptable_name(labels.shown(label)));
                offline.extend(whole.filter(short).take(1));
            }
            if offline.is_empty() {
                offline.push(format!("{NUMBERED}{}", topic + 1));
            }
            let spelling = |&label: &LabelId| labels.shown(label).to_owned();
            let terms = words.iter().take(MAX_SHOWN).map(|&word| vocabulary[word as usize].clone());
            TopicDescription {
                offline,
                to_name: TopicToName {
                    labels: shared.iter().take(MAX_SHOWN).map(spelling).collect(),
                    terms: terms.collect(),
                },
            }
        };
        (0..means.len()).map(describe).collect()
    }
}

struct TopicDescription {
    offline: Vec<String>,
    to_name: TopicToName,
}

/// The commonest label whose words are all among `top`, ignoring stop words; `None` if too few people have
/// one.
fn leading_label(
    top: &[u32],
    topic: &[LabelId],
    people_with_label: &[u32],
    TopicNaming { words: ServedWords { rows, vocabulary, .. }, .. }: TopicNaming<'_>,
) -> Option<LabelId> {
    let consists_of_top = |label: LabelId| {
        let is_distinctive = |&column: &u32| !is_english_stop_word(&vocabulary[column as usize]);
        let columns = rows.row(label as usize).map(|(column, _)| column as u32);
        let mut columns = columns.filter(is_distinctive).peekable();
        columns.peek().is_some() && columns.all(|column| top.contains(&column))
    };
    topic
        .iter()
        .copied()
        .filter(|&label| people_with_label[label as usize] >= MIN_PEOPLE_PER_ITEM && consists_of_top(label))
        .max_by_key(|&label| (people_with_label[label as usize], std::cmp::Reverse(label)))
}

/// Words as a title, with first letters in upper case.
fn title(columns: &[u32], vocabulary: &[String]) -> String {
    let capitalized = columns.iter().map(|&column| {
        let mut chars = vocabulary[column as usize].chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    });
    capitalized.collect::<Vec<String>>().join(" ")
}
