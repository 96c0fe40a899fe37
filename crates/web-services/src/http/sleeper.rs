//! The clock, which tests replace.

use std::time::{Duration, Instant};

/// A clock that can wait.
pub trait Sleeper: Send + Sync {
    /// Waits.
    fn sleep(&self, wait: Duration);
    /// The time since a fixed moment; never decreases.
    fn now(&self) -> Duration;
}

/// The machine's clock.
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
