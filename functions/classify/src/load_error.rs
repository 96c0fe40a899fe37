//! Why there is no new model, and saying so once.

use std::error::Error;
use std::mem::{Discriminant, discriminant};

use artifact_store::{ReleaseId, StoreError, UriError};
use career_model::ArtifactError;

/// Why a model could not be had.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LoadError {
    /// The setting names no place.
    #[error(transparent)]
    Place(UriError),
    /// The pointer cannot be read.
    #[error("cannot read which release is live")]
    Pointer(#[source] StoreError),
    /// The pointer can be read, and is none.
    #[error("current.json is not a pointer to a release; was it written by another program?")]
    NoPointer(#[source] serde_json::Error),
    /// There is a pointer, and it points nowhere.
    #[error("nothing is published there yet; run `site-gen publish`")]
    NothingLive,
    /// The model cannot be read.
    #[error("cannot read the model")]
    Model(#[source] StoreError),
    /// It is not the model that was published.
    #[error("the SHA-256 of the model of release {0} does not match the pointer; publish again")]
    OtherBytes(ReleaseId),
    /// It is the one, and this program cannot use it.
    #[error("this program cannot use model.bin")]
    Artifact(#[source] ArtifactError),
    /// No answer in time.
    #[error("no answer for {seconds} seconds; is the location reachable from here?")]
    TimedOut {
        /// How long was waited.
        seconds: u64,
    },
}

/// What kind of failure it is: the texts of one kind may differ in a request id every time.
type Kind = (Discriminant<LoadError>, Option<Discriminant<StoreError>>);

impl LoadError {
    fn kind(&self) -> Kind {
        let inner = match self {
            LoadError::Pointer(error) | LoadError::Model(error) => Some(discriminant(error)),
            _ => None,
        };
        (discriminant(self), inner)
    }

    /// The whole story, causes last.
    fn story(&self) -> String {
        let mut story = self.to_string();
        let mut cause = self.source();
        while let Some(error) = cause {
            story.push_str(": ");
            story.push_str(&error.to_string());
            cause = error.source();
        }
        story
    }
}

/// Says a failure when it begins and when it becomes another, not every minute that it lasts.
#[derive(Debug, Default)]
pub(crate) struct Complaint(Option<Kind>);

impl Complaint {
    /// The line to print about this failure; `None` when its kind was said last.
    pub(crate) fn about(&mut self, what: &str, error: &LoadError) -> Option<String> {
        let kind = error.kind();
        let is_news = self.0.replace(kind) != Some(kind);
        is_news.then(|| format!("{what}: {}", error.story()))
    }

    /// It works: the next failure is news again.
    pub(crate) fn over(&mut self) {
        self.0 = None;
    }
}
