//! What every backend can do.

use crate::error::{StoreError, UriError};
use crate::key::Key;
use crate::object::{ListedObject, Object, Put, Version};

/// Stores objects somewhere. [`crate::ArtifactStore`] documents the functions; `tests/conformance` tests
/// them.
pub(crate) trait Backend: Sized {
    /// The scheme of its URIs; none for a backend that no URI names.
    const SCHEME: Option<&'static str>;

    /// Takes what follows `scheme://` in a URI. Reads and writes nothing.
    ///
    /// # Errors
    /// Text that is no location of this backend. The message must not repeat it: it may hold a password.
    async fn open(rest: &str) -> Result<Self, UriError>;

    /// The location of a key, for people.
    fn location(&self, key: &Key) -> String;

    /// Reads an object of at most `max_len` bytes.
    async fn get(&self, key: &Key, max_len: usize) -> Result<Object, StoreError>;

    /// Reads an object unless it still is the known version.
    async fn get_if_changed(
        &self,
        key: &Key,
        max_len: usize,
        known: &Version,
    ) -> Result<Option<Object>, StoreError> {
        let object = self.get(key, max_len).await?;
        Ok((object.version != *known).then_some(object))
    }

    /// Writes an object atomically, if its condition holds.
    async fn put(&self, key: &Key, put: Put<'_>) -> Result<Version, StoreError>;

    /// Every object whose key begins with `prefix`, by key.
    async fn list(&self, prefix: &str) -> Result<Vec<ListedObject>, StoreError>;

    /// Deletes an object; succeeds if there is none.
    async fn delete(&self, key: &Key) -> Result<(), StoreError>;
}
