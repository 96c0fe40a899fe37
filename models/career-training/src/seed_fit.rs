//! The fit of the features `seed`: per level, principal components of what people studied, and k-means.

use career_model::Level;
use career_model::metadata::{LevelMetrics, PageMetrics};
use career_model::model::{Clusters, LevelModel};
use career_model::sparse::SparseVector;
use ndarray::{Array2, Axis, concatenate};

use crate::fit::{FitError, FitParams, Found, MIN_PEOPLE_TO_FIT, Run, Stage};
use crate::n_clusters::{ClusterCount, best_candidate, fit_candidates, fit_chosen, score_candidates};
use crate::page_metrics::page_metrics;
use crate::pca_fit::fit_pca;
use crate::roadmaps::{LevelPages, level_pages, link_next_level, overview};
use crate::tally::Vocabulary;
use crate::training_table::{ColumnValue, TrainingTable};

/// Principal components kept.
const N_COMPONENTS: usize = 5;

/// Fits the levels, one after the other.
pub(crate) fn fit_seed<'a>(
    vocabulary: Vocabulary<'_>,
    params: &FitParams,
    run: Run<'_, 'a>,
) -> Result<Found, FitError> {
    let mut fitted: Vec<FittedLevel> = Level::ALL
        .iter()
        .map(|&level| fit_level(vocabulary, level, params, run))
        .collect::<Result<_, _>>()?;
    link_levels(vocabulary, &mut fitted);
    let metrics = fitted.iter().map(|level| level.metrics.clone()).collect();
    let levels = fitted.into_iter().map(|level| level.model).collect();
    Ok(Found { levels, metrics, interests: None, search: None })
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
    run: Run<'_, 'a>,
) -> Result<FittedLevel, FitError> {
    let running = run(Stage::TrainingTable, 0)?;
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
        return Ok(fitted);
    }

    let running = run(Stage::Pca, 0)?;
    let pca = fit_pca(&table.rows, &table.weights, N_COMPONENTS);
    let points = project(&pca, &table);
    drop(running);

    let running = run(Stage::KMeans, 0)?;
    let candidates = fit_candidates(&points, &table.weights, params.clusters, params.seed);
    drop(running);

    let running = run(Stage::Silhouette, 0)?;
    let (scores, _) = score_candidates(&points, &table.weights, &candidates, params.seed);
    let n_clusters = candidates[best_candidate(&scores)].k_means.n_clusters();
    drop(running);

    let running = run(Stage::KMeans, 0)?;
    let chosen = fit_chosen(&points, &table.weights, n_clusters, params.seed);
    drop(running);

    let running = run(Stage::Silhouette, 0)?;
    let (scores, sample) =
        score_candidates(&points, &table.weights, std::slice::from_ref(&chosen), params.seed);
    drop(running);

    let _running = run(Stage::Roadmaps, 0)?;
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
        return Ok(fitted);
    }
    fitted.metrics.pages = metrics_of_pages(vocabulary, level, &table, &points, &chosen.labels, &pages);
    fitted.model.roadmaps = pages.roadmaps;
    fitted.model.clusters = Some(Clusters {
        columns: table.columns,
        pca,
        k_means: chosen.k_means,
        roadmap_of_cluster: pages.roadmap_of_cluster,
    });
    fitted.mean_rows = pages.mean_rows;
    fitted.column_values = table.column_values;
    Ok(fitted)
}

/// How the pages came out; in the plane of the first two components.
fn metrics_of_pages(
    vocabulary: Vocabulary<'_>,
    level: Level,
    table: &TrainingTable,
    points: &Array2<f64>,
    labels: &[u32],
    pages: &LevelPages,
) -> Vec<PageMetrics> {
    let mut who = vec![Vec::new(); pages.roadmaps.len()];
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); pages.roadmaps.len()];
    for person in vocabulary.people.iter_level(level) {
        let row = table.row_of_background[person.background as usize].map(|row| row as usize);
        if let Some(row) = row.filter(|&row| !table.rows.row_is_zero(row)) {
            let page = pages.roadmap_of_cluster[labels[row] as usize] as usize;
            who[page].push(person);
            rows[page].push(row);
        }
    }
    let second = Array2::zeros((points.nrows(), 2_usize.saturating_sub(points.ncols())));
    let (first, _) = points.view().split_at(Axis(1), points.ncols().min(2));
    let plane = concatenate![Axis(1), first, second];
    // Sums of numbers depend on their order; people's must not show.
    rows.iter_mut().for_each(|rows| rows.sort_unstable());
    let page = |((roadmap, who), rows): ((_, &Vec<_>), &Vec<usize>)| {
        page_metrics(vocabulary.people, roadmap, who, &plane.select(Axis(0), rows))
    };
    pages.roadmaps.iter().zip(&who).zip(&rows).map(page).collect()
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
