//! Where models, releases and sites live.
//!
//! [`layout`] is the only place that spells a path; [`ArtifactStore`] is the only way to read or write one. Three
//! backends do the same by one suite of tests (`tests/conformance`): a folder, memory, and a bucket (feature `s3`).
//! The functions are `async` because a bucket answers over the network; a folder and memory answer at once, on the
//! calling thread, and need no runtime.
//!
//! * Reads name the most bytes they will take, and the size is checked before anything is kept.
//! * Writes are atomic (a reader sees the old object or the new one) and may depend on what is there ([`Condition`]):
//!   of two writers who ask for the same version, one wins and the other hears [`StoreError::Conflict`].

mod error;
mod folder;
mod key;
pub mod layout;
mod memory;
mod object;
pub mod pointer;
#[cfg(feature = "s3")]
mod s3;

use std::path::PathBuf;

use percent_encoding::percent_decode_str;

pub use error::{Source, StoreError, UriError};
pub use folder::FolderStore;
pub use key::{Key, KeyError};
pub use layout::{ModelFile, NoReleaseId, ReleaseId};
pub use memory::MemoryStore;
pub use object::{Condition, Listed, Object, Put, Version, cache_control, content_type};
#[cfg(feature = "s3")]
pub use s3::S3Store;

/// A place that holds objects.
#[derive(Clone, Debug)]
pub enum ArtifactStore {
    /// A folder on this machine.
    Folder(FolderStore),
    /// Memory, for tests and previews; clones share it.
    Memory(MemoryStore),
    /// A bucket, or a prefix in one.
    #[cfg(feature = "s3")]
    S3(S3Store),
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

    /// Takes a plain path, `file:///path` or `s3://bucket/prefix`. Nothing is read or written yet; a bucket's client
    /// looks for credentials and region as the AWS tools do.
    ///
    /// # Errors
    /// A URI that names no place this build can reach. The message never repeats what follows the scheme.
    pub async fn open(uri: &str) -> Result<ArtifactStore, UriError> {
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
            #[cfg(feature = "s3")]
            "s3" => Ok(ArtifactStore::S3(S3Store::open(rest).await?)),
            #[cfg(not(feature = "s3"))]
            "s3" => Err(UriError::NoS3),
            _ => Err(UriError::UnknownScheme { scheme: scheme.to_owned() }),
        }
    }

    /// Where a key is, for people: a path or `s3://bucket/key`.
    pub fn place(&self, key: &Key) -> String {
        match self {
            ArtifactStore::Folder(store) => store.path(key).display().to_string(),
            ArtifactStore::Memory(_) => format!("memory:{key}"),
            #[cfg(feature = "s3")]
            ArtifactStore::S3(store) => store.place(key),
        }
    }

    /// Reads a whole object of at most `max_len` bytes.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::TooLarge`], [`StoreError::Damaged`], or what the place itself has to say.
    pub async fn get(&self, key: &Key, max_len: usize) -> Result<Object, StoreError> {
        match self {
            ArtifactStore::Folder(store) => store.get(key, max_len),
            ArtifactStore::Memory(store) => store.get(key, max_len),
            #[cfg(feature = "s3")]
            ArtifactStore::S3(store) => store.get(key, max_len).await,
        }
    }

    /// Reads an object unless it still is this version (`If-None-Match`); `None` when it is.
    ///
    /// # Errors
    /// As [`ArtifactStore::get`].
    pub async fn get_if_changed(
        &self,
        key: &Key,
        max_len: usize,
        known: &Version,
    ) -> Result<Option<Object>, StoreError> {
        let unless_known = |object: Object| (object.version != *known).then_some(object);
        match self {
            ArtifactStore::Folder(store) => store.get(key, max_len).map(unless_known),
            ArtifactStore::Memory(store) => store.get(key, max_len).map(unless_known),
            #[cfg(feature = "s3")]
            ArtifactStore::S3(store) => store.get_if_changed(key, max_len, known).await,
        }
    }

    /// Writes a whole object: whoever reads sees the old bytes or the new ones.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the condition does not hold, or what the place has to say; the old object is then
    /// still there.
    pub async fn put(&self, key: &Key, put: Put<'_>) -> Result<Version, StoreError> {
        match self {
            ArtifactStore::Folder(store) => store.put(key, put),
            ArtifactStore::Memory(store) => store.put(key, put),
            #[cfg(feature = "s3")]
            ArtifactStore::S3(store) => store.put(key, put).await,
        }
    }

    /// Every object whose key begins with `prefix`, by key. Objects whose names are no [`Key`] are left out.
    ///
    /// # Errors
    /// What the place has to say; a place that is not there yet is empty.
    pub async fn list(&self, prefix: &str) -> Result<Vec<Listed>, StoreError> {
        match self {
            ArtifactStore::Folder(store) => store.list(prefix),
            ArtifactStore::Memory(store) => store.list(prefix),
            #[cfg(feature = "s3")]
            ArtifactStore::S3(store) => store.list(prefix).await,
        }
    }

    /// Deletes an object; one that is not there is deleted already.
    ///
    /// # Errors
    /// What the place has to say.
    pub async fn delete(&self, key: &Key) -> Result<(), StoreError> {
        match self {
            ArtifactStore::Folder(store) => store.delete(key),
            ArtifactStore::Memory(store) => store.delete(key),
            #[cfg(feature = "s3")]
            ArtifactStore::S3(store) => store.delete(key).await,
        }
    }
}

/// RFC 3986: a letter, then letters, digits, `+`, `-` and `.`.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}
