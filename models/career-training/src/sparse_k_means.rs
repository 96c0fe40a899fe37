//! k-means on short texts: unit TF-IDF rows with a handful of words each.
//!
//! Lloyd's algorithm with greedy k-means++ as in scikit-learn's `KMeans`, but nothing is dense: a row
//! is compared only with the centroids that share a word with it. For every other centroid the
//! squared distance is `|x|² + |c|²`, and the smallest of those belongs to the shortest centroid.

use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use crate::csr::CsrMatrix;
use crate::random::{generator, weighted_draw};

/// Parameters of scikit-learn's `KMeans`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SparseKMeansParams {
    /// The number of clusters.
    pub n_clusters: usize,
    /// Starts; the one with the smallest inertia wins, the first of equals.
    pub n_init: u64,
    /// Most iterations of one start.
    pub max_iter: usize,
    /// Stop when the centroids move less than this, relative to the mean variance of the columns.
    pub tol: f64,
}

/// A fitted clustering.
#[derive(Clone, Debug, PartialEq)]
pub struct SparseKMeansFit {
    /// Per row its cluster.
    pub labels: Vec<u32>,
    /// Sum of squared distances to the centroids.
    pub inertia: f64,
}

/// Fits; the result depends on the rows, the parameters and the seed, not on the number of threads.
///
/// Fewer rows than clusters leave clusters empty.
pub fn fit_sparse_k_means(
    rows: &CsrMatrix,
    params: SparseKMeansParams,
    seed: u64,
    on_start_done: &(dyn Fn() + Sync),
) -> SparseKMeansFit {
    let data = Data::new(rows);
    let tol = params.tol * data.mean_variance();
    let starts: Vec<SparseKMeansFit> = (0..params.n_init.max(1))
        .into_par_iter()
        .map(|start| {
            let mut rng = generator(seed, "sparse k-means", start);
            let fit = lloyd(&data, &params, tol, &mut rng);
            on_start_done();
            fit
        })
        .collect();
    let best = starts.into_iter().reduce(|best, fit| if fit.inertia < best.inertia { fit } else { best });
    best.unwrap_or(SparseKMeansFit { labels: Vec::new(), inertia: 0.0 })
}

/// The rows, also by column, and their squared lengths (1, or 0 for rows without words).
struct Data<'a> {
    rows: &'a CsrMatrix,
    columns: CsrMatrix,
    squared_norms: Vec<f64>,
}

impl<'a> Data<'a> {
    fn new(rows: &'a CsrMatrix) -> Data<'a> {
        let squared_norms = (0..rows.n_rows()).map(|row| rows.row(row).map(|(_, v)| v * v).sum()).collect();
        Data { rows, columns: rows.transpose(), squared_norms }
    }

    /// The mean over columns of the variance over rows.
    fn mean_variance(&self) -> f64 {
        let (n, d) = (self.rows.n_rows() as f64, self.rows.n_columns() as f64);
        let variance = |column| {
            let (sum, squares) =
                self.columns.row(column).fold((0.0, 0.0), |(s, q), (_, v): (usize, f64)| (s + v, q + v * v));
            squares / n - (sum / n) * (sum / n)
        };
        (0..self.rows.n_columns()).map(variance).sum::<f64>() / d.max(1.0)
    }
}

/// Centroids by column: for each word, the clusters that have it.
struct Centroids {
    offsets: Vec<usize>,
    entries: Vec<(u32, f64)>,
    squared_norms: Vec<f64>,
}

impl Centroids {
    /// The mean row of every cluster.
    fn of_labels(data: &Data<'_>, labels: &[u32], n_clusters: usize) -> Centroids {
        let mut sizes = vec![0.0_f64; n_clusters];
        for &label in labels {
            sizes[label as usize] += 1.0;
        }
        let mut centroids =
            Centroids { offsets: vec![0], entries: Vec::new(), squared_norms: vec![0.0; n_clusters] };
        let mut sums = vec![0.0; n_clusters];
        let mut touched: Vec<u32> = Vec::new();
        for column in 0..data.columns.n_rows() {
            for (row, value) in data.columns.row(column) {
                let cluster = labels[row];
                if sums[cluster as usize] == 0.0 {
                    touched.push(cluster);
                }
                sums[cluster as usize] += value;
            }
            touched.sort_unstable();
            for cluster in touched.drain(..) {
                let mean = sums[cluster as usize] / sizes[cluster as usize];
                sums[cluster as usize] = 0.0;
                centroids.squared_norms[cluster as usize] += mean * mean;
                centroids.entries.push((cluster, mean));
            }
            centroids.offsets.push(centroids.entries.len());
        }
        centroids
    }

