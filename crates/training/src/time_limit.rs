//! A limit of time for what comes before the first write of a publish, for machines that end a process by the clock.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// Until when a run may read and learn, and how far it is. Clones are of one run.
#[derive(Clone, Debug)]
pub struct TimeLimit {
    until: Instant,
    reached: Arc<Mutex<Reached>>,
}

#[derive(Clone, Copy, Debug)]
struct Reached {
    stage: &'static str,
    done: u64,
    steps: u64,
}

/// The time was up before anything was written.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the time was up at `{reached}`; nothing was written and the live release stays")]
pub struct OutOfTime {
    /// The stage, and its steps where they are counted.
    pub reached: String,
}

impl TimeLimit {
    /// A run that begins now.
    pub fn until(until: Instant) -> TimeLimit {
        let begun = Reached { stage: "Reading what is live", done: 0, steps: 0 };
        TimeLimit { until, reached: Arc::new(Mutex::new(begun)) }
    }

    /// When the time is up.
    pub fn instant(&self) -> Instant {
        self.until
    }

    /// The next stage begins; 0 steps where they are not counted.
    pub fn begin(&self, stage: &'static str, steps: u64) {
        *self.lock() = Reached { stage, done: 0, steps };
    }

    /// One step of the stage is done.
    pub fn step(&self) {
        self.lock().done += 1;
    }

    /// Whether the time is up.
    pub fn is_over(&self) -> bool {
        Instant::now() >= self.until
    }

    /// What to say when it is.
    pub fn out_of_time(&self) -> OutOfTime {
        let Reached { stage, done, steps } = *self.lock();
        let reached = if steps == 0 {
            stage.to_owned()
        } else {
            // A search goes on from its best candidates, so there may be more steps than were thought.
            format!("{stage}, {done} of {}", steps.max(done))
        };
        OutOfTime { reached }
    }

    /// An error when the time is up.
    ///
    /// # Errors
    /// [`OutOfTime`].
    pub fn check(&self) -> Result<(), OutOfTime> {
        if self.is_over() { Err(self.out_of_time()) } else { Ok(()) }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Reached> {
        self.reached.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn it_says_how_far_the_run_was() {
        let limit = TimeLimit::until(Instant::now());
        assert_eq!(limit.check(), Err(OutOfTime { reached: "Reading what is live".to_owned() }));
        limit.begin("Searching for groups", 3);
        let other = limit.clone();
        other.step();
        assert_eq!(limit.out_of_time().reached, "Searching for groups, 1 of 3");
        (0..3).for_each(|_| other.step());
        assert_eq!(limit.out_of_time().reached, "Searching for groups, 4 of 4");
        assert_eq!(TimeLimit::until(Instant::now() + Duration::from_secs(60)).check(), Ok(()));
    }
}
