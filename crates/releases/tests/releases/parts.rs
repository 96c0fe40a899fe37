//! Small models of made-up people, and publishing them.

use std::sync::Arc;

use std::sync::OnceLock;
use std::time::Duration;

use anyhow::Result;
use artifact_store::{ArtifactStore, MemoryStore, Timestamp};
use career_model::{Model, Profile};
use career_training::{ClusterCount, Features};
use releases::live_state::LiveState;
use releases::manifest::{Manifest, Origin};
use releases::publish::{Publishing, Written, publish};
use releases::release::{Candidate, Release, SiteOptions};
use training::panel::Panel;
use training::progress::Silent;
use training::topics::Steering;
use training::workflow::fit_profiles;

/// How long a claim may stand still.
pub(crate) const LEASE: Duration = Duration::from_secs(30);

/// Waits for what may wait. Time is made up: it passes at once when everybody waits for it, and not otherwise.
pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_time().start_paused(true).build().expect("a runtime").block_on(future)
}

/// Made-up people number `from` to `to`.
pub(crate) fn people(from: usize, to: usize) -> Vec<Profile> {
    profile_data::sample(1).skip(from).take(to - from).collect()
}

/// A model of these people, by the method of the source: quick to fit.
pub(crate) fn fitted(people: &[Profile], clusters: usize) -> Model {
    let people: Vec<&Profile> = people.iter().collect();
    let clusters = ClusterCount::Fixed(clusters);
    fit_profiles(&people, &Steering::default(), Features::Seed, clusters, 1, Arc::new(Silent))
        .expect("a model")
}

/// Three models whose roadmaps differ, of overlapping people.
pub(crate) fn models() -> &'static [Model; 3] {
    static MODELS: OnceLock<[Model; 3]> = OnceLock::new();
    MODELS.get_or_init(|| {
        [fitted(&people(0, 400), 3), fitted(&people(100, 500), 5), fitted(&people(250, 650), 2)]
    })
}

/// A memory store, and the same as any store.
pub(crate) fn store() -> (MemoryStore, ArtifactStore) {
    let memory = MemoryStore::default();
    (memory.clone(), ArtifactStore::Memory(memory))
}

/// A model as it comes from `publish --model`; `inputs` names it.
pub(crate) fn candidate(model: &Model, inputs: &str) -> Candidate {
    Candidate {
        model: model.clone(),
        summary: None,
        origin: Origin::Publish,
        inputs: inputs.to_owned(),
        panel: None,
    }
}

/// The same with people to ask.
pub(crate) fn with_panel(model: &Model, inputs: &str, people: &[Profile]) -> Candidate {
    let mut panel = Panel::default();
    people.iter().for_each(|profile| panel.add(profile));
    Candidate { panel: Some(panel), ..candidate(model, inputs) }
}

/// Where the made-up site lives, in one language: the second has the same files once more.
pub(crate) fn site() -> SiteOptions {
    SiteOptions {
        base_url: Some("https://example.org".to_owned()),
        languages: Some("en".parse().expect("a language")),
        templates: None,
    }
}

/// Publishes on top of what is live, whatever the gate says.
pub(crate) async fn release(store: &ArtifactStore, candidate: Candidate) -> Result<Option<Written>> {
    let before = LiveState::read(store).await?;
    release_on(store, &before, candidate).await
}

/// Publishes on top of what was live.
pub(crate) async fn release_on(
    store: &ArtifactStore,
    before: &LiveState,
    candidate: Candidate,
) -> Result<Option<Written>> {
    let moment = time("2026-01-02T03:04:05Z");
    let release = Release::new(candidate, before, &site(), &moment, Some("a test".to_owned()))?;
    publish(store, before, release, &Publishing { lease: LEASE, progress: &Silent }).await
}

/// The live release.
pub(crate) async fn live(store: &ArtifactStore) -> Manifest {
    LiveState::read(store).await.expect("readable").manifest.expect("something is live")
}

/// An instant.
pub(crate) fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}
