//! Objects in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::backend::Backend;
use crate::error::{StoreError, UriError};
use crate::key::Key;
use crate::object::{Condition, ListedObject, Object, Put, Version};

/// Objects in memory; clones share them. Tests use it in place of other stores.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    state: Arc<Mutex<State>>,
}

#[derive(Clone, Debug, Default)]
struct State {
    objects: BTreeMap<Key, StoredObject>,
    writes: u64,
    writes_left: Option<u64>,
    fails_in: Option<u64>,
    unreadable: Option<Key>,
    journal: Vec<String>,
}

#[derive(Clone, Debug)]
struct StoredObject {
    bytes: Vec<u8>,
    version: Version,
    content_type: String,
    cache_control: String,
}

impl MemoryStore {
    /// A store of its own with the same objects, in the same versions.
    pub fn copy(&self) -> MemoryStore {
        MemoryStore { state: Arc::new(Mutex::new(self.state().clone())) }
    }

    /// From now on, this many writes (and deletes) succeed; after them every call fails, as if the process
    /// had been killed. `None` ends the failures.
    pub fn fail_after(&self, writes: Option<u64>) {
        let mut state = self.state();
        state.writes_left = writes;
    }

    /// Only the write after this many fails.
    pub fn fail_once(&self, writes: u64) {
        self.state().fails_in = Some(writes);
    }

    /// From now on, reads of this object fail. `None` takes that back.
    pub fn fail_reads_of(&self, key: Option<Key>) {
        self.state().unreadable = key;
    }

    /// The keys of all writes and deletes so far, in their order; a delete begins with `-`.
    pub fn journal(&self) -> Vec<String> {
        self.state().journal.clone()
    }

    /// `Content-Type` and `Cache-Control` of an object.
    pub fn headers(&self, key: &Key) -> Option<(String, String)> {
        let state = self.state();
        state.objects.get(key).map(|stored| (stored.content_type.clone(), stored.cache_control.clone()))
    }

    /// The state is never left half-changed, so it is valid even after a panic.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Backend for MemoryStore {
    const SCHEME: Option<&'static str> = None;

    async fn open(_: &str) -> Result<MemoryStore, UriError> {
        Ok(MemoryStore::default())
    }

    fn location(&self, key: &Key) -> String {
        location(key)
    }

    async fn get(&self, key: &Key, max_len: usize) -> Result<Object, StoreError> {
        let state = self.state();
        state.alive(key)?;
        if state.unreadable.as_ref() == Some(key) {
            return Err(dead(key.as_str()));
        }
        let stored =
            state.objects.get(key).ok_or_else(|| StoreError::NotFound { location: location(key) })?;
        if stored.bytes.len() > max_len {
            return Err(StoreError::TooLarge {
                location: location(key),
                len: stored.bytes.len() as u64,
                max_len,
            });
        }
        Ok(Object { bytes: stored.bytes.clone(), version: stored.version.clone() })
    }

    async fn put(&self, key: &Key, put: Put<'_>) -> Result<Version, StoreError> {
        let mut state = self.state();
        state.alive(key)?;
        let now = state.objects.get(key).map(|stored| &stored.version);
        let met = match put.condition {
            Condition::Always => true,
            Condition::IfAbsent => now.is_none(),
            Condition::IfMatch(version) => now == Some(version),
        };
        if !met {
            return Err(StoreError::Conflict { location: location(key) });
        }
        match state.fails_in {
            Some(0) => {
                state.fails_in = None;
                return Err(dead(key.as_str()));
            }
            Some(writes) => state.fails_in = Some(writes - 1),
            None => {}
        }
        state.write(key.to_string());
        let version = Version(format!("{}", state.writes));
        let stored = StoredObject {
            bytes: put.bytes.to_vec(),
            version: version.clone(),
            content_type: put.content_type.to_owned(),
            cache_control: put.cache_control.to_owned(),
        };
        state.objects.insert(key.clone(), stored);
        Ok(version)
    }

    async fn list(&self, prefix: &str) -> Result<Vec<ListedObject>, StoreError> {
        let state = self.state();
        if state.writes_left == Some(0) {
            return Err(dead(prefix));
        }
        let under = state.objects.iter().filter(|(key, _)| key.as_str().starts_with(prefix));
        Ok(under
            .map(|(key, stored)| ListedObject {
                key: key.clone(),
                len: stored.bytes.len() as u64,
                version: stored.version.clone(),
            })
            .collect())
    }

    async fn delete(&self, key: &Key) -> Result<(), StoreError> {
        let mut state = self.state();
        state.alive(key)?;
        state.objects.remove(key);
        state.write(format!("-{key}"));
        Ok(())
    }
}

impl State {
    fn alive(&self, key: &Key) -> Result<(), StoreError> {
        if self.writes_left == Some(0) { Err(dead(key.as_str())) } else { Ok(()) }
    }

    fn write(&mut self, entry: String) {
        self.writes += 1;
        self.writes_left = self.writes_left.map(|left| left.saturating_sub(1));
        self.journal.push(entry);
    }
}

fn dead(key: &str) -> StoreError {
    let source = std::io::Error::other("the store is set to fail");
    StoreError::Read { location: format!("memory:{key}"), source: Box::new(source) }
}

fn location(key: &Key) -> String {
    format!("memory:{key}")
}
