//! Fitting [`KMeans`] on weighted points in few dimensions.

use career_model::k_means::{KMeans, squared_distance};
use ndarray::Array2;
use rand_chacha::ChaCha8Rng;

use crate::random::{generator, weighted_draw};

/// Parameters of scikit-learn's `KMeans`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KMeansParams {
    /// The number of clusters.
    pub n_clusters: usize,
    /// Starts; the one with the smallest inertia wins, the first of equals.
    pub n_init: u64,
    /// Most iterations of one start.
    pub max_iter: usize,
    /// Stop when the centroids move less than this, relative to the mean variance of the dimensions.
    pub tol: f64,
}

/// A fitted clustering.
#[derive(Clone, Debug, PartialEq)]
pub struct KMeansFit {
    /// For new points.
    pub k_means: KMeans,
    /// Per row its cluster: what `k_means.predict` says of it.
    pub labels: Vec<u32>,
    /// `Σ weight · squared distance to the nearest centroid`.
    pub inertia: f64,
}

/// Fits on `points` (`n_rows × n_dimensions`); a row of weight w counts as w rows.
///
/// At most as many clusters as there are rows.
pub fn fit_k_means(points: &Array2<f64>, weights: &[f64], params: KMeansParams, seed: u64) -> KMeansFit {
    let data = Data { points, weights };
    let tol = params.tol * data.mean_variance();
    let n_clusters = params.n_clusters.clamp(1, points.nrows().max(1));
    let starts = (0..params.n_init.max(1)).map(|start| {
        let mut rng = generator(seed, "k-means", start ^ (n_clusters as u64) << 32);
        lloyd(&data, n_clusters, params.max_iter, tol, &mut rng)
    });
    let best = starts.reduce(|best, fit| if fit.inertia < best.inertia { fit } else { best });
    best.unwrap_or_else(|| unreachable!("there is at least one start"))
}

struct Data<'a> {
    points: &'a Array2<f64>,
    weights: &'a [f64],
}

impl Data<'_> {
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
        for (place, sum) in sums.iter_mut().enumerate() {
            let size = sizes[place / n.max(1)];
            *sum = if size > 0.0 { *sum / size } else { before[place] };
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
    // The labels that are returned are those of the returned centroids.
    assign(data, &centroids, &mut labels, &mut distances);
    let inertia = distances.iter().zip(data.weights).map(|(distance, weight)| distance * weight).sum();
    KMeansFit { k_means: KMeans { n_dimensions: n_dimensions as u32, centroids }, labels, inertia }
}

/// Moves every row to its nearest centroid (the first of equals); tells whether any row moved.
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

/// Greedy k-means++ with `2 + ln k` local trials, as scikit-learn's.
fn plus_plus(data: &Data<'_>, n_clusters: usize, rng: &mut ChaCha8Rng) -> Vec<f64> {
    let n_rows = data.weights.len();
    let trials = 2 + (n_clusters as f64).ln() as usize;
    let mut cumulative = vec![0.0; n_rows];
    let mut draw_by = |of: &dyn Fn(usize) -> f64, rng: &mut ChaCha8Rng| {
        let mut total = 0.0;
        for (row, sum) in cumulative.iter_mut().enumerate() {
            total += data.weights[row] * of(row);
            *sum = total;
        }
        (0..trials).map(|_| weighted_draw(rng, &cumulative)).collect::<Vec<usize>>()
    };
    let Some(&first) = draw_by(&|_| 1.0, rng).first() else { return Vec::new() };
    let distances_to =
        |centre: usize| (0..n_rows).map(move |row| squared_distance(data.point(row), data.point(centre)));
    let mut centroids = data.point(first).to_vec();
    let mut closest: Vec<f64> = distances_to(first).collect();
    for _ in 1..n_clusters {
        let mut best: Option<(f64, usize, Vec<f64>)> = None;
        for candidate in draw_by(&|row| closest[row], rng) {
            let nearer: Vec<f64> =
                distances_to(candidate).zip(&closest).map(|(new, &old)| new.min(old)).collect();
            let potential: f64 =
                nearer.iter().zip(data.weights).map(|(distance, weight)| distance * weight).sum();
            if best.as_ref().is_none_or(|(least, ..)| potential < *least) {
                best = Some((potential, candidate, nearer));
            }
        }
        let Some((_, centre, nearer)) = best else { break };
        centroids.extend_from_slice(data.point(centre));
        closest = nearer;
    }
    centroids
}
