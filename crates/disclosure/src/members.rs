//! The sets of people behind a model's groups.

use std::collections::BTreeMap;

use career_model::PerLevel;
use wincode::{SchemaRead, SchemaWrite};

use crate::sketch::Sketch;

/// Address of a group (a roadmap, or the overview of a level) → its people when its figures were made.
pub type Anchors = BTreeMap<String, Sketch>;

/// The people of every group of a model.
pub type Members = PerLevel<LevelMembers>;

/// The people of the groups of one level.
#[derive(Clone, Debug, Default, PartialEq, Eq, SchemaRead, SchemaWrite)]
pub struct LevelMembers {
    /// Everyone of the level.
    pub overview: Sketch,
    /// The people of every roadmap, in the order of the roadmaps.
    pub roadmaps: Vec<Sketch>,
}
