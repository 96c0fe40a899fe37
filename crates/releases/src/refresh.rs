//! The three ways to make a release: refresh, publish and rollback.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use artifact_store::{ArtifactStore, ReleaseId, Timestamp};
use career_model::artifact;
use career_training::{ClusterCount, Fitted};
use disclosure::Anchors;
use tokio::time::timeout_at;
use training::progress::{SharedProgress, Task};
use training::time_limit::TimeLimit;
use training::workflow::{TrainOptions, TrainOutput, fit_people, read_people};

use crate::catalogue::Catalogue;
use crate::forgotten::{ForgottenCounts, Names};
use crate::inputs::Inputs;
use crate::lease::LEASE;
use crate::live_state::LiveState;
use crate::manifest::{FileEntry, Origin};
use crate::progress::Progress;
use crate::publish::{PublishOptions, WriteCounts, publish};
use crate::release::{Candidate, Release, SiteOptions};
use crate::report::{Outcome, Report};
use crate::rollback;

/// Options of a refresh, a publish or a rollback.
#[derive(Clone, Debug)]
pub struct Options {
    /// How pages are rendered.
    pub site: SiteOptions,
    /// Publish despite the gate or an earlier rollback, for this reason.
    pub force: Option<String>,
    /// Search for groups from scratch instead of continuing the live ones.
    pub fresh: bool,
    /// People to forget, from this release on.
    pub forget: Names,
    /// The current time.
    pub now: Timestamp,
    /// How long another publish's claim may go without a renewal.
    pub lease: Duration,
    /// When the first write must have begun; a slower run ends with
    /// [`OutOfTime`](training::time_limit::OutOfTime) and writes nothing.
    pub time_limit: Option<TimeLimit>,
}

/// Trains a model on profiles and publishes it. Skips the training if the live release has the same inputs.
///
/// People to forget are written to the list first, so that a later run forgets them if this one fails. After
/// a publish, releases that may have them are deleted.
///
/// # Errors
/// Profiles that cannot be read, an unusable live model, a store that cannot be read or written, or another
/// publish.
pub async fn refresh(
    store: &ArtifactStore,
    mut train: TrainOptions,
    options: &Options,
    progress: &dyn Progress,
    training_progress: SharedProgress,
) -> Result<Report> {
    let mut before =
        LiveState::read(store).await.context("the live release cannot be read")?.with_checked_model()?;
    let config = train.config().to_json();
    let mut counts = ForgottenCounts { given: options.forget.len(), ..ForgottenCounts::default() };
    counts.new = before.forgotten.add(store, &options.forget, &options.now).await?;
    let list = before.forgotten.entry();
    train.reading.forgotten = before.forgotten.people.clone();
    if let (Some(services), false) = (&train.services, before.forgotten.is_empty()) {
        services.drop_answers_of_other_lists(&list.digest)?;
    }
    let limit = options.time_limit.as_ref();
    let begin = |stage| limit.iter().for_each(|limit| limit.begin(stage, 0));
    begin(Task::Reading.name());
    let (mut train, mut people) = run_blocking(limit, move || {
        let people = read_people(&train, training_progress)?;
        Ok((train, people))
    })
    .await?;
    people.set_limit(options.time_limit.clone());
    let is_sample = people.report.synthetic > 0;
    ensure_no_sample_over_people(&before, is_sample)?;
    if let Some(live) = before.model().filter(|live| live.metadata().is_sample == is_sample) {
        train.steering.keep_names_of(live);
        if !options.fresh && train.clusters == ClusterCount::Auto {
            train.steering.continue_groups_of(live.clone());
        }
    }
    counts.people = people.report.forgotten;
    let site = options.site.with_defaults_of(&before).digest()?;
    let mut inputs = Inputs::default()
        .with("data", people.report.data_sha256.as_bytes())
        .with("config", &config)
        .with("site", &site);
    if !before.forgotten.is_empty() {
        inputs = inputs.with("forgotten", list.digest.as_bytes());
    }
    let inputs = inputs.digest();
    if let Some(report) = nothing_to_do(&before, &inputs, options, &people.report.data_sha256) {
        return forget_releases(store, &before, report, counts).await;
    }
    let (TrainOutput { fitted, summary, .. }, panel) =
        run_blocking(limit, move || fit_people(&train, people)).await?;
    begin("Writing pages");
    let candidate = Candidate {
        fitted,
        anchors: Anchors::new(),
        summary: Some(serde_json::to_vec_pretty(&summary)?),
        origin: Origin::Refresh,
        inputs,
        panel: Some(panel),
    };
    let report = release(store, &before, candidate, options, progress).await?;
    forget_releases(store, &before, report, counts).await
}

/// Deletes the releases that may have people who are forgotten since, unless one of them is still live.
async fn forget_releases(
    store: &ArtifactStore,
    before: &LiveState,
    mut report: Report,
    mut counts: ForgottenCounts,
) -> Result<Report> {
    if before.forgotten.is_empty() {
        return Ok(report);
    }
    if report.outcome == Outcome::Refused {
        report.live_has_forgotten_people = before.has_forgotten_people();
    } else {
        let catalogue = Catalogue::read(store).await?;
        let deleted = catalogue.delete_all_but(store, &before.forgotten.entry()).await.context(
            "the release is live, but earlier ones with forgotten people are not all deleted; run this again",
        )?;
        counts.deleted_releases = deleted.0.len();
    }
    report.forgotten = Some(counts);
    Ok(report)
}

