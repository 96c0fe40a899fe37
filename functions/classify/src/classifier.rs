//! The model behind the handler: loaded once, looked for again when it was not there.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use artifact_store::{ArtifactStore, ModelFile};
use career_model::{Model, artifact};

use crate::limits::RELOAD_EVERY;

/// Answers requests with one model.
#[derive(Debug)]
pub struct Classifier {
    model: OnceLock<Arc<Model>>,
    /// Where to look again; `None` when there is nowhere.
    store: Option<ArtifactStore>,
    /// Requests that came while there was no model.
    waited: AtomicU32,
}

impl Classifier {
    /// Answers with this model, or with `503` for ever.
    pub fn new(model: Option<Arc<Model>>) -> Classifier {
        Classifier {
            model: model.map_or_else(OnceLock::new, OnceLock::from),
            store: None,
            waited: AtomicU32::new(0),
        }
    }

    /// Loads the model of a store. When that fails, the reason goes to standard error, requests are answered
    /// with `503`, and every [`RELOAD_EVERY`]th of them looks again.
    pub async fn from_store(store: ArtifactStore) -> Classifier {
        let classifier = Classifier { store: Some(store), ..Classifier::new(None) };
        classifier.load().await;
        classifier
    }

    /// Like [`Classifier::from_store`], for the place that `MODEL_URI` names.
    pub async fn from_uri(uri: &str) -> Classifier {
        match ArtifactStore::open(uri).await {
            Ok(store) => Classifier::from_store(store).await,
            Err(error) => {
                eprintln!("no model: MODEL_URI: {error}");
                Classifier::new(None)
            }
        }
    }

    /// The model. Without one, now and then this looks for it.
    pub(crate) async fn model(&self) -> Option<&Arc<Model>> {
        if self.model.get().is_none() {
            // Counted, not timed: a broken model must not cost every request a read.
            let waited = self.waited.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
            if waited.is_multiple_of(RELOAD_EVERY) {
                self.load().await;
            }
        }
        self.model.get()
    }

    async fn load(&self) {
        let Some(store) = &self.store else { return };
        let most = artifact::HEADER_LEN + artifact::MAX_PAYLOAD_LEN;
        let bytes = match store.get(&ModelFile::Model.key(), most).await {
            Ok(object) => object.bytes,
            Err(error) => {
                eprintln!("no model: {error}");
                return;
            }
        };
        match artifact::decode(&bytes) {
            // Someone else may have been quicker; either model is the one in the store.
            Ok(model) => drop(self.model.set(Arc::new(model))),
            Err(error) => eprintln!("no model: {}: {error}", ModelFile::Model.file_name()),
        }
    }
}
