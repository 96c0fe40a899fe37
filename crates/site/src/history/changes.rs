//! What changed with a release, in words that a visitor understands.

use artifact_store::{ReleaseId, Timestamp};
use career_model::Level;
use serde::{Deserialize, Serialize};

/// One release's changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The release.
    pub release: ReleaseId,
    /// How many releases there were until it.
    pub sequence: u64,
    /// When it was made, RFC 3339.
    pub published_at: Timestamp,
    /// People learned from.
    pub people: u64,
    /// Roadmaps that are live.
    pub roadmaps: u64,
    /// The release that it takes back up, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_to: Option<ReleaseId>,
    /// Roadmaps that there were not before.
    pub new: Vec<Named>,
    /// Roadmaps that had been retired and are back.
    pub revived: Vec<Named>,
    /// Roadmaps that were live, with what replaced them.
    pub retired: Vec<Replaced>,
    /// Roadmaps that stayed and whose skills moved.
    pub moved: Vec<SkillsMoved>,
}

/// A roadmap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Its page.
    pub path: String,
    /// Its level.
    pub level: Level,
    /// Its name then.
    pub name: String,
}

/// A roadmap and its successor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// The retired one.
    pub roadmap: Named,
    /// The page that stands in its place.
    pub by: String,
    /// That page's name.
    pub by_name: String,
}

/// A roadmap whose people have other skills than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillsMoved {
    /// The roadmap.
    pub roadmap: Named,
    /// More have them, the greatest difference first.
    pub rose: Vec<SkillMoved>,
    /// Fewer do.
    pub fell: Vec<SkillMoved>,
}

/// A skill's share before and after, with the people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillMoved {
    /// The skill.
    pub skill: String,
    /// People who had it, of how many.
    pub before: (u64, u64),
    /// People who have it, of how many.
    pub after: (u64, u64),
}
