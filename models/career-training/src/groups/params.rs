//! Parameters of groups.

use career_model::metadata::GroupInputs;

use crate::interests::blocks::BlockWeights;
use crate::maths::metric::Metric;

/// The people who are clustered together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All levels together, so that a kind of person is the same at every level.
    Shared,
    /// Every level by itself, as in the reference method.
    PerLevel,
}

/// The inputs of a person's coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Inputs {
    /// The reference method: degree topics, courses and certificates in PCA coordinates, per level and by
    /// distance.
    Reference,
    /// Everything that people list, smoothed, by angle, with these weights of the blocks.
    Interests(BlockWeights),
}

impl Inputs {
    /// The inputs without their parameters.
    pub const fn name(self) -> GroupInputs {
        match self {
            Inputs::Reference => GroupInputs::Reference,
            Inputs::Interests(_) => GroupInputs::Interests,
        }
    }
}

/// Parameters of groups: one candidate of the search.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupParams {
    /// The inputs of a person's coordinates.
    pub inputs: Inputs,
    /// The people who are clustered together.
    pub scope: Scope,
    /// The number of coordinates.
    pub n_components: usize,
    /// The number of clusters, of everyone or of each level.
    pub n_clusters: usize,
}

impl GroupParams {
    /// The metric of the clusters.
    pub const fn metric(&self) -> Metric {
        match self.inputs {
            Inputs::Reference => Metric::Euclidean,
            Inputs::Interests(_) => Metric::Cosine,
        }
    }
}
