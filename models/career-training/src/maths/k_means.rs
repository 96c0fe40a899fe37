//! Fitting [`KMeans`] on weighted points in few dimensions.

use career_model::k_means::{KMeans, squared_distance};
use ndarray::Array2;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use crate::maths::random::{generator, weighted_draw};

/// Parameters of scikit-learn's `KMeans`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KMeansParams {
    /// The number of clusters.
    pub n_clusters: usize,
    /// Starts; the result is the one with the smallest inertia, the first of equals.
    pub n_init: u64,
    /// The most iterations of one start.
    pub max_iter: usize,
    /// Stop when the centroids move less than this, relative to the mean variance of the dimensions.
    pub tol: f64,
}

/// A fitted clustering.
#[derive(Clone, Debug, PartialEq)]
pub struct KMeansFit {
    /// The centroids.
    pub k_means: KMeans,
    /// Per row its cluster: the result of `k_means.predict`.
    pub labels: Vec<u32>,
    /// `Σ weight · squared distance to the nearest centroid`.
    pub inertia: f64,
}

/// Fits on `points` (`n_rows × n_dimensions`); a row of weight w counts as w rows.
///
/// There are at most as many clusters as rows.
pub fn fit_k_means(points: &Array2<f64>, weights: &[f64], params: KMeansParams, seed: u64) -> KMeansFit {
    let data = Data::new(points, weights);
    let tol = params.tol * data.mean_variance();
    let n_clusters = params.n_clusters.clamp(1, points.nrows().max(1));
    let starts = (0..params.n_init.max(1)).into_par_iter().map(|start| {
        let mut rng = generator(seed, "k-means", start ^ (n_clusters as u64) << 32);
        lloyd(&data, n_clusters, params.max_iter, tol, &mut rng)
    });
    let best = starts
        .collect::<Vec<KMeansFit>>()
        .into_iter()
        .reduce(|best, fit| if fit.inertia < best.inertia { fit } else { best });
    best.unwrap_or_else(|| unreachable!("there is at least one start"))
}

struct Data<'a> {
    points: &'a Array2<f64>,
    weights: &'a [f64],
    /// The points, dimension after dimension, so that one pass per dimension runs over all rows at once.
    by_dimension: Vec<f64>,
}

impl<'a> Data<'a> {
    fn new(points: &'a Array2<f64>, weights: &'a [f64]) -> Data<'a> {
        Data { points, weights, by_dimension: points.t().iter().copied().collect() }
    }

    /// The squared distance of every row to one of them.
    fn distances_to(&self, centre: usize, distances: &mut [f64]) {
        distances.fill(0.0);
        for (column, value) in
            self.by_dimension.chunks_exact(self.weights.len().max(1)).zip(self.point(centre))
        {
            for (sum, other) in distances.iter_mut().zip(column) {
                let difference = other - value;
                *sum += difference * difference;
            }
        }
    }

    fn point(&self, row: usize) -> &[f64] {
        let n = self.points.ncols();
        self.points.as_slice().map_or(&[], |all| &all[row * n..(row + 1) * n])
    }

    fn mean_variance(&self) -> f64 {
        let total: f64 = self.weights.iter().sum();
        let variance = |column: usize| {
            let (mut sum, mut squares) = (0.0, 0.0);
            for (value, weight) in self.points.column(column).iter().zip(self.weights) {
                sum += weight * value;
                squares += weight * value * value;
            }
            squares / total - (sum / total) * (sum / total)
        };
        let n = self.points.ncols();
        (0..n).map(variance).sum::<f64>() / (n.max(1) as f64)
    }

    /// The weighted mean of every cluster; an empty cluster keeps its centroid.
    fn centroids(&self, labels: &[u32], before: &[f64]) -> Vec<f64> {
        let n = self.points.ncols();
        let mut sums = vec![0.0; before.len()];
        let mut sizes = vec![0.0; before.len() / n.max(1)];
        for (row, &label) in labels.iter().enumerate() {
            let cluster = label as usize;
            sizes[cluster] += self.weights[row];
            for (sum, value) in sums[cluster * n..].iter_mut().zip(self.point(row)) {
                *sum += self.weights[row] * value;
            }
        }
        for (index, sum) in sums.iter_mut().enumerate() {
            let size = sizes[index / n.max(1)];
            *sum = if size > 0.0 { *sum / size } else { before[index] };
        }
        sums
    }
}

