//! Progress on a terminal: one line on stderr per stage, nothing when stderr is not a terminal.

use std::sync::Mutex;
use std::time::Duration;

use career_training::{Observer, Stage};
use indicatif::{ProgressBar, ProgressStyle};

use crate::releases::publish::Step;
use crate::stopwatch::Stopwatch;
use crate::time_limit::TimeLimit;

/// Shows where a training run is, and times it.
#[derive(Debug)]
pub struct TrainingProgress {
    stopwatch: Stopwatch,
    bar: Mutex<Option<ProgressBar>>,
    limit: Option<TimeLimit>,
}

impl TrainingProgress {
    /// Starts the clock.
    pub fn start() -> TrainingProgress {
        TrainingProgress { stopwatch: Stopwatch::start(), bar: Mutex::new(None), limit: None }
    }

    /// The run ends at this limit, if there is one.
    pub fn set_limit(&mut self, limit: Option<TimeLimit>) {
        self.limit = limit;
    }

    /// The limit.
    pub fn limit(&self) -> Option<&TimeLimit> {
        self.limit.as_ref()
    }

    /// The times so far.
    pub fn stopwatch(&self) -> &Stopwatch {
        &self.stopwatch
    }

    /// A line on stderr, above the bar.
    pub fn say(&self, line: &str) {
        match &*self.bar() {
            Some(bar) => bar.suspend(|| eprintln!("{line}")),
            None => eprintln!("{line}"),
        }
    }

    fn bar(&self) -> std::sync::MutexGuard<'_, Option<ProgressBar>> {
        self.bar.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Observer for TrainingProgress {
    fn begin(&self, stage: Stage, steps: u64) {
        let bar = if steps == 0 { spinner() } else { steps_bar(steps) };
        bar.set_message(describe(stage));
        *self.bar() = Some(bar);
        if let Some(limit) = &self.limit {
            limit.begin(describe(stage), steps);
        }
        self.stopwatch.begin();
    }

    fn step(&self) {
        if let Some(bar) = &*self.bar() {
            bar.inc(1);
        }
        if let Some(limit) = &self.limit {
            limit.step();
        }
    }

    fn end(&self, stage: Stage) {
        self.stopwatch.end(stage);
        if let Some(bar) = self.bar().take() {
            bar.finish_and_clear();
        }
    }

    fn should_stop(&self) -> bool {
        self.limit.as_ref().is_some_and(TimeLimit::is_over)
    }
}

/// Shows how far a publish is.
#[derive(Debug)]
pub struct PublishProgress {
    bar: ProgressBar,
}

impl PublishProgress {
    /// Nothing is shown until there is something to tell.
    #[expect(clippy::new_without_default, reason = "it is a thing on the screen, not a value")]
    pub fn new() -> PublishProgress {
        PublishProgress { bar: steps_bar(0) }
    }

    /// Tells it.
    pub fn tell(&self, step: Step<'_>) {
        let (message, done, all) = match step {
            Step::Waiting { release, lease } => {
                let seconds = lease.as_secs_f64();
                return self.bar.suspend(|| {
                    eprintln!(
                        "release {release} is being published, or was when its process ended: waiting up to {seconds} s for a \
                         sign of life"
                    );
                });
            }
            Step::Release { done, all } => ("Writing the release", done, all),
            Step::Public { done, all } => ("Writing public files", done, all),
        };
        self.bar.set_message(message);
        self.bar.set_length(all as u64);
        self.bar.set_position(done as u64);
        if done == all {
            self.bar.finish_and_clear();
        }
    }
}

/// A bar over the bytes of files that are read.
pub fn bytes_bar(total: u64, message: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(total).with_style(style("{msg:24} {wide_bar} {bytes}/{total_bytes} {eta:>4}"));
    bar.set_message(message);
    bar
}

/// A bar over things that are counted.
pub fn steps_bar(total: u64) -> ProgressBar {
    ProgressBar::new(total).with_style(style("{msg:24} {wide_bar} {pos}/{len} {eta:>4}"))
}

fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner().with_style(style("{msg:24} {spinner} {elapsed}"));
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

fn describe(stage: Stage) -> &'static str {
    match stage {
        Stage::LabelTopics => "Grouping labels",
        Stage::TrainingTable => "Building the table",
        Stage::Search => "Searching for groups",
        Stage::Pca => "Principal components",
        Stage::KMeans => "Clustering",
        Stage::Silhouette => "Measuring clusters",
        Stage::Roadmaps => "Drawing roadmaps",
    }
}
