//! Objects as files in a folder.
//!
//! Writes are atomic: a temporary file is written in the same folder and then renamed. A conditional write
//! holds a lock file (`.lock` in the folder) while it compares and renames, so that of two programs on one
//! machine one wins. The version of a file is the SHA-256 of its content. Files whose names begin with a dot
//! are not objects.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use base16ct::lower;
use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};

use crate::backend::Backend;
use crate::error::{StoreError, UriError};
use crate::key::Key;
use crate::object::{Condition, ListedObject, Object, Put, Version};

/// Distinguishes the temporary files of one process.
static WRITES: AtomicU64 = AtomicU64::new(0);

/// Files in a folder.
#[derive(Clone, Debug)]
pub struct FolderStore {
    dir: PathBuf,
}

impl FolderStore {
    pub(crate) fn new(dir: PathBuf) -> FolderStore {
        FolderStore { dir }
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The file of a key.
    pub fn path(&self, key: &Key) -> PathBuf {
        self.dir.join(key.as_str())
    }

    fn read(&self, key: &Key, max_len: usize) -> Result<Object, StoreError> {
        let path = self.path(key);
        let location = || path.display().to_string();
        let read_error = |source: io::Error| match source.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => StoreError::NotFound { location: location() },
            _ => StoreError::Read { location: location(), source: Box::new(source) },
        };
        // Asked before opening: opening a pipe would wait for a writer.
        let metadata = fs::metadata(&path).map_err(read_error)?;
        if !metadata.is_file() {
            return Err(StoreError::NotAFile { location: location() });
        }
        let too_large = |len| StoreError::TooLarge { location: location(), len, max_len };
        if metadata.len() > max_len as u64 {
            return Err(too_large(metadata.len()));
        }
        let mut bytes = Vec::with_capacity(metadata.len() as usize);
        // The file may have grown since; one byte more than allowed is enough to know.
        let limit = (max_len as u64).saturating_add(1);
        File::open(&path).and_then(|file| file.take(limit).read_to_end(&mut bytes)).map_err(read_error)?;
        if bytes.len() > max_len {
            return Err(too_large(bytes.len() as u64));
        }
        let version = version(&bytes);
        Ok(Object { bytes, version })
    }

    fn walk(&self, dir: &Path, found: &mut Vec<ListedObject>) -> Result<(), StoreError> {
        let unreadable =
            |source| StoreError::Read { location: dir.display().to_string(), source: Box::new(source) };
        let entries = match fs::read_dir(dir) {
            Ok(entries) => entries,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(());
            }
            Err(error) => return Err(unreadable(error)),
        };
        for entry in entries {
            let path = entry.map_err(unreadable)?.path();
            let relative = path.strip_prefix(&self.dir).ok().and_then(Path::to_str);
            let Some(key) = relative.and_then(|relative| Key::new(relative).ok()) else { continue };
            if path.is_dir() {
                self.walk(&path, found)?;
            } else {
                let object = self.read(&key, usize::MAX)?;
                found.push(ListedObject { key, len: object.bytes.len() as u64, version: object.version });
            }
        }
        Ok(())
    }

    /// A bucket has no folders, so none are left behind when the last object in them goes.
    fn remove_empty_folders(&self, path: &Path) {
        for folder in path.ancestors().skip(1).take_while(|folder| *folder != self.dir) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }

    fn lock(&self) -> io::Result<File> {
        let file =
            OpenOptions::new().create(true).truncate(false).write(true).open(self.dir.join(".lock"))?;
        file.lock()?;
        Ok(file)
    }
}

impl Backend for FolderStore {
    const SCHEME: Option<&'static str> = Some("file");

    async fn open(rest: &str) -> Result<FolderStore, UriError> {
        let expected = "`file://` needs an absolute path on this machine, as in `file:///srv/model`";
        let path = rest.strip_prefix("localhost").unwrap_or(rest);
        match percent_decode_str(path).decode_utf8() {
            Ok(path) if path.starts_with('/') && !path.contains('\0') => {
                Ok(FolderStore::new(PathBuf::from(path.as_ref())))
            }
            _ => Err(UriError::BadLocation { expected }),
        }
    }

    fn location(&self, key: &Key) -> String {
        self.path(key).display().to_string()
    }

    async fn get(&self, key: &Key, max_len: usize) -> Result<Object, StoreError> {
        self.read(key, max_len)
    }

    async fn put(&self, key: &Key, put: Put<'_>) -> Result<Version, StoreError> {
        let path = self.path(key);
        let write_error =
            |source| StoreError::Write { location: path.display().to_string(), source: Box::new(source) };
        let parent = path.parent().unwrap_or(&self.dir);
        fs::create_dir_all(parent).map_err(write_error)?;
        let _lock = match put.condition {
            Condition::Always => None,
            Condition::IfAbsent | Condition::IfMatch(_) => Some(self.lock().map_err(write_error)?),
        };
        let met = match put.condition {
            Condition::Always => true,
            Condition::IfAbsent => !path.exists(),
            Condition::IfMatch(expected) => match self.read(key, usize::MAX) {
                Ok(now) => now.version == *expected,
                Err(StoreError::NotFound { .. }) => false,
                Err(error) => return Err(error),
            },
        };
        if !met {
            return Err(StoreError::Conflict { location: path.display().to_string() });
        }
        // In the same folder, because a rename is atomic only within one file system.
        let count = WRITES.fetch_add(1, Ordering::Relaxed);
        let temporary = parent.join(format!(".{}.{count}.tmp", process::id()));
        write_new(&temporary, put.bytes).and_then(|()| fs::rename(&temporary, &path)).map_err(|source| {
            // Best effort: the write has failed already, and that is what is reported.
            let _ = fs::remove_file(&temporary);
            write_error(source)
        })?;
        Ok(version(put.bytes))
    }

    async fn list(&self, prefix: &str) -> Result<Vec<ListedObject>, StoreError> {
        let folder = prefix.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut found = Vec::new();
        self.walk(&self.dir.join(folder), &mut found)?;
        found.retain(|listed: &ListedObject| listed.key.as_str().starts_with(prefix));
        found.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(found)
    }

    async fn delete(&self, key: &Key) -> Result<(), StoreError> {
        let path = self.path(key);
        match fs::remove_file(&path) {
            Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                Err(StoreError::Write { location: path.display().to_string(), source: Box::new(error) })
            }
            _ => {
                self.remove_empty_folders(&path);
                Ok(())
            }
        }
    }
}

fn version(bytes: &[u8]) -> Version {
    Version(lower::encode_string(&Sha256::digest(bytes)))
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    // On disk before the rename, or a crash could leave the new name on an empty file.
    file.sync_all()
}
