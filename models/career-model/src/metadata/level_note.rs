//! Why a level has no pages, or fewer clusters than were asked for.

use std::fmt;
use std::str::FromStr;

/// The cause behind [`super::LevelMetrics::note`]. Training writes the text with [`fmt::Display`]; every
/// reader gets the cause back with [`FromStr`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LevelNote {
    /// Fewer people than a level needs (written with the features `full`).
    BelowMinimum {
        /// The people that a level needs.
        needed: u64,
    },
    /// Fewer people than a level needs (written by the reference method).
    TooFewPeople {
        /// People of the level.
        people: u64,
        /// The people that a level needs.
        needed: u64,
    },
    /// Too few distinct backgrounds for clusters.
    TooFewBackgrounds {
        /// Distinct backgrounds.
        backgrounds: u64,
    },
    /// There are clusters, but too few people with a known background for a page.
    NoPageLargeEnough,
    /// There are pages, but the distinct backgrounds allow fewer clusters than were asked for.
    FewerClusters {
        /// Clusters asked for.
        asked: u64,
        /// Clusters made.
        made: u64,
    },
}

const NEEDS: &str = "people that a level needs for roadmaps; it has its overview only";
const BACKGROUNDS: &str = "distinct backgrounds, too few to tell people apart; it has its overview only";
const NO_PAGE: &str = "too few people have a known background for a page of their own";
const ASKED: &str = "clusters asked for, but its distinct backgrounds allow";

impl fmt::Display for LevelNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LevelNote::BelowMinimum { needed } => write!(f, "fewer than the {needed} {NEEDS}"),
            LevelNote::TooFewPeople { people, needed } => write!(f, "{people} of the {needed} {NEEDS}"),
            LevelNote::TooFewBackgrounds { backgrounds } => write!(f, "only {backgrounds} {BACKGROUNDS}"),
            LevelNote::NoPageLargeEnough => f.write_str(NO_PAGE),
            LevelNote::FewerClusters { asked, made } => write!(f, "{asked} {ASKED} {made}"),
        }
    }
}

impl FromStr for LevelNote {
    type Err = UnknownNote;

    fn from_str(text: &str) -> Result<LevelNote, UnknownNote> {
        parse(text).ok_or(UnknownNote)
    }
}

fn parse(text: &str) -> Option<LevelNote> {
    if text == NO_PAGE {
        return Some(LevelNote::NoPageLargeEnough);
    }
    if let Some((asked, made)) = text.split_once(&format!(" {ASKED} ")) {
        return Some(LevelNote::FewerClusters { asked: asked.parse().ok()?, made: made.parse().ok()? });
    }
    if let Some(start) = text.strip_suffix(BACKGROUNDS) {
        let backgrounds = start.strip_prefix("only ")?.strip_suffix(' ')?;
        return Some(LevelNote::TooFewBackgrounds { backgrounds: backgrounds.parse().ok()? });
    }
    let start = text.strip_suffix(NEEDS)?.strip_suffix(' ')?;
    if let Some(needed) = start.strip_prefix("fewer than the ") {
        return Some(LevelNote::BelowMinimum { needed: needed.parse().ok()? });
    }
    let (people, needed) = start.split_once(" of the ")?;
    Some(LevelNote::TooFewPeople { people: people.parse().ok()?, needed: needed.parse().ok()? })
}

/// The text is no note that this program writes; it may come from a later version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a note that this program writes about a level")]
pub struct UnknownNote;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_is_read_back_from_its_text() {
        let notes = [
            (
                LevelNote::BelowMinimum { needed: 60 },
                "fewer than the 60 people that a level needs for roadmaps; it has its overview only",
            ),
            (
                LevelNote::TooFewPeople { people: 7, needed: 60 },
                "7 of the 60 people that a level needs for roadmaps; it has its overview only",
            ),
            (
                LevelNote::TooFewBackgrounds { backgrounds: 2 },
                "only 2 distinct backgrounds, too few to tell people apart; it has its overview only",
            ),
            (LevelNote::NoPageLargeEnough, "too few people have a known background for a page of their own"),
            (
                LevelNote::FewerClusters { asked: 20, made: 3 },
                "20 clusters asked for, but its distinct backgrounds allow 3",
            ),
        ];
        for (note, text) in notes {
            assert_eq!(note.to_string(), text);
            assert_eq!(text.parse(), Ok(note));
        }
        for other in ["", "a note", "x of the 60 people that a level needs for roadmaps"] {
            assert_eq!(other.parse::<LevelNote>(), Err(UnknownNote), "{other}");
        }
    }
}
