//! Inference: from a raw [`Profile`] to the roadmap of the people it is most like.
//!
//! ```text
//! Profile ─► clean ─► label topics ─► features ─► PCA ─► nearest centroid ─► roadmap ─► what is missing
//! ```
//!
//! Training and serving both go through this crate: [`clean`] and [`features`] are the only code that
//! turns text into numbers, so a person gets the same answer from the fit and from the function.
//! There is no I/O, no async and no randomness in here, and every value that came out of a file has
//! been through [`artifact::decode`], which checks it before anyone uses it.

pub mod artifact;
pub mod check;
pub mod classify;
pub mod clean;
pub mod features;
pub mod fingerprint;
pub mod interests;
pub mod k_means;
pub mod label_topics;
pub mod level;
pub mod metadata;
pub mod model;
mod names;
pub mod pca;
pub mod profile;
pub mod ranker;
pub mod recommend;
pub mod roadmap;
pub mod sparse;
mod spelling;
mod stop_words;
pub mod tfidf;
mod topic_kind;

pub use artifact::{ArtifactError, decode, encode};
pub use classify::{Classification, Understood};
pub use level::Level;
pub use model::Model;
pub use profile::Profile;
pub use roadmap::{Roadmap, RoadmapSlug};
pub use topic_kind::TopicKind;
