//! Wall-clock time per stage.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use career_training::Stage;
use serde::Serialize;

/// Wall-clock seconds of a training run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Seconds {
    /// Reading and parsing.
    pub read: f64,
    /// Cleaning, once per distinct string, and counting into tables.
    pub clean: f64,
    /// Topics of skills and degree fields.
    pub label_topics: f64,
    /// Item–item weights, and the search for groups on held-out people.
    pub search: f64,
    /// Principal components.
    pub pca: f64,
    /// k-means for all candidate numbers of clusters.
    pub k_means: f64,
    /// Silhouettes of the candidates.
    pub silhouette: f64,
    /// Counts, names and links of the roadmaps.
    pub roadmaps: f64,
    /// The whole run, including the time between stages.
    pub total: f64,
}

/// Measures the stages of a run.
#[derive(Debug)]
pub struct Stopwatch {
    start: Instant,
    running: Mutex<(Seconds, Instant)>,
}

impl Stopwatch {
    /// Starts the measurement of the total.
    pub fn start() -> Stopwatch {
        let start = Instant::now();
        Stopwatch { start, running: Mutex::new((Seconds::default(), start)) }
    }

    /// Adds times that were measured elsewhere.
    pub fn add_reading(&self, read: Duration, clean: Duration) {
        let mut running = self.lock();
        running.0.read += read.as_secs_f64();
        running.0.clean += clean.as_secs_f64();
    }

    /// Measures `work` as part of cleaning.
    pub fn cleaning<T>(&self, work: impl FnOnce() -> T) -> T {
        let begin = Instant::now();
        let result = work();
        self.lock().0.clean += begin.elapsed().as_secs_f64();
        result
    }

    /// A stage begins.
    pub fn begin(&self) {
        self.lock().1 = Instant::now();
    }

    /// The stage that began last ends.
    pub fn end(&self, stage: Stage) {
        let mut running = self.lock();
        let took = running.1.elapsed().as_secs_f64();
        let seconds = &mut running.0;
        *match stage {
            Stage::LabelTopics => &mut seconds.label_topics,
            Stage::TrainingTable => &mut seconds.clean,
            Stage::Search => &mut seconds.search,
            Stage::Pca => &mut seconds.pca,
            Stage::KMeans => &mut seconds.k_means,
            Stage::Silhouette => &mut seconds.silhouette,
            Stage::Roadmaps => &mut seconds.roadmaps,
        } += took;
    }

    /// The times measured so far.
    pub fn seconds(&self) -> Seconds {
        Seconds { total: self.start.elapsed().as_secs_f64(), ..self.lock().0 }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, (Seconds, Instant)> {
        self.running.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
