//! k-means on short texts: unit TF-IDF rows with a handful of words each.
//!
//! Lloyd's algorithm with greedy k-means++ as in scikit-learn's `KMeans`, but nothing is dense: a row
//! is compared only with the centroids that share a word with it. For every other centroid the
//! squared distance is `|x|² + |c|²`, and the smallest of those belongs to the shortest centroid.

mod data;
mod lloyd;
mod plus_plus;

use career_model::sparse::SparseVector;
use rayon::prelude::*;

use crate::csr::CsrMatrix;
use crate::random::generator;
use data::Data;
use lloyd::lloyd;
use plus_plus::plus_plus;

/// Parameters of scikit-learn's `KMeans`, but for what becomes of the starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SparseKMeansParams {
    /// The number of clusters.
    pub n_clusters: usize,
    /// Starts; their consensus wins, or the one with the smallest inertia where that has less.
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
/// Every start ends in another local optimum. Rows that most starts put together belong together (Strehl and
/// Ghosh 2002, "Cluster ensembles"): the starts' labels, one-hot, are clustered from the best start on, and
/// the outcome is where the last run on the rows themselves begins. It ends with less inertia than the best
/// start nearly always; where it does not, the best start is the result.
///
/// Fewer rows than clusters leave clusters empty.
pub fn fit_sparse_k_means(
    rows: &CsrMatrix,
    params: SparseKMeansParams,
    seed: u64,
    on_start_done: &(dyn Fn() + Sync),
) -> SparseKMeansFit {
    let data = Data::new(rows);
    let n_clusters = params.n_clusters.min(rows.n_rows());
    if n_clusters == 0 {
        return SparseKMeansFit { labels: vec![0; rows.n_rows()], inertia: 0.0 };
    }
    let starts: Vec<SparseKMeansFit> = (0..params.n_init.max(1))
        .into_par_iter()
        .map(|start| {
            let mut rng = generator(seed, "sparse k-means", start);
            let labels = plus_plus(&data, n_clusters, &mut rng);
            let fit = lloyd(&data, n_clusters, &params, labels);
            on_start_done();
            fit
        })
        .collect();
    let votes = one_hot(&starts, n_clusters);
    let better =
        |best: SparseKMeansFit, fit: SparseKMeansFit| if fit.inertia < best.inertia { fit } else { best };
    let Some(best) = starts.into_iter().reduce(better) else {
        unreachable!("there is one start at least");
    };
    let consensus = lloyd(&Data::new(&votes), n_clusters, &params, best.labels.clone());
    better(best, lloyd(&data, n_clusters, &params, consensus.labels))
}

/// Per row one 1 for every start, in the column of its cluster there.
fn one_hot(starts: &[SparseKMeansFit], n_clusters: usize) -> CsrMatrix {
    let n_rows = starts.first().map_or(0, |start| start.labels.len());
    let vote =
        |(at, start): (usize, &SparseKMeansFit), row: usize| (at * n_clusters) as u32 + start.labels[row];
    let row = |row: usize| SparseVector {
        indices: starts.iter().enumerate().map(|start| vote(start, row)).collect(),
        values: vec![1.0; starts.len()],
    };
    CsrMatrix::from_rows(starts.len() * n_clusters, (0..n_rows).map(row))
}
