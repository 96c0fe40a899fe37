//! Names for topics, by Gemini.

mod task;

use career_model::TopicKind;
use serde_json::json;

use crate::asking::{AskReport, ask_all, plain_input};
use crate::cache::Answers;
use crate::gemini::Gemini;

use task::NameTask;

/// The most labels of a topic that are sent, and that make up its identity in the cache.
pub const MAX_LABELS: usize = 20;
/// The most terms of a topic that are sent.
pub const MAX_TERMS: usize = 10;
/// The longest label or term that is sent, in characters.
const MAX_LABEL_CHARS: usize = 60;
/// Topics in one prompt.
const BATCH_SIZE: usize = 20;

/// A topic without a name.
#[derive(Clone, Debug)]
pub struct TopicToName {
    /// Its strings, the most telling first; the first [`MAX_LABELS`] are used.
    pub labels: Vec<String>,
    /// Its heaviest terms; the first [`MAX_TERMS`] are used.
    pub terms: Vec<String>,
}

/// Names in the order of the topics, and what it took.
#[derive(Clone, Debug)]
pub struct NamingReport {
    /// `None`: use the offline name. Two topics can have the same name; making them different is the caller's.
    pub names: Vec<Option<String>>,
    /// Counts of this run.
    pub asked: AskReport,
}

/// Names topics; an answer is kept for each topic by itself, so a refit pays only for topics that changed.
#[derive(Debug)]
pub struct TopicNamer<'a> {
    gemini: &'a Gemini,
    answers: &'a Answers,
    batch_size: usize,
}

impl<'a> TopicNamer<'a> {
    /// Twenty topics a prompt.
    pub fn new(gemini: &'a Gemini, answers: &'a Answers) -> TopicNamer<'a> {
        TopicNamer { gemini, answers, batch_size: BATCH_SIZE }
    }

    /// Another number of topics a prompt, at least one.
    #[must_use]
    pub fn batch_size(mut self, n_topics: usize) -> TopicNamer<'a> {
        self.batch_size = n_topics.max(1);
        self
    }

    /// Names what can be named within the budget. A topic without labels has no name.
    pub fn name(&self, kind: TopicKind, topics: &[TopicToName]) -> NamingReport {
        let plain = |texts: &[String], max: usize| -> Vec<String> {
            let plain = texts.iter().map(|text| plain_input(text, MAX_LABEL_CHARS));
            plain.filter(|text| !text.is_empty()).take(max).collect()
        };
        let (mut places, mut questions) = (Vec::new(), Vec::new());
        for (at, topic) in topics.iter().enumerate() {
            let labels = plain(&topic.labels, MAX_LABELS);
            if !labels.is_empty() {
                places.push(at);
                questions.push(json!({ "labels": labels, "terms": plain(&topic.terms, MAX_TERMS) }));
            }
        }
        let (found, asked) =
            ask_all(&NameTask { kind }, self.gemini, self.answers, &questions, self.batch_size);
        let mut names = vec![None; topics.len()];
        for (at, name) in places.into_iter().zip(found) {
            names[at] = name;
        }
        NamingReport { names, asked }
    }
}
