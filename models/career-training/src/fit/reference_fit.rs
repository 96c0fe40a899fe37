//! The fit of the reference method: all levels, and the links between them.

use career_model::{Level, PerLevel};

use crate::fit::output::FitOutput;
use crate::fit::params::FitParams;
use crate::pages::reference_pages::link_next_level;
use crate::progress::{BeginStage, FitError};
use crate::reference::level_fit::{LevelFit, fit_level};
use crate::topics::vocabulary::Vocabulary;

/// Fits the levels, one after the other.
pub(super) fn fit_reference<'a>(
    vocabulary: Vocabulary<'_>,
    params: &FitParams,
    begin: BeginStage<'_, 'a>,
) -> Result<FitOutput, FitError> {
    let mut levels =
        PerLevel::try_from_fn(|level| fit_level(vocabulary, level, params.clusters, params.seed, begin))?;
    for level in Level::ALL {
        let Some(next) = level.next() else { continue };
        let Some(clusters) = levels[next].model.clusters.clone() else { continue };
        let LevelFit { model, mean_rows, column_values, .. } = &mut levels[level];
        link_next_level(vocabulary, &mut model.roadmaps, mean_rows, column_values, next, &clusters);
    }
    let metrics = levels.each_ref().map(|level| level.metrics.clone());
    Ok(FitOutput { levels: levels.map(|level| level.model), metrics, interests: None, search: None })
}
