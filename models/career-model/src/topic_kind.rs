//! The kinds of labels that have topics.

use crate::named::impl_text;

/// The kind of label that a topic groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TopicKind {
    /// Skills.
    Skills,
    /// Fields of study.
    DegreeFields,
}

impl TopicKind {
    /// Both kinds.
    pub const ALL: [TopicKind; 2] = [TopicKind::Skills, TopicKind::DegreeFields];

    /// The name in files and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            TopicKind::Skills => "skills",
            TopicKind::DegreeFields => "degree_fields",
        }
    }
}

impl_text!(TopicKind);
