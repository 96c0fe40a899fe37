//! The parts of a model, as they are encoded.

use wincode::{SchemaRead, SchemaWrite};

use crate::features::FeatureColumns;
use crate::interests::Interests;
use crate::k_means::KMeans;
use crate::label_topics::LabelTopics;
use crate::metadata::Metadata;
use crate::pca::Pca;
use crate::roadmap::{Backgrounds, Roadmap};

/// The parts of a model, unchecked. [`ModelParts::checked`] makes a [`crate::Model`] of them.
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
    /// Present with the features `full` only. When it has coordinates, the levels' centroids are unit vectors
    /// in them, and their `columns` and `pca` are empty; when it has none, it only ranks, and the levels have
    /// their own.
    pub interests: Option<Interests>,
}

/// The part of one level: its roadmaps, and how to find a person's.
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
