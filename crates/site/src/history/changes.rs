//! Changes of a release that `/changes/` lists.

use artifact_store::{ReleaseId, Timestamp};
use career_model::Level;
use serde::{Deserialize, Serialize};

/// Changes of one release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Id of the release.
    pub release: ReleaseId,
    /// Number of the release, from 1.
    pub sequence: u64,
    /// Time of publication.
    pub published_at: Timestamp,
    /// Number of people in the model.
    pub people: u64,
    /// Number of live roadmaps.
    pub roadmaps: u64,
    /// The earlier release that it restores, for a rollback.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_to: Option<ReleaseId>,
    /// New roadmaps.
    pub new: Vec<RoadmapName>,
    /// Roadmaps that were retired and are live again.
    pub revived: Vec<RoadmapName>,
    /// Retired roadmaps and their successors.
    pub retired: Vec<Replacement>,
    /// Roadmaps that stayed, and whose shares of skills changed.
    pub moved: Vec<SkillChanges>,
}

/// A roadmap with the name that it had in a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoadmapName {
    /// Path of its page.
    pub path: String,
    /// Its level.
    pub level: Level,
    /// Its name in that release.
    pub name: String,
}

/// A retired roadmap and its successor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replacement {
    /// The retired roadmap.
    pub roadmap: RoadmapName,
    /// Path of the page that replaces it.
    pub by: String,
    /// Name of that page.
    pub by_name: String,
}

/// A roadmap whose shares of skills changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillChanges {
    /// The roadmap.
    pub roadmap: RoadmapName,
    /// Skills that became more common, the greatest difference first.
    pub rose: Vec<SkillChange>,
    /// Skills that became less common, the greatest difference first.
    pub fell: Vec<SkillChange>,
}

/// Share of a skill before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillChange {
    /// Name of the skill.
    pub skill: String,
    /// People who had it, and all people, before.
    pub before: (u64, u64),
    /// People who have it, and all people, now.
    pub after: (u64, u64),
}
