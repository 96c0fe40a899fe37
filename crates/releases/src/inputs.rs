//! What a release is made from, as a digest: the same inputs need no second release.

use artifact_store::ReleaseId;
use sha2::{Digest, Sha256};

use base16ct::lower;

/// Named parts, hashed with their lengths so that no two lists of parts look alike.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    hash: Sha256,
}

impl Inputs {
    /// One more part.
    #[must_use]
    pub fn with(mut self, name: &str, value: &[u8]) -> Inputs {
        for part in [name.as_bytes(), value] {
            self.hash.update((part.len() as u64).to_le_bytes());
            self.hash.update(part);
        }
        self
    }

    /// All of it, in hexadecimal.
    pub fn digest(self) -> String {
        lower::encode_string(&self.hash.finalize())
    }

    /// A release named by all of it.
    pub fn release(self) -> ReleaseId {
        let mut digits = self.digest();
        digits.truncate(ReleaseId::LEN);
        digits.parse().unwrap_or_else(|_| unreachable!("hexadecimal digits of the right number"))
    }
}
