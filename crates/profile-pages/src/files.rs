//! Expansion of paths, folders and globs to files of pages.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use profile_data::expand_paths;

/// The files of all paths, in order; the files of a folder or a glob are sorted by name.
///
/// # Errors
/// A folder that cannot be listed, or a path without files.
pub fn expand_pages(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let pages =
                pages_of(path).with_context(|| format!("{}: the folder cannot be listed", path.display()))?;
            if pages.is_empty() {
                bail!("{}: no .html or .htm file in this folder", path.display());
            }
            files.extend(pages);
        } else {
            files.extend(expand_paths(std::slice::from_ref(path))?);
        }
    }
    Ok(files)
}

fn pages_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if is_page(&path) && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn is_page(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    extension.eq_ignore_ascii_case("html") || extension.eq_ignore_ascii_case("htm")
}
