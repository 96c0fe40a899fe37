//! The whole data flow on one screen.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use artifact_store::{ModelFile, Put, content_type};
use career_model::metadata::Metadata;
use career_model::{Model, Profile, artifact};
use career_training::{
    ClusterCount, Features, FitError, FitParams, People, PeopleBuilder, TopicNamer, TopicsFit, fit,
    fit_topics,
};

use crate::course_skills::Waiting;
use crate::place;
use crate::progress::TrainingProgress;
use crate::reading::{ReadReport, Reading, read_profiles};
use crate::releases::witnesses::Witnesses;
use crate::services::{Services, TopicNames};
use crate::summary::{Dropped, Summary};
use crate::time_limit::TimeLimit;
use crate::topics::Steering;

/// What a training run is asked for.
#[derive(Debug)]
pub struct TrainOptions {
    /// Files of profiles.
    pub profiles: Vec<PathBuf>,
    /// How they are read, and who is taken.
    pub reading: Reading,
    /// What steers the topics.
    pub steering: Steering,
    /// What may be asked for names and skills; offline without it.
    pub services: Option<Services>,
    /// What people are compared by.
    pub features: Features,
    /// Clusters per level.
    pub clusters: ClusterCount,
    /// Seed of everything random.
    pub seed: u64,
}

/// A training run's results.
#[derive(Debug)]
pub struct Trained {
    /// The model.
    pub model: Model,
    /// Figures and times.
    pub summary: Summary,
    /// Who it was trained on.
    pub people: People,
}

/// Who was read, before anything is fitted.
#[derive(Debug)]
pub struct ReadPeople {
    /// Who it is.
    pub people: People,
    /// What reading found.
    pub report: ReadReport,
    /// An even sample, to be asked which page they find.
    pub witnesses: Witnesses,
    from_courses: u64,
    progress: TrainingProgress,
}

impl ReadPeople {
    /// The fit ends at this limit, if there is one.
    pub fn set_limit(&mut self, limit: Option<TimeLimit>) {
        self.progress.set_limit(limit);
    }
}

/// profiles → people → model.
///
/// # Errors
/// Files that cannot be read, or that hold no profiles.
pub fn train(options: &TrainOptions) -> Result<Trained> {
    Ok(fit_people(options, read_people(options)?)?.0)
}

/// people → model, and the sample of them.
///
/// # Errors
/// [`OutOfTime`](crate::time_limit::OutOfTime), or a fit that contradicts itself: a bug.
pub fn fit_people(options: &TrainOptions, read: ReadPeople) -> Result<(Trained, Witnesses)> {
    let ReadPeople { people, report, witnesses, from_courses, progress } = read;
    let metadata =
        Metadata { data_sha256: report.data_sha256, rejected: report.rejected, ..Metadata::default() };
    let names = options.topic_names(&progress);
    let guides = options.steering.guides(names.as_ref().map(|names| names as &dyn TopicNamer));
    let model = fit(&people, &options.params(), guides, metadata, &progress).map_err(|error| {
        match (&error, progress.limit()) {
            (FitError::Stopped(_), Some(limit)) => limit.out_of_time().into(),
            _ => anyhow::Error::from(error),
        }
    })?;
    let seconds = progress.stopwatch().seconds();
    let summary = Summary {
        selection: report.selection,
        from_courses,
        dropped: Dropped::of(&people),
        ..Summary::new(model.metadata(), seconds)
    };
    Ok((Trained { model, summary, people }, witnesses))
}

/// Profiles in memory → model, without progress.
///
/// # Errors
/// A fit that contradicts itself: a bug.
pub fn fit_profiles(
    profiles: &[&Profile],
    steering: &Steering,
    features: Features,
    clusters: ClusterCount,
    seed: u64,
) -> Result<Model> {
    let mut builder = PeopleBuilder::new(steering.cleaning);
    profiles.iter().for_each(|profile| builder.push(profile));
    let params = FitParams { features, ..FitParams::seed_method(clusters, seed) };
    let progress = TrainingProgress::start();
    Ok(fit(&builder.finish(), &params, steering.guides(None), Metadata::default(), &progress)?)
}

/// profiles → people → label topics.
///
/// # Errors
/// As [`train`].
pub fn group_labels(options: &TrainOptions) -> Result<(People, TopicsFit)> {
    let ReadPeople { people, progress, .. } = read_people(options)?;
    let names = options.topic_names(&progress);
    let guides = options.steering.guides(names.as_ref().map(|names| names as &dyn TopicNamer));
    let topics = fit_topics(&people, &options.params(), guides, &progress);
    Ok((people, topics))
}

impl TrainOptions {
    fn params(&self) -> FitParams {
        FitParams { features: self.features, ..FitParams::seed_method(self.clusters, self.seed) }
    }

    /// What decides the model besides the profiles and the program, as text to be hashed.
    pub fn config(&self) -> String {
        let TrainOptions { reading, steering, features, clusters, seed, .. } = self;
        format!("{reading:?} {steering:?} {features:?} {clusters:?} {seed}")
    }

    fn topic_names<'a>(&'a self, progress: &'a TrainingProgress) -> Option<TopicNames<'a>> {
        self.services.as_ref().map(|services| TopicNames::new(services, progress))
    }
}

/// profiles → people.
///
/// # Errors
/// As [`train`].
pub fn read_people(options: &TrainOptions) -> Result<ReadPeople> {
    let progress = TrainingProgress::start();
    let mut builder = PeopleBuilder::new(options.steering.cleaning);
    let mut waiting = Waiting::default();
    let mut witnesses = Witnesses::default();
    let report = read_profiles(&options.profiles, &options.reading, |person| {
        witnesses.add(person.profile);
        // Their skills are found in titles once the vocabulary of everyone else is known.
        if !waiting.takes(person) {
            builder.push(person.profile);
        }
    })?;
    progress.stopwatch().add_reading(report.reading, report.accepting);
    let from_courses = waiting.fill(options.services.as_ref(), &mut builder);
    let people = progress.stopwatch().cleaning(|| builder.finish());
    Ok(ReadPeople { people, report, witnesses, from_courses, progress })
}

/// model → `model.bin`, `model.json`, `summary.json`.
///
/// # Errors
/// A folder that cannot be written.
pub async fn save(model: &Model, summary: &Summary, dir: &Path) -> Result<()> {
    let store = place::open(dir).await?;
    let files = [
        (ModelFile::Model, artifact::encode(model)?),
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
/// A file that is missing, damaged or of another version.
pub async fn load(dir: &Path) -> Result<Model> {
    let store = place::open(dir).await?;
    let most = artifact::HEADER_LEN + artifact::MAX_PAYLOAD_LEN;
    let object = store.get(&ModelFile::Model.key(), most).await.with_context(|| {
        format!("no model could be read from {}; `site-gen train --out {0}` makes one", dir.display())
    })?;
    artifact::decode(&object.bytes).with_context(|| store.place(&ModelFile::Model.key()))
}
