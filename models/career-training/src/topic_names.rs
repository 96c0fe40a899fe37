//! Names for topics without asking anyone: the words that weigh most in them.

use std::collections::BTreeSet;

use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::sparse::SparseVector;
use career_model::tfidf::is_english_stop_word;

use crate::interner::{LabelId, Labels};
use crate::tfidf_fit::TfidfFit;

/// How many of a topic's heaviest words may make up its name.
const TOP_WORDS: usize = 4;

/// A unique name per topic.
///
/// The name is made of the words with the highest weight in the topic's mean vector: the label most
/// people wrote that consists of such words, else the words themselves. A word or label that fewer
/// than [`MIN_PEOPLE_PER_ITEM`] people wrote never gets into a name; a topic with nothing else is
/// numbered.
pub(crate) fn topic_names(
    labels: &Labels,
    people: &[&[LabelId]],
    tfidf: &TfidfFit,
    means: &[SparseVector],
    topic_of: &[Option<u32>],
) -> Vec<String> {
    let people_with_word = people_with_word(people, tfidf);
    let people_with_label = people_with_label(labels.len(), people);
    let mut labels_of: Vec<Vec<LabelId>> = vec![Vec::new(); means.len()];
    for (label, topic) in (0..).zip(topic_of) {
        if let Some(topic) = topic {
            labels_of[*topic as usize].push(label);
        }
    }
    let mut taken = BTreeSet::new();
    (0..means.len())
        .map(|topic| {
            let mut weighted: Vec<(u32, f64)> = means[topic]
                .iter()
                .filter(|&(column, _)| people_with_word[column as usize] >= MIN_PEOPLE_PER_ITEM)
                .filter(|&(column, _)| !is_english_stop_word(&tfidf.vocabulary[column as usize]))
                .collect();
            weighted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            let words: Vec<u32> = weighted.into_iter().map(|(column, _)| column).collect();
            let top = &words[..words.len().min(TOP_WORDS)];
            let label = leading_label(top, &labels_of[topic], &people_with_label, tfidf);
            let leading = label.map(|label| labels.spelling(label).to_owned());
            let by_words = (1..=words.len()).map(|n| title(&words[..n], tfidf));
            let numbered = (2..).map(|n| match words.first() {
                Some(&word) => format!("{} {n}", title(&[word], tfidf)),
                None => format!("Topic {}.{n}", topic + 1),
            });
            let unnamed = words.is_empty().then(|| format!("Topic {}", topic + 1));
            let candidates = leading.into_iter().chain(by_words).chain(unnamed).chain(numbered);
            first_free(candidates.filter(|name| !name.is_empty()), &mut taken)
        })
        .collect()
}

/// The label with most people, and enough of them, whose words are all among `top`, "and" and "of" aside.
fn leading_label(
    top: &[u32],
    topic: &[LabelId],
    people_with_label: &[u32],
    tfidf: &TfidfFit,
) -> Option<LabelId> {
    let consists_of_top = |label: LabelId| {
        let telling = |&column: &u32| !is_english_stop_word(&tfidf.vocabulary[column as usize]);
        let columns = tfidf.matrix.row(label as usize).map(|(column, _)| column as u32);
        let mut columns = columns.filter(telling).peekable();
        columns.peek().is_some() && columns.all(|column| top.contains(&column))
    };
    topic
        .iter()
        .copied()
        .filter(|&label| people_with_label[label as usize] >= MIN_PEOPLE_PER_ITEM && consists_of_top(label))
        .max_by_key(|&label| (people_with_label[label as usize], std::cmp::Reverse(label)))
}

/// The first candidate that no other topic has, whatever its case.
fn first_free(mut candidates: impl Iterator<Item = String>, taken: &mut BTreeSet<String>) -> String {
    candidates.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
}

/// How many people have each label.
fn people_with_label(n_labels: usize, people: &[&[LabelId]]) -> Vec<u32> {
    let mut counts = vec![0; n_labels];
    for &label in people.iter().copied().flatten() {
        counts[label as usize] += 1;
    }
    counts
}

/// How many people wrote each word of the vocabulary, in whatever labels.
fn people_with_word(people: &[&[LabelId]], tfidf: &TfidfFit) -> Vec<u32> {
    let mut counts = vec![0; tfidf.vocabulary.len()];
    let mut found: Vec<usize> = Vec::new();
    for labels in people {
        found.extend(
            labels.iter().flat_map(|&label| tfidf.matrix.row(label as usize)).map(|(column, _)| column),
        );
        found.sort_unstable();
        found.dedup();
        for column in found.drain(..) {
            counts[column] += 1;
        }
    }
    counts
}

/// Words as a title: first letters in upper case.
fn title(columns: &[u32], tfidf: &TfidfFit) -> String {
    let capitalized = columns.iter().map(|&column| {
        let mut chars = tfidf.vocabulary[column as usize].chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    });
    capitalized.collect::<Vec<String>>().join(" ")
}
