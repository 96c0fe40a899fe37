//! Locations: a path, or `s3://bucket/prefix` in place of a path.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use artifact_store::ArtifactStore;
use tempfile::TempDir;

/// Largest file of profiles that is copied from a bucket, in bytes.
const MAX_OBJECT_LEN: usize = 8 << 30;

/// Opens the store at a location.
///
/// # Errors
/// A path that is not UTF-8, or a location that this build cannot reach.
pub async fn open(path: &Path) -> Result<ArtifactStore> {
    let text = path.to_str().with_context(|| format!("{}: not a path in UTF-8", path.display()))?;
    ArtifactStore::open(text).await.with_context(|| text.to_owned())
}

/// Whether a location is a URI such as `s3://bucket/prefix`, and not a local path.
pub fn is_remote(path: &Path) -> bool {
    path.to_str().is_some_and(|text| split_uri(text).is_some())
}

/// The scheme of a URI and the rest; `None` for a local path. Which schemes there are is known to
/// [`ArtifactStore::open`].
fn split_uri(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    let is_scheme = !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_scheme && !scheme.eq_ignore_ascii_case("file")).then_some((scheme, rest))
}

/// Local files, and temporary local copies of objects in buckets.
#[derive(Debug)]
pub struct LocalFiles {
    /// Paths of the files and copies.
    pub paths: Vec<PathBuf>,
    /// Deletes the copies when dropped.
    _copies: Option<TempDir>,
}

/// Copies objects from buckets to local files: one object, or all objects whose keys begin with the location.
/// Blocks until they are copied, so do not call it in an asynchronous task.
///
/// # Errors
/// A bucket that cannot be read, a prefix without objects, or a copy that cannot be written.
pub fn local(paths: &[PathBuf]) -> Result<LocalFiles> {
    if paths.iter().any(|path| is_remote(path)) {
        runtime()?.block_on(fetch(paths))
    } else {
        Ok(LocalFiles { paths: paths.to_vec(), _copies: None })
    }
}

/// A runtime for asynchronous work, such as access to stores.
///
/// # Errors
/// The threads cannot be started.
pub fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .context("the asynchronous runtime could not be started")
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
    let (scheme, location) = split_uri(text).unwrap_or_default();
    let (bucket, prefix) = location.split_once('/').unwrap_or((location, ""));
    let store =
        ArtifactStore::open(&format!("{scheme}://{bucket}")).await.with_context(|| text.to_owned())?;
    let listed = store.list(prefix).await?;
    ensure!(!listed.is_empty(), "{text}: no object there; is the prefix right?");
    for object in listed {
        // Keep the name: its extension gives the compression, and error messages contain it.
        let copy = copies.join(bucket).join(object.key.as_str());
        let bytes = store.get(&object.key, MAX_OBJECT_LEN).await?.bytes;
        let written = match copy.parent() {
            Some(dir) => fs::create_dir_all(dir).and_then(|()| fs::write(&copy, bytes)),
            None => Ok(()),
        };
        written.with_context(|| {
            let location = store.location(&object.key);
            format!("{}: the copy of {location} cannot be written; is the disk full?", copy.display())
        })?;
        local.push(copy);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_is_remote_and_a_path_is_not() {
        for remote in ["s3://bucket/prefix", "S3://bucket", "gs://bucket/prefix"] {
            assert!(is_remote(Path::new(remote)), "{remote}");
        }
        for local in ["people.jsonl", "/a/b", "-", "s3/people", "file:///a/b", "a b://c", "://x"] {
            assert!(!is_remote(Path::new(local)), "{local}");
        }
    }
}
