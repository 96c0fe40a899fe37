//! A store for one run, and for tests.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};

use super::{AnswerKey, AnswerStore};

/// Entries in memory.
#[derive(Debug, Default)]
pub struct MemoryAnswers {
    entries: Mutex<BTreeMap<AnswerKey, Vec<u8>>>,
    mark: Mutex<String>,
}

impl AnswerStore for MemoryAnswers {
    fn get(&self, key: &AnswerKey) -> Option<Vec<u8>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: &AnswerKey, entry: &[u8]) -> io::Result<()> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).insert(*key, entry.to_vec());
        Ok(())
    }

    fn keep_only_of(&self, mark: &str) -> io::Result<()> {
        let mut own = self.mark.lock().unwrap_or_else(PoisonError::into_inner);
        if *own != mark {
            self.entries.lock().unwrap_or_else(PoisonError::into_inner).clear();
            mark.clone_into(&mut own);
        }
        Ok(())
    }
}
