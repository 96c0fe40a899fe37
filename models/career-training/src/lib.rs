//! The fit: from people to a model.
//!
//! ```text
//! full       profiles ─► People ─► label topics ─► interests ─► search ─► groups ─► pages ─► Model
//! reference  profiles ─► People ─► label topics ─► TrainingTable per level ─► PCA ─► k-means ─► pages ─►
//! Model
//! ```
//!
//! Every stage is a pure function of its table, parameters and seed. Parameters and results are named as in
//! scikit-learn. The result does not depend on the number of threads: every start or row has its own random
//! number generator, and results are combined in a fixed order. [`fit`](fit()) runs the stages and reports
//! them to an [`Observer`].
//!
//! The modules in order of dependency; each uses only modules above it:
//!
//! | folder | content |
//! |---|---|
//! | [`maths`] | sparse and dense matrices, PCA, k-means, silhouettes, random numbers |
//! | [`people`] | profiles as numbers, and the training table of the reference method |
//! | [`topics`] | topics of skills and of degree fields, and their names |
//! | [`interests`] | what people list, smoothed by what similar people list |
//! | [`groups`] | clusters of people, the pages they become, and their stability |
//! | [`selection`] | the search for groups on held-out people |
//! | `pages` | roadmaps: counts, names, links and metrics |
//! | [`mod@reference`] | the reference method |
//! | `fit` | the fit itself |

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

pub mod fit;
pub mod groups;
pub mod interests;
pub mod maths;
mod pages;
pub mod people;
mod progress;
pub mod reference;
pub mod selection;
pub mod topics;

pub use career_model::TopicKind;
pub use fit::params::{Features, FitParams};
pub use fit::{Fitted, TopicsFit, fit, fit_topics};
pub use groups::cluster_count::ClusterCount;
pub use people::builder::PeopleBuilder;
pub use people::limits::{HELD_OUT_ONE_IN, MIN_PEOPLE_TO_FIT};
pub use people::table::People;
pub use people::training_table::TrainingTable;
pub use progress::{FitError, Observer, Stage};
pub use selection::search_space::Search;
pub use topics::guide::{Guides, TopicGuide, TopicNamer, TopicToName, TopicTruth};
