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
        let mut roadmaps = std::mem::take(&mut levels[level].model.roadmaps);
        if let Some(clusters) = &levels[next].model.clusters {
            let LevelFit { mean_rows, column_values, .. } = &levels[level];
            link_next_level(vocabulary, &mut roadmaps, mean_rows, column_values, next, clusters);
        }
        levels[level].model.roadmaps = roadmaps;
    }
    let metrics = levels.each_ref().map(|level| level.metrics.clone());
    let members = levels.each_ref().map(|level| level.members.clone());
    let levels = levels.map(|level| level.model);
    Ok(FitOutput { levels, members, metrics, interests: None, search: None })
}
