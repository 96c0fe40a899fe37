//! Where the profiles are.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use training::location::is_remote;

/// The files of a place: `s3://bucket/prefix` as it is, because the workflow lists it; a folder as the files in it, by name;
/// anything else, a file or a pattern, as it is.
///
/// # Errors
/// A folder that cannot be listed, or that holds no file.
pub(crate) fn files_of(place: &str) -> Result<Vec<PathBuf>> {
    let path = PathBuf::from(place);
    if is_remote(&path) || !path.is_dir() {
        return Ok(vec![path]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(&path).with_context(|| format!("{place}: the folder cannot be listed"))? {
        let entry = entry.with_context(|| format!("{place}: the folder cannot be listed"))?;
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !is_hidden && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    ensure!(!files.is_empty(), "{place}: no file in this folder; PROFILES_URI names where profiles are");
    // The order decides the hash of the data, and a folder has none of its own.
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_its_files_by_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().to_str().expect("UTF-8");
        assert!(format!("{:#}", files_of(place).expect_err("empty")).contains("no file"));
        fs::create_dir(folder.path().join("inner")).expect("a folder");
        for name in ["b.jsonl", "a.jsonl", ".hidden", "inner/c.jsonl"] {
            fs::write(folder.path().join(name), "").expect("a file");
        }
        let expected = ["a.jsonl", "b.jsonl"].map(|name| folder.path().join(name));
        assert_eq!(files_of(place).expect("files"), expected);
        assert_eq!(files_of("s3://bucket/p").expect("as it is"), [PathBuf::from("s3://bucket/p")]);
    }
}
