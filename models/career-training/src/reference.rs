//! The reference method: per level, principal components of degree topics, courses and certificates, and
//! k-means.
//!
//! It is the method of the source that this project started from, kept for comparison (`--features seed`).

pub(crate) mod level_fit;
pub mod n_clusters;
pub mod silhouettes;
