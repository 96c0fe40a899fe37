//! Parameters and result of the clustering.

/// Parameters of scikit-learn's `KMeans`; only the use of the starts differs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SparseKMeansParams {
    /// The number of clusters.
    pub n_clusters: usize,
    /// Starts. The result is their consensus, or the start with the smallest inertia if that has less.
    pub n_init: u64,
    /// The most iterations of one start.
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
