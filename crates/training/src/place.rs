//! Places: a path, or `s3://bucket/prefix`, wherever a path is asked for.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use artifact_store::ArtifactStore;
use tempfile::TempDir;

use crate::commands::runtime;

const SCHEME: &str = "s3://";

/// The largest object that is fetched: files of profiles.
const MAX_OBJECT_LEN: usize = 8 << 30;

/// The store that a path names.
///
/// # Errors
/// A path that is no text, or names no place this build can reach.
pub async fn open(path: &Path) -> Result<ArtifactStore> {
    let text = path.to_str().with_context(|| format!("{}: not a path in UTF-8", path.display()))?;
    ArtifactStore::open(text).await.with_context(|| text.to_owned())
}

/// Whether a path is one of a bucket.
pub fn is_remote(path: &Path) -> bool {
    path.to_str().is_some_and(|text| {
        text.get(..SCHEME.len()).is_some_and(|scheme| scheme.eq_ignore_ascii_case(SCHEME))
    })
}

/// Files on this machine: those that were, and copies of those that were not.
#[derive(Debug)]
pub struct LocalFiles {
    /// Where they are.
    pub paths: Vec<PathBuf>,
    /// Goes with the copies.
    _copies: Option<TempDir>,
}

/// Brings what lies in buckets to this machine: an object, or every object whose key begins with what is given. Waits
/// for it; not to be called from a task.
///
/// # Errors
/// A bucket that cannot be read, nothing at such a place, or a disk that does not take the copies.
pub fn local(paths: &[PathBuf]) -> Result<LocalFiles> {
    if paths.iter().any(|path| is_remote(path)) {
        runtime()?.block_on(fetch(paths))
    } else {
        Ok(LocalFiles { paths: paths.to_vec(), _copies: None })
    }
}

async fn fetch(paths: &[PathBuf]) -> Result<LocalFiles> {
    let copies = tempfile::Builder::new().prefix("career-roadmap-profiles-").tempdir()?;
    let mut local = Vec::new();
    for path in paths {
        if is_remote(path) {
            fetch_one(path, copies.path(), &mut local).await?;
        } else {
            local.push(path.clone());
        }
    }
    Ok(LocalFiles { paths: local, _copies: Some(copies) })
}

async fn fetch_one(path: &Path, copies: &Path, local: &mut Vec<PathBuf>) -> Result<()> {
    let text = path.to_str().unwrap_or_default();
    let place = text.get(SCHEME.len()..).unwrap_or_default();
    let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
    let store = ArtifactStore::open(&format!("{SCHEME}{bucket}")).await.with_context(|| text.to_owned())?;
    let listed = store.list(prefix).await?;
    ensure!(!listed.is_empty(), "{text}: no object there; is the prefix right?");
    for object in listed {
        // The name stays: it says how the file is compressed, and errors about records name it.
        let copy = copies.join(bucket).join(object.key.as_str());
        let bytes = store.get(&object.key, MAX_OBJECT_LEN).await?.bytes;
        let written = match copy.parent() {
            Some(dir) => fs::create_dir_all(dir).and_then(|()| fs::write(&copy, bytes)),
            None => Ok(()),
        };
        written.with_context(|| {
            let place = store.place(&object.key);
            format!("{}: the copy of {place} cannot be written; is the disk full?", copy.display())
        })?;
        local.push(copy);
    }
    Ok(())
}
