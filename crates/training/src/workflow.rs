//! The complete data flow: read people, fit a model, save and load it.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use artifact_store::{ModelFile, Put, StoreError, content_type};
use career_model::metadata::Metadata;
use career_model::{Model, Profile, artifact};
use career_training::{
    ClusterCount, Features, FitError, FitParams, Fitted, People, PeopleBuilder, TopicNamer, TopicsFit, fit,
    fit_topics,
};
use disclosure::{CountsFile, MAX_COUNTS_LEN};

use crate::config::Config;
use crate::location;
use crate::panel::Panel;
use crate::people::{Read, read_table};
use crate::progress::SharedProgress;
use crate::reading::{ReadReport, ReadSettings};
use crate::run::Run;
use crate::services::{Services, TopicNames};
use crate::summary::{DropCounts, Summary};
use crate::time_limit::TimeLimit;
use crate::topics::Steering;

/// The options of a training run.
#[derive(Debug)]
pub struct TrainOptions {
    /// Files of profiles.
    pub profiles: Vec<PathBuf>,
    /// How the files are read, and which people are selected.
    pub reading: ReadSettings,
    /// Inputs that steer the topics and groups.
    pub steering: Steering,
    /// Services that name topics and find skills; `None` means offline.
    pub services: Option<Services>,
    /// The method and its features.
    pub features: Features,
    /// Clusters per level.
    pub clusters: ClusterCount,
    /// The random seed.
    pub seed: u64,
}

/// The output of a training run.
#[derive(Debug)]
pub struct TrainOutput {
    /// The model, with exact counts.
    pub fitted: Fitted,
    /// Figures and times.
    pub summary: Summary,
    /// The people it was trained on.
    pub people: People,
}

/// The output of reading, and the input of the fit.
#[derive(Debug)]
pub struct ReadOutput {
    /// The people.
    pub people: People,
    /// Counts and times of reading.
    pub report: ReadReport,
    /// An even sample of the people, to compare two models on.
    pub panel: Panel,
    from_courses: u64,
    run: Run,
}

impl ReadOutput {
    /// Sets the time limit of the fit.
    pub fn set_limit(&mut self, limit: Option<TimeLimit>) {
        self.run.limit = limit;
    }
}

/// profiles → people → model.
///
/// # Errors
/// Files that cannot be read or have no profiles.
pub fn train(options: &TrainOptions, progress: SharedProgress) -> Result<TrainOutput> {
    Ok(fit_people(options, read_people(options, progress)?)?.0)
}

/// people → model. Returns the panel, too.
///
/// # Errors
/// [`OutOfTime`](crate::time_limit::OutOfTime), or an inconsistent model: a bug.
pub fn fit_people(options: &TrainOptions, read: ReadOutput) -> Result<(TrainOutput, Panel)> {
    let ReadOutput { people, report, panel, from_courses, run } = read;
    let metadata = Metadata {
        data_sha256: report.data_sha256,
        records: report.records,
        is_sample: report.synthetic > 0,
        rejected: report.rejected,
        ..Metadata::default()
    };
    let names = options.topic_names(&run);
    let guides = options.steering.guides(names.as_ref().map(|names| names as &dyn TopicNamer));
    let fitted = fit(&people, &options.params(), guides, metadata, &run).map_err(|error| {
        match (&error, &run.limit) {
            (FitError::Stopped(_), Some(limit)) => limit.out_of_time().into(),
            _ => anyhow::Error::from(error),
        }
    })?;
    let seconds = run.stopwatch.seconds();
    let summary = Summary {
        duplicates: report.duplicates,
        near_equal: report.near_equal,
        selection: report.selection,
        from_courses,
        dropped: DropCounts::of(&people),
        ..Summary::new(fitted.model.metadata(), seconds)
    };
    Ok((TrainOutput { fitted, summary, people }, panel))
}

/// Profiles in memory → the model that may be published.
///
/// # Errors
/// An inconsistent model: a bug.
pub fn fit_profiles(
    profiles: &[&Profile],
    steering: &Steering,
    features: Features,
    clusters: ClusterCount,
    seed: u64,
    progress: SharedProgress,
) -> Result<Model> {
    Ok(fit_exact(profiles, steering, features, clusters, seed, progress)?.published()?)
}

/// Profiles in memory → the model with exact counts, and the people behind them.
///
/// # Errors
/// An inconsistent model: a bug.
pub fn fit_exact(
    profiles: &[&Profile],
    steering: &Steering,
    features: Features,
    clusters: ClusterCount,
    seed: u64,
    progress: SharedProgress,
) -> Result<Fitted> {
    let mut builder = PeopleBuilder::new(steering.cleaning);
    profiles.iter().for_each(|profile| builder.push(profile));
    let params = FitParams { features, ..FitParams::reference(clusters, seed) };
    let run = Run::start(progress);
    Ok(fit(&builder.finish(), &params, steering.guides(None), Metadata::default(), &run)?)
}

