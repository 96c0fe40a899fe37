//! Options of rendering, and the files of a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use site::pages::RenderOptions;

pub(crate) fn options(base_url: Option<&str>) -> RenderOptions {
    RenderOptions { base_url: base_url.map(str::to_owned), ..RenderOptions::default() }
}

/// Paths of all files below a folder, relative to it.
pub(crate) fn files_below(dir: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let mut open = vec![dir.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.strip_prefix(dir).unwrap().to_owned());
            }
        }
    }
    found
}
