//! The reference method's fit of one level.

use career_model::Level;
use career_model::metadata::{LevelMetrics, LevelNote, PageMetrics};
use career_model::model::{Clusters, LevelModel};
use career_model::pca::Pca;
use career_model::sparse::SparseVector;
use disclosure::LevelMembers;
use ndarray::{Array2, ArrayView1, Axis, concatenate};

use crate::groups::cluster_count::ClusterCount;
use crate::groups::reference_projection::N_COMPONENTS;
use crate::maths::pca::{fit_pca, of_features};
use crate::pages::overview::overview;
use crate::pages::page_metrics::page_metrics;
use crate::pages::reference_pages::{LevelPages, level_pages};
use crate::people::limits::MIN_PEOPLE_TO_FIT;
use crate::people::training_table::{ColumnValue, ServedTable, TrainingTable};
use crate::progress::{BeginStage, FitError, Stage};
use crate::reference::n_clusters::{best_candidate, fit_candidates, fit_chosen, score_candidates};
use crate::topics::vocabulary::Vocabulary;

/// Fewer distinct backgrounds cannot be clustered.
const MIN_BACKGROUNDS: usize = 3;

/// A fitted level, with what its links to the next level need.
pub(crate) struct LevelFit {
    pub(crate) model: LevelModel,
    pub(crate) metrics: LevelMetrics,
    /// Per roadmap, the mean feature row of its people.
    pub(crate) mean_rows: Vec<SparseVector>,
    pub(crate) column_values: Vec<ColumnValue>,
    /// The people of its groups.
    pub(crate) members: LevelMembers,
}

/// Fits a level.
pub(crate) fn fit_level<'a>(
    vocabulary: Vocabulary<'_>,
    level: Level,
    count: ClusterCount,
    seed: u64,
    begin: BeginStage<'_, 'a>,
) -> Result<LevelFit, FitError> {
    let stage = begin(Stage::TrainingTable, 0)?;
    let degree_topics = vocabulary.degree_topics;
    let table = TrainingTable::of_level(
        vocabulary.people,
        level,
        &degree_topics.fitted_topic_of,
        degree_topics.topics.len(),
    );
    let served = table.served(vocabulary.people, &degree_topics.topic_of);
    let everyone = overview(vocabulary, level);
    drop(stage);
    let mut fit = LevelFit {
        metrics: LevelMetrics {
            level: level.to_string(),
            people: table.n_people() as u64,
            without_background: served.table.without_background(),
            rows: table.weights.len() as u64,
            n_features: table.column_values.len() as u64,
            ..LevelMetrics::default()
        },
        model: LevelModel { overview: everyone.backgrounds(vocabulary), ..LevelModel::default() },
        mean_rows: Vec::new(),
        column_values: Vec::new(),
        members: LevelMembers { overview: everyone.members.clone(), roadmaps: Vec::new() },
    };
    if let Some(note) = too_little(&table) {
        fit.metrics.note = Some(note.to_string());
        return Ok(fit);
    }

    let stage = begin(Stage::Pca, 0)?;
    let pca = fit_pca(&table.rows, &table.weights, N_COMPONENTS);
    let points = transform(&pca, &table);
    drop(stage);

    let stage = begin(Stage::KMeans, 0)?;
    let candidates = fit_candidates(&points, &table.weights, count, seed);
    drop(stage);

    let stage = begin(Stage::Silhouette, 0)?;
    let (scores, _) = score_candidates(&points, &table.weights, &candidates, seed);
    let n_clusters = candidates[best_candidate(&scores)].k_means.n_clusters();
    drop(stage);

    let stage = begin(Stage::KMeans, 0)?;
    let chosen = fit_chosen(&points, &table.weights, n_clusters, seed);
    drop(stage);

    let stage = begin(Stage::Silhouette, 0)?;
    let (scores, sample) = score_candidates(&points, &table.weights, std::slice::from_ref(&chosen), seed);
    drop(stage);

    let _stage = begin(Stage::Roadmaps, 0)?;
    // The fit is the reference method's. Its pages count people as the function assigns them.
    let ServedTable { table: served, fitted_columns } = served;
    let served_pca = of_features(&pca, &fitted_columns);
    let points = transform(&served_pca, &served);
    let nearest = |point: ArrayView1<'_, f64>| chosen.k_means.predict(&point.to_vec()) as u32;
    let labels: Vec<u32> = points.rows().into_iter().map(nearest).collect();
    let pages = level_pages(vocabulary, level, &served, &chosen.k_means, &labels, &everyone);
    let n_clusters = chosen.k_means.n_clusters();
    fit.metrics.explained_variance_ratio.clone_from(&pca.explained_variance_ratio);
    fit.metrics.n_clusters = n_clusters as u64;
    fit.metrics.n_roadmaps = pages.roadmaps.len() as u64;
    fit.metrics.silhouette = scores.first().copied();
    fit.metrics.silhouette_sample = sample;
    fit.metrics.inertia = Some(chosen.inertia);
    if let ClusterCount::Fixed(asked) = count
        && asked != n_clusters
    {
        let note = LevelNote::FewerClusters { asked: asked as u64, made: n_clusters as u64 };
        fit.metrics.note = Some(note.to_string());
    }
    if pages.roadmaps.is_empty() {
        fit.metrics.note = Some(LevelNote::NoPageLargeEnough.to_string());
        return Ok(fit);
    }
    fit.metrics.pages = metrics_of_pages(vocabulary, level, &served, &points, &labels, &pages);
    fit.model.roadmaps = pages.roadmaps;
    fit.members.roadmaps = pages.members;
    fit.model.clusters = Some(Clusters {
        columns: served.columns,
        pca: served_pca,
        k_means: chosen.k_means,
        roadmap_of_cluster: pages.roadmap_of_cluster,
    });
    fit.mean_rows = pages.mean_rows;
    fit.column_values = served.column_values;
    Ok(fit)
}

