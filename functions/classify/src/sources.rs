//! The locations of models: their settings, and reads.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use artifact_store::pointer::{LiveRelease, MAX_POINTER_LEN, Pointer};
use artifact_store::{ArtifactStore, Key, ModelFile, Object, UriError, Version, layout};
use base16ct::lower;
use career_model::{Model, artifact};
use sha2::{Digest, Sha256};

use crate::limits::{CHECK_EVERY, MAX_CHECK_EVERY};
use crate::load_error::LoadError;

/// A location, or why the setting names none.
pub(crate) type Location = Result<ArtifactStore, UriError>;

/// Writes a line to a log.
type Log = Arc<dyn Fn(&str) + Send + Sync>;

/// The locations from which a [`crate::Classifier`] loads models.
#[derive(Clone)]
pub struct ModelSources {
    pub(crate) releases: Option<Location>,
    pub(crate) model: Option<Location>,
    pub(crate) check_every: Duration,
    pub(crate) log: Log,
}

impl Default for ModelSources {
    /// No location; failures go to standard error.
    fn default() -> ModelSources {
        let log: Log = Arc::new(|line: &str| eprintln!("{line}"));
        ModelSources { releases: None, model: None, check_every: CHECK_EVERY, log }
    }
}

impl ModelSources {
    /// The locations in the environment. `RELEASES_URI` is followed. `MODEL_URI` is the bundled model beside
    /// `RELEASES_URI`, or the only model without it. `MODEL_CHECK_SECONDS` is the time between two reads of
    /// the pointer, at most [`MAX_CHECK_EVERY`]. An empty variable counts as not set.
    ///
    /// ```
    /// # let future = async {
    /// let sources = classify::ModelSources::from_env(|name| std::env::var(name).ok()).await;
    /// # };
    /// ```
    pub async fn from_env(variable: impl Fn(&str) -> Option<String>) -> ModelSources {
        let set = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
        let mut sources = ModelSources::default();
        if let Some(uri) = set("RELEASES_URI") {
            sources.releases = Some(ArtifactStore::open(&uri).await);
        }
        if let Some(uri) = set("MODEL_URI") {
            sources.model = Some(ArtifactStore::open(&uri).await);
        } else if sources.releases.is_none() {
            // An error for this setting, so that the log names it as the reason why there is no model.
            sources.model = Some(Err(UriError::Empty));
        }
        if let Some(text) = set("MODEL_CHECK_SECONDS") {
            match text.trim().parse().map(Duration::from_secs) {
                Ok(asked) => sources.check_every = asked.min(MAX_CHECK_EVERY),
                Err(_) => (sources.log)("MODEL_CHECK_SECONDS is not a whole number of seconds; using 60"),
            }
        }
        sources
    }

    /// Follows the pointer in this store.
    #[must_use]
    pub fn releases(self, store: ArtifactStore) -> ModelSources {
        ModelSources { releases: Some(Ok(store)), ..self }
    }

    /// The model of this store, which is used alone, or while the releases cannot be read.
    #[must_use]
    pub fn model(self, store: ArtifactStore) -> ModelSources {
        ModelSources { model: Some(Ok(store)), ..self }
    }

    /// The minimum time between two reads of the pointer.
    #[must_use]
    pub fn check_every(self, time: Duration) -> ModelSources {
        ModelSources { check_every: time, ..self }
    }

    /// Logs failures here instead of on standard error.
    #[must_use]
    pub fn log(self, log: impl Fn(&str) + Send + Sync + 'static) -> ModelSources {
        ModelSources { log: Arc::new(log), ..self }
    }
}

impl fmt::Debug for ModelSources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ModelSources")
            .field("releases", &self.releases)
            .field("model", &self.model)
            .field("check_every", &self.check_every)
            .finish()
    }
}

/// A store, if the setting names one.
pub(crate) fn store(location: &Location) -> Result<&ArtifactStore, LoadError> {
    location.as_ref().map_err(|error| LoadError::Location(error.clone()))
}

/// The pointer, unless it is still the `known` version.
pub(crate) async fn pointer(
    store: &ArtifactStore,
    known: Option<&Version>,
) -> Result<Option<Object>, LoadError> {
    let key = layout::pointer();
    let read = match known {
        Some(version) => store.get_if_changed(&key, MAX_POINTER_LEN, version).await,
        None => store.get(&key, MAX_POINTER_LEN).await.map(Some),
    };
    read.map_err(LoadError::Pointer)
}

/// The live release of a pointer.
pub(crate) fn live(pointer: &[u8]) -> Result<LiveRelease, LoadError> {
    let pointer: Pointer = serde_json::from_slice(pointer).map_err(LoadError::BadPointer)?;
    pointer.live.ok_or(LoadError::NothingLive)
}

/// The model of a release, if its checksum is the pointer's.
pub(crate) async fn released_model(store: &ArtifactStore, live: &LiveRelease) -> Result<Model, LoadError> {
    let bytes = model_bytes(store, &live.release.model_file(ModelFile::Model)).await?;
    // The checksum in `model.bin` says that the file is complete, but not that it is the published one.
    if lower::encode_string(&Sha256::digest(&bytes)) != live.model_sha256 {
        return Err(LoadError::WrongChecksum(live.release.clone()));
    }
    artifact::decode(&bytes).map_err(LoadError::Artifact)
}

/// The model of a store without releases.
pub(crate) async fn single_model(store: &ArtifactStore) -> Result<Model, LoadError> {
    let bytes = model_bytes(store, &ModelFile::Model.key()).await?;
    artifact::decode(&bytes).map_err(LoadError::Artifact)
}

async fn model_bytes(store: &ArtifactStore, key: &Key) -> Result<Vec<u8>, LoadError> {
    let most = artifact::HEADER_LEN + artifact::MAX_PAYLOAD_LEN;
    store.get(key, most).await.map(|object| object.bytes).map_err(LoadError::Model)
}

#[cfg(test)]
mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    fn from(variables: &[(&str, &str)]) -> ModelSources {
        let variable = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let sources = pin!(ModelSources::from_env(variable));
        match sources.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(sources) => sources,
            Poll::Pending => panic!("folders answer at once"),
        }
    }

    #[test]
    fn the_time_between_checks_is_bounded_and_a_minute_by_default() {
        let seconds = |text: &str| from(&[("MODEL_CHECK_SECONDS", text)]).check_every.as_secs();
        assert_eq!(
            ["", "  ", "5", "0", "86401", "99999999999", "-1", "1.5", "soon"].map(seconds),
            [60, 60, 5, 0, 86_400, 86_400, 60, 60, 60]
        );
    }

    #[test]
    fn locations_are_those_of_the_variables() {
        let locations = |variables: &[(&str, &str)]| {
            let sources = from(variables);
            let shown = |location: Option<Location>| match location {
                None => "none".to_owned(),
                Some(Ok(store)) => store.location(&layout::pointer()),
                Some(Err(error)) => format!("{error:?}").split(' ').next().unwrap_or_default().to_owned(),
            };
            (shown(sources.releases), shown(sources.model))
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(locations(&[]), pair("none", "Empty"));
        assert_eq!(locations(&[("MODEL_URI", "m")]), pair("none", "m/current.json"));
        assert_eq!(locations(&[("RELEASES_URI", "r"), ("MODEL_URI", " ")]), pair("r/current.json", "none"));
        assert_eq!(
            locations(&[("RELEASES_URI", "file://elsewhere"), ("MODEL_URI", "m")]),
            pair("BadLocation", "m/current.json")
        );
    }
}
