//! The requested number of clusters.

use std::fmt;

/// The number of clusters of a fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClusterCount {
    /// The number with the best score: the silhouette, or recall on held-out people with the features `full`.
    Auto,
    /// This number.
    Fixed(usize),
}

/// As [`career_model::metadata::Metadata::clusters`] holds it.
impl fmt::Display for ClusterCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ClusterCount::Auto => f.write_str("auto"),
            ClusterCount::Fixed(n) => write!(f, "{n}"),
        }
    }
}
