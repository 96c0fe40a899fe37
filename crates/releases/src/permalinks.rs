//! `permalinks.json` in a store.

use anyhow::{Context, Result};
use artifact_store::{ArtifactStore, StoreError, Version, layout};
use site::history::Permalinks;

/// The most bytes of `permalinks.json`: some ten thousand addresses.
const MAX_LEN: usize = 32 << 20;

/// Permalinks as they lie in a store.
#[derive(Clone, Debug)]
pub struct StoredPermalinks {
    /// The addresses.
    pub permalinks: Permalinks,
    /// The object's version; `None` where there is no object yet.
    pub version: Option<Version>,
}

impl StoredPermalinks {
    /// The permalinks of a store; empty where nothing was ever published.
    ///
    /// # Errors
    /// A store that cannot be read, or a file that is none of ours.
    pub async fn read(store: &ArtifactStore) -> Result<StoredPermalinks> {
        let key = layout::permalinks();
        match store.get(&key, MAX_LEN).await {
            Ok(object) => {
                let permalinks = serde_json::from_slice(&object.bytes)
                    .with_context(|| format!("{}: not a file of permalinks", store.location(&key)))?;
                Ok(StoredPermalinks { permalinks, version: Some(object.version) })
            }
            Err(StoreError::NotFound { .. }) => {
                Ok(StoredPermalinks { permalinks: Permalinks::default(), version: None })
            }
            Err(error) => Err(error.into()),
        }
    }
}
