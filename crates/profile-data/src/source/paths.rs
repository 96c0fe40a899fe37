//! Expands patterns to files, always in the same order.

use std::path::PathBuf;

use crate::OpenError;

/// Expands patterns such as `people-*.jsonl.gz`; the files of a pattern are sorted by name. `-` and names of
/// existing files (which may contain brackets) are not expanded.
///
/// # Errors
/// A pattern that matches no file, or that is not valid.
pub fn expand_paths(patterns: &[PathBuf]) -> Result<Vec<PathBuf>, OpenError> {
    let mut paths = Vec::new();
    for pattern in patterns {
        let text = pattern.to_str().filter(|text| text.contains(['*', '?', '[']));
        let Some(text) = text.filter(|_| !pattern.exists()) else {
            paths.push(pattern.clone());
            continue;
        };
        let found = glob::glob(text)
            .map_err(|error| OpenError::Pattern { pattern: pattern.clone(), reason: error.msg })?;
        let mut files = Vec::new();
        for file in found {
            let file = file.map_err(|error| OpenError::from_io(error.path(), io_kind(&error)))?;
            if file.is_file() {
                files.push(file);
            }
        }
        if files.is_empty() {
            return Err(OpenError::NoMatch { pattern: pattern.clone() });
        }
        files.sort();
        paths.append(&mut files);
    }
    Ok(paths)
}

fn io_kind(error: &glob::GlobError) -> std::io::Error {
    error.error().kind().into()
}
