//! The files of the repository, as Git lists them: what is ignored or built is not checked.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::run::output;

/// Every file that is tracked, or that is new and not ignored. Relative to the repository, sorted.
///
/// # Errors
/// If this is no Git repository.
pub(crate) fn files(root: &Path) -> Result<Vec<PathBuf>> {
    let args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let listed = output(Command::new("git").args(args))?;
    let mut files: Vec<PathBuf> = listed
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(PathBuf::from)
        // A file that is deleted but not yet committed is still listed.
        .filter(|file| root.join(file).is_file())
        .collect();
    files.sort();
    Ok(files)
}
