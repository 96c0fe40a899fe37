//! The whole model: what training hands to pages and to the function.

use wincode::{SchemaRead, SchemaWrite};

use crate::features::FeatureColumns;
use crate::interests::Interests;
use crate::k_means::KMeans;
use crate::label_topics::LabelTopics;
use crate::level::Level;
use crate::metadata::Metadata;
use crate::names::LazyNames;
use crate::pca::Pca;
use crate::roadmap::{Backgrounds, Roadmap};

/// A checked model. It is made by training or by [`crate::decode`]; both end in the same checks, so
/// every index in it is in range, every number finite and every slug a slug.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub(crate) parts: ModelParts,
    pub(crate) names: LazyNames,
}

/// The model's parts, unchecked. [`ModelParts::checked`] is the door to [`Model`].
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct ModelParts {
    /// Counts and metrics.
    pub metadata: Metadata,
    /// Topics of degree fields; features are made of them.
    pub degree_topics: LabelTopics,
    /// Topics of skills; pages group skills under them.
    pub skill_topics: LabelTopics,
    /// Junior, senior, expert.
    pub levels: Vec<LevelModel>,
    /// Of the features `full`; the seed's have none. When it has coordinates, the levels' centroids are unit vectors in
    /// them, and their `columns` and `pca` are empty; when it has none, it only ranks, and levels place people.
    pub interests: Option<Interests>,
}

/// One level: how to find a person's roadmap, and the roadmaps.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct LevelModel {
    /// Everyone of this level; for the overview page.
    pub overview: Backgrounds,
    /// Absent when there were too few people.
    pub clusters: Option<Clusters>,
    /// The pages.
    pub roadmaps: Vec<Roadmap>,
}

/// The fitted path from a background to a roadmap.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct Clusters {
    /// Value → column.
    pub columns: FeatureColumns,
    /// Row → coordinates.
    pub pca: Pca,
    /// Coordinates → cluster.
    pub k_means: KMeans,
    /// Cluster → position in the level's roadmaps (small clusters share a page).
    pub roadmap_of_cluster: Vec<u32>,
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

    /// What is known of interests, with the features `full`.
    pub fn interests(&self) -> Option<&Interests> {
        self.parts.interests.as_ref()
    }

    /// One level's part.
    pub fn level(&self, level: Level) -> &LevelModel {
        &self.parts.levels[level.index()]
    }

    /// Every roadmap with its level, juniors first.
    pub fn roadmaps(&self) -> impl Iterator<Item = (Level, &Roadmap)> {
        Level::ALL
            .into_iter()
            .flat_map(|level| self.level(level).roadmaps.iter().map(move |roadmap| (level, roadmap)))
    }

    /// The parts, for whoever takes the model further.
    pub fn parts(&self) -> &ModelParts {
        &self.parts
    }
}
