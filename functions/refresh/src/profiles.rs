//! The files of profiles at a location.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use training::location::is_remote;

/// The files at a location: the files in a folder, sorted by name. A file, a glob or `s3://bucket/prefix`
/// stays as it is; the training workflow expands it.
///
/// # Errors
/// A folder that cannot be listed, or that has no files.
pub(crate) fn files_of(location: &str) -> Result<Vec<PathBuf>> {
    let path = PathBuf::from(location);
    if is_remote(&path) || !path.is_dir() {
        return Ok(vec![path]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(&path).with_context(|| format!("{location}: the folder cannot be listed"))? {
        let entry = entry.with_context(|| format!("{location}: the folder cannot be listed"))?;
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !is_hidden && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    ensure!(
        !files.is_empty(),
        "{location}: no file in this folder; set PROFILES_URI to a folder with profiles"
    );
    // The hash of the data depends on the order, and the order of a folder's entries is arbitrary.
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_folder_are_sorted_by_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let location = folder.path().to_str().expect("UTF-8");
        assert!(format!("{:#}", files_of(location).expect_err("empty")).contains("no file"));
        fs::create_dir(folder.path().join("inner")).expect("a folder");
        for name in ["b.jsonl", "a.jsonl", ".hidden", "inner/c.jsonl"] {
            fs::write(folder.path().join(name), "").expect("a file");
        }
        let expected = ["a.jsonl", "b.jsonl"].map(|name| folder.path().join(name));
        assert_eq!(files_of(location).expect("files"), expected);
        assert_eq!(files_of("s3://bucket/p").expect("as it is"), [PathBuf::from("s3://bucket/p")]);
    }
}
