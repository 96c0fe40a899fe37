//! The mathematics of the fit, with scikit-learn's names.

pub mod csr;
pub(crate) mod dense;
pub mod k_means;
pub mod metric;
pub mod pca;
pub(crate) mod random;
pub mod silhouette;
pub mod spherical_k_means;
pub mod truncated_svd;
