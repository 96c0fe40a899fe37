//! `forgotten.json` in a store: people who are in no release any more.
//!
//! The file has salted hashes of ids and addresses, never the texts. It only grows. A release names the list
//! that it was made with, so that a rollback cannot bring back somebody who was forgotten later.

use std::collections::BTreeSet;
use std::fmt;

use anyhow::{Context, Result, ensure};
use artifact_store::{ArtifactStore, Condition, Put, StoreError, Timestamp, Version, layout};
use base16ct::lower;
use profile_data::Forgotten;
use serde::{Deserialize, Serialize};

use crate::inputs::Inputs;
use crate::lease::random_name;

/// Largest `forgotten.json` that is read, in bytes: enough for hundreds of thousands of people.
const MAX_LEN: usize = 32 << 20;

/// The version of the file's format.
const FORMAT: u32 = 1;

/// Ids and addresses of profiles, in any spelling. They are never printed.
#[derive(Clone, Default)]
pub struct Names(Vec<String>);

/// The stored list.
#[derive(Clone, Debug, Default)]
pub struct StoredForgotten {
    /// The people to forget.
    pub people: Forgotten,
    /// When the last one was added; `None` without a list.
    pub changed_at: Option<Timestamp>,
    /// The object's version; `None` without a list.
    pub version: Option<Version>,
}

/// The list that a release was made with. The digest is empty without one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListEntry {
    /// Digest of the salt and the hashes.
    pub digest: String,
    /// Number of hashes.
    pub hashes: usize,
}

/// The counts of a refresh that forgets people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ForgottenCounts {
    /// Ids and addresses given to this refresh.
    pub given: usize,
    /// Those of them that were not on the list yet.
    pub new: usize,
    /// People of the list who are in the profiles, and were left out.
    pub people: u64,
    /// Releases with other people that were deleted.
    pub deleted_releases: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u32,
    salt: String,
    changed_at: Timestamp,
    /// SHA-256 of the salt and every name, in hexadecimal, sorted.
    hashes: Vec<String>,
    /// [`ListEntry::digest`], so that a damaged file is noticed.
    digest: String,
}

impl Names {
    /// Names given by an operator.
    pub fn new(names: Vec<String>) -> Names {
        Names(names)
    }

    /// The number of names.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} names", self.0.len())
    }
}

impl StoredForgotten {
    /// Reads the list; empty without one.
    ///
    /// # Errors
    /// A store that cannot be read, or a damaged list: a release without it would bring people back.
    pub async fn read(store: &ArtifactStore) -> Result<StoredForgotten> {
        let key = layout::forgotten();
        match store.get(&key, MAX_LEN).await {
            Ok(object) => {
                let damaged = || {
                    format!(
                        "{}: not a valid list of forgotten people; nothing was written. Restore an earlier \
                         version of the file, and forget again who was added since",
                        store.location(&key)
                    )
                };
                let (people, changed_at) = File::decode(&object.bytes).with_context(damaged)?;
                Ok(StoredForgotten { people, changed_at: Some(changed_at), version: Some(object.version) })
            }
            Err(StoreError::NotFound { .. }) => Ok(StoredForgotten::default()),
            Err(error) => Err(error.into()),
        }
    }

    /// Adds people and writes the list, if any of them are new. Returns how many names are new.
    ///
    /// # Errors
    /// A name that names nobody, or a list that cannot be written or that another program has changed.
    pub async fn add(&mut self, store: &ArtifactStore, names: &Names, now: &Timestamp) -> Result<usize> {
        let mut people = self.people.clone();
        if people.salt().is_empty() {
            people = Forgotten::new(random_name(), BTreeSet::new());
        }
        let mut new = 0;
        for (n, name) in names.0.iter().enumerate() {
            let is_new = people.add(name).with_context(|| {
                let of = names.len();
                format!("name {} of {of} to forget is neither an id nor the address of a profile", n + 1)
            })?;
            new += usize::from(is_new);
        }
        if new == 0 {
            return Ok(0);
        }
        let bytes = File::of(&people, now).encode()?;
        ensure!(bytes.len() <= MAX_LEN, "too many people to forget: a list has at most {MAX_LEN} bytes");
        let condition = self.version.as_ref().map_or(Condition::IfAbsent, Condition::IfMatch);
        let put = Put::private(&bytes, "application/json").when(condition);
        let version = store
            .put(&layout::forgotten(), put)
            .await
            .context("the list of people to forget was not changed; run this again")?;
        *self = StoredForgotten { people, changed_at: Some(now.clone()), version: Some(version) };
        Ok(new)
    }

    /// The list as a release names it.
    pub fn entry(&self) -> ListEntry {
        ListEntry::of(&self.people)
    }

    /// Whether nobody is on the list.
    pub fn is_empty(&self) -> bool {
        self.people.hashes().is_empty()
    }

    /// Checks that the list was not lost since a release was made with it. A list only grows.
    ///
    /// # Errors
    /// A list that is missing or shorter.
    pub fn ensure_not_lost(&self, live: &ListEntry) -> Result<()> {
        ensure!(
            self.people.hashes().len() >= live.hashes,
            "{} is missing or older than the live release, so forgotten people would come back; nothing was \
             written. Restore the latest version of the file",
            layout::forgotten()
        );
        Ok(())
    }
}

impl ListEntry {
    fn of(people: &Forgotten) -> ListEntry {
        if people.hashes().is_empty() {
            return ListEntry::default();
        }
        let mut inputs = Inputs::default().with("salt", people.salt().as_bytes());
        for hash in people.hashes() {
            inputs = inputs.with("hash", hash);
        }
        ListEntry { digest: inputs.digest(), hashes: people.hashes().len() }
    }
}

impl File {
    fn of(people: &Forgotten, now: &Timestamp) -> File {
        File {
            format: FORMAT,
            salt: people.salt().to_owned(),
            changed_at: now.clone(),
            hashes: people.hashes().iter().map(|hash| lower::encode_string(hash)).collect(),
            digest: ListEntry::of(people).digest,
        }
    }

    fn encode(&self) -> Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn decode(bytes: &[u8]) -> Result<(Forgotten, Timestamp)> {
        let file: File = serde_json::from_slice(bytes)?;
        ensure!(file.format == FORMAT, "format {}, but this program reads {FORMAT}", file.format);
        let mut hashes = BTreeSet::new();
        for text in &file.hashes {
            let mut hash = [0; 32];
            let len = lower::decode(text, &mut hash).map(<[u8]>::len).unwrap_or_default();
            ensure!(len == hash.len() && hashes.insert(hash), "a hash is damaged or there twice");
        }
        let people = Forgotten::new(file.salt, hashes);
        ensure!(!people.hashes().is_empty() && !people.salt().is_empty(), "it is empty");
        ensure!(ListEntry::of(&people).digest == file.digest, "its digest does not match");
        Ok((people, file.changed_at))
    }
}
