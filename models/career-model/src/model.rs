//! The whole model, as pages and the function read it.

mod parts;

use crate::interests::Interests;
use crate::label_topics::LabelTopics;
use crate::level::Level;
use crate::metadata::Metadata;
use crate::names::index::LazyNameIndex;
use crate::roadmap::Roadmap;

pub use parts::{Clusters, LevelModel, ModelParts};

/// A checked model. It is made by training or by [`crate::decode`]; both end in the same checks, so
/// every index in it is in range, every number finite and every slug valid.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub(crate) parts: ModelParts,
    pub(crate) names: LazyNameIndex,
}

impl Model {
    /// Counts and metrics.
    pub fn metadata(&self) -> &Metadata {
        &self.parts.metadata
    }

    /// Topics of degree fields.
    pub fn degree_topics(&self) -> &LabelTopics {
        &self.parts.degree_topics
    }

    /// Topics of skills.
    pub fn skill_topics(&self) -> &LabelTopics {
        &self.parts.skill_topics
    }

    /// Columns, loadings and ranking of the features `full`.
    pub fn interests(&self) -> Option<&Interests> {
        self.parts.interests.as_ref()
    }

    /// The part of one level.
    pub fn level(&self, level: Level) -> &LevelModel {
        &self.parts.levels[level.index()]
    }

    /// Every roadmap with its level, juniors first.
    pub fn roadmaps(&self) -> impl Iterator<Item = (Level, &Roadmap)> {
        Level::ALL
            .into_iter()
            .flat_map(|level| self.level(level).roadmaps.iter().map(move |roadmap| (level, roadmap)))
    }

    /// The parts, to make another model of them.
    pub fn parts(&self) -> &ModelParts {
        &self.parts
    }
}
