//! Progress reports of a publish.

use std::time::Duration;

use artifact_store::ReleaseId;
use training::progress::Silent;

/// Receives the steps of a publish, to show them on a terminal, log them, or ignore them.
pub trait Progress: Sync {
    /// Called after each step.
    fn publishing(&self, step: Step<'_>);
}

impl Progress for Silent {
    fn publishing(&self, _: Step<'_>) {}
}

/// A step of a publish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// Another publish holds the claim; this one waits up to `lease` for the claim to be renewed.
    Waiting {
        /// The release of the other publish.
        release: &'a ReleaseId,
        /// The longest wait.
        lease: Duration,
    },
    /// Private files of the release are being written.
    Release {
        /// Files written so far.
        written: usize,
        /// Files in total.
        total: usize,
    },
    /// Public files are being written.
    Public {
        /// Files written so far.
        written: usize,
        /// Files in total.
        total: usize,
    },
}
