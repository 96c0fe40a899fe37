//! The part of a model that depends on the feature set.

use career_model::PerLevel;
use career_model::interests::Interests;
use career_model::metadata::{LevelMetrics, SearchMetrics};
use career_model::model::LevelModel;
use disclosure::Members;

/// The output of a feature set's fit.
pub(crate) struct FitOutput {
    pub(crate) levels: PerLevel<LevelModel>,
    /// The people of every group.
    pub(crate) members: Members,
    pub(crate) metrics: PerLevel<LevelMetrics>,
    /// With the features `full` only.
    pub(crate) interests: Option<Interests>,
    /// With the features `full` only.
    pub(crate) search: Option<SearchMetrics>,
}
