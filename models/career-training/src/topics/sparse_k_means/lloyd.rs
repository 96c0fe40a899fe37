//! Lloyd's algorithm on sparse rows.

use rayon::prelude::*;

use crate::topics::sparse_k_means::clustering::{SparseKMeansFit, SparseKMeansParams};
use crate::topics::sparse_k_means::data::Data;

/// Fewer rows are not worth another thread.
const MIN_ROWS_PER_THREAD: usize = 512;

/// Centroids by column: for each word, the clusters that contain it.
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

    /// The entries of some clusters only.
    fn only(&self, wanted: &[bool]) -> Centroids {
        let mut some = Centroids { offsets: vec![0], entries: Vec::new(), squared_norms: Vec::new() };
        for column in 0..self.offsets.len() - 1 {
            some.entries.extend(self.with_word(column).iter().filter(|entry| wanted[entry.0 as usize]));
            some.offsets.push(some.entries.len());
        }
        some
    }

    /// The squared Frobenius norm of the difference between the centroids.
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

/// Lloyd's algorithm, starting from these labels.
pub(super) fn lloyd(
    data: &Data<'_>,
    n_clusters: usize,
    params: &SparseKMeansParams,
    labels: Vec<u32>,
) -> SparseKMeansFit {
    let tol = params.tol * data.mean_variance();
    let mut centroids = Centroids::of_labels(data, &labels, n_clusters);
    let mut rows = Assignment::new(labels, n_clusters);
    for _ in 0..params.max_iter {
        let changed = rows.assign(data, &centroids);
        let relocated = relocate_empty(&mut rows, data, n_clusters);
        if !changed && !relocated {
            break;
        }
        let moved = Centroids::of_labels(data, &rows.labels, n_clusters);
        let shift = moved.squared_shift(&centroids);
        centroids = moved;
        if shift <= tol && !relocated {
            break;
        }
    }
    rows.assign(data, &centroids);
    let centroids = Centroids::of_labels(data, &rows.labels, n_clusters);
    SparseKMeansFit { inertia: inertia(data, &centroids, &rows.labels), labels: rows.labels }
}

/// The cluster of every row, and the state that the next assignment needs.
struct Assignment {
    labels: Vec<u32>,
    /// Per row `|c|² − 2 x·c` for its cluster: the squared distance without `|x|²`, which is the same for all
    /// clusters.
    scores: Vec<f64>,
    /// Per cluster whether it gained or lost rows since the last assignment, so that its centroid moved.
    moved: Vec<bool>,
}

impl Assignment {
    fn new(labels: Vec<u32>, n_clusters: usize) -> Assignment {
        Assignment { scores: vec![f64::INFINITY; labels.len()], labels, moved: vec![true; n_clusters] }
    }

    /// Moves a row to a cluster.
    fn set(&mut self, row: usize, cluster: u32, score: f64) {
        if self.labels[row] != cluster {
            self.moved[self.labels[row] as usize] = true;
            self.moved[cluster as usize] = true;
            self.labels[row] = cluster;
        }
        self.scores[row] = score;
    }

    /// Moves every row to its nearest centroid; returns whether any row moved.
    ///
    /// Equal rows are compared once. A row whose own centroid did not move is compared only with the
    /// centroids that did: no other was nearer before.
    fn assign(&mut self, data: &Data<'_>, centroids: &Centroids) -> bool {
        let norms = &centroids.squared_norms;
        let mut shortest = 0;
        for cluster in 1..norms.len() {
            if norms[cluster] < norms[shortest] {
                shortest = cluster;
            }
        }
        let moved = std::mem::replace(&mut self.moved, vec![false; norms.len()]);
        let moved_only = centroids.only(&moved);
        let scratch = || (vec![0.0; norms.len()], Vec::new());
        let nearest = |(dots, touched): &mut (Vec<f64>, Vec<u32>), row: usize| {
            let own = self.labels[row];
            let mut best = (norms[shortest], shortest as u32);
            let among = if moved[own as usize] {
                centroids
            } else {
                best = nearer(best, (self.scores[row], own));
                &moved_only
            };
            for (column, value) in data.rows.row(row) {
                for &(cluster, mean) in among.with_word(column) {
                    if dots[cluster as usize] == 0.0 {
                        touched.push(cluster);
                    }
                    dots[cluster as usize] += value * mean;
                }
            }
            for cluster in touched.drain(..) {
                let index = cluster as usize;
                best = nearer(best, (norms[index] - 2.0 * dots[index], cluster));
                dots[index] = 0.0;
            }
            best
        };
        let rows = data.distinct.par_iter().with_min_len(MIN_ROWS_PER_THREAD);
        let found: Vec<(f64, u32)> = rows.map_init(scratch, |scratch, &row| nearest(scratch, row)).collect();
        let mut changed = false;
        for (row, &distinct) in data.same_as.iter().enumerate() {
            let (score, cluster) = found[distinct];
            changed |= self.labels[row] != cluster;
            self.set(row, cluster, score);
        }
        changed
    }
}

/// The smaller score; of equal ones that of the first cluster.
fn nearer(a: (f64, u32), b: (f64, u32)) -> (f64, u32) {
    if b.0 < a.0 || (b.0 == a.0 && b.1 < a.1) { b } else { a }
}

/// Gives every empty cluster the row that is farthest from its centroid; returns whether there was an empty
/// one.
fn relocate_empty(rows: &mut Assignment, data: &Data<'_>, n_clusters: usize) -> bool {
    let mut sizes = vec![0_u32; n_clusters];
    for &label in &rows.labels {
        sizes[label as usize] += 1;
    }
    let empty: Vec<u32> = (0..n_clusters as u32).filter(|&cluster| sizes[cluster as usize] == 0).collect();
    let mut relocated = false;
    for cluster in empty {
        let distance = |row: usize| (rows.scores[row] + data.squared_norms[row]).max(0.0);
        let farthest = (0..rows.labels.len())
            .filter(|&row| sizes[rows.labels[row] as usize] > 1 && distance(row) > 0.0)
            .max_by(|&a, &b| distance(a).total_cmp(&distance(b)).then(b.cmp(&a)));
        let Some(row) = farthest else { break };
        sizes[rows.labels[row] as usize] -= 1;
        sizes[cluster as usize] += 1;
        // The row is now its own centroid.
        rows.set(row, cluster, -data.squared_norms[row]);
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
