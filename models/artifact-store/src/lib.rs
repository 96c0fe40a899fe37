//! Where a model's files live.
//!
//! [`ArtifactKey`] is the only place that spells a file name; [`ArtifactStore`] is the only way to read or
//! write one. The functions are `async` because a bucket will answer over the network; a folder and memory
//! answer at once, on the calling thread, and need no runtime.
//!
//! Reads name the most bytes they will take, and the size is checked before anything is read. Writes are
//! atomic: a reader sees the old file or the new one, never half of it.

mod error;
mod folder;
mod key;
mod memory;

use std::path::PathBuf;

use percent_encoding::percent_decode_str;

pub use error::{StoreError, UriError};
pub use folder::FolderStore;
pub use key::ArtifactKey;
pub use memory::MemoryStore;

/// A place that holds a model's files.
#[derive(Clone, Debug)]
pub enum ArtifactStore {
    /// A folder on this machine.
    Folder(FolderStore),
    /// Memory, for tests and previews; clones share it.
    Memory(MemoryStore),
}

impl ArtifactStore {
    /// A folder; it is created by the first write.
    pub fn folder(dir: impl Into<PathBuf>) -> ArtifactStore {
        ArtifactStore::Folder(FolderStore::new(dir.into()))
    }

    /// An empty store in memory.
    pub fn memory() -> ArtifactStore {
        ArtifactStore::Memory(MemoryStore::default())
    }

    /// Takes a plain path or `file:///path`. Nothing is opened yet.
    ///
    /// # Errors
    /// A URI that names no place this build can reach. The message never repeats what follows the scheme.
    ///
    /// ```
    /// use artifact_store::ArtifactStore;
    /// assert!(ArtifactStore::from_uri("models/today").is_ok());
    /// assert!(ArtifactStore::from_uri("file:///srv/model").is_ok());
    /// assert!(ArtifactStore::from_uri("s3://bucket/prefix").unwrap_err().to_string().contains("no S3"));
    /// ```
    pub fn from_uri(uri: &str) -> Result<ArtifactStore, UriError> {
        if uri.trim().is_empty() {
            return Err(UriError::Empty);
        }
        let Some((scheme, rest)) = uri.split_once("://").filter(|(scheme, _)| is_scheme(scheme)) else {
            return Ok(ArtifactStore::folder(uri));
        };
        match scheme.to_ascii_lowercase().as_str() {
            "file" => {
                let path = rest.strip_prefix("localhost").unwrap_or(rest);
                let decoded = percent_decode_str(path).decode_utf8().map_err(|_| UriError::BadFilePath)?;
                if !decoded.starts_with('/') || decoded.contains('\0') {
                    return Err(UriError::BadFilePath);
                }
                Ok(ArtifactStore::folder(decoded.as_ref()))
            }
            "s3" => Err(UriError::NoS3),
            _ => Err(UriError::UnknownScheme { scheme: scheme.to_owned() }),
        }
    }

    /// Reads a whole file of at most `max_len` bytes.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::TooLarge`], or what the place itself has to say.
    pub async fn get(&self, key: ArtifactKey, max_len: usize) -> Result<Vec<u8>, StoreError> {
        match self {
            ArtifactStore::Folder(store) => store.get(key, max_len),
            ArtifactStore::Memory(store) => store.get(key, max_len),
        }
    }

    /// Writes a whole file: whoever reads sees the old bytes or the new ones.
    ///
    /// # Errors
    /// What the place has to say; the old file is then still there.
    pub async fn put(&self, key: ArtifactKey, bytes: &[u8]) -> Result<(), StoreError> {
        match self {
            ArtifactStore::Folder(store) => store.put(key, bytes),
            ArtifactStore::Memory(store) => {
                store.put(key, bytes);
                Ok(())
            }
        }
    }
}

/// RFC 3986: a letter, then letters, digits, `+`, `-` and `.`.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}
