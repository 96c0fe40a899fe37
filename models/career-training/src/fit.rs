//! The fit from people to model, stage by stage.

use career_model::Model;
use career_model::check::CheckError;
use career_model::interests::Interests;
use career_model::metadata::{LevelMetrics, Metadata, SearchMetrics};
use career_model::model::{LevelModel, ModelParts};
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;

use crate::full_fit::fit_full;
use crate::interests::search::Search;
use crate::interner::{LabelId, Labels};
use crate::label_topics_fit::{LabelTable, LabelTopicsFit, LabelTopicsParams, fit_label_topics};
use crate::n_clusters::ClusterCount;
use crate::people::People;
use crate::seed_fit::fit_seed;
use crate::tally::Vocabulary;
use crate::topic_guide::{Guides, TopicKind};

/// A level with fewer people than this is not clustered: it has an overview page only.
pub const MIN_PEOPLE_TO_FIT: u64 = 60;

/// What is asked of a fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FitParams {
    /// What people are compared by.
    pub features: Features,
    /// How many clusters per level.
    pub clusters: ClusterCount,
    /// Seed of everything random.
    pub seed: u64,
    /// Topics of skills.
    pub skill_topics: LabelTopicsParams,
    /// Topics of degree fields.
    pub degree_topics: LabelTopicsParams,
}

/// Feature sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Features {
    /// Degree topics, courses and certificates, as the method's source had them.
    Seed,
    /// All that people list, smoothed; groups found by this search.
    Full(Search),
}

impl FitParams {
    /// The whole method.
    pub fn full(search: Search, clusters: ClusterCount, seed: u64) -> FitParams {
        FitParams { features: Features::Full(search), ..FitParams::seed_method(clusters, seed) }
    }

    /// The seed's method.
    pub fn seed_method(clusters: ClusterCount, seed: u64) -> FitParams {
        FitParams {
            features: Features::Seed,
            clusters,
            seed,
            skill_topics: LabelTopicsParams::skills(),
            degree_topics: LabelTopicsParams::degree_fields(),
        }
    }
}

/// The stages of a fit, in order; the last four come once per level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Topics of skills and of degree fields.
    LabelTopics,
    /// Distinct rows.
    TrainingTable,
    /// Item–item weights, and the search for groups; with the features `full` only.
    Search,
    /// Principal components.
    Pca,
    /// k-means for every candidate number of clusters.
    KMeans,
    /// Silhouettes of the candidates.
    Silhouette,
    /// Counting what people have, names, links.
    Roadmaps,
}

/// Is told where a fit is, and may end it. The fit itself has no clock and no terminal.
pub trait Observer: Sync {
    /// A stage begins; it will take about this many steps.
    fn begin(&self, stage: Stage, steps: u64);
    /// One step is done (from any thread).
    fn step(&self) {}
    /// The stage is done.
    fn end(&self, stage: Stage);
    /// Whether the fit shall end without a model. Asked before every stage and after every candidate of the search, so that
    /// whoever has a limit of time can keep it.
    fn should_stop(&self) -> bool {
        false
    }
}

