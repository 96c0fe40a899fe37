//! Receivers of a refresh's progress reports.

use std::sync::atomic::{AtomicBool, Ordering};

use releases::progress::Step;
use training::progress::Task;

/// Remembers whether the publish has begun to write.
#[derive(Debug, Default)]
pub(crate) struct WriteWatch {
    writing: AtomicBool,
}

impl WriteWatch {
    /// Whether the publish has begun to write.
    pub(crate) fn has_begun(&self) -> bool {
        self.writing.load(Ordering::Relaxed)
    }
}

impl releases::progress::Progress for WriteWatch {
    fn publishing(&self, step: Step<'_>) {
        let writes = matches!(step, Step::Release { .. } | Step::Public { .. });
        self.writing.fetch_or(writes, Ordering::Relaxed);
    }
}

/// Writes messages for people, such as skipped records, to the function's log.
#[derive(Debug)]
pub(crate) struct Log;

impl training::progress::Progress for Log {
    fn begin(&self, _: Task, _: u64) {}
    fn set_position(&self, _: u64) {}
    fn step(&self) {}
    fn end(&self) {}

    fn say(&self, line: &str) {
        eprintln!("{line}");
    }
}