/// One start: greedy k-means++, then Lloyd's iterations.
fn lloyd(data: &Data<'_>, n_clusters: usize, max_iter: usize, tol: f64, rng: &mut ChaCha8Rng) -> KMeansFit {
    let n_dimensions = data.points.ncols();
    let mut centroids = plus_plus(data, n_clusters, rng);
    let mut labels = vec![0; data.weights.len()];
    let mut distances = vec![0.0; data.weights.len()];
    for _ in 0..max_iter {
        let changed = assign(data, &centroids, &mut labels, &mut distances);
        relocate_empty(data.weights, &mut labels, &mut distances, n_clusters);
        let moved = data.centroids(&labels, &centroids);
        let shift = squared_distance(&moved, &centroids);
        centroids = moved;
        if !changed || shift <= tol {
            break;
        }
    }
    // The returned labels must be those of the returned centroids.
    assign(data, &centroids, &mut labels, &mut distances);
    let inertia = distances.iter().zip(data.weights).map(|(distance, weight)| distance * weight).sum();
    KMeansFit { k_means: KMeans { n_dimensions: n_dimensions as u32, centroids }, labels, inertia }
}

/// Moves every row to its nearest centroid (the first of equals); returns whether any row moved.
fn assign(data: &Data<'_>, centroids: &[f64], labels: &mut [u32], distances: &mut [f64]) -> bool {
    let n = data.points.ncols();
    let n_clusters = centroids.len() / n.max(1);
    // Dimension-major, so that one pass per dimension runs over all centroids at once.
    let mut by_dimension = vec![0.0; centroids.len()];
    for cluster in 0..n_clusters {
        for dimension in 0..n {
            by_dimension[dimension * n_clusters + cluster] = centroids[cluster * n + dimension];
        }
    }
    let mut squared = vec![0.0; n_clusters];
    let mut changed = false;
    for row in 0..data.weights.len() {
        squared.fill(0.0);
        for (dimension, &value) in data.point(row).iter().enumerate() {
            let column = &by_dimension[dimension * n_clusters..(dimension + 1) * n_clusters];
            for (sum, centroid) in squared.iter_mut().zip(column) {
                let difference = value - centroid;
                *sum += difference * difference;
            }
        }
        let mut best = (0, f64::INFINITY);
        for (cluster, &distance) in squared.iter().enumerate() {
            if distance < best.1 {
                best = (cluster, distance);
            }
        }
        changed |= labels[row] != best.0 as u32;
        labels[row] = best.0 as u32;
        distances[row] = best.1;
    }
    changed
}

/// Gives every empty cluster the row that adds most to the inertia.
fn relocate_empty(weights: &[f64], labels: &mut [u32], distances: &mut [f64], n_clusters: usize) {
    let mut rows_in = vec![0_u32; n_clusters];
    for &label in labels.iter() {
        rows_in[label as usize] += 1;
    }
    for cluster in 0..n_clusters {
        if rows_in[cluster] > 0 {
            continue;
        }
        let farthest = (0..labels.len())
            .filter(|&row| rows_in[labels[row] as usize] > 1 && distances[row] > 0.0)
            .max_by(|&a, &b| {
                (weights[a] * distances[a]).total_cmp(&(weights[b] * distances[b])).then(b.cmp(&a))
            });
        let Some(row) = farthest else { return };
        rows_in[labels[row] as usize] -= 1;
        rows_in[cluster] += 1;
        labels[row] = cluster as u32;
        distances[row] = 0.0;
    }
}

/// Greedy k-means++ with `2 + ln k` local trials, as in scikit-learn.
fn plus_plus(data: &Data<'_>, n_clusters: usize, rng: &mut ChaCha8Rng) -> Vec<f64> {
    let n_rows = data.weights.len();
    let trials = 2 + (n_clusters as f64).ln() as usize;
    let mut cumulative = vec![0.0; n_rows];
    let mut draw_by = |closest: &[f64], rng: &mut ChaCha8Rng| {
        let mut total = 0.0;
        for ((sum, weight), distance) in cumulative.iter_mut().zip(data.weights).zip(closest) {
            total += weight * distance;
            *sum = total;
        }
        (0..trials).map(|_| weighted_draw(rng, &cumulative)).collect::<Vec<usize>>()
    };
    let Some(&first) = draw_by(&vec![1.0; n_rows], rng).first() else { return Vec::new() };
    let mut centroids = data.point(first).to_vec();
    let mut closest = vec![0.0; n_rows];
    data.distances_to(first, &mut closest);
    let (mut distances, mut nearest) = (vec![0.0; n_rows], vec![0.0; n_rows]);
    for _ in 1..n_clusters {
        let mut best: Option<(f64, usize)> = None;
        for candidate in draw_by(&closest, rng) {
            data.distances_to(candidate, &mut distances);
            let mut potential = 0.0;
            for ((distance, old), weight) in distances.iter_mut().zip(&closest).zip(data.weights) {
                *distance = distance.min(*old);
                potential += *distance * weight;
            }
            if best.is_none_or(|(least, _)| potential < least) {
                best = Some((potential, candidate));
                std::mem::swap(&mut distances, &mut nearest);
            }
        }
        let Some((_, centre)) = best else { break };
        centroids.extend_from_slice(data.point(centre));
        std::mem::swap(&mut closest, &mut nearest);
    }
    centroids
}
