//! Names topics with Gemini.

mod task;

use career_model::TopicKind;
use serde_json::json;

use crate::asking::{AskReport, ask_all, plain_input};
use crate::cache::Answers;
use crate::gemini::Gemini;

use task::NameTask;

/// The most labels of a topic that are sent; they are also its key in the cache.
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
    /// Its strings, the most typical first; the first [`MAX_LABELS`] are used.
    pub labels: Vec<String>,
    /// Its heaviest terms; the first [`MAX_TERMS`] are used.
    pub terms: Vec<String>,
}

/// Names in the order of the topics, and a report.
#[derive(Clone, Debug)]
pub struct NamingReport {
    /// `None`: use the offline name. Two topics can have the same name; the caller makes them different.
    pub names: Vec<Option<String>>,
    /// Counts of this run.
    pub asked: AskReport,
}

/// Names topics. The answer for each topic is cached, so a refit pays only for changed topics.
#[derive(Debug)]
pub struct TopicNamer<'a> {
    gemini: &'a Gemini,
    answers: &'a Answers,
    batch_size: usize,
}

impl<'a> TopicNamer<'a> {
    /// Asks for twenty topics per prompt.
    pub fn new(gemini: &'a Gemini, answers: &'a Answers) -> TopicNamer<'a> {
        TopicNamer { gemini, answers, batch_size: BATCH_SIZE }
    }

    /// Sets the number of topics per prompt, at least one.
    #[must_use]
    pub fn batch_size(mut self, n_topics: usize) -> TopicNamer<'a> {
        self.batch_size = n_topics.max(1);
        self
    }

    /// Names as many topics as the budget allows. A topic without labels gets no name.
    pub fn name(&self, kind: TopicKind, topics: &[TopicToName]) -> NamingReport {
        let plain = |texts: &[String], max: usize| -> Vec<String> {
            let plain = texts.iter().map(|text| plain_input(text, MAX_LABEL_CHARS));
            plain.filter(|text| !text.is_empty()).take(max).collect()
        };
        let (mut indices, mut questions) = (Vec::new(), Vec::new());
        for (index, topic) in topics.iter().enumerate() {
            let labels = plain(&topic.labels, MAX_LABELS);
            if !labels.is_empty() {
                indices.push(index);
                questions.push(json!({ "labels": labels, "terms": plain(&topic.terms, MAX_TERMS) }));
            }
        }
        let (found, asked) =
            ask_all(&NameTask { kind }, self.gemini, self.answers, &questions, self.batch_size);
        let mut names = vec![None; topics.len()];
        for (index, name) in indices.into_iter().zip(found) {
            names[index] = name;
        }
        NamingReport { names, asked }
    }
}
