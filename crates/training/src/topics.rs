//! Topics as files: `skills.csv` and `degree_fields.csv`, written for review and read back as the truth.

mod cell;
mod read;
mod steering;
mod write;

pub use read::{TopicsFileError, read_topics};
pub use steering::Steering;
pub use write::{Strings, write_topics};

use career_model::clean::{Cleaning, Why};
use career_training::{TopicKind, TopicTruth};

/// The file of a kind of label.
pub fn file_name(kind: TopicKind) -> &'static str {
    match kind {
        TopicKind::Skills => "skills.csv",
        TopicKind::DegreeFields => "degree_fields.csv",
    }
}

/// What a folder of topics says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditedTopics {
    /// Topics of skills; empty when there is no such file.
    pub skills: TopicTruth,
    /// Topics of degree fields; empty when there is no such file.
    pub degree_fields: TopicTruth,
}

fn label(kind: TopicKind, cleaning: Cleaning, raw: &str) -> Result<String, Why> {
    match kind {
        TopicKind::Skills => cleaning.skill(raw),
        TopicKind::DegreeFields => cleaning.degree_field(raw),
    }
}