/// Why there is no model.
#[derive(Debug, thiserror::Error)]
pub enum FitError {
    /// The result fails the checks that every loaded model passes: a bug in the fit.
    #[error(transparent)]
    Check(#[from] CheckError),
    /// The observer ended it.
    #[error("the fit was stopped")]
    Stopped(Stage),
}

/// Topics of skills and of degree fields.
#[derive(Clone, Debug)]
pub struct TopicsFit {
    /// Of skills.
    pub skills: LabelTopicsFit,
    /// Of degree fields.
    pub degree_fields: LabelTopicsFit,
}

/// Fits the label topics alone: the first stage of [`fit`].
pub fn fit_topics(
    people: &People,
    params: &FitParams,
    guides: Guides<'_>,
    observer: &dyn Observer,
) -> TopicsFit {
    observer.begin(Stage::LabelTopics, params.skill_topics.n_init + params.degree_topics.n_init);
    let _running = Running { observer, stage: Stage::LabelTopics };
    let topics = |kind, labels: &Labels, held: Vec<&[LabelId]>, topic_params, guide| {
        let table = LabelTable { kind, cleaning: people.cleaning, labels, people: &held };
        fit_label_topics(table, topic_params, params.seed, guide, guides.namer, &|| observer.step())
    };
    TopicsFit {
        skills: topics(
            TopicKind::Skills,
            &people.skills,
            people.skills_of_everyone(),
            &params.skill_topics,
            guides.skills,
        ),
        degree_fields: topics(
            TopicKind::DegreeFields,
            &people.degree_fields,
            people.degree_fields_of_everyone(),
            &params.degree_topics,
            guides.degree_fields,
        ),
    }
}

/// Fits a model. `metadata` carries what only the caller knows (data hash, rejected records); the fit
/// fills in the rest. `guides` steer the label topics from outside; by default nothing does.
///
/// # Errors
/// [`FitError::Stopped`] if the observer wants no more of it; [`FitError::Check`] is a bug in the fit.
pub fn fit(
    people: &People,
    params: &FitParams,
    guides: Guides<'_>,
    metadata: Metadata,
    observer: &dyn Observer,
) -> Result<Model, FitError> {
    let run = |stage, steps| {
        go_on(observer, stage)?;
        observer.begin(stage, steps);
        Ok(Running { observer, stage })
    };
    go_on(observer, Stage::LabelTopics)?;
    let TopicsFit { skills: skill_topics, degree_fields: degree_topics } =
        fit_topics(people, params, guides, observer);

    let vocabulary = Vocabulary { people, degree_topics: &degree_topics, skill_topics: &skill_topics };
    let mut found = match params.features {
        Features::Seed => fit_seed(vocabulary, params, &run)?,
        Features::Full(search) => fit_full(vocabulary, params, search, guides.continue_from, &run)?,
    };
    let metadata = Metadata {
        features: match params.features {
            Features::Seed => "seed".to_owned(),
            Features::Full(_) => "full".to_owned(),
        },
        search: found.search.take(),
        clusters: match params.clusters {
            ClusterCount::Auto => "auto".to_owned(),
            ClusterCount::Fixed(n) => n.to_string(),
        },
        seed: params.seed,
        people: people.n_people,
        experience: people
            .experience
            .iter()
            .map(|&n| if n < u64::from(MIN_PEOPLE_PER_ITEM) { 0 } else { n })
            .collect(),
        without_experience: people.without_experience,
        skills: skill_topics.metrics.clone(),
        degree_fields: degree_topics.metrics.clone(),
        levels: found.metrics,
        ..metadata
    };
    let (levels, interests) = (found.levels, found.interests);
    let LabelTopicsFit { topics: degree_topics, .. } = degree_topics;
    let LabelTopicsFit { topics: skill_topics, .. } = skill_topics;
    Ok(ModelParts { metadata, degree_topics, skill_topics, levels, interests }.checked()?)
}

/// What a feature set's fit found.
pub(crate) struct Found {
    pub(crate) levels: Vec<LevelModel>,
    pub(crate) metrics: Vec<LevelMetrics>,
    pub(crate) interests: Option<Interests>,
    pub(crate) search: Option<SearchMetrics>,
}

/// Begins a stage of so many steps, unless the observer wants no more.
pub(crate) type Run<'r, 'a> = &'r dyn Fn(Stage, u64) -> Result<Running<'a>, FitError>;

fn go_on(observer: &dyn Observer, stage: Stage) -> Result<(), FitError> {
    if observer.should_stop() { Err(FitError::Stopped(stage)) } else { Ok(()) }
}

/// A stage that ends when this is dropped.
pub(crate) struct Running<'a> {
    observer: &'a dyn Observer,
    stage: Stage,
}

impl Running<'_> {
    /// One step of the stage is done.
    pub(crate) fn step(&self) -> Result<(), FitError> {
        self.observer.step();
        go_on(self.observer, self.stage)
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.observer.end(self.stage);
    }
}
