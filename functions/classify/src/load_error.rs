//! Why a model could not be loaded, and a log that repeats no failure.

use std::error::Error;
use std::mem::{Discriminant, discriminant};

use artifact_store::{ReleaseId, StoreError, UriError};
use career_model::ArtifactError;

/// Why a model could not be loaded.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LoadError {
    /// The setting names no location.
    #[error(transparent)]
    Location(UriError),
    /// The pointer cannot be read.
    #[error("cannot read which release is live")]
    Pointer(#[source] StoreError),
    /// `current.json` is not a pointer.
    #[error("current.json is not a pointer to a release; was it written by another program?")]
    BadPointer(#[source] serde_json::Error),
    /// The pointer names no live release.
    #[error("nothing is published there yet; run `site-gen publish`")]
    NothingLive,
    /// The model cannot be read.
    #[error("cannot read the model")]
    Model(#[source] StoreError),
    /// The model is not the one that was published.
    #[error("the SHA-256 of the model of release {0} does not match the pointer; publish again")]
    WrongChecksum(ReleaseId),
    /// The model is the right one, but this program cannot use it.
    #[error("this program cannot use model.bin")]
    Artifact(#[source] ArtifactError),
    /// The store did not answer in time.
    #[error("no answer for {seconds} seconds; is the location reachable from here?")]
    TimedOut {
        /// The time limit.
        seconds: u64,
    },
}

/// The kind of a failure. The texts of one kind may differ, for example in a request id.
type Kind = (Discriminant<LoadError>, Option<Discriminant<StoreError>>);

impl LoadError {
    fn kind(&self) -> Kind {
        let inner = match self {
            LoadError::Pointer(error) | LoadError::Model(error) => Some(discriminant(error)),
            _ => None,
        };
        (discriminant(self), inner)
    }

    /// The message, followed by its causes.
    fn message(&self) -> String {
        let mut message = self.to_string();
        let mut cause = self.source();
        while let Some(error) = cause {
            message.push_str(": ");
            message.push_str(&error.to_string());
            cause = error.source();
        }
        message
    }
}

/// The last kind of failure that was logged: a failure is logged when it begins, not at every check.
#[derive(Debug, Default)]
pub(crate) struct FailureLog(Option<Kind>);

impl FailureLog {
    /// The line to log for this failure; `None` when the last line was about the same kind.
    pub(crate) fn new_line(&mut self, what: &str, error: &LoadError) -> Option<String> {
        let kind = error.kind();
        let is_new = self.0.replace(kind) != Some(kind);
        is_new.then(|| format!("{what}: {}", error.message()))
    }

    /// Loading works again: the next failure of any kind is logged.
    pub(crate) fn end(&mut self) {
        self.0 = None;
    }
}