/// The metrics of the pages, in the plane of the first two components.
fn metrics_of_pages(
    vocabulary: Vocabulary<'_>,
    level: Level,
    table: &TrainingTable,
    points: &Array2<f64>,
    labels: &[u32],
    pages: &LevelPages,
) -> Vec<PageMetrics> {
    let mut persons = vec![Vec::new(); pages.roadmaps.len()];
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); pages.roadmaps.len()];
    for person in vocabulary.people.iter_level(level) {
        let row = table.row_of_background[person.background as usize].map(|row| row as usize);
        if let Some(row) = row.filter(|&row| !table.rows.row_is_zero(row)) {
            let page = pages.roadmap_of_cluster[labels[row] as usize] as usize;
            persons[page].push(person);
            rows[page].push(row);
        }
    }
    let missing = Array2::zeros((points.nrows(), 2_usize.saturating_sub(points.ncols())));
    let (first, _) = points.view().split_at(Axis(1), points.ncols().min(2));
    let plane = concatenate![Axis(1), first, missing];
    // Sums of floating-point numbers depend on their order, which must not depend on the order of people.
    rows.iter_mut().for_each(|rows| rows.sort_unstable());
    let page = |((roadmap, persons), rows): ((_, &Vec<_>), &Vec<usize>)| {
        page_metrics(vocabulary.people, roadmap, persons, &plane.select(Axis(0), rows))
    };
    pages.roadmaps.iter().zip(&persons).zip(&rows).map(page).collect()
}

/// Why a level cannot be clustered, if it cannot.
fn too_little(table: &TrainingTable) -> Option<LevelNote> {
    let people = table.n_people() as u64;
    if people < MIN_PEOPLE_TO_FIT {
        return Some(LevelNote::TooFewPeople { people, needed: MIN_PEOPLE_TO_FIT });
    }
    let backgrounds = table.weights.len();
    (backgrounds < MIN_BACKGROUNDS)
        .then_some(LevelNote::TooFewBackgrounds { backgrounds: backgrounds as u64 })
}

/// The rows in PCA coordinates, `n_rows × n_components`.
fn transform(pca: &Pca, table: &TrainingTable) -> Array2<f64> {
    let n_rows = table.weights.len();
    let coordinates: Vec<f64> =
        (0..n_rows).flat_map(|row| pca.transform(&table.rows.row_vector(row))).collect();
    Array2::from_shape_vec((n_rows, pca.n_components as usize), coordinates)
        .unwrap_or_else(|_| unreachable!("every row has n_components coordinates"))
}
