//! What may steer label topics from outside: names asked of a service, names of an earlier fit, and topics
//! that somebody edited by hand.

use std::collections::{BTreeMap, BTreeSet};

use career_model::Model;
use serde::Serialize;

use crate::keep_names::PreviousTopic;

/// The longest name that is taken, in characters.
pub const MAX_NAME_CHARS: usize = 60;

/// What the labels of a topic are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicKind {
    /// Skills.
    Skills,
    /// Fields of study.
    DegreeFields,
}

/// A topic to find a name for. Only what several people share is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicToName {
    /// Its labels as most people write them, those of most people first.
    pub labels: Vec<String>,
    /// Its heaviest words, the heaviest first.
    pub terms: Vec<String>,
}

/// Finds names for topics; whoever implements it may be slow, wrong or absent.
pub trait TopicNamer {
    /// Per topic a name, or `None` for the offline name. Names that [`acceptable_name`] refuses, that are
    /// missing or too many are ignored; equal ones are made different.
    fn names(&self, kind: TopicKind, topics: &[TopicToName]) -> Vec<Option<String>>;
}

/// Topics as somebody wants them: label → topic. They take the place of the fitted ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TopicTruth {
    names: Vec<String>,
    topic_of: BTreeMap<String, usize>,
}

impl TopicTruth {
    /// Puts a cleaned label under a topic. `Err` holds the topic that has the label already, if it is another one.
    ///
    /// # Errors
    /// The label is under another topic.
    pub fn insert(&mut self, label: String, topic: &str) -> Result<(), &str> {
        let lower = topic.to_lowercase();
        let place = self.names.iter().position(|name| name.to_lowercase() == lower).unwrap_or_else(|| {
            self.names.push(topic.to_owned());
            self.names.len() - 1
        });
        let had = *self.topic_of.entry(label).or_insert(place);
        if had == place { Ok(()) } else { Err(&self.names[had]) }
    }

    /// The topics, in the order of their first label.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The labels with their topics' positions in [`TopicTruth::names`], by label.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.topic_of.iter().map(|(label, &topic)| (label.as_str(), topic))
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.topic_of.is_empty()
    }
}

/// What steers the topics of one kind of label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TopicGuide {
    /// The topics of an earlier fit, whose names stay where most of their members stay.
    pub previous: Vec<PreviousTopic<u64>>,
    /// Topics edited by hand.
    pub truth: TopicTruth,
}

/// What steers a fit from outside: its label topics and its groups; by default nothing does.
#[derive(Clone, Copy, Default)]
pub struct Guides<'a> {
    /// Of skills.
    pub skills: Option<&'a TopicGuide>,
    /// Of degree fields.
    pub degree_fields: Option<&'a TopicGuide>,
    /// Asked for the names of topics that keep none.
    pub namer: Option<&'a dyn TopicNamer>,
    /// Groups of interests go on from those of this model, where it has any: most people stay where they are, and nothing else
    /// is tried.
    pub continue_from: Option<&'a Model>,
}

/// A name with single spaces, if it can stand on a page: a letter in it, at most [`MAX_NAME_CHARS`]
/// characters, and nothing but letters, numbers, accents and the signs that names are made of.
pub fn acceptable_name(name: &str) -> Option<String> {
    // Bounded before anything is copied: a name comes from outside.
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
