//! The fit from people to model, stage by stage.

use career_model::check::CheckError;
use career_model::interests::Interests;
use career_model::metadata::{LevelMetrics, Metadata, SearchMetrics};
use career_model::model::{Clusters, LevelModel, ModelParts};
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::sparse::SparseVector;
use career_model::{Level, Model};
use ndarray::Array2;

use crate::full_fit::fit_full;
use crate::interests::search::Search;
use crate::interner::{LabelId, Labels};
use crate::label_topics_fit::{LabelTable, LabelTopicsFit, LabelTopicsParams, fit_label_topics};
use crate::n_clusters::{ClusterCount, best_candidate, fit_candidates, fit_chosen, score_candidates};
use crate::pca_fit::fit_pca;
use crate::people::People;
use crate::roadmaps::{level_pages, link_next_level, overview};
use crate::tally::Vocabulary;
use crate::topic_guide::{TopicGuides, TopicKind};
use crate::training_table::{ColumnValue, TrainingTable};

/// A level with fewer people than this is not clustered: it has an overview page only.
pub const MIN_PEOPLE_TO_FIT: u64 = 60;

/// Principal components kept.
const N_COMPONENTS: usize = 5;

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

/// Is told where a fit is. The fit itself has no clock and no terminal.
pub trait Observer: Sync {
    /// A stage begins; it will take about this many steps.
    fn begin(&self, stage: Stage, steps: u64);
    /// One step is done (from any thread).
    fn step(&self) {}
    /// The stage is done.
    fn end(&self, stage: Stage);
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
    guides: TopicGuides<'_>,
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
/// [`CheckError`] if the result fails the checks that every loaded model passes: a bug in the fit.
pub fn fit(
    people: &People,
    params: &FitParams,
    guides: TopicGuides<'_>,
    metadata: Metadata,
    observer: &dyn Observer,
) -> Result<Model, CheckError> {
    let run = |stage, steps| {
        observer.begin(stage, steps);
        Running { observer, stage }
    };
    let TopicsFit { skills: skill_topics, degree_fields: degree_topics } =
        fit_topics(people, params, guides, observer);

    let vocabulary = Vocabulary { people, degree_topics: &degree_topics, skill_topics: &skill_topics };
    let mut found = match params.features {
        Features::Seed => fit_seed(vocabulary, params, &run),
        Features::Full(search) => fit_full(vocabulary, params, search, &run),
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
    ModelParts { metadata, degree_topics, skill_topics, levels, interests }.checked()
}

/// What a feature set's fit found.
pub(crate) struct Found {
    pub(crate) levels: Vec<LevelModel>,
    pub(crate) metrics: Vec<LevelMetrics>,
    pub(crate) interests: Option<Interests>,
    pub(crate) search: Option<SearchMetrics>,
}

/// Begins a stage of so many steps.
pub(crate) type Run<'r, 'a> = &'r dyn Fn(Stage, u64) -> Running<'a>;

fn fit_seed<'a>(vocabulary: Vocabulary<'_>, params: &FitParams, run: Run<'_, 'a>) -> Found {
    let mut fitted: Vec<FittedLevel> =
        Level::ALL.iter().map(|&level| fit_level(vocabulary, level, params, run)).collect();
    link_levels(vocabulary, &mut fitted);
    let metrics = fitted.iter().map(|level| level.metrics.clone()).collect();
    let levels = fitted.into_iter().map(|level| level.model).collect();
    Found { levels, metrics, interests: None, search: None }
}

/// A stage that ends when this is dropped.
pub(crate) struct Running<'a> {
    observer: &'a dyn Observer,
    stage: Stage,
}

impl Running<'_> {
    /// One step of the stage is done.
    pub(crate) fn step(&self) {
        self.observer.step();
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.observer.end(self.stage);
    }
}

struct FittedLevel {
    model: LevelModel,
    metrics: LevelMetrics,
    mean_rows: Vec<SparseVector>,
    column_values: Vec<ColumnValue>,
}

