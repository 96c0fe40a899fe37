//! `permalinks.json` in a store.

use anyhow::{Context, Result};
use artifact_store::{ArtifactStore, StoreError, Version, layout};
use site::history::Permalinks;

/// Largest `permalinks.json` that is read, in bytes: enough for tens of thousands of addresses.
const MAX_LEN: usize = 32 << 20;

/// The stored permalinks.
#[derive(Clone, Debug)]
pub struct StoredPermalinks {
    /// Every address ever published.
    pub permalinks: Permalinks,
    /// The object's version; `None` before the first release.
    pub version: Option<Version>,
}

impl StoredPermalinks {
    /// Reads the permalinks; empty before the first release.
    ///
    /// # Errors
    /// A store that cannot be read, or a file that is not valid.
    pub async fn read(store: &ArtifactStore) -> Result<StoredPermalinks> {
        let key = layout::permalinks();
        match store.get(&key, MAX_LEN).await {
            Ok(object) => {
                let permalinks = serde_json::from_slice(&object.bytes).with_context(|| {
                    let location = store.location(&key);
                    format!("{location}: not a valid file of permalinks; restore an earlier version of it")
                })?;
                Ok(StoredPermalinks { permalinks, version: Some(object.version) })
            }
            Err(StoreError::NotFound { .. }) => {
                Ok(StoredPermalinks { permalinks: Permalinks::default(), version: None })
            }
            Err(error) => Err(error.into()),
        }
    }
}
