//! `current.json`: which release is live.

use serde::{Deserialize, Serialize};

use crate::layout::ReleaseId;
use crate::timestamp::Timestamp;

/// The most bytes a pointer has.
pub const MAX_POINTER_LEN: usize = 64 * 1024;

/// The pointer. It moves by compare-and-set only, and it is the last thing that a publish writes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pointer {
    /// What visitors see; absent until the first publish is through.
    pub live: Option<Live>,
    /// Who is publishing right now, or was when it ended without a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
    /// Releases whose publishing ended without a word: some of their files may be public.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unfinished: Vec<ReleaseId>,
    /// Digests of inputs whose release was rolled back: a refresh does not publish them again by itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rolled_back: Vec<String>,
}

/// A live release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Live {
    /// The release.
    pub release: ReleaseId,
    /// How many releases there were until it, itself included.
    pub sequence: u64,
    /// SHA-256 of its `model.bin`, in hexadecimal.
    pub model_sha256: String,
    /// Digest of what it was made from; a refresh from the same has nothing to do.
    pub inputs: String,
    /// When it was published.
    pub published_at: Timestamp,
}

/// A publish that has begun. Whoever holds it changes `beat` while it works; a claim whose beat stands still for
/// longer than it may is taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// What is being published.
    pub release: ReleaseId,
    /// Who does; random.
    pub holder: String,
    /// A counter.
    pub beat: u64,
}
