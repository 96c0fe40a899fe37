//! Experience levels and their bounds.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How far someone is, by months of experience: each level has a model and pages of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Fewer than 100 months.
    Junior,
    /// 100 to 250 months, both inclusive.
    Senior,
    /// More than 250 months.
    Expert,
}

impl Level {
    /// Every level, from the least to the most experienced.
    pub const ALL: [Level; 3] = [Level::Junior, Level::Senior, Level::Expert];

    /// The level of someone with this many months of experience.
    ///
    /// ```
    /// use career_model::Level;
    /// assert_eq!([99, 100, 250, 251].map(Level::from_months),
    ///            [Level::Junior, Level::Senior, Level::Senior, Level::Expert]);
    /// ```
    pub fn from_months(months: u32) -> Level {
        match months {
            0..100 => Level::Junior,
            100..=250 => Level::Senior,
            _ => Level::Expert,
        }
    }

    /// The name in URLs and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Junior => "junior",
            Level::Senior => "senior",
            Level::Expert => "expert",
        }
    }

    /// Position in [`Level::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The level after this one, where people go next.
    pub fn next(self) -> Option<Level> {
        Level::ALL.get(self.index() + 1).copied()
    }

    /// The level's overview page.
    pub fn path(self) -> String {
        format!("/roadmaps/{self}/")
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(text: &str) -> Result<Level, UnknownLevel> {
        Level::ALL.into_iter().find(|level| level.as_str() == text).ok_or(UnknownLevel)
    }
}

/// The text names none of the levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the levels are junior, senior and expert")]
pub struct UnknownLevel;
