//! A cache of answers that were paid for, by the content of their questions.
//!
//! An [`AnswerStore`] stores entries (in a folder now, in a bucket later); [`Answers`] defines their format:
//! a small JSON document that names its own key, so that a damaged or misplaced entry is ignored.

mod folder;
mod key;
mod memory;

use std::io;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

pub use folder::FolderAnswers;
pub use key::AnswerKey;
pub use memory::MemoryAnswers;

/// The largest entry, in bytes.
pub(crate) const MAX_ENTRY_BYTES: usize = 64 * 1024;

/// A store of entries.
pub trait AnswerStore: Send + Sync {
    /// The entry's bytes; `None` when there is none or it cannot be read.
    fn get(&self, key: &AnswerKey) -> Option<Vec<u8>>;

    /// Writes an entry atomically: a reader sees the old one or the new one.
    ///
    /// # Errors
    /// The store's error.
    fn put(&self, key: &AnswerKey, entry: &[u8]) -> io::Result<()>;

    /// Deletes all entries, unless the store has this mark; then gives it the mark.
    ///
    /// # Errors
    /// The store's error. The next call tries again.
    fn keep_only_of(&self, mark: &str) -> io::Result<()>;
}

/// Typed answers over a store.
pub struct Answers {
    store: Box<dyn AnswerStore>,
}

#[derive(Serialize, Deserialize)]
struct Entry<T> {
    key: String,
    answer: T,
}

impl Answers {
    /// Answers in a store.
    pub fn new(store: impl AnswerStore + 'static) -> Answers {
        Answers { store: Box::new(store) }
    }

    /// The answer, if there is one and it is valid.
    pub fn get<T: DeserializeOwned>(&self, key: &AnswerKey) -> Option<T> {
        let bytes = self.store.get(key).filter(|bytes| bytes.len() <= MAX_ENTRY_BYTES)?;
        let entry: Entry<T> = serde_json::from_slice(&bytes).ok()?;
        (entry.key == key.to_string()).then_some(entry.answer)
    }

    /// Stores an answer.
    ///
    /// # Errors
    /// The store's error.
    pub fn put<T: Serialize>(&self, key: &AnswerKey, answer: &T) -> io::Result<()> {
        let mut bytes = serde_json::to_vec(&Entry { key: key.to_string(), answer })?;
        bytes.push(b'\n');
        self.store.put(key, &bytes)
    }

    /// Deletes all answers, unless the store has this mark; then gives it the mark.
    ///
    /// # Errors
    /// The store's error.
    pub fn keep_only_of(&self, mark: &str) -> io::Result<()> {
        self.store.keep_only_of(mark)
    }
}

impl std::fmt::Debug for Answers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answers").finish_non_exhaustive()
    }
}
