//! Files in a folder.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::StoreError;
use crate::key::ArtifactKey;

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

    pub(crate) fn get(&self, key: ArtifactKey, max_len: usize) -> Result<Vec<u8>, StoreError> {
        let path = self.dir.join(key.file_name());
        let place = || path.display().to_string();
        let read_error = |source: io::Error| match source.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => StoreError::NotFound { place: place() },
            _ => StoreError::Read { place: place(), source },
        };
        // Asked before opening: opening a pipe would wait for a writer.
        let metadata = fs::metadata(&path).map_err(read_error)?;
        if !metadata.is_file() {
            return Err(StoreError::NotAFile { place: place() });
        }
        let too_large = |len| StoreError::TooLarge { place: place(), len, max_len };
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
        Ok(bytes)
    }

    pub(crate) fn put(&self, key: ArtifactKey, bytes: &[u8]) -> Result<(), StoreError> {
        let path = self.dir.join(key.file_name());
        let write_error = |source| StoreError::Write { place: path.display().to_string(), source };
        fs::create_dir_all(&self.dir).map_err(write_error)?;
        // In the same folder, because a rename is atomic only within one file system.
        let count = WRITES.fetch_add(1, Ordering::Relaxed);
        let temporary = self.dir.join(format!(".{key}.{}.{count}.tmp", process::id()));
        write_new(&temporary, bytes).and_then(|()| fs::rename(&temporary, &path)).map_err(|source| {
            // Best effort: the write has failed already, and that is what is reported.
            let _ = fs::remove_file(&temporary);
            write_error(source)
        })
    }
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    // On disk before the rename, or a crash could leave the new name on an empty file.
    file.sync_all()
}
