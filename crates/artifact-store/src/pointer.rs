//! `current.json`: the live release.

use serde::{Deserialize, Serialize};

use crate::layout::ReleaseId;
use crate::timestamp::Timestamp;

/// The longest pointer, in bytes.
pub const MAX_POINTER_LEN: usize = 64 * 1024;

/// The pointer. It changes by compare-and-set only, and a publish writes it last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pointer {
    /// The release that visitors see; absent until the first publish has finished.
    pub live: Option<LiveRelease>,
    /// The running publish, or one that crashed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
    /// Releases whose publish crashed: some of their files may be public.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unfinished: Vec<ReleaseId>,
    /// Digests of the inputs of releases that were rolled back: a refresh does not publish them again by
    /// itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rolled_back: Vec<String>,
}

/// A live release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveRelease {
    /// The release.
    pub release: ReleaseId,
    /// Its number: 1 for the first release.
    pub sequence: u64,
    /// SHA-256 of its `model.bin`, in hexadecimal.
    pub model_sha256: String,
    /// Digest of its inputs; a refresh with the same inputs has nothing to do.
    pub inputs: String,
    /// When it was published.
    pub published_at: Timestamp,
}

/// A running publish. Its holder changes `beat` regularly; a claim whose beat stops for too long is taken
/// over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The release that is published.
    pub release: ReleaseId,
    /// A random name of the process that publishes.
    pub holder: String,
    /// A counter.
    pub beat: u64,
}
