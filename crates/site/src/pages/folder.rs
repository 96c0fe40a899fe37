//! Replaces the site's folder as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use rayon::prelude::*;

/// A file that marks a folder as a site, which may be replaced.
const MARKER: &str = ".career-roadmap-site";

const MARKER_TEXT: &str = "Written by `site-gen render`, which replaces this folder as a whole.\n";

/// Writes the files into a new folder beside `out`, then renames it to `out`.
pub(crate) fn replace(out: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    let out = target(out)?;
    let parent = out.parent().with_context(|| format!("{}: not a folder to write to", out.display()))?;
    fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
    // On the same disk as `out`, so that a rename is enough.
    let beside = tempfile::Builder::new()
        .prefix(".site-gen-")
        .tempdir_in(parent)
        .with_context(|| format!("{}: cannot create a folder in it", parent.display()))?;
    let new = beside.path().join("new");
    write_all(&new, files)?;

    let old = beside.path().join("old");
    let replaced = out.exists();
    if replaced {
        fs::rename(&out, &old).with_context(|| format!("{}: cannot be replaced", out.display()))?;
    }
    if let Err(error) = fs::rename(&new, &out) {
        if replaced && fs::rename(&old, &out).is_err() {
            let kept = beside.keep();
            bail!(
                "{}: cannot be written ({error}); the old site is kept in {}",
                out.display(),
                kept.display()
            );
        }
        return Err(error).with_context(|| format!("{}: cannot be written", out.display()));
    }
    beside.close().with_context(|| format!("{}: leftovers cannot be removed", parent.display()))
}

/// The absolute path of `out`, if it does not exist, is empty, or is a site.
fn target(out: &Path) -> Result<PathBuf> {
    if !out.exists() {
        return std::path::absolute(out).with_context(|| out.display().to_string());
    }
    let path = out.canonicalize().with_context(|| out.display().to_string())?;
    ensure!(path.is_dir(), "{}: is a file; the pages need a folder", out.display());
    let mut entries = fs::read_dir(&path).with_context(|| out.display().to_string())?;
    if entries.next().is_some() && !path.join(MARKER).is_file() {
        bail!(
            "{}: contains files that are not a rendered site and would be lost; give a new or empty folder",
            out.display()
        );
    }
    Ok(path)
}

fn write_all(dir: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    let folders: BTreeSet<PathBuf> =
        files.keys().filter_map(|path| Some(dir.join(path).parent()?.to_owned())).collect();
    fs::create_dir_all(dir).with_context(|| dir.display().to_string())?;
    for folder in folders {
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    }
    write(&dir.join(MARKER), MARKER_TEXT.as_bytes())?;
    files.par_iter().try_for_each(|(path, bytes)| write(&dir.join(path), bytes))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| path.display().to_string())
}
