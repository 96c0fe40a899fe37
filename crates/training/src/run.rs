//! A run of a fit, with a stopwatch, a time limit and progress reports.

use career_training::{Observer, Stage};

use crate::progress::{SharedProgress, Task};
use crate::stopwatch::Stopwatch;
use crate::time_limit::TimeLimit;

/// Measures a run, ends it at its time limit, and reports its progress.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) stopwatch: Stopwatch,
    pub(crate) limit: Option<TimeLimit>,
    pub(crate) progress: SharedProgress,
}

impl Run {
    /// Starts the stopwatch.
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
