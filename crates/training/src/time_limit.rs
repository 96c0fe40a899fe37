//! A time limit for the work before the first write of a publish, for machines that end a process after some
//! time.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// The end of the time for reading and training, and the current stage of the run. Clones share the stage.
#[derive(Clone, Debug)]
pub struct TimeLimit {
    end: Instant,
    position: Arc<Mutex<Position>>,
}

#[derive(Clone, Copy, Debug)]
struct Position {
    stage: &'static str,
    step: u64,
    steps: u64,
}

/// The time limit was reached before anything was written.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the time limit was reached at `{position}`; nothing was written and the live release stays")]
pub struct OutOfTime {
    /// The stage, and its step if steps are counted.
    pub position: String,
}

impl TimeLimit {
    /// A limit for a run that begins now.
    pub fn until(end: Instant) -> TimeLimit {
        let position = Position { stage: "Reading the live release", step: 0, steps: 0 };
        TimeLimit { end, position: Arc::new(Mutex::new(position)) }
    }

    /// The end of the time.
    pub fn instant(&self) -> Instant {
        self.end
    }

    /// The next stage begins. `steps` is 0 if the steps are not counted.
    pub fn begin(&self, stage: &'static str, steps: u64) {
        *self.lock() = Position { stage, step: 0, steps };
    }

    /// One more step of the stage is finished.
    pub fn step(&self) {
        self.lock().step += 1;
    }

    /// Whether the limit is reached.
    pub fn is_over(&self) -> bool {
        Instant::now() >= self.end
    }

    /// The error for a run that has reached the limit.
    pub fn out_of_time(&self) -> OutOfTime {
        let Position { stage, step, steps } = *self.lock();
        let position = if steps == 0 {
            stage.to_owned()
        } else {
            // A search adds steps while it runs, so there may be more than it announced.
            format!("{stage}, {step} of {}", steps.max(step))
        };
        OutOfTime { position }
    }

    /// Fails if the limit is reached.
    ///
    /// # Errors
    /// [`OutOfTime`]
    pub fn check(&self) -> Result<(), OutOfTime> {
        if self.is_over() { Err(self.out_of_time()) } else { Ok(()) }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Position> {
        self.position.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn the_error_names_the_stage_and_the_step() {
        let limit = TimeLimit::until(Instant::now());
        assert_eq!(limit.check(), Err(OutOfTime { position: "Reading the live release".to_owned() }));
        limit.begin("Searching for groups", 3);
        let other = limit.clone();
        other.step();
        assert_eq!(limit.out_of_time().position, "Searching for groups, 1 of 3");
        (0..3).for_each(|_| other.step());
        assert_eq!(limit.out_of_time().position, "Searching for groups, 4 of 4");
        assert_eq!(TimeLimit::until(Instant::now() + Duration::from_secs(60)).check(), Ok(()));
    }
}
