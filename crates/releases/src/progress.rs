//! What a publish reports while it works.

use std::time::Duration;

use artifact_store::ReleaseId;
use training::progress::Silent;

/// Receives the steps of a publish, for a terminal, a log, or nothing at all.
pub trait Progress: Sync {
    /// A step was taken.
    fn publishing(&self, step: Step<'_>);
}

impl Progress for Silent {
    fn publishing(&self, _: Step<'_>) {}
}

/// A step of a publish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// Another publish holds the claim; it is given this long to renew it.
    Waiting {
        /// The release it publishes.
        release: &'a ReleaseId,
        /// How long, at the most.
        lease: Duration,
    },
    /// Files of the release are being written.
    Release {
        /// Files written so far.
        done: usize,
        /// All files.
        all: usize,
    },
    /// Public files are being written.
    Public {
        /// Files written so far.
        done: usize,
        /// All files.
        all: usize,
    },
}
