//! How the time of an invocation is divided.
//!
//! ```text
//! begin ── read, train, render ──┬─── claim, write ───┬── log line ──┤ Lambda ends the process
//!                                └─ WRITE_TIME before └─ ANSWER_TIME before
//! ```
//!
//! Training takes most of the time and writes nothing: it stops early enough to leave time for writing. If
//! writing takes too long, it is abandoned. Then the next publish has to wait for the claim
//! (docs/releases.md); nothing else is lost, and the log names the reason.

use std::time::{Duration, Instant};

use training::time_limit::TimeLimit;

/// Time reserved for the claim and for writing. The claim of a crashed publish expires after 30 s
/// (`lease::LEASE`); a site of 100 pages takes 500 requests, 16 at a time, each well under a second; and
/// rendering, which does not check the limit, takes some seconds.
pub const WRITE_TIME: Duration = Duration::from_secs(60);

/// Time reserved to read the pointer again and to write the log line.
pub const ANSWER_TIME: Duration = Duration::from_secs(3);

/// Longest time of an invocation. Lambda's limit is 15 minutes; a deadline after more than a day is a wrong
/// clock.
const MAX_TIME: Duration = Duration::from_secs(24 * 60 * 60);

/// The times of one invocation.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    begun: Instant,
    end: Instant,
}

impl Deadline {
    /// The deadline of an invocation that began at `begun`, at `now_ms`, and that Lambda ends at
    /// `deadline_ms`. Both are milliseconds since 1970.
    pub fn new(begun: Instant, now_ms: u64, deadline_ms: u64) -> Deadline {
        let left = Duration::from_millis(deadline_ms.saturating_sub(now_ms));
        Deadline { begun, end: begun + left.min(MAX_TIME) }
    }

    /// The total time of the invocation.
    pub fn total(&self) -> Duration {
        self.end - self.begun
    }

    /// The time limit of reading and training.
    pub fn training_limit(&self) -> TimeLimit {
        TimeLimit::until(self.before_end(WRITE_TIME))
    }

    /// The end of the time for writing.
    pub fn writing_end(&self) -> Instant {
        self.before_end(ANSWER_TIME)
    }

    fn before_end(&self, margin: Duration) -> Instant {
        self.begun + self.total().saturating_sub(margin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn training_ends_before_writing_and_writing_before_the_deadline() {
        let begun = Instant::now();
        let deadline = Deadline::new(begun, 5_000, 905_000);
        assert_eq!(deadline.total(), Duration::from_secs(900));
        assert_eq!(deadline.training_limit().instant(), begun + Duration::from_secs(840));
        assert_eq!(deadline.writing_end(), begun + Duration::from_secs(897));
    }

    #[test]
    fn a_deadline_in_the_past_or_far_future_does_not_panic() {
        let begun = Instant::now();
        for (now, deadline, total) in [(5_000, 0, 0), (5_000, 6_000, 1), (0, u64::MAX, 24 * 60 * 60)] {
            let deadline = Deadline::new(begun, now, deadline);
            assert_eq!(deadline.total().as_secs(), total);
            assert!(deadline.training_limit().instant() >= begun);
            assert_eq!(deadline.training_limit().is_over(), total < 60);
        }
    }
}
