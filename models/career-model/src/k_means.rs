//! k-means: the nearest centroid.

use wincode::{SchemaRead, SchemaWrite};

/// Fitted centroids, scikit-learn's `KMeans`.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct KMeans {
    /// The number of coordinates of a point.
    pub n_dimensions: u32,
    /// `n_clusters × n_dimensions`, one row per cluster.
    pub centroids: Vec<f64>,
}

impl KMeans {
    /// The number of clusters.
    pub fn n_clusters(&self) -> usize {
        self.centroids.len() / (self.n_dimensions.max(1) as usize)
    }

    /// The centroid of a cluster.
    pub fn centroid(&self, cluster: usize) -> &[f64] {
        let n = self.n_dimensions as usize;
        &self.centroids[cluster * n..(cluster + 1) * n]
    }

    /// The squared Euclidean distance to every centroid.
    pub fn squared_distances(&self, point: &[f64]) -> Vec<f64> {
        (0..self.n_clusters()).map(|cluster| squared_distance(self.centroid(cluster), point)).collect()
    }

    /// The cluster with the nearest centroid, the first of equals.
    pub fn predict(&self, point: &[f64]) -> usize {
        let mut best = (0, f64::INFINITY);
        for cluster in 0..self.n_clusters() {
            let distance = squared_distance(self.centroid(cluster), point);
            if distance < best.1 {
                best = (cluster, distance);
            }
        }
        best.0
    }
}

/// The squared Euclidean distance between two points.
#[inline]
pub fn squared_distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum()
}
