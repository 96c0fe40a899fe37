//! People with their label topics.

use crate::people::table::People;
use crate::topics::label_topics::LabelTopicsFit;

/// People, and the topics of their labels: the input of everything after the label topics.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary<'a> {
    /// Everyone, with all labels.
    pub people: &'a People,
    /// Topics of degree fields.
    pub degree_topics: &'a LabelTopicsFit,
    /// Topics of skills.
    pub skill_topics: &'a LabelTopicsFit,
}
