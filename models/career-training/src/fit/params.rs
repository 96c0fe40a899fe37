//! Parameters of a fit.

use career_model::metadata::FeatureSet;

use crate::groups::cluster_count::ClusterCount;
use crate::selection::search_space::Search;
use crate::topics::label_topics::LabelTopicsParams;

/// Parameters of a fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FitParams {
    /// The features that people are compared by.
    pub features: Features,
    /// The number of clusters per level.
    pub clusters: ClusterCount,
    /// The random seed of every stage.
    pub seed: u64,
    /// Topics of skills.
    pub skill_topics: LabelTopicsParams,
    /// Topics of degree fields.
    pub degree_topics: LabelTopicsParams,
}

/// Feature sets, with their parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Features {
    /// The reference method: degree topics, courses and certificates.
    Reference,
    /// Everything that people list, smoothed, with groups found by this search.
    Full(Search),
}

impl Features {
    /// The feature set without its parameters.
    pub const fn set(self) -> FeatureSet {
        match self {
            Features::Reference => FeatureSet::Reference,
            Features::Full(_) => FeatureSet::Full,
        }
    }
}

impl FitParams {
    /// The features `full`.
    pub fn full(search: Search, clusters: ClusterCount, seed: u64) -> FitParams {
        FitParams { features: Features::Full(search), ..FitParams::reference(clusters, seed) }
    }

    /// The reference method.
    pub fn reference(clusters: ClusterCount, seed: u64) -> FitParams {
        FitParams {
            features: Features::Reference,
            clusters,
            seed,
            skill_topics: LabelTopicsParams::skills(),
            degree_topics: LabelTopicsParams::degree_fields(),
        }
    }
}
