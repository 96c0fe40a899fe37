//! The choice of the number of clusters by the silhouette.

use ndarray::Array2;
use rayon::prelude::*;

use crate::groups::cluster_count::ClusterCount;
use crate::maths::k_means::{KMeansFit, KMeansParams, fit_k_means};
use crate::maths::silhouette::{sample_people, silhouette_scores};

/// The numbers of clusters that the reference method tries.
pub const N_CLUSTERS_RANGE: std::ops::RangeInclusive<usize> = 15..=29;

/// With more distinct rows, the silhouette is computed on a sample of this many people.
pub const SILHOUETTE_SAMPLE_SIZE: usize = 10_000;

/// Above this many distinct rows the starts of k-means agree, and few are enough.
const MANY_ROWS: usize = 5_000;

/// Starts of k-means.
#[derive(Clone, Copy)]
struct NInit {
    few_rows: u64,
    many_rows: u64,
}

/// Starts for every candidate.
const N_INIT: NInit = NInit { few_rows: 10, many_rows: 3 };

/// Starts for the chosen number of clusters.
const N_INIT_OF_CHOSEN: NInit = NInit { few_rows: 64, many_rows: 6 };

/// Fits k-means for every number of clusters in `count`; at most one less than the rows,
/// because a silhouette needs a cluster of two.
pub fn fit_candidates(
    points: &Array2<f64>,
    weights: &[f64],
    count: ClusterCount,
    seed: u64,
) -> Vec<KMeansFit> {
    let most = points.nrows().saturating_sub(1).max(1);
    let mut candidates: Vec<usize> = match count {
        ClusterCount::Auto => N_CLUSTERS_RANGE.map(|n| n.min(most)).collect(),
        ClusterCount::Fixed(n) => vec![n.clamp(1, most)],
    };
    candidates.dedup();
    let fit = |n_clusters| fit_with(N_INIT, points, weights, n_clusters, seed);
    candidates.into_par_iter().map(fit).collect()
}

/// Fits the chosen number of clusters with more starts; the inertia is never larger than the candidate's.
pub fn fit_chosen(points: &Array2<f64>, weights: &[f64], n_clusters: usize, seed: u64) -> KMeansFit {
    fit_with(N_INIT_OF_CHOSEN, points, weights, n_clusters, seed)
}

fn fit_with(n_init: NInit, points: &Array2<f64>, weights: &[f64], n_clusters: usize, seed: u64) -> KMeansFit {
    let n_init = if points.nrows() > MANY_ROWS { n_init.many_rows } else { n_init.few_rows };
    fit_k_means(points, weights, KMeansParams { n_clusters, n_init, max_iter: 300, tol: 1e-4 }, seed)
}

/// The mean silhouette of every candidate, and the size of the sample if it was not computed on everyone.
pub fn score_candidates(
    points: &Array2<f64>,
    weights: &[f64],
    candidates: &[KMeansFit],
    seed: u64,
) -> (Vec<f64>, Option<u64>) {
    let labellings: Vec<&[u32]> = candidates.iter().map(|fit| fit.labels.as_slice()).collect();
    if points.nrows() <= SILHOUETTE_SAMPLE_SIZE {
        return (silhouette_scores(points, weights, &labellings), None);
    }
    let sample = sample_people(weights, SILHOUETTE_SAMPLE_SIZE, seed);
    let sample_points =
        Array2::from_shape_fn((sample.len(), points.ncols()), |(n, d)| points[[sample[n].0, d]]);
    let sample_weights: Vec<f64> = sample.iter().map(|&(_, weight)| weight).collect();
    let sample_labellings: Vec<Vec<u32>> =
        labellings.iter().map(|labels| sample.iter().map(|&(row, _)| labels[row]).collect()).collect();
    let sample_labellings: Vec<&[u32]> = sample_labellings.iter().map(Vec::as_slice).collect();
    (
        silhouette_scores(&sample_points, &sample_weights, &sample_labellings),
        Some(SILHOUETTE_SAMPLE_SIZE as u64),
    )
}

/// The position of the best score, the first of equals.
pub fn best_candidate(scores: &[f64]) -> usize {
    let mut best = 0;
    for (candidate, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = candidate;
        }
    }
    best
}