/// profiles → people → label topics.
///
/// # Errors
/// Files that cannot be read or have no profiles.
pub fn group_labels(options: &TrainOptions, progress: SharedProgress) -> Result<(People, TopicsFit)> {
    let ReadOutput { people, run, .. } = read_people(options, progress)?;
    let names = options.topic_names(&run);
    let guides = options.steering.guides(names.as_ref().map(|names| names as &dyn TopicNamer));
    let topics = fit_topics(&people, &options.params(), guides, &run);
    Ok((people, topics))
}

/// The label topics of a run again, named offline: a model does not hold what they tell about few people.
pub fn topics_of(options: &TrainOptions, people: &People, progress: SharedProgress) -> TopicsFit {
    fit_topics(people, &options.params(), options.steering.guides(None), &Run::start(progress))
}

impl TrainOptions {
    fn params(&self) -> FitParams {
        FitParams { features: self.features, ..FitParams::reference(self.clusters, self.seed) }
    }

    /// The settings that determine the model besides the profiles and the program.
    pub fn config(&self) -> Config<'_> {
        Config::new(&self.reading, &self.steering, self.features, self.clusters, self.seed)
    }

    fn topic_names<'a>(&'a self, run: &'a Run) -> Option<TopicNames<'a>> {
        self.services.as_ref().map(|services| TopicNames::new(services, &*run.progress))
    }
}

/// profiles → people.
///
/// # Errors
/// Files that cannot be read or have no profiles.
pub fn read_people(options: &TrainOptions, progress: SharedProgress) -> Result<ReadOutput> {
    let run = Run::start(progress);
    let (settings, cleaning) = (&options.reading, options.steering.cleaning);
    let services = options.services.as_ref();
    let begin = Instant::now();
    let Read { people, panel, from_courses, report } =
        read_table(&options.profiles, settings, cleaning, services, &*run.progress)?;
    run.stopwatch.add_reading(report.reading, begin.elapsed().saturating_sub(report.reading));
    Ok(ReadOutput { people, report, panel, from_courses, run })
}

/// model → `model.bin`, `model.json`, `counts.bin`, `summary.json`. The model has published counts; the exact
/// ones are in `counts.bin`, so that a publish can compare them with those of the live release.
///
/// # Errors
/// A folder that cannot be written.
pub async fn save(fitted: &Fitted, summary: &Summary, dir: &Path) -> Result<()> {
    let store = location::open(dir).await?;
    let model = &fitted.published()?;
    let members = fitted.members.clone().unwrap_or_default();
    let files = [
        (ModelFile::Model, artifact::encode(model)?),
        (ModelFile::Counts, CountsFile::of(&fitted.model, &members).encode()?),
        (ModelFile::Metadata, serde_json::to_vec_pretty(model.metadata())?),
        (ModelFile::Summary, serde_json::to_vec_pretty(summary)?),
    ];
    for (file, bytes) in &files {
        store.put(&file.key(), Put::private(bytes, content_type(file.file_name()))).await?;
    }
    Ok(())
}

/// `model.bin` → model.
///
/// # Errors
/// A file that is missing, damaged or of another format version.
pub async fn load(dir: &Path) -> Result<Model> {
    let store = location::open(dir).await?;
    let max_len = artifact::HEADER_LEN + artifact::MAX_PAYLOAD_LEN;
    let object = store.get(&ModelFile::Model.key(), max_len).await.with_context(|| {
        format!("no model found in {}; train one with `site-gen train --out {0}`", dir.display())
    })?;
    artifact::decode(&object.bytes).with_context(|| store.location(&ModelFile::Model.key()))
}

/// `counts.bin` → the exact counts of a loaded model; `None` without the file.
///
/// # Errors
/// A file that is damaged, or that belongs to another model.
pub async fn load_counts(model: &Model, dir: &Path) -> Result<Option<Fitted>> {
    let store = location::open(dir).await?;
    let key = ModelFile::Counts.key();
    let bytes = match store.get(&key, MAX_COUNTS_LEN).await {
        Ok(object) => object.bytes,
        Err(StoreError::NotFound { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let exact = CountsFile::decode(&bytes).and_then(|counts| counts.exact(model));
    let (model, members) = exact.with_context(|| store.location(&key))?;
    Ok(Some(Fitted { model, members: Some(members) }))
}
