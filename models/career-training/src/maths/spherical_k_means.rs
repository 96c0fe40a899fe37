//! k-means by angle, so that the length of a person's lists does not matter.

use ndarray::{Array1, Array2, ArrayView1, Axis};

use crate::maths::k_means::{KMeansParams, fit_k_means};

/// The most rounds of the last refinement.
const MAX_ROUNDS: usize = 100;

/// A clustering of unit vectors.
#[derive(Clone, Debug, PartialEq)]
pub struct SphericalFit {
    /// Unit centroids, `n_clusters × n_components`; zero for an empty cluster.
    pub centroids: Array2<f64>,
    /// Per row its cluster.
    pub labels: Vec<u32>,
}

/// Spherical k-means (Dhillon and Modha 2001) of unit rows: a point belongs to the centroid with the largest
/// cosine, and centroids are scaled to length 1. It starts from the result of Euclidean k-means.
pub fn fit_spherical(points: &Array2<f64>, n_clusters: usize, n_init: u64, seed: u64) -> SphericalFit {
    let weights = vec![1.0; points.nrows()];
    let params = KMeansParams { n_clusters, n_init, max_iter: 100, tol: 1e-4 };
    let start = fit_k_means(points, &weights, params, seed);
    refine(points, start.labels, start.k_means.n_clusters())
}

/// Spherical k-means, starting from these labels.
pub(crate) fn refine(points: &Array2<f64>, mut labels: Vec<u32>, n_clusters: usize) -> SphericalFit {
    let mut centroids = Array2::zeros((n_clusters, points.ncols()));
    for _ in 0..MAX_ROUNDS {
        centroids.fill(0.0);
        for (point, &label) in points.axis_iter(Axis(0)).zip(&labels) {
            let mut centroid = centroids.row_mut(label as usize);
            centroid += &point;
        }
        normalize_rows(&mut centroids);
        let found = nearest_of_all(points, &centroids);
        let changed = found != labels;
        labels = found;
        if !changed {
            break;
        }
    }
    SphericalFit { centroids, labels }
}

/// Per row the centroid with the largest inner product, the first of equals.
pub fn nearest_of_all(points: &Array2<f64>, centroids: &Array2<f64>) -> Vec<u32> {
    points.dot(&centroids.t()).axis_iter(Axis(0)).map(|scores| largest(&scores) as u32).collect()
}

/// The index of the largest score, the first of equals.
pub(crate) fn largest(scores: &ArrayView1<'_, f64>) -> usize {
    let mut best = 0;
    for (index, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = index;
        }
    }
    best
}

/// Scales every row to length 1; a row of zeros stays.
pub fn normalize_rows(points: &mut Array2<f64>) {
    for mut point in points.axis_iter_mut(Axis(0)) {
        let norm = point.dot(&point).sqrt();
        if norm > 0.0 {
            point /= norm;
        }
    }
}

/// The mean of some rows, scaled to length 1.
pub fn unit_mean(points: &Array2<f64>, rows: impl Iterator<Item = usize>) -> Array1<f64> {
    let mut mean = Array1::zeros(points.ncols());
    for row in rows {
        mean += &points.row(row);
    }
    let norm = mean.dot(&mean).sqrt();
    if norm > 0.0 { mean / norm } else { mean }
}
