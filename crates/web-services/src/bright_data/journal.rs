//! The triggered batches, in a small file, so that a second run resumes where the first one ended.

use std::collections::HashSet;
use std::fs::{self, File, TryLockError};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use base16ct::lower;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::CollectError;
use super::error::in_file;

const VERSION: u32 = 1;
/// Enough for a million hashes and their batches.
const MAX_BYTES: u64 = 64 << 20;

/// The stage of a batch of URLs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "at")]
pub(super) enum Stage {
    /// Written before the request. In the next run it means that the batch may have been sent.
    Triggering,
    /// Bright Data collects its profiles.
    Running { snapshot_id: String },
    /// Its records are in its part file.
    Done { records: u64, failed: u64 },
    /// It has no records.
    Failed { reason: String },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Batch {
    /// Number of the part file.
    pub(super) part: u64,
    /// Hashes of its URLs, in order; the URLs themselves are not kept.
    pub(super) urls: Vec<String>,
    pub(super) stage: Stage,
}

#[derive(Debug, Serialize, Deserialize)]
struct Content {
    version: u32,
    dataset_id: String,
    batches: Vec<Batch>,
}

/// The journal of one output file, locked for this process.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    content: Content,
    _lock: File,
}

impl Journal {
    /// Opens the journal beside `out`, or starts one.
    ///
    /// # Errors
    /// Another run is active, a file cannot be read or written, or the journal has another version or data
    /// set.
    pub fn open(out: &Path, dataset_id: &str) -> Result<Journal, CollectError> {
        let lock_path = beside(out, ".lock");
        let unlockable = "the lock file cannot be made; check that the folder exists and is writable";
        let lock = File::create(&lock_path).map_err(in_file(&lock_path, unlockable))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(CollectError::Locked { path: lock_path }),
            Err(TryLockError::Error(source)) => return Err(in_file(&lock_path, unlockable)(source)),
        }
        let path = beside(out, ".journal.json");
        let bad = |why| CollectError::BadJournal { path: path.clone(), why };
        let unreadable = "the journal cannot be read; check its permissions";
        let content = match File::open(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Content { version: VERSION, dataset_id: dataset_id.to_owned(), batches: Vec::new() }
            }
            Err(error) => return Err(in_file(&path, unreadable)(error)),
            Ok(file) => {
                let mut text = Vec::new();
                file.take(MAX_BYTES).read_to_end(&mut text).map_err(in_file(&path, unreadable))?;
                serde_json::from_slice::<Content>(&text).map_err(|_| bad("not a journal of site-gen"))?
            }
        };
        if content.version != VERSION {
            return Err(bad("a journal of another version"));
        }
        if content.dataset_id != dataset_id {
            return Err(bad("a journal of another data set"));
        }
        let ids = content.batches.iter().filter_map(|batch| match &batch.stage {
            Stage::Running { snapshot_id } => Some(snapshot_id.as_str()),
            _ => None,
        });
        if !ids.into_iter().all(super::answers::is_snapshot_id) {
            return Err(bad("an impossible snapshot id in it"));
        }
        Ok(Journal { path, content, _lock: lock })
    }

    pub(super) fn batches(&self) -> &[Batch] {
        &self.content.batches
    }

    pub(super) fn len(&self) -> usize {
        self.content.batches.len()
    }

    /// The URLs that were never sent.
    pub(super) fn unsent<'a>(&self, urls: &'a [String]) -> Vec<&'a str> {
        let sent: HashSet<&str> =
            self.content.batches.iter().flat_map(|batch| batch.urls.iter().map(String::as_str)).collect();
        urls.iter().map(String::as_str).filter(|url| !sent.contains(hash(url).as_str())).collect()
    }

    /// Records that these URLs will be sent; returns the batch's index.
    pub(super) fn begin(&mut self, urls: &[&str]) -> Result<usize, CollectError> {
        let part = self.content.batches.iter().map(|batch| batch.part).max().unwrap_or(0) + 1;
        let urls = urls.iter().map(|url| hash(url)).collect();
        self.content.batches.push(Batch { part, urls, stage: Stage::Triggering });
        self.write()?;
        Ok(self.content.batches.len() - 1)
    }

    /// Records that the last batch was certainly not sent.
    pub(super) fn take_back(&mut self) -> Result<(), CollectError> {
        self.content.batches.pop();
        self.write()
    }

    pub(super) fn set(&mut self, index: usize, stage: Stage) -> Result<(), CollectError> {
        self.content.batches[index].stage = stage;
        self.write()
    }

    /// Removes batches that failed or may not have been sent; their URLs count as never sent.
    pub(super) fn forget_failed(&mut self) -> Result<(), CollectError> {
        self.content.batches.retain(|batch| !matches!(batch.stage, Stage::Failed { .. } | Stage::Triggering));
        self.write()
    }

    fn write(&self) -> Result<(), CollectError> {
        let text = serde_json::to_vec(&self.content).map_err(std::io::Error::other);
        let text = text.map_err(in_file(&self.path, "the journal cannot be written"))?;
        write_whole(&self.path, |file| file.write_all(&text).map(|()| true))
    }
}

/// Sixteen hexadecimal digits of a URL's SHA-256.
fn hash(url: &str) -> String {
    lower::encode_string(&Sha256::digest(url.as_bytes())[..8])
}

/// `out` with a suffix after its name.
pub(super) fn beside(out: &Path, suffix: &str) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Writes a file atomically, also when the machine stops. Keeps nothing when `write` returns `false`.
pub(super) fn write_whole(
    path: &Path,
    write: impl FnOnce(&mut File) -> std::io::Result<bool>,
) -> Result<(), CollectError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let attempt = || -> std::io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        if !write(file.as_file_mut())? {
            return Ok(());
        }
        file.as_file().sync_all()?;
        file.persist(path)?;
        // The new name must be on disk too.
        fs::File::open(folder)?.sync_all()
    };
    attempt().map_err(in_file(path, "cannot be written; check the disk and its permissions"))
}
