//! The fit: from people to a model.
//!
//! ```text
//! profiles ─► People ─► label topics ─► TrainingTable per level ─► PCA ─► k-means ─► Roadmaps ─► Model
//! ```
//!
//! Every stage is a pure function of (table, params, seed) with scikit-learn's names for its parts.
//! Threads never change a result: work is split by start or by row, each with random numbers of its
//! own, and reduced in a fixed order. The caller strings the stages together (`site-gen`'s workflow),
//! so that it can time them and show progress.

pub mod both_silhouettes;
pub mod cluster_merge;
mod co_occurrence;
pub mod csr;
mod dense;
mod documents;
pub mod fit;
mod full_fit;
mod full_pages;
mod held_out_search;
mod interest_model;
pub mod interests;
pub mod interner;
pub mod k_means_fit;
pub mod keep_names;
pub mod label_topics_fit;
pub mod n_clusters;
mod page_metrics;
pub mod pca_fit;
pub mod people;
mod random;
mod roadmap_names;
pub mod roadmaps;
mod seed_fit;
pub mod silhouette;
pub mod sparse_k_means;
pub mod tally;
pub mod tfidf_fit;
pub mod topic_guide;
mod topic_names;
pub mod training_table;

pub use fit::{Features, FitError, FitParams, Observer, Stage, TopicsFit, fit, fit_topics};
pub use interests::search::Search;
pub use n_clusters::ClusterCount;
pub use people::{People, PeopleBuilder};
pub use topic_guide::{Guides, TopicGuide, TopicKind, TopicNamer, TopicToName, TopicTruth};
pub use training_table::TrainingTable;
