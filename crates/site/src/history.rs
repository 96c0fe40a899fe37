//! The history of a site: every published address, and the changes of each release.
//!
//! This is plain data. The crate `releases` computes it and keeps it in a store.

mod changes;
mod permalinks;
mod signature;

use artifact_store::Timestamp;
use serde::{Deserialize, Serialize};

pub use changes::{Change, Replacement, RoadmapName, SkillChange, SkillChanges};
pub use permalinks::{Permalink, Permalinks};
pub use signature::Signature;

/// Permalinks and changes of all releases.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Changes of the latest releases, the newest first.
    pub changes: Vec<Change>,
    /// Every published address.
    pub permalinks: Permalinks,
    /// The release that first published the figures of this model.
    pub figures: Option<Figures>,
}

/// The release that first published the figures of a model. Pages name it, not the release that wrote them,
/// so that a release with the same figures leaves pages unchanged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Number of the release, from 1.
    pub release: u64,
    /// Time of publication.
    pub published_at: Timestamp,
}
