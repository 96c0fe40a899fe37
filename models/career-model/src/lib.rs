//! Inference: from a raw [`Profile`] to the roadmap of similar people.
//!
//! ```text
//! Profile ─► clean ─► label topics ─► features ─► PCA ─► nearest centroid ─► roadmap ─► missing skills
//! ```
//!
//! Training and serving both go through this crate: [`clean`] and [`features`] are the only code that
//! turns text into numbers, so a person gets the same answer from the fit and from the function.
//! The crate has no I/O, no async and no randomness. Every value read from a file has
//! been through [`artifact::decode`], which checks it before use.

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

pub mod artifact;
pub mod check;
pub mod classify;
pub mod clean;
pub mod features;
pub mod fingerprint;
pub mod interests;
pub mod item_kind;
pub mod k_means;
pub mod label_topics;
pub mod level;
pub mod metadata;
pub mod model;
mod named;
mod names;
pub mod pca;
pub mod per_level;
pub mod profile;
pub mod profile_item;
pub mod ranker;
pub mod recommend;
pub mod roadmap;
pub mod sparse;
mod spelling;
mod stop_words;
pub mod tfidf;
pub mod topic_kind;

pub use artifact::{ArtifactError, decode, encode};
pub use classify::{Assignment, Classification, KnownInput, UnknownInput};
pub use item_kind::ItemKind;
pub use level::Level;
pub use model::Model;
pub use per_level::PerLevel;
pub use profile::Profile;
pub use roadmap::{Roadmap, RoadmapSlug};
pub use topic_kind::TopicKind;
