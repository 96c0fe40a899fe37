//! A store with releases, written by hand.
#![allow(dead_code, reason = "each test uses its part")]

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use artifact_store::pointer::{Claim, LiveRelease, Pointer};
use artifact_store::{ArtifactStore, Key, ModelFile, Put, ReleaseId, layout};
use career_model::encode;
use classify::{Classifier, ModelSources};
use lambda_http::Body;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::requests::{now, request, text};
use crate::synthetic_model;

/// A release, and the model in it.
#[derive(Clone, Debug)]
pub(crate) struct Release {
    pub(crate) id: ReleaseId,
    pub(crate) model: Vec<u8>,
    /// The number of people in its model, by which tests recognise it.
    pub(crate) people: u64,
}

/// `release(1)` has 101 people, a page of its own, and so on.
pub(crate) fn release(n: u64) -> Release {
    let model = synthetic_model::named(&format!("Topic{n}"), 100 + n);
    Release { id: id(n), model: encode(&model).expect("encoded"), people: 100 + n }
}

pub(crate) fn id(n: u64) -> ReleaseId {
    format!("{n:016x}").parse().expect("16 digits")
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A pointer to a release.
pub(crate) fn pointer(release: &Release) -> Pointer {
    let live = LiveRelease {
        release: release.id.clone(),
        sequence: 1,
        model_sha256: sha256(&release.model),
        inputs: "none".to_owned(),
        published_at: "2026-01-01T00:00:00Z".parse().expect("a time"),
    };
    Pointer { live: Some(live), ..Pointer::default() }
}

/// The same pointer during a publish.
pub(crate) fn claimed(pointer: &Pointer, beat: u64) -> Pointer {
    let claim = Claim { release: id(999), holder: "someone".to_owned(), beat };
    Pointer { claim: Some(claim), ..pointer.clone() }
}

pub(crate) fn put(store: &ArtifactStore, key: &Key, bytes: &[u8]) {
    now(store.put(key, Put::private(bytes, "application/octet-stream"))).expect("written");
}

pub(crate) fn put_model(store: &ArtifactStore, release: &Release) {
    put(store, &release.id.model_file(ModelFile::Model), &release.model);
}

pub(crate) fn put_pointer(store: &ArtifactStore, pointer: &Pointer) {
    put(store, &layout::pointer(), &serde_json::to_vec(pointer).expect("JSON"));
}

/// The model, then the pointer, as in a publish.
pub(crate) fn publish(store: &ArtifactStore, release: &Release) {
    put_model(store, release);
    put_pointer(store, &pointer(release));
}

/// The logged lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct LogLines(Arc<Mutex<Vec<String>>>);

impl LogLines {
    /// The lines since the last time.
    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Sources that log their failures here, and a check with every request.
    pub(crate) fn sources(&self) -> ModelSources {
        let lines = Arc::clone(&self.0);
        let log =
            move |line: &str| lines.lock().unwrap_or_else(PoisonError::into_inner).push(line.to_owned());
        ModelSources::default().check_every(Duration::ZERO).log(log)
    }
}

/// `/health`, answered at once: status, release, source and people.
pub(crate) fn health(classifier: &Classifier) -> (u16, Option<ReleaseId>, Option<String>, Option<u64>) {
    let response = now(classifier.handle(request("GET", "/health", &[], Body::Empty)));
    let body: Value = serde_json::from_str(text(&response)).expect("JSON");
    let release = body["release"].as_str().map(|id| id.parse().expect("an id"));
    let source = body["source"].as_str().map(str::to_owned);
    (response.status().as_u16(), release, source, body["people"].as_u64())
}

/// The answer of `/health`; then waits for the check that it started.
pub(crate) async fn ask(classifier: &Classifier) -> (u16, Option<ReleaseId>, Option<String>, Option<u64>) {
    let answer = health(classifier);
    classifier.settle().await;
    answer
}

/// The answer of `/health` when this release is followed.
pub(crate) fn followed(release: &Release) -> (u16, Option<ReleaseId>, Option<String>, Option<u64>) {
    (200, Some(release.id.clone()), Some("releases".to_owned()), Some(release.people))
}
