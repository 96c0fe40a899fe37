//! The two kinds of labels that form topics.

/// Which labels of a person a topic groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TopicKind {
    /// Skills.
    Skills,
    /// Fields of study.
    DegreeFields,
}

impl TopicKind {
    /// Both kinds, skills first.
    pub const ALL: [TopicKind; 2] = [TopicKind::Skills, TopicKind::DegreeFields];

    /// Its name in files and keys: `skills` or `degree_fields`.
    pub fn as_str(self) -> &'static str {
        match self {
            TopicKind::Skills => "skills",
            TopicKind::DegreeFields => "degree_fields",
        }
    }
}
