//! One run of a fit: timed, limited and reported.

use career_training::{Observer, Stage};

use crate::progress::{SharedProgress, Task};
use crate::stopwatch::Stopwatch;
use crate::time_limit::TimeLimit;

/// Times a run, ends it at its limit, and reports where it is.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) stopwatch: Stopwatch,
    pub(crate) limit: Option<TimeLimit>,
    pub(crate) progress: SharedProgress,
}

impl Run {
    /// Starts the clock.
    pub(crate) fn start(progress: SharedProgress) -> Run {
        Run { stopwatch: Stopwatch::start(), limit: None, progress }
    }
}

impl Observer for Run {
    fn begin(&self, stage: Stage, steps: u64) {
        let task = Task::Fit(stage);
        self.progress.begin(task, steps);
        if let Some(limit) = &self.limit {
            limit.begin(task.name(), steps);
        }
        self.stopwatch.begin();
    }

    fn step(&self) {
        self.progress.step();
        if let Some(limit) = &self.limit {
            limit.step();
        }
    }

    fn end(&self, stage: Stage) {
        self.stopwatch.end(stage);
        self.progress.end();
    }

    fn should_stop(&self) -> bool {
        self.limit.as_ref().is_some_and(TimeLimit::is_over)
    }
}
