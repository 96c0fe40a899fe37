//! Small models of synthetic people, and functions to publish them.

use std::sync::Arc;

use std::sync::OnceLock;
use std::time::Duration;

use anyhow::Result;
use artifact_store::{ArtifactStore, MemoryStore, Timestamp};
use career_model::{Model, Profile};
use career_training::{ClusterCount, Features, Fitted};
use disclosure::Anchors;
use releases::live_state::LiveState;
use releases::manifest::{Manifest, Origin};
use releases::publish::{PublishOptions, WriteCounts, publish};
use releases::release::{Candidate, Release, SiteOptions};
use training::panel::Panel;
use training::progress::Silent;
use training::topics::Steering;
use training::workflow::fit_profiles;

/// How long a claim may go without a renewal.
pub(crate) const LEASE: Duration = Duration::from_secs(30);

/// Runs a future with simulated time: waits take no real time.
pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_time().start_paused(true).build().expect("a runtime").block_on(future)
}

/// Synthetic people number `from` to `to`.
pub(crate) fn people(from: usize, to: usize) -> Vec<Profile> {
    profile_data::sample(1).skip(from).take(to - from).collect()
}

/// A model of these people by the reference method, which is fast to fit.
pub(crate) fn fitted(people: &[Profile], clusters: usize) -> Model {
    let people: Vec<&Profile> = people.iter().collect();
    let clusters = ClusterCount::Fixed(clusters);
    fit_profiles(&people, &Steering::default(), Features::Reference, clusters, 1, Arc::new(Silent))
        .expect("a model")
}

/// Three models with different roadmaps, of overlapping sets of people.
pub(crate) fn models() -> &'static [Model; 3] {
    static MODELS: OnceLock<[Model; 3]> = OnceLock::new();
    MODELS.get_or_init(|| {
        [fitted(&people(0, 400), 3), fitted(&people(100, 500), 5), fitted(&people(250, 650), 2)]
    })
}

/// A store in memory, as itself and as an [`ArtifactStore`].
pub(crate) fn store() -> (MemoryStore, ArtifactStore) {
    let memory = MemoryStore::default();
    (memory.clone(), ArtifactStore::Memory(memory))
}

/// A candidate as `site-gen publish` makes it; `inputs` is its digest.
pub(crate) fn candidate(model: &Model, inputs: &str) -> Candidate {
    Candidate {
        fitted: Fitted::without_members(model.clone()),
        anchors: Anchors::new(),
        summary: None,
        origin: Origin::Publish,
        inputs: inputs.to_owned(),
        panel: None,
    }
}

/// A candidate with a panel.
pub(crate) fn with_panel(model: &Model, inputs: &str, people: &[Profile]) -> Candidate {
    let mut panel = Panel::default();
    (0..).zip(people.iter()).for_each(|(record, profile)| panel.add(profile, record));
    Candidate { panel: Some(panel), ..candidate(model, inputs) }
}

/// Options of the test site. One language is enough: another one repeats the same files.
pub(crate) fn site() -> SiteOptions {
    SiteOptions {
        base_url: Some("https://example.org".to_owned()),
        languages: Some("en".parse().expect("a language")),
        templates: None,
    }
}

/// Publishes on top of the live release, without the gate.
pub(crate) async fn release(store: &ArtifactStore, candidate: Candidate) -> Result<Option<WriteCounts>> {
    let before = LiveState::read(store).await?;
    release_on(store, &before, candidate).await
}

/// Publishes on top of a live release that was read before.
pub(crate) async fn release_on(
    store: &ArtifactStore,
    before: &LiveState,
    candidate: Candidate,
) -> Result<Option<WriteCounts>> {
    write(store, before, prepared(before, candidate)?).await
}

/// A release on top of a live one, before it is written.
pub(crate) fn prepared(before: &LiveState, candidate: Candidate) -> Result<Release> {
    let moment = time("2026-01-02T03:04:05Z");
    Release::new(candidate, before, &site(), &moment, Some("a test".to_owned()))
}

/// Writes a prepared release.
pub(crate) async fn write(
    store: &ArtifactStore,
    before: &LiveState,
    release: Release,
) -> Result<Option<WriteCounts>> {
    publish(store, before, release, &PublishOptions { lease: LEASE, progress: &Silent }).await
}

/// The live release.
pub(crate) async fn live(store: &ArtifactStore) -> Manifest {
    LiveState::read(store).await.expect("readable").manifest.expect("a live release")
}

/// An instant.
pub(crate) fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}
