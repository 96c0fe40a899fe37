//! Waiting and telling time, replaceable in tests.

use std::time::{Duration, Instant};

/// What the client knows of time.
pub trait Sleeper: Send + Sync {
    /// Waits.
    fn sleep(&self, wait: Duration);
    /// Time since some fixed moment; never goes back.
    fn now(&self) -> Duration;
}

/// The machine's own time.
#[derive(Debug)]
pub struct SystemSleeper {
    start: Instant,
}

impl Default for SystemSleeper {
    fn default() -> SystemSleeper {
        SystemSleeper { start: Instant::now() }
    }
}

impl Sleeper for SystemSleeper {
    fn sleep(&self, wait: Duration) {
        std::thread::sleep(wait);
    }

    fn now(&self) -> Duration {
        self.start.elapsed()
    }
}
