//! The model behind the handler.

use std::sync::Arc;

use artifact_store::ArtifactStore;
use career_model::Model;

use crate::follower::Follower;
use crate::live_model::{LiveModel, ModelSource};
use crate::sources::ModelSources;

/// Answers requests, each with one model.
#[derive(Debug)]
pub struct Classifier {
    follower: Arc<Follower>,
}

impl Classifier {
    /// Always answers with this model; without one, always with `503`.
    pub fn new(model: Option<Arc<Model>>) -> Classifier {
        let model = model.map(|model| LiveModel { model, source: ModelSource::Fixed, published: None });
        Classifier { follower: Arc::new(Follower::holding(ModelSources::default(), model)) }
    }

    /// Loads the model of the live release and follows it. While the releases cannot be read, the bundled
    /// model answers. A failure is logged once, and the last good model is kept. Without any model, requests
    /// are answered with `503`, and every [`crate::limits::RELOAD_EVERY`]th request tries to load one again.
    pub async fn start(sources: ModelSources) -> Classifier {
        Classifier { follower: Arc::new(Follower::start(sources).await) }
    }

    /// Like [`Classifier::start`] with the model of this store only, which is never replaced.
    pub async fn from_store(store: ArtifactStore) -> Classifier {
        Classifier::start(ModelSources::default().model(store)).await
    }

    /// Like [`Classifier::start`] with this value of `MODEL_URI`.
    pub async fn from_uri(uri: &str) -> Classifier {
        let variable = |name: &str| (name == "MODEL_URI").then(|| uri.to_owned());
        Classifier::start(ModelSources::from_env(variable).await).await
    }

    /// The current model. Starts no check for a new one.
    pub fn model(&self) -> Option<Arc<Model>> {
        self.follower.now().map(|live| Arc::clone(&live.model))
    }

    /// Waits for the check for a new model, if a request has started one, for [`crate::limits::SETTLE_LIMIT`]
    /// at most. Call it between an answer and the next request.
    pub async fn settle(&self) {
        self.follower.settle().await;
    }

    /// The model for a whole request; may start a check for a new one.
    pub(crate) async fn live(&self) -> Option<Arc<LiveModel>> {
        self.follower.model().await
    }
}
