//! Files of topics: `skills.csv` and `degree_fields.csv`, written for review and read back after editing.

mod cell;
mod read;
mod steering;
mod write;

pub use read::{TopicsFileError, read_topics};
pub use steering::Steering;
pub use write::{StringFilter, write_topics};

use career_model::clean::{Cleaning, Rejection};
use career_training::{TopicKind, TopicTruth};

/// The name of the file of a kind of label.
pub fn file_name(kind: TopicKind) -> &'static str {
    match kind {
        TopicKind::Skills => "skills.csv",
        TopicKind::DegreeFields => "degree_fields.csv",
    }
}

/// The contents of a folder of topics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditedTopics {
    /// Topics of skills; empty without `skills.csv`.
    pub skills: TopicTruth,
    /// Topics of degree fields; empty without `degree_fields.csv`.
    pub degree_fields: TopicTruth,
}

fn label(kind: TopicKind, cleaning: Cleaning, raw: &str) -> Result<String, Rejection> {
    match kind {
        TopicKind::Skills => cleaning.skill(raw),
        TopicKind::DegreeFields => cleaning.degree_field(raw),
    }
}
