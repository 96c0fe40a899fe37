//! What a run reports while it works.

use std::fmt;
use std::sync::Arc;

use career_training::Stage;

/// Something that takes a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Reading one file of profiles; its steps are bytes.
    Reading,
    /// A stage of the fit.
    Fit(Stage),
}

impl Task {
    /// A few words for people, such as `Reading profiles`.
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

/// Receives the progress of a run, for a terminal, a log, or nothing at all. One task runs at a time.
pub trait Progress: fmt::Debug + Send + Sync {
    /// A task begins; 0 steps where they are not counted.
    fn begin(&self, task: Task, steps: u64);

    /// This many steps of the current task are done.
    fn set_position(&self, position: u64);

    /// One more step of the current task is done.
    fn step(&self);

    /// The current task is done.
    fn end(&self);

    /// A line for a person: a warning, a record that was skipped.
    fn say(&self, line: &str);
}

/// Where progress is reported to; a run may go on in another thread.
pub type SharedProgress = Arc<dyn Progress>;

/// Reports nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Task, _: u64) {}
    fn set_position(&self, _: u64) {}
    fn step(&self) {}
    fn end(&self) {}
    fn say(&self, _: &str) {}
}
