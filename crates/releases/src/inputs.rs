//! A digest of everything a release is made from: unchanged inputs need no new release.

use artifact_store::ReleaseId;
use sha2::{Digest, Sha256};

use base16ct::lower;

/// A hash of named parts. Lengths are hashed too, so that different lists of parts have different digests.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    hash: Sha256,
}

impl Inputs {
    /// Adds a part.
    #[must_use]
    pub fn with(mut self, name: &str, value: &[u8]) -> Inputs {
        for part in [name.as_bytes(), value] {
            self.hash.update((part.len() as u64).to_le_bytes());
            self.hash.update(part);
        }
        self
    }

    /// The digest in hexadecimal.
    pub fn digest(self) -> String {
        lower::encode_string(&self.hash.finalize())
    }

    /// The id of the release with these inputs.
    pub fn release_id(self) -> ReleaseId {
        let mut digits = self.digest();
        digits.truncate(ReleaseId::LEN);
        digits.parse().unwrap_or_else(|_| unreachable!("hexadecimal digits of the right number"))
    }
}