fn fit_level<'a>(
    vocabulary: Vocabulary<'_>,
    level: Level,
    params: &FitParams,
    run: &dyn Fn(Stage, u64) -> Running<'a>,
) -> FittedLevel {
    let running = run(Stage::TrainingTable, 0);
    let degree_topics = vocabulary.degree_topics;
    let table = TrainingTable::of_level(
        vocabulary.people,
        level,
        &degree_topics.topic_of,
        degree_topics.topics.len(),
    );
    let everyone = overview(vocabulary, level);
    drop(running);
    let mut fitted = FittedLevel {
        metrics: LevelMetrics {
            level: level.to_string(),
            people: table.n_people() as u64,
            without_background: table.without_background(),
            rows: table.weights.len() as u64,
            n_features: table.column_values.len() as u64,
            ..LevelMetrics::default()
        },
        model: LevelModel { overview: everyone.backgrounds(vocabulary), ..LevelModel::default() },
        mean_rows: Vec::new(),
        column_values: Vec::new(),
    };
    if let Some(note) = too_little(&table) {
        fitted.metrics.note = Some(note);
        return fitted;
    }

    let running = run(Stage::Pca, 0);
    let pca = fit_pca(&table.rows, &table.weights, N_COMPONENTS);
    let points = project(&pca, &table);
    drop(running);

    let running = run(Stage::KMeans, 0);
    let candidates = fit_candidates(&points, &table.weights, params.clusters, params.seed);
    drop(running);

    let running = run(Stage::Silhouette, 0);
    let (scores, _) = score_candidates(&points, &table.weights, &candidates, params.seed);
    let n_clusters = candidates[best_candidate(&scores)].k_means.n_clusters();
    drop(running);

    let running = run(Stage::KMeans, 0);
    let chosen = fit_chosen(&points, &table.weights, n_clusters, params.seed);
    drop(running);

    let running = run(Stage::Silhouette, 0);
    let (scores, sample) =
        score_candidates(&points, &table.weights, std::slice::from_ref(&chosen), params.seed);
    drop(running);

    let _running = run(Stage::Roadmaps, 0);
    let pages = level_pages(vocabulary, level, &table, &chosen, &everyone);
    fitted.metrics.explained_variance_ratio.clone_from(&pca.explained_variance_ratio);
    fitted.metrics.n_clusters = chosen.k_means.n_clusters() as u64;
    fitted.metrics.n_roadmaps = pages.roadmaps.len() as u64;
    fitted.metrics.silhouette = scores.first().copied();
    fitted.metrics.silhouette_sample = sample;
    fitted.metrics.inertia = Some(chosen.inertia);
    if let ClusterCount::Fixed(asked) = params.clusters
        && asked != chosen.k_means.n_clusters()
    {
        let n = chosen.k_means.n_clusters();
        fitted.metrics.note =
            Some(format!("{asked} clusters asked for, but its distinct backgrounds allow {n}"));
    }
    if pages.roadmaps.is_empty() {
        fitted.metrics.note =
            Some("too few people have a known background for a page of their own".to_owned());
        return fitted;
    }
    fitted.model.roadmaps = pages.roadmaps;
    fitted.model.clusters = Some(Clusters {
        columns: table.columns,
        pca,
        k_means: chosen.k_means,
        roadmap_of_cluster: pages.roadmap_of_cluster,
    });
    fitted.mean_rows = pages.mean_rows;
    fitted.column_values = table.column_values;
    fitted
}

/// Why a level cannot be clustered, if it cannot.
fn too_little(table: &TrainingTable) -> Option<String> {
    let people = table.n_people() as u64;
    if people < MIN_PEOPLE_TO_FIT {
        return Some(format!(
            "{people} of the {MIN_PEOPLE_TO_FIT} people that a level needs for roadmaps; it has its overview only"
        ));
    }
    let rows = table.weights.len();
    (rows < 3).then(|| {
        format!("only {rows} distinct backgrounds, too few to tell people apart; it has its overview only")
    })
}

/// The rows in PCA coordinates, `n_rows × n_components`.
fn project(pca: &career_model::pca::Pca, table: &TrainingTable) -> Array2<f64> {
    let n_rows = table.weights.len();
    let coordinates: Vec<f64> =
        (0..n_rows).flat_map(|row| pca.transform(&table.rows.row_vector(row))).collect();
    Array2::from_shape_vec((n_rows, pca.n_components as usize), coordinates)
        .unwrap_or_else(|_| unreachable!("every row has n_components coordinates"))
}

fn link_levels(vocabulary: Vocabulary<'_>, fitted: &mut [FittedLevel]) {
    for place in 0..fitted.len() {
        let (before, after) = fitted.split_at_mut(place + 1);
        if let (Some(own), Some(next), Some(&level)) =
            (before.last_mut(), after.first(), Level::ALL.get(place + 1))
        {
            let next = next.model.clusters.as_ref();
            link_next_level(vocabulary, &mut own.model, &own.mean_rows, &own.column_values, level, next);
        }
    }
}
