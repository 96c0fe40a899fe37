//! Files in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::error::StoreError;
use crate::key::ArtifactKey;

type Files = BTreeMap<ArtifactKey, Vec<u8>>;

/// Files in memory; clones share them.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    files: Arc<Mutex<Files>>,
}

impl MemoryStore {
    pub(crate) fn get(&self, key: ArtifactKey, max_len: usize) -> Result<Vec<u8>, StoreError> {
        let files = self.files();
        let place = || format!("memory:{key}");
        let bytes = files.get(&key).ok_or_else(|| StoreError::NotFound { place: place() })?;
        if bytes.len() > max_len {
            return Err(StoreError::TooLarge { place: place(), len: bytes.len() as u64, max_len });
        }
        Ok(bytes.clone())
    }

    pub(crate) fn put(&self, key: ArtifactKey, bytes: &[u8]) {
        self.files().insert(key, bytes.to_vec());
    }

    /// The map is never left half-changed, so a panic elsewhere does not spoil it.
    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