/// Publishes a given model, with exact counts if they are known.
///
/// # Errors
/// The errors of [`refresh`].
pub async fn publish_model(
    store: &ArtifactStore,
    fitted: Fitted,
    summary: Option<Vec<u8>>,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Report> {
    let before =
        LiveState::read(store).await.context("the live release cannot be read")?.with_checked_model()?;
    ensure_no_sample_over_people(&before, fitted.model.metadata().is_sample)?;
    ensure!(
        before.forgotten.is_empty() || options.force.is_some(),
        "people were forgotten here, and a model that was trained elsewhere may have them; use `site-gen \
         refresh`, or publish the model with --force 'it was trained without them'"
    );
    let site = options.site.with_defaults_of(&before).digest()?;
    let FileEntry { sha256, .. } = FileEntry::of(&artifact::encode(&fitted.model)?);
    let inputs = Inputs::default().with("model", sha256.as_bytes()).with("site", &site).digest();
    if let Some(report) = nothing_to_do(&before, &inputs, options, &fitted.model.metadata().data_sha256) {
        return Ok(report);
    }
    let candidate =
        Candidate { fitted, anchors: Anchors::new(), summary, origin: Origin::Publish, inputs, panel: None };
    release(store, &before, candidate, options, progress).await
}

/// Publishes the model of an earlier release. The gate does not apply, and the live model may be unusable: a
/// rollback is the way out of both.
///
/// # Errors
/// The errors of [`refresh`], or no such release.
pub async fn roll_back(
    store: &ArtifactStore,
    to: Option<&ReleaseId>,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Report> {
    let before = LiveState::read(store).await.context("the live release cannot be read")?;
    let target = rollback::target(store, &before, to).await?;
    let candidate = rollback::candidate(store, &target).await?;
    ensure_no_sample_over_people(&before, candidate.fitted.model.metadata().is_sample)?;
    release(store, &before, candidate, options, progress).await
}

/// That made-up people do not replace real ones.
fn ensure_no_sample_over_people(before: &LiveState, is_sample: bool) -> Result<()> {
    ensure!(
        !(is_sample && before.is_sample() == Some(false)),
        "some people of this release are made up by `site-gen sample`, and the live release is of real \
         people; publish the sample to another location"
    );
    Ok(())
}

/// The report of a run with nothing to do; `None` if a release has to be made.
fn nothing_to_do(before: &LiveState, inputs: &str, options: &Options, data_sha256: &str) -> Option<Report> {
    // A live model of another format version is replaced, even if nothing else changed.
    if options.force.is_some() || options.fresh || before.not_compared().is_some() {
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
    let is_rollback = matches!(candidate.origin, Origin::RollbackTo(_));
    let people = candidate.fitted.model.metadata().people;
    let release = Release::new(candidate, before, &options.site, &options.now, options.force.clone())?;
    let mut report = Report::of(&release.manifest, Outcome::Refused);
    // Pages say a rounded number.
    report.people = people;
    report.not_compared = before.not_compared();
    report.before = before.manifest.as_ref().map(|manifest| manifest.judgement.clone());
    if !release.manifest.judgement.passes() && options.force.is_none() && !is_rollback {
        return Ok(report);
    }
    // The last chance: `publish` writes.
    options.time_limit.as_ref().map_or(Ok(()), TimeLimit::check)?;
    let publish_options = PublishOptions { lease: options.lease, progress };
    match publish(store, before, release, &publish_options).await? {
        None => report.outcome = Outcome::AlreadyPublished,
        Some(WriteCounts { pages, public, release }) => {
            report.outcome = Outcome::Published;
            report.pages_written = pages;
            report.public_written = public;
            report.release_written = release;
        }
    }
    Ok(report)
}

/// Runs CPU-bound work on a thread where it does not block the runtime. Returns at the time limit even if the
/// work has not noticed the limit yet; the work writes nothing, so it can be left behind.
async fn run_blocking<T: Send + 'static>(
    limit: Option<&TimeLimit>,
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let work = tokio::task::spawn_blocking(work);
    let result = match limit {
        Some(limit) => timeout_at(limit.instant().into(), work).await.map_err(|_| limit.out_of_time())?,
        None => work.await,
    };
    result.context("the training thread panicked: a bug")?
}

impl Options {
    /// Options without force or time limit, with the default lease.
    pub fn new(site: SiteOptions, now: Timestamp) -> Options {
        Options {
            site,
            force: None,
            fresh: false,
            forget: Names::default(),
            now,
            lease: LEASE,
            time_limit: None,
        }
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
    async fn work_that_ignores_the_time_limit_is_left_behind() {
        let limit = TimeLimit::until(Instant::now() + Duration::from_millis(20));
        let (end, ended) = std::sync::mpsc::channel::<()>();
        // Ends with the test.
        let work = move || Ok(ended.recv().is_ok());
        let error = run_blocking(Some(&limit), work).await.expect_err("no time");
        assert!(error.downcast_ref::<OutOfTime>().is_some(), "{error:#}");
        drop(end);
        assert_eq!(run_blocking(None, || Ok(1)).await.expect("done"), 1);
    }

    #[tokio::test]
    async fn nothing_is_written_after_the_time_limit() {
        let store = ArtifactStore::Memory(MemoryStore::default());
        let levels = vec![LevelModel::default(); 3];
        let parts = ModelParts { levels, ..ModelParts::default() };
        let model = || parts.clone().checked().expect("an empty model");
        let mut options =
            Options::new(SiteOptions::default(), "2026-01-01T00:00:00Z".parse().expect("a time"));
        options.time_limit = Some(TimeLimit::until(Instant::now()));
        let late = publish_model(&store, Fitted::without_members(model()), None, &options, &Silent)
            .await
            .expect_err("no time");
        assert!(late.downcast_ref::<OutOfTime>().is_some(), "{late:#}");
        assert_eq!(store.list("").await.expect("a list"), []);
        options.time_limit = None;
        publish_model(&store, Fitted::without_members(model()), None, &options, &Silent)
            .await
            .expect("published");
    }
}
