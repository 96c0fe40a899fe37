//! Experience levels and their bounds.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::named::impl_text;

/// An experience level; each has a model and pages of its own. [`Level::months`] holds the bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Level {
    Junior,
    Senior,
    Expert,
}

/// The last month of junior and of senior.
#[cfg(not(feature = "moved-level-bounds"))]
const LAST_MONTHS: (u32, u32) = (99, 250);

/// Other bounds, so that tests see everything follow.
#[cfg(feature = "moved-level-bounds")]
const LAST_MONTHS: (u32, u32) = (59, 191);

impl Level {
    /// Every level, from the least to the most experienced.
    pub const ALL: [Level; 3] = [Level::Junior, Level::Senior, Level::Expert];

    /// The months of experience of this level. The levels follow each other without a gap, from 0 on.
    ///
    /// These are the only bounds in the code: pages, charts and the form derive theirs from here.
    pub const fn months(self) -> RangeInclusive<u32> {
        let (last_junior, last_senior) = LAST_MONTHS;
        match self {
            Level::Junior => 0..=last_junior,
            Level::Senior => last_junior + 1..=last_senior,
            Level::Expert => last_senior + 1..=u32::MAX,
        }
    }

    /// The level of someone with this many months of experience.
    ///
    /// ```
    /// use career_model::Level;
    /// for level in Level::ALL {
    ///     assert_eq!(Level::from_months(*level.months().start()), level);
    ///     assert_eq!(Level::from_months(*level.months().end()), level);
    /// }
    /// ```
    pub fn from_months(months: u32) -> Level {
        let level = Level::ALL.into_iter().find(|level| months <= *level.months().end());
        level.unwrap_or(Level::Expert)
    }

    /// The name in URLs and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Level::Junior => "junior",
            Level::Senior => "senior",
            Level::Expert => "expert",
        }
    }

    /// Position in [`Level::ALL`]. To hold one value per level, use [`crate::PerLevel`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The next level up; `None` for experts.
    pub fn next(self) -> Option<Level> {
        Level::ALL.get(self.index() + 1).copied()
    }

    /// The path of the level's overview page.
    pub fn path(self) -> String {
        format!("/roadmaps/{self}/")
    }
}

impl_text!(Level, UnknownLevel);

/// The text names none of the levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the levels are junior, senior and expert")]
pub struct UnknownLevel;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_levels_cover_all_months_without_gap_or_overlap() {
        let mut next = Some(0);
        for level in Level::ALL {
            assert_eq!(Some(*level.months().start()), next, "{level}");
            assert!(!level.months().is_empty(), "{level}");
            next = level.months().end().checked_add(1);
        }
        assert_eq!(next, None, "the last level has no end");
    }

    #[cfg(not(feature = "moved-level-bounds"))]
    #[test]
    fn the_bounds_are_those_of_the_specification() {
        let levels = [99, 100, 250, 251].map(Level::from_months);
        assert_eq!(levels, [Level::Junior, Level::Senior, Level::Senior, Level::Expert]);
    }
}
