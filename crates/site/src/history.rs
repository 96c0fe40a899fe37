//! What was published before: every address ever published, and what each release changed.
//!
//! Plain data; the crate `releases` decides it and keeps it in a store.

mod changes;
mod permalinks;
mod signature;

use artifact_store::Timestamp;
use serde::{Deserialize, Serialize};

pub use changes::{Change, Named, Replaced, SkillMoved, SkillsMoved};
pub use permalinks::{Permalink, Permalinks};
pub use signature::Signature;

/// What was published before, and what changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The latest releases, this one first.
    pub changes: Vec<Change>,
    /// Every address ever published.
    pub permalinks: Permalinks,
    /// When the figures of this model were first published.
    pub figures: Option<Figures>,
}

/// The release that first had the figures of a model. Pages name it and not the release they are written by, so that a
/// release that changes no figure changes no page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// How many releases there were until it, itself included.
    pub release: u64,
    /// When it was made, RFC 3339.
    pub published_at: Timestamp,
}
