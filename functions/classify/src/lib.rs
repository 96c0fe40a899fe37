//! The function: takes a profile and redirects to its roadmap.
//!
//! ```text
//! request ─► path, method, size, type ─► parse ─► limits ─► classify ─► 303 Location, or 200 with reasons
//! ```
//!
//! [`Classifier::handle`] answers every request and never fails. The `bootstrap` binary serves it through the
//! Lambda Runtime API ([`gateway`]), and the preview server of `site-gen` through a socket. Nothing of a
//! request is ever logged, and no part of a request gets into the path of a redirect: personal data is in the
//! fragment, which no server sees.
//!
//! Models come from [`ModelSources`]: the live release is followed without delaying requests, and replaced as
//! a whole.
//!
//! [`OPENAPI`] describes the contract; a test compares it with the code.

mod accept;
mod answer;
mod classifier;
mod content_type;
mod detail;
mod error_page;
mod experience;
mod follower;
mod form_body;
pub mod gateway;
mod handler;
mod json_body;
pub mod limits;
mod list_items;
mod live_model;
mod load_error;
mod location;
mod problem;
mod respond;
mod sources;
mod submission;

pub use classifier::Classifier;
pub use live_model::ModelSource;
pub use problem::ProblemKind;
pub use sources::ModelSources;

/// The OpenAPI 3.1 document of the function.
pub const OPENAPI: &str = include_str!("../openapi.json");
