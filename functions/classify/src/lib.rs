//! The function: a profile in, the way to its roadmap out.
//!
//! ```text
//! request ─► path, method, size, type ─► parse ─► limits ─► classify ─► 303 Location, or 200 with the reasons
//! ```
//!
//! [`Classifier::handle`] is the whole of it, and it never fails: whatever a stranger sends is answered. The
//! `bootstrap` binary puts it behind the Lambda Runtime API ([`gateway`]), the preview server of `site-gen`
//! behind a socket. Nothing of a request is ever logged, and no part of a request ends up in the path of a
//! redirect; what is personal travels in the fragment, which no server sees.
//!
//! Models come from [`ModelSources`]: the live release is followed off the request's path, and exchanged whole.
//!
//! [`OPENAPI`] describes the contract; a test holds it and the code together.

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
