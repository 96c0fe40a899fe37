//! The rules that a file of rules may have.

use serde::Serialize;

/// A rule of a file, in the order in which rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The current company is one of these.
    Companies,
    /// The position has at least one of these.
    PositionAny,
    /// The position has none of these.
    PositionNone,
}

impl Rule {
    /// The rule's key in a file of rules.
    pub fn key(self) -> &'static str {
        match self {
            Rule::Companies => "companies",
            Rule::PositionAny => "position_any",
            Rule::PositionNone => "position_none",
        }
    }
}
