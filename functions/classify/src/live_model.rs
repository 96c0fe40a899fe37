//! The current model, and its replacement by the next one.

use std::sync::{Arc, PoisonError, RwLock};

use artifact_store::ReleaseId;
use career_model::Model;
use serde::Serialize;

/// Where the current model came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ModelSource {
    /// From the live release, which is followed.
    Releases,
    /// From `MODEL_URI`, because the releases could not be read yet.
    Bundled,
    /// From `MODEL_URI` alone, or given by the program: it is never replaced.
    Fixed,
}

/// The release of a model.
#[derive(Clone, Debug)]
pub(crate) struct PublishedModel {
    pub(crate) release: ReleaseId,
    /// SHA-256 of `model.bin`, from the pointer.
    pub(crate) model_sha256: String,
}

/// A model and its source. Never changed, only replaced as a whole.
#[derive(Debug)]
pub(crate) struct LiveModel {
    pub(crate) model: Arc<Model>,
    pub(crate) source: ModelSource,
    /// Only with [`ModelSource::Releases`].
    pub(crate) published: Option<PublishedModel>,
}

/// Holds the live model. A request takes it once and keeps it to its end, so that no answer mixes two models;
/// the last request with the old model frees it.
///
/// A lock of the standard library is enough: it is held only while a pointer is copied.
#[derive(Debug, Default)]
pub(crate) struct Slot(RwLock<Option<Arc<LiveModel>>>);

impl Slot {
    /// The live model.
    pub(crate) fn get(&self) -> Option<Arc<LiveModel>> {
        // The pointer is never half-written, so it is valid even after a panic.
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Replaces the model.
    pub(crate) fn swap(&self, next: LiveModel) {
        let next = Some(Arc::new(next));
        let last = {
            let mut slot = self.0.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *slot, next)
        };
        // Freed without the lock, so that requests do not wait for thousands of deallocations.
        drop(last);
    }
}
