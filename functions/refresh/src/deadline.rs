//! How the time of an invocation is divided.
//!
//! ```text
//! begin ─── reading, learning, drawing pages ───┬──── claim, writing ────┬─ the line ─┤ Lambda ends the process
//!                                               └─ TO_WRITE before the end └─ TO_ANSWER before it
//! ```
//!
//! Learning is where the time goes, and it has written nothing: it is stopped early enough that what is begun can be ended.
//! Should writing be slower than it ever was, it is left where it is. That costs nothing but the next publish's wait for the
//! claim (docs/releases.md), and the log still says why.

use std::time::{Duration, Instant};

use training::time_limit::TimeLimit;

/// What is kept for everything from the claim on. A claim that a dead publish left stands for 30 s (`lease::LEASE`); a
/// site of 100 pages is 500 requests, 16 at a time, each well under a second; and drawing pages, during which nobody asks
/// for the time, takes some seconds.
pub const TO_WRITE: Duration = Duration::from_secs(60);

/// What is kept to read the pointer again, and to say what was done.
pub const TO_ANSWER: Duration = Duration::from_secs(3);

/// Lambda's own limit is 15 minutes; whatever is beyond a day is a clock that is wrong.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// The times of one invocation.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    begun: Instant,
    end: Instant,
}

impl Deadline {
    /// An invocation that began at `begun`, which was `now_ms`, and that Lambda ends at `deadline_ms`, both in
    /// milliseconds since 1970.
    pub fn new(begun: Instant, now_ms: u64, deadline_ms: u64) -> Deadline {
        let left = Duration::from_millis(deadline_ms.saturating_sub(now_ms));
        Deadline { begun, end: begun + left.min(LONGEST) }
    }

    /// What the invocation has, in all.
    pub fn whole(&self) -> Duration {
        self.end - self.begun
    }

    /// When learning must be through.
    pub fn learning(&self) -> TimeLimit {
        TimeLimit::until(self.before_end(TO_WRITE))
    }

    /// When everything must be through.
    pub fn writing(&self) -> Instant {
        self.before_end(TO_ANSWER)
    }

    fn before_end(&self, margin: Duration) -> Instant {
        self.begun + self.whole().saturating_sub(margin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learning_ends_before_writing_and_writing_before_the_end() {
        let begun = Instant::now();
        let deadline = Deadline::new(begun, 5_000, 905_000);
        assert_eq!(deadline.whole(), Duration::from_secs(900));
        assert_eq!(deadline.learning().instant(), begun + Duration::from_secs(840));
        assert_eq!(deadline.writing(), begun + Duration::from_secs(897));
    }

    #[test]
    fn a_deadline_that_is_past_or_absurd_is_no_panic() {
        let begun = Instant::now();
        for (now, deadline, whole) in [(5_000, 0, 0), (5_000, 6_000, 1), (0, u64::MAX, 24 * 60 * 60)] {
            let deadline = Deadline::new(begun, now, deadline);
            assert_eq!(deadline.whole().as_secs(), whole);
            assert!(deadline.learning().instant() >= begun);
            assert_eq!(deadline.learning().is_over(), whole < 60);
        }
    }
}
