//! The whole of a refresh, a publish and a rollback: what came of it, for people and for programs.

use std::time::Duration;

use anyhow::{Context, Result};
use artifact_store::{ArtifactStore, ReleaseId, Timestamp};
use base16ct::lower;
use career_model::{Model, artifact};
use career_training::ClusterCount;
use serde::Serialize;
use sha2::{Digest, Sha256};
use tokio::time::timeout_at;

use crate::gate::Judgement;
use crate::inputs::Inputs;
use crate::lease::LEASE;
use crate::live_state::LiveState;
use crate::manifest::{Manifest, Origin};
use crate::progress::Progress;
use crate::publish::{Publishing, Written, publish};
use crate::release::{Candidate, Release, SiteOptions};
use crate::rollback;
use training::panel::Moved;
use training::progress::SharedProgress;
use training::time_limit::TimeLimit;
use training::workflow::{TrainOptions, Trained, fit_people, read_people};

/// How a publish is done.
#[derive(Clone, Debug)]
pub struct Options {
    /// How pages are made.
    pub site: SiteOptions,
    /// Why to publish although the gate, or an earlier rollback, speaks against it.
    pub force: Option<String>,
    /// Whether to look for groups anew instead of going on from those that are live.
    pub fresh: bool,
    /// Now, RFC 3339.
    pub now: Timestamp,
    /// How long another's claim may stand still.
    pub lease: Duration,
    /// Until when the first write must have begun; a run that is slower ends with
    /// [`OutOfTime`](training::time_limit::OutOfTime) and has written nothing.
    pub time_limit: Option<TimeLimit>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// In a word.
    pub outcome: Outcome,
    /// The release that is live now, or that would have been published.
    pub release: Option<ReleaseId>,
    /// How many releases there were until it.
    pub sequence: Option<u64>,
    /// When the live release was made, RFC 3339.
    pub published_at: Option<Timestamp>,
    /// SHA-256 of the profiles as read; empty when none were read.
    pub data_sha256: String,
    /// People learned from.
    pub people: u64,
    /// Live roadmaps.
    pub roadmaps: usize,
    /// Roadmaps that are new, are back, and were retired.
    pub new: usize,
    /// As `new`.
    pub revived: usize,
    /// As `new`.
    pub retired: usize,
    /// Public pages written.
    pub pages_written: usize,
    /// Public files written, pages among them.
    pub public_written: usize,
    /// Files of the release written.
    pub release_written: usize,
    /// Why nothing was compared with the live model; absent where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_compared: Option<String>,
    /// The judgement, where there was something to judge.
    pub judgement: Option<Judgement>,
    /// The judgement of the release before, to compare.
    #[serde(skip)]
    pub before: Option<Judgement>,
}

/// What came of it, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A new release is live.
    Published,
    /// The live release was made from the same; nothing was written.
    Unchanged,
    /// The same release was published by someone else meanwhile.
    AlreadyPublished,
    /// The gate spoke against it; nothing was written.
    Refused,
    /// The release of these inputs was rolled back; nothing was written.
    RolledBack,
}

/// Profiles → release. Nothing is fitted when the live release was made from the same.
///
/// # Errors
/// Profiles that cannot be read, a store that cannot, or another publish at work.
pub async fn refresh(
    store: &ArtifactStore,
    mut train: TrainOptions,
    options: &Options,
    progress: &dyn Progress,
    training_progress: SharedProgress,
) -> Result<Report> {
    let before = LiveState::read(store).await.context("what is live cannot be read")?;
    before.check_model()?;
    let config = train.config().to_json();
    if let Some(live) = before.model() {
        train.steering.keep_names_of(live);
        if !options.fresh && train.clusters == ClusterCount::Auto {
            train.steering.continue_groups_of(live.clone());
        }
    }
    let limit = options.time_limit.as_ref();
    let begin = |stage| limit.iter().for_each(|limit| limit.begin(stage, 0));
    begin("Reading profiles");
    let (train, mut people) = off_the_runtime(limit, move || {
        let people = read_people(&train, training_progress)?;
        Ok((train, people))
    })
    .await?;
    people.set_limit(options.time_limit.clone());
    let site = options.site.or_as(&before).digest()?;
    let inputs = Inputs::default()
        .with("data", people.report.data_sha256.as_bytes())
        .with("config", &config)
        .with("site", &site)
        .digest();
    if let Some(report) = settled(&before, &inputs, options, &people.report.data_sha256) {
        return Ok(report);
    }
    let (Trained { model, summary, .. }, panel) =
        off_the_runtime(limit, move || fit_people(&train, people)).await?;
    begin("Writing pages");
    let candidate = Candidate {
        model,
        summary: Some(serde_json::to_vec_pretty(&summary)?),
        origin: Origin::Refresh,
        inputs,
        panel: Some(panel),
    };
    release(store, &before, candidate, options, progress).await
}

