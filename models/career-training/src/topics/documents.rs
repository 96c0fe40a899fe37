//! Documents: the spellings of labels, which k-means clusters instead of the labels.
//!
//! A label has fewer words than its spellings ("Python (Programming Language)" is "python"), and topics are
//! made of words. So every spelling, cleaned as in the reference method, is a document. The documents are
//! clustered, and a label gets the topic of the spellings that most of its people use.

use std::collections::BTreeMap;

use career_model::{TopicKind, clean};

use crate::people::interner::{LabelId, Labels};

/// The distinct spellings of all labels.
#[derive(Debug)]
pub(crate) struct Documents {
    /// The texts, ascending.
    pub(crate) texts: Vec<Box<str>>,
    /// Position in `texts`, label, number of people.
    uses: Vec<(usize, LabelId, u32)>,
}

/// The document of a spelling.
pub(crate) fn document(kind: TopicKind, raw: &str) -> String {
    match kind {
        TopicKind::Skills => clean::skill(raw),
        TopicKind::DegreeFields => clean::degree_field(raw),
    }
}

impl Documents {
    /// The documents of these labels.
    pub(crate) fn of_labels(kind: TopicKind, labels: &Labels) -> Documents {
        let mut uses_of: BTreeMap<String, Vec<(LabelId, u32)>> = BTreeMap::new();
        for label in 0..labels.len() as LabelId {
            for (raw, uses) in labels.spellings(label) {
                uses_of.entry(document(kind, raw)).or_default().push((label, uses));
            }
        }
        let (mut texts, mut uses) = (Vec::with_capacity(uses_of.len()), Vec::new());
        for (text, of_labels) in uses_of {
            uses.extend(of_labels.into_iter().map(|(label, people)| (texts.len(), label, people)));
            texts.push(text.into_boxed_str());
        }
        Documents { texts, uses }
    }

    /// Per label the topic of the documents of most people (the first of equals); `None` when none has a
    /// topic.
    pub(crate) fn topics_of_labels(&self, topic_of: &[Option<u32>], n_labels: usize) -> Vec<Option<u32>> {
        let mut votes: Vec<BTreeMap<u32, u64>> = vec![BTreeMap::new(); n_labels];
        for &(text, label, people) in &self.uses {
            if let Some(topic) = topic_of[text] {
                *votes[label as usize].entry(topic).or_default() += u64::from(people);
            }
        }
        let most = |votes: BTreeMap<u32, u64>| {
            votes.into_iter().rev().max_by_key(|&(_, people)| people).map(|(topic, _)| topic)
        };
        votes.into_iter().map(most).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_goes_where_most_of_its_people_wrote_it() {
        let uses = vec![(0, 0, 2), (1, 0, 3), (2, 0, 1), (0, 1, 1), (1, 1, 1), (3, 2, 9)];
        let documents = Documents { texts: Vec::new(), uses };
        let topics = documents.topics_of_labels(&[Some(7), Some(4), Some(7), None], 4);
        assert_eq!(topics, [Some(4), Some(4), None, None], "most, the first of equals, and none");
    }
}
