//! Stages of a fit, and how a caller follows and stops it.

use career_model::check::CheckError;

/// The stages of a fit, in order; the last four come once per level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Topics of skills and of degree fields.
    LabelTopics,
    /// Distinct rows.
    TrainingTable,
    /// Item–item weights and the search for groups; with the features `full` only.
    Search,
    /// Principal components.
    Pca,
    /// k-means for every candidate number of clusters.
    KMeans,
    /// Silhouettes of the candidates.
    Silhouette,
    /// Counts, names and links of the roadmaps.
    Roadmaps,
}

/// Follows a fit, and may stop it. The fit itself has no clock and no terminal.
pub trait Observer: Sync {
    /// A stage begins; it will take about this many steps.
    fn begin(&self, stage: Stage, steps: u64);
    /// One step is done (from any thread).
    fn step(&self) {}
    /// The stage is done.
    fn end(&self, stage: Stage);
    /// Whether the fit should stop without a model. Called before every stage and after every candidate of
    /// the search, so that a caller can enforce a time limit.
    fn should_stop(&self) -> bool {
        false
    }
}

/// Why there is no model.
#[derive(Debug, thiserror::Error)]
pub enum FitError {
    /// The result fails the checks that every loaded model passes: a bug in the fit.
    #[error(transparent)]
    Check(#[from] CheckError),
    /// The observer stopped the fit.
    #[error("the fit was stopped")]
    Stopped(Stage),
}

/// Begins a stage with a number of steps, unless the observer stops the fit.
pub(crate) type BeginStage<'r, 'a> = &'r dyn Fn(Stage, u64) -> Result<StageGuard<'a>, FitError>;

/// Fails if the observer stops the fit.
pub(crate) fn check_stop(observer: &dyn Observer, stage: Stage) -> Result<(), FitError> {
    if observer.should_stop() { Err(FitError::Stopped(stage)) } else { Ok(()) }
}

/// A running stage, which ends when this is dropped.
pub(crate) struct StageGuard<'a> {
    observer: &'a dyn Observer,
    stage: Stage,
}

impl<'a> StageGuard<'a> {
    /// Begins a stage whether or not the observer wants to stop.
    pub(crate) fn begin(observer: &'a dyn Observer, stage: Stage, steps: u64) -> StageGuard<'a> {
        observer.begin(stage, steps);
        StageGuard { observer, stage }
    }

    /// Reports one step.
    pub(crate) fn step(&self) -> Result<(), FitError> {
        self.observer.step();
        check_stop(self.observer, self.stage)
    }
}

impl Drop for StageGuard<'_> {
    fn drop(&mut self) {
        self.observer.end(self.stage);
    }
}