/// A model that was fitted elsewhere → release.
///
/// # Errors
/// As [`refresh`].
pub async fn publish_model(
    store: &ArtifactStore,
    model: Model,
    summary: Option<Vec<u8>>,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Report> {
    let before = LiveState::read(store).await.context("what is live cannot be read")?;
    before.check_model()?;
    let site = options.site.or_as(&before).digest()?;
    let given = lower::encode_string(&Sha256::digest(artifact::encode(&model)?));
    let inputs = Inputs::default().with("model", given.as_bytes()).with("site", &site).digest();
    if let Some(report) = settled(&before, &inputs, options, &model.metadata().data_sha256) {
        return Ok(report);
    }
    let candidate = Candidate { model, summary, origin: Origin::Publish, inputs, panel: None };
    release(store, &before, candidate, options, progress).await
}

/// An earlier release's model → release. The gate does not apply: somebody decided.
///
/// # Errors
/// As [`refresh`], or no such release.
pub async fn roll_back(
    store: &ArtifactStore,
    to: Option<&ReleaseId>,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Report> {
    let before = LiveState::read(store).await.context("what is live cannot be read")?;
    let target = rollback::target(store, &before, to).await?;
    let candidate = rollback::candidate(store, &target).await?;
    release(store, &before, candidate, options, progress).await
}

/// Whether there is nothing to do.
fn settled(before: &LiveState, inputs: &str, options: &Options, data_sha256: &str) -> Option<Report> {
    if options.force.is_some() || options.fresh {
        return None;
    }
    let live = before.manifest.as_ref()?;
    let outcome = if live.inputs == inputs {
        Outcome::Unchanged
    } else if before.pointer.pointer.rolled_back.iter().any(|digest| digest == inputs) {
        Outcome::RolledBack
    } else {
        return None;
    };
    Some(Report { data_sha256: data_sha256.to_owned(), ..Report::of(live, outcome) })
}

async fn release(
    store: &ArtifactStore,
    before: &LiveState,
    candidate: Candidate,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Report> {
    let decided = matches!(candidate.origin, Origin::RollbackTo(_));
    let release = Release::new(candidate, before, &options.site, &options.now, options.force.clone())?;
    let mut report = Report::of(&release.manifest, Outcome::Refused);
    report.not_compared = before.not_compared();
    report.before = before.manifest.as_ref().map(|manifest| manifest.judgement.clone());
    if !release.manifest.judgement.passes() && options.force.is_none() && !decided {
        return Ok(report);
    }
    // What comes now writes.
    options.time_limit.as_ref().map_or(Ok(()), TimeLimit::check)?;
    let publishing = Publishing { lease: options.lease, progress };
    match publish(store, before, release, &publishing).await? {
        None => report.outcome = Outcome::AlreadyPublished,
        Some(Written { pages, public, release }) => {
            report.outcome = Outcome::Published;
            report.pages_written = pages;
            report.public_written = public;
            report.release_written = release;
        }
    }
    Ok(report)
}

/// Runs what takes the processor for seconds where it does not hold up the runtime. At the limit it is waited for no longer:
/// it asks for the time itself, but not at every moment, and writes nothing.
async fn off_the_runtime<T: Send + 'static>(
    limit: Option<&TimeLimit>,
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let work = tokio::task::spawn_blocking(work);
    let done = match limit {
        Some(limit) => timeout_at(limit.instant().into(), work).await.map_err(|_| limit.out_of_time())?,
        None => work.await,
    };
    done.context("a part of the work ended without a word: a bug")?
}

impl Options {
    /// Nothing forced, the usual lease.
    pub fn new(site: SiteOptions, now: Timestamp) -> Options {
        Options { site, force: None, fresh: false, now, lease: LEASE, time_limit: None }
    }
}

impl Report {
    /// Of a release, with nothing written.
    fn of(manifest: &Manifest, outcome: Outcome) -> Report {
        let own = manifest.changes.first();
        Report {
            outcome,
            release: Some(manifest.release.clone()),
            sequence: Some(manifest.sequence),
            published_at: Some(manifest.published_at.clone()),
            data_sha256: manifest.data_sha256.clone(),
            people: manifest.people,
            roadmaps: manifest.roadmaps.len(),
            new: own.map_or(0, |change| change.new.len()),
            revived: own.map_or(0, |change| change.revived.len()),
            retired: own.map_or(0, |change| change.retired.len()),
            pages_written: 0,
            public_written: 0,
            release_written: 0,
            not_compared: None,
            judgement: Some(manifest.judgement.clone()),
            before: None,
        }
    }

    /// People asked whether they would find another page.
    pub fn moved(&self) -> Option<Moved> {
        self.judgement.as_ref().and_then(|judgement| judgement.moved)
    }

    /// Whether what was asked for is done.
    pub fn is_done(&self) -> bool {
        self.outcome != Outcome::Refused
    }

    /// What came of it, for people.
    pub fn to_text(&self) -> String {
        let release = self.release.as_ref().map_or("", ReleaseId::as_str);
        let told = match self.outcome {
            Outcome::Published => format!(
                "release {release} is live: {} people, {} roadmaps ({} new, {} back, {} retired); {} pages written\n",
                self.people, self.roadmaps, self.new, self.revived, self.retired, self.pages_written
            ),
            Outcome::Unchanged => format!("release {release} was made from the same; nothing to do\n"),
            Outcome::AlreadyPublished => format!("release {release} was published by another run meanwhile\n"),
            Outcome::Refused => format!("not published: release {release} would be worse than what is live\n"),
            Outcome::RolledBack => {
                "these profiles made a release that was rolled back; nothing was done (--force REASON publishes it again)\n"
                    .to_owned()
            }
        };
        let judged = matches!(self.outcome, Outcome::Published | Outcome::Refused);
        let judgement = self.judgement.as_ref().filter(|_| judged);
        let mut text =
            told + &judgement.map_or_else(String::new, |judgement| judgement.to_text(self.before.as_ref()));
        if let Some(reason) = &self.not_compared {
            text.push_str(&format!("  not compared with the live release: {reason}\n"));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use artifact_store::MemoryStore;
    use career_model::model::{LevelModel, ModelParts};

    use super::*;
    use training::progress::Silent;
    use training::time_limit::OutOfTime;

    #[tokio::test]
    async fn work_that_does_not_ask_for_the_time_is_left_behind() {
        let limit = TimeLimit::until(Instant::now() + Duration::from_millis(20));
        let (end, ended) = std::sync::mpsc::channel::<()>();
        // Ends when the test does.
        let work = move || Ok(ended.recv().is_ok());
        let error = off_the_runtime(Some(&limit), work).await.expect_err("no time");
        assert!(error.downcast_ref::<OutOfTime>().is_some(), "{error:#}");
        drop(end);
        assert_eq!(off_the_runtime(None, || Ok(1)).await.expect("done"), 1);
    }

    #[tokio::test]
    async fn nothing_is_written_when_the_time_is_up_before_the_claim() {
        let store = ArtifactStore::Memory(MemoryStore::default());
        let levels = vec![LevelModel::default(); 3];
        let parts = ModelParts { levels, ..ModelParts::default() };
        let model = || parts.clone().checked().expect("a model of nobody");
        let mut options =
            Options::new(SiteOptions::default(), "2026-01-01T00:00:00Z".parse().expect("a time"));
        options.time_limit = Some(TimeLimit::until(Instant::now()));
        let late = publish_model(&store, model(), None, &options, &Silent).await.expect_err("no time");
        assert!(late.downcast_ref::<OutOfTime>().is_some(), "{late:#}");
        assert_eq!(store.list("").await.expect("a list"), []);
        options.time_limit = None;
        publish_model(&store, model(), None, &options, &Silent).await.expect("published");
    }
}
