//! The model that answers now, and its exchange for the next one.

use std::sync::{Arc, PoisonError, RwLock};

use artifact_store::ReleaseId;
use career_model::Model;
use serde::Serialize;

/// Where the model that answers came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ModelSource {
    /// From the live release, which is followed.
    Releases,
    /// From `MODEL_URI`, because the releases could not be read yet.
    Bundled,
    /// From `MODEL_URI` alone, or given by the program: it stays.
    Fixed,
}

/// The release that a model was published in.
#[derive(Clone, Debug)]
pub(crate) struct Published {
    pub(crate) release: ReleaseId,
    /// SHA-256 of `model.bin`, as the pointer has it.
    pub(crate) model_sha256: String,
}

/// A model, and where it came from. Never changed, only exchanged whole.
#[derive(Debug)]
pub(crate) struct LiveModel {
    pub(crate) model: Arc<Model>,
    pub(crate) source: ModelSource,
    /// With [`ModelSource::Releases`] only.
    pub(crate) published: Option<Published>,
}

/// Holds the live model. A request takes it once and keeps it to its end, so no answer is made of two models; the old
/// one goes with the last request that holds it.
///
/// A lock of the standard library is enough: it is held for as long as a pointer takes to copy.
#[derive(Debug, Default)]
pub(crate) struct Slot(RwLock<Option<Arc<LiveModel>>>);

impl Slot {
    /// The live model.
    pub(crate) fn get(&self) -> Option<Arc<LiveModel>> {
        // A pointer is never half-written, so a panic elsewhere does not spoil it.
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts the next one in its place.
    pub(crate) fn swap(&self, next: LiveModel) {
        let next = Some(Arc::new(next));
        let last = {
            let mut slot = self.0.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *slot, next)
        };
        // Freed without the lock: requests need not wait for thousands of small pieces of memory.
        drop(last);
    }
}
