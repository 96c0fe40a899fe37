//! Stores by path or URI.

use std::path::PathBuf;

use crate::backends::{ArtifactStore, FolderStore, MemoryStore};
use crate::error::UriError;

impl ArtifactStore {
    /// A folder; the first write creates it.
    pub fn folder(dir: impl Into<PathBuf>) -> ArtifactStore {
        ArtifactStore::Folder(FolderStore::new(dir.into()))
    }

    /// An empty store in memory.
    pub fn memory() -> ArtifactStore {
        ArtifactStore::Memory(MemoryStore::default())
    }

    /// Takes a plain path, `file:///path` or `s3://bucket/prefix`. Reads and writes nothing yet. A bucket's
    /// client finds its credentials and region in the same way as the AWS tools.
    ///
    /// # Errors
    /// A URI that names no location which this build can reach. The message never repeats what follows the
    /// scheme.
    pub async fn open(uri: &str) -> Result<ArtifactStore, UriError> {
        if uri.trim().is_empty() {
            return Err(UriError::Empty);
        }
        let Some((scheme, rest)) = uri.split_once("://").filter(|(scheme, _)| is_scheme(scheme)) else {
            return Ok(ArtifactStore::folder(uri));
        };
        let lower_case = scheme.to_ascii_lowercase();
        match ArtifactStore::open_scheme(&lower_case, rest).await? {
            Some(store) => Ok(store),
            None if lower_case == "s3" => Err(UriError::NoS3),
            None => Err(UriError::UnknownScheme { scheme: scheme.to_owned() }),
        }
    }
}

/// RFC 3986: a letter, then letters, digits, `+`, `-` and `.`.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}
