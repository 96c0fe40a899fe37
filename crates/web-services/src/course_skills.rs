//! Finds skills in course titles: with Gemini, or offline with a vocabulary.

mod limits;
mod offline;
mod task;

use serde_json::json;

use crate::asking::{AskReport, ask_all, plain_input};
use crate::cache::Answers;
use crate::gemini::Gemini;

pub use limits::{MAX_SKILLS, MAX_TITLE_CHARS, MAX_TITLES};
pub use offline::OfflineExtractor;
use task::SkillTask;

/// Title sets in one prompt.
const BATCH_SIZE: usize = 20;

/// Skills in the order of the people, and a report.
#[derive(Clone, Debug)]
pub struct SkillsReport {
    /// Up to [`MAX_SKILLS`] for each person.
    pub skills: Vec<Vec<String>>,
    /// Counts of this run, over different title sets; the offline extractor got those `left_offline`.
    pub asked: AskReport,
}

/// Extracts skills with Gemini, and offline where it has no answer. Only titles are sent, nothing else of the
/// person.
#[derive(Debug)]
pub struct CourseSkills<'a> {
    gemini: &'a Gemini,
    answers: &'a Answers,
    offline: Option<&'a OfflineExtractor>,
    batch_size: usize,
}

impl<'a> CourseSkills<'a> {
    /// Without an offline extractor, people without an answer have no skills.
    pub fn new(
        gemini: &'a Gemini,
        answers: &'a Answers,
        offline: Option<&'a OfflineExtractor>,
    ) -> CourseSkills<'a> {
        CourseSkills { gemini, answers, offline, batch_size: BATCH_SIZE }
    }

    /// Sets the number of title sets per prompt, at least one.
    #[must_use]
    pub fn batch_size(mut self, n_title_sets: usize) -> CourseSkills<'a> {
        self.batch_size = n_title_sets.max(1);
        self
    }

    /// Up to three skills per person from the person's course titles. The same titles, in any order, are one
    /// question.
    pub fn extract(&self, titles: &[Vec<String>]) -> SkillsReport {
        let (mut people, mut questions) = (Vec::new(), Vec::new());
        for (person, titles) in titles.iter().enumerate() {
            let mut set: Vec<String> =
                titles.iter().take(MAX_TITLES).map(|title| plain_input(title, MAX_TITLE_CHARS)).collect();
            set.retain(|title| !title.is_empty());
            set.sort_unstable();
            set.dedup();
            if !set.is_empty() {
                people.push(person);
                questions.push(json!({ "titles": set }));
            }
        }
        let (found, asked) = ask_all(&SkillTask, self.gemini, self.answers, &questions, self.batch_size);
        let mut skills = vec![Vec::new(); titles.len()];
        for (person, answer) in people.into_iter().zip(found) {
            skills[person] = match (answer, self.offline) {
                (Some(answer), _) => answer,
                (None, Some(offline)) => offline.extract(&titles[person]),
                (None, None) => Vec::new(),
            };
        }
        SkillsReport { skills, asked }
    }
}
