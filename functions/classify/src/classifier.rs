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
    /// Answers with this model, or with `503` for ever.
    pub fn new(model: Option<Arc<Model>>) -> Classifier {
        let model = model.map(|model| LiveModel { model, source: ModelSource::Fixed, published: None });
        Classifier { follower: Arc::new(Follower::holding(ModelSources::default(), model)) }
    }

    /// Loads the model of the live release and follows it; when the releases cannot be read, the model that lies
    /// outside them answers until they can. A failure is said once, and the last good model kept. Without any model,
    /// requests are answered with `503`, and every [`crate::limits::RELOAD_EVERY`]th of them looks again.
    pub async fn start(sources: ModelSources) -> Classifier {
        Classifier { follower: Arc::new(Follower::start(sources).await) }
    }

    /// Like [`Classifier::start`] with the model of this store only: once there, it stays.
    pub async fn from_store(store: ArtifactStore) -> Classifier {
        Classifier::start(ModelSources::default().model(store)).await
    }

    /// Like [`Classifier::start`] for the place that `MODEL_URI` would name.
    pub async fn from_uri(uri: &str) -> Classifier {
        let variable = |name: &str| (name == "MODEL_URI").then(|| uri.to_owned());
        Classifier::start(ModelSources::from_env(variable).await).await
    }

    /// The model that answers now. Starts nothing.
    pub fn model(&self) -> Option<Arc<Model>> {
        self.follower.now().map(|live| Arc::clone(&live.model))
    }

    /// For the time between an answer and the next request: lets the look for a new model end, if a request has
    /// started one, [`crate::limits::SETTLE_LIMIT`] at most.
    pub async fn settle(&self) {
        self.follower.settle().await;
    }

    /// What a request is answered with, from its beginning to its end.
    pub(crate) async fn live(&self) -> Option<Arc<LiveModel>> {
        self.follower.model().await
    }
}