    fn with_word(&self, column: usize) -> &[(u32, f64)] {
        &self.entries[self.offsets[column]..self.offsets[column + 1]]
    }

    /// How far all centroids together moved: the squared Frobenius norm of the difference.
    fn squared_shift(&self, other: &Centroids) -> f64 {
        let mut inner = 0.0;
        for column in 0..self.offsets.len() - 1 {
            let (a, b) = (self.with_word(column), other.with_word(column));
            let mut b = b.iter().peekable();
            for &(cluster, value) in a {
                while b.next_if(|entry| entry.0 < cluster).is_some() {}
                if let Some(&(_, other)) = b.next_if(|entry| entry.0 == cluster) {
                    inner += value * other;
                }
            }
        }
        let norms = |centroids: &Centroids| centroids.squared_norms.iter().sum::<f64>();
        (norms(self) + norms(other) - 2.0 * inner).max(0.0)
    }
}

/// One start.
fn lloyd(data: &Data<'_>, params: &SparseKMeansParams, tol: f64, rng: &mut ChaCha8Rng) -> SparseKMeansFit {
    let n_rows = data.rows.n_rows();
    let n_clusters = params.n_clusters.min(n_rows);
    if n_clusters == 0 {
        return SparseKMeansFit { labels: vec![0; n_rows], inertia: 0.0 };
    }
    let mut labels = plus_plus(data, n_clusters, rng);
    let mut centroids = Centroids::of_labels(data, &labels, n_clusters);
    let mut distances = vec![0.0; n_rows];
    for _ in 0..params.max_iter {
        let changed = assign(data, &centroids, &mut labels, &mut distances);
        let relocated = relocate_empty(&mut labels, &mut distances, n_clusters);
        if !changed && !relocated {
            break;
        }
        let moved = Centroids::of_labels(data, &labels, n_clusters);
        let shift = moved.squared_shift(&centroids);
        centroids = moved;
        if shift <= tol && !relocated {
            break;
        }
    }
    assign(data, &centroids, &mut labels, &mut distances);
    let centroids = Centroids::of_labels(data, &labels, n_clusters);
    SparseKMeansFit { inertia: inertia(data, &centroids, &labels), labels }
}

/// Moves every row to its nearest centroid; tells whether any row moved.
fn assign(data: &Data<'_>, centroids: &Centroids, labels: &mut [u32], distances: &mut [f64]) -> bool {
    let mut shortest = 0;
    for cluster in 1..centroids.squared_norms.len() {
        if centroids.squared_norms[cluster] < centroids.squared_norms[shortest] {
            shortest = cluster;
        }
    }
    let mut dots = vec![0.0; centroids.squared_norms.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut changed = false;
    for row in 0..data.rows.n_rows() {
        for (column, value) in data.rows.row(row) {
            for &(cluster, mean) in centroids.with_word(column) {
                if dots[cluster as usize] == 0.0 {
                    touched.push(cluster);
                }
                dots[cluster as usize] += value * mean;
            }
        }
        let mut best = (centroids.squared_norms[shortest], shortest as u32);
        for cluster in touched.drain(..) {
            let place = cluster as usize;
            let distance = centroids.squared_norms[place] - 2.0 * dots[place];
            dots[place] = 0.0;
            if distance < best.0 || (distance == best.0 && cluster < best.1) {
                best = (distance, cluster);
            }
        }
        changed |= labels[row] != best.1;
        labels[row] = best.1;
        distances[row] = (best.0 + data.squared_norms[row]).max(0.0);
    }
    changed
}

/// Gives every empty cluster the row that is farthest from its centroid; tells whether there was any.
fn relocate_empty(labels: &mut [u32], distances: &mut [f64], n_clusters: usize) -> bool {
    let mut sizes = vec![0_u32; n_clusters];
    for &label in labels.iter() {
        sizes[label as usize] += 1;
    }
    let empty: Vec<u32> = (0..n_clusters as u32).filter(|&cluster| sizes[cluster as usize] == 0).collect();
    let mut relocated = false;
    for cluster in empty {
        let farthest = (0..labels.len())
            .filter(|&row| sizes[labels[row] as usize] > 1 && distances[row] > 0.0)
            .max_by(|&a, &b| distances[a].total_cmp(&distances[b]).then(b.cmp(&a)));
        let Some(row) = farthest else { break };
        sizes[labels[row] as usize] -= 1;
        sizes[cluster as usize] += 1;
        labels[row] = cluster;
        distances[row] = 0.0;
        relocated = true;
    }
    relocated
}

/// `Σ |x|² − Σ size·|c|²`, which equals the sum of squared distances when `c` are the means.
fn inertia(data: &Data<'_>, centroids: &Centroids, labels: &[u32]) -> f64 {
    let mut within: f64 = data.squared_norms.iter().sum();
    for &label in labels {
        within -= centroids.squared_norms[label as usize];
    }
    within.max(0.0)
}

/// Greedy k-means++: each centre is the best of `2 + ln k` rows drawn with probability by squared
/// distance to the centres so far (Arthur and Vassilvitskii 2007, with scikit-learn's local trials).
/// Returns each row's nearest centre.
fn plus_plus(data: &Data<'_>, n_clusters: usize, rng: &mut ChaCha8Rng) -> Vec<u32> {
    let n_rows = data.rows.n_rows();
    let trials = 2 + (n_clusters as f64).ln() as usize;
    let uniform: Vec<f64> = (1..=n_rows).map(|n| n as f64).collect();
    let first = weighted_draw(rng, &uniform);
    let mut labels = vec![0_u32; n_rows];
    let mut closest: Vec<f64> = vec![f64::INFINITY; n_rows];
    let mut near = Nearness::new(n_rows);
    for (row, distance) in near.distances(data, first, &closest) {
        closest[row] = distance;
    }
    let mut cumulative = vec![0.0; n_rows];
    for centre in 1..n_clusters {
        let mut total = 0.0;
        for (sum, distance) in cumulative.iter_mut().zip(&closest) {
            total += distance;
            *sum = total;
        }
        if total <= 0.0 {
            break;
        }
        let mut best: Option<(f64, Vec<(usize, f64)>)> = None;
        for _ in 0..trials {
            let candidate = weighted_draw(rng, &cumulative);
            let nearer = near.distances(data, candidate, &closest);
            let gain: f64 = nearer.iter().map(|&(row, distance)| closest[row] - distance).sum();
            if best.as_ref().is_none_or(|(most, _)| gain > *most) {
                best = Some((gain, nearer));
            }
        }
        for (row, distance) in best.map(|(_, nearer)| nearer).unwrap_or_default() {
            closest[row] = distance;
            labels[row] = centre as u32;
        }
    }
    labels
}

/// Scratch space for distances from one row to the rows that it is nearer to than any centre so far.
struct Nearness {
    dots: Vec<f64>,
    touched: Vec<usize>,
}

impl Nearness {
    fn new(n_rows: usize) -> Nearness {
        Nearness { dots: vec![0.0; n_rows], touched: Vec::new() }
    }

    /// The rows for which `centre` is closer than `closest` says, with the squared distance.
    fn distances(&mut self, data: &Data<'_>, centre: usize, closest: &[f64]) -> Vec<(usize, f64)> {
        let norm = data.squared_norms[centre];
        // Rows without a shared word are at |x|² + |c|². After the first centre that is never nearer,
        // unless one of the two is a row without words.
        let everyone = closest[centre].is_infinite() || norm == 0.0;
        for (column, value) in data.rows.row(centre) {
            for (row, other) in data.columns.row(column) {
                if self.dots[row] == 0.0 && !everyone {
                    self.touched.push(row);
                }
                self.dots[row] += value * other;
            }
        }
        if everyone {
            self.touched.extend(0..closest.len());
        }
        let mut nearer = Vec::new();
        for row in self.touched.drain(..) {
            let distance = if row == centre {
                0.0
            } else {
                (data.squared_norms[row] + norm - 2.0 * self.dots[row]).max(0.0)
            };
            self.dots[row] = 0.0;
            if distance < closest[row] {
                nearer.push((row, distance));
            }
        }
        nearer
    }
}
