//! The metric of clusters: angle or distance.

use ndarray::{Array2, Axis};

use crate::maths::k_means::{KMeansParams, fit_k_means};
use crate::maths::spherical_k_means::{fit_spherical, nearest_of_all};

/// The metric of k-means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// The angle between unit vectors, so that the length of a person's lists does not matter.
    Cosine,
    /// The Euclidean distance, as in the reference method.
    Euclidean,
}

impl Metric {
    /// k-means of `points`: centroids (`n_clusters × n_components`), and per row its cluster.
    pub fn fit(
        self,
        points: &Array2<f64>,
        n_clusters: usize,
        n_init: u64,
        seed: u64,
    ) -> (Array2<f64>, Vec<u32>) {
        match self {
            Metric::Cosine => {
                let fit = fit_spherical(points, n_clusters, n_init, seed);
                (fit.centroids, fit.labels)
            }
            Metric::Euclidean => {
                let params = KMeansParams { n_clusters, n_init, max_iter: 300, tol: 1e-4 };
                let fit = fit_k_means(points, &vec![1.0; points.nrows()], params, seed);
                let (rows, columns) = (fit.k_means.n_clusters(), points.ncols());
                let centroids =
                    Array2::from_shape_fn((rows, columns), |(row, column)| fit.k_means.centroid(row)[column]);
                (centroids, fit.labels)
            }
        }
    }

    /// Per row the nearest centroid, the first of equals.
    pub fn nearest(self, points: &Array2<f64>, centroids: &Array2<f64>) -> Vec<u32> {
        match self {
            Metric::Cosine => nearest_of_all(points, centroids),
            Metric::Euclidean => {
                // |p − c|² = |p|² − 2 (p·c − |c|²/2), and |p|² is the same for every centroid.
                let half = centroids.map_axis(Axis(1), |centroid| centroid.dot(&centroid) / 2.0);
                let scores = points.dot(&centroids.t()) - &half;
                scores
                    .axis_iter(Axis(0))
                    .map(|scores| crate::maths::spherical_k_means::largest(&scores) as u32)
                    .collect()
            }
        }
    }
}
