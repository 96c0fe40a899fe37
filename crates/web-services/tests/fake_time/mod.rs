//! A clock that advances only during a wait.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use web_services::http::Sleeper;

/// Records the waits.
#[derive(Debug, Default)]
pub(crate) struct FakeTime {
    waits: Mutex<Vec<Duration>>,
}

#[allow(dead_code, reason = "not every suite looks at the waits")]
impl FakeTime {
    pub(crate) fn waits(&self) -> Vec<Duration> {
        self.waits.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Sleeper for FakeTime {
    fn sleep(&self, wait: Duration) {
        self.waits.lock().unwrap_or_else(PoisonError::into_inner).push(wait);
    }

    fn now(&self) -> Duration {
        self.waits().iter().sum()
    }
}
