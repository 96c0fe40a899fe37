//! Outside influences on a fit: names from a service, names of an earlier fit, topics edited by hand, and the
//! groups of an earlier model.

use std::collections::{BTreeMap, BTreeSet};

use career_model::{Model, TopicKind};
use serde::Serialize;

use crate::topics::keep_names::PreviousTopic;

/// The longest acceptable name, in characters.
pub const MAX_NAME_CHARS: usize = 60;

/// A topic without a name. It contains only labels and words that several people share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicToName {
    /// Its labels as most people write them, by descending number of people.
    pub labels: Vec<String>,
    /// Its heaviest words, the heaviest first.
    pub terms: Vec<String>,
}

/// Finds names for topics. An implementation may be slow, and its names are checked.
pub trait TopicNamer {
    /// Per topic a name, or `None` for the offline name. Names that [`acceptable_name`] rejects and surplus
    /// names are ignored; missing names count as `None`; equal names are made unique.
    fn names(&self, kind: TopicKind, topics: &[TopicToName]) -> Vec<Option<String>>;
}

/// Topics edited by hand: label → topic. They replace the fitted topics.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TopicTruth {
    names: Vec<String>,
    topic_of: BTreeMap<String, usize>,
}

impl TopicTruth {
    /// Adds a cleaned label to a topic.
    ///
    /// # Errors
    /// The name of another topic that has the label already.
    pub fn insert(&mut self, label: String, topic: &str) -> Result<(), &str> {
        let lower = topic.to_lowercase();
        let topic = self.names.iter().position(|name| name.to_lowercase() == lower).unwrap_or_else(|| {
            self.names.push(topic.to_owned());
            self.names.len() - 1
        });
        let existing = *self.topic_of.entry(label).or_insert(topic);
        if existing == topic { Ok(()) } else { Err(&self.names[existing]) }
    }

    /// The topics, in the order of their first label.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The labels with their topics' positions in [`TopicTruth::names`], by label.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.topic_of.iter().map(|(label, &topic)| (label.as_str(), topic))
    }

    /// Whether there are no labels.
    pub fn is_empty(&self) -> bool {
        self.topic_of.is_empty()
    }
}

/// Outside influences on the topics of one kind of label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TopicGuide {
    /// The topics of an earlier fit; a topic keeps its name if most of its members stay together.
    pub previous: Vec<PreviousTopic<u64>>,
    /// Topics edited by hand.
    pub truth: TopicTruth,
}

/// Outside influences on a fit: on its label topics and its groups. The default has none.
#[derive(Clone, Copy, Default)]
pub struct Guides<'a> {
    /// For topics of skills.
    pub skills: Option<&'a TopicGuide>,
    /// For topics of degree fields.
    pub degree_fields: Option<&'a TopicGuide>,
    /// Finds names for topics that keep none.
    pub namer: Option<&'a dyn TopicNamer>,
    /// If this model has groups of interests, the fit continues from them instead of a search, so that most
    /// people keep their page.
    pub continue_from: Option<&'a Model>,
}

/// A name with single spaces, if it can stand on a page: a letter in it, at most [`MAX_NAME_CHARS`]
/// characters, and nothing but letters, numbers, accents and the signs that names are made of.
pub fn acceptable_name(name: &str) -> Option<String> {
    // The length is bounded before anything is copied, because names come from outside.
    if name.chars().nth(4 * MAX_NAME_CHARS).is_some() || name.chars().any(|c| c.is_control()) {
        return None;
    }
    let name = name.split_whitespace().collect::<Vec<&str>>().join(" ");
    let fits = name.chars().nth(MAX_NAME_CHARS).is_none();
    let plain = name
        .chars()
        .all(|c| c.is_alphanumeric() || " &/+#.,'’()-–·".contains(c) || matches!(c, '\u{300}'..='\u{36f}'));
    let lower = name.to_lowercase();
    let link = lower.contains("://") || lower.contains("//") || lower.contains("www.");
    (fits && plain && !link && name.chars().any(char::is_alphabetic)).then_some(name)
}

/// The first of each topic's candidates that no topic before it has, whatever its case; numbered when all
/// are taken.
pub(crate) fn make_unique(candidates: impl IntoIterator<Item = Vec<String>>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let names = candidates.into_iter().map(|candidates| {
        let first = candidates.first().cloned().unwrap_or_else(|| "Topic".to_owned());
        let numbered = (2_u32..).map(move |n| format!("{first} {n}"));
        let mut all = candidates.into_iter().chain(numbered);
        all.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
    });
    names.collect()
}
