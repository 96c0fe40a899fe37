//! Progress reports of a training run.

use std::fmt;
use std::sync::Arc;

use career_training::Stage;

/// A long-running step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Reading a file of profiles; its steps are bytes.
    Reading,
    /// A stage of the fit.
    Fit(Stage),
}

impl Task {
    /// A label for people, such as `Reading profiles`.
    pub fn name(self) -> &'static str {
        match self {
            Task::Reading => "Reading profiles",
            Task::Fit(Stage::LabelTopics) => "Grouping labels",
            Task::Fit(Stage::TrainingTable) => "Building the table",
            Task::Fit(Stage::Search) => "Searching for groups",
            Task::Fit(Stage::Pca) => "Principal components",
            Task::Fit(Stage::KMeans) => "Clustering",
            Task::Fit(Stage::Silhouette) => "Measuring clusters",
            Task::Fit(Stage::Roadmaps) => "Drawing roadmaps",
        }
    }
}

/// Receives the progress of a run, to show it on a terminal, log it, or ignore it. One task runs at a time.
pub trait Progress: fmt::Debug + Send + Sync {
    /// A task begins. `steps` is 0 if the steps are not counted.
    fn begin(&self, task: Task, steps: u64);

    /// The number of finished steps of the current task.
    fn set_position(&self, position: u64);

    /// One more step of the current task is finished.
    fn step(&self);

    /// The current task ends.
    fn end(&self);

    /// A message for people, such as a warning or a skipped record.
    fn say(&self, line: &str);
}

/// A [`Progress`] that can be used on several threads.
pub type SharedProgress = Arc<dyn Progress>;

/// Ignores all progress.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Task, _: u64) {}
    fn set_position(&self, _: u64) {}
    fn step(&self) {}
    fn end(&self) {}
    fn say(&self, _: &str) {}
}
