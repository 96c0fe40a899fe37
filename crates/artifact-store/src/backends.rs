//! The list of backends.
//!
//! To add a backend, write its file in `backends/` (an implementation of [`Backend`]) and name it here, and
//! as a store under test in `tests/conformance/stores.rs`.

mod folder;
mod memory;
#[cfg(feature = "s3")]
mod s3;

use crate::backend::Backend;
use crate::error::{StoreError, UriError};
use crate::key::Key;
use crate::object::{ListedObject, Object, Put, Version};

pub use folder::FolderStore;
pub use memory::MemoryStore;
#[cfg(feature = "s3")]
pub use s3::S3Store;

/// Makes the enum of all backends, which passes every call on to its variant.
macro_rules! backends {
    ($($(#[doc = $doc:literal])* $(#[cfg($when:meta)])? $name:ident($backend:ty),)*) => {
        /// A location that holds objects.
        #[derive(Clone, Debug)]
        pub enum ArtifactStore {
            $($(#[doc = $doc])* $(#[cfg($when)])? $name($backend),)*
        }

        impl ArtifactStore {
            /// The store that a scheme and the rest of a URI name; none for an unknown scheme.
            pub(crate) async fn open_scheme(
                scheme: &str,
                rest: &str,
            ) -> Result<Option<ArtifactStore>, UriError> {
                $($(#[cfg($when)])? if <$backend as Backend>::SCHEME == Some(scheme) {
                    return <$backend as Backend>::open(rest).await.map(ArtifactStore::$name).map(Some);
                })*
                Ok(None)
            }

            /// The location of a key, for people: a path or `s3://bucket/key`.
            pub fn location(&self, key: &Key) -> String {
                match self {
                    $($(#[cfg($when)])? ArtifactStore::$name(backend) => Backend::location(backend, key),)*
                }
            }

            /// Reads a whole object of at most `max_len` bytes.
            ///
            /// # Errors
            /// [`StoreError::NotFound`], [`StoreError::TooLarge`], [`StoreError::Damaged`], or the backend's
            /// own error.
            pub async fn get(&self, key: &Key, max_len: usize) -> Result<Object, StoreError> {
                match self {
                    $($(#[cfg($when)])? ArtifactStore::$name(backend) => backend.get(key, max_len).await,)*
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
                match self {
                    $($(#[cfg($when)])? ArtifactStore::$name(backend) => {
                        backend.get_if_changed(key, max_len, known).await
                    })*
                }
            }

            /// Writes a whole object: a reader sees the old bytes or the new ones.
            ///
            /// # Errors
            /// [`StoreError::Conflict`] when the condition does not hold, or the backend's own error. The old
            /// object is then still there.
            pub async fn put(&self, key: &Key, put: Put<'_>) -> Result<Version, StoreError> {
                match self {
                    $($(#[cfg($when)])? ArtifactStore::$name(backend) => backend.put(key, put).await,)*
                }
            }

            /// Every object whose key begins with `prefix`, by key. Objects whose names are no [`Key`] are
            /// left out. A location that does not exist yet is empty.
            ///
            /// # Errors
            /// The backend's own error.
            pub async fn list(&self, prefix: &str) -> Result<Vec<ListedObject>, StoreError> {
                match self {
                    $($(#[cfg($when)])? ArtifactStore::$name(backend) => backend.list(prefix).await,)*
                }
            }

            /// Deletes an object; succeeds if there is none.
            ///
            /// # Errors
            /// The backend's own error.
            pub async fn delete(&self, key: &Key) -> Result<(), StoreError> {
                match self {
                    $($(#[cfg($when)])? ArtifactStore::$name(backend) => backend.delete(key).await,)*
                }
            }
        }
    };
}

backends! {
    /// A folder on this machine.
    Folder(FolderStore),
    /// Memory, for tests and previews; clones share it.
    Memory(MemoryStore),
    /// A bucket, or a prefix in one.
    #[cfg(feature = "s3")]
    S3(S3Store),
}
