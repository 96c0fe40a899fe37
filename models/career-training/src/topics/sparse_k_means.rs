//! k-means on short texts: unit TF-IDF rows with a few words each.
//!
//! Lloyd's algorithm with greedy k-means++ as in scikit-learn's `KMeans`, on sparse data: a row
//! is compared only with the centroids that share a word with it. For every other centroid the
//! squared distance is `|x|² + |c|²`, and the smallest of those belongs to the shortest centroid.

mod clustering;
mod data;
mod lloyd;
mod plus_plus;

use career_model::sparse::SparseVector;
use rayon::prelude::*;

use crate::maths::csr::CsrMatrix;
use crate::maths::random::generator;
use data::Data;
use lloyd::lloyd;
use plus_plus::plus_plus;

pub use clustering::{SparseKMeansFit, SparseKMeansParams};

/// Fits; the result depends on the rows, the parameters and the seed, not on the number of threads.
///
/// Every start ends in another local optimum. Rows that most starts put together belong together (Strehl and
/// Ghosh 2002, "Cluster ensembles"): the starts' labels, one-hot, are clustered from the best start on, and a
/// last run on the rows themselves begins with the result. It nearly always ends with less inertia than the
/// best start; otherwise the best start is the result.
///
/// With fewer rows than clusters, some clusters are empty.
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
        unreachable!("there is at least one start");
    };
    let consensus = lloyd(&Data::new(&votes), n_clusters, &params, best.labels.clone());
    better(best, lloyd(&data, n_clusters, &params, consensus.labels))
}

/// Per row a 1 for every start, in the column of the row's cluster in that start.
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
