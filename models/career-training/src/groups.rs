//! Groups of people: clusters, the pages that they become, and how stable these are.

pub mod cluster_count;
pub mod clustering;
pub mod embedding;
pub mod merge;
pub mod params;
pub mod prior_groups;
pub mod reference_projection;
pub mod stability;
