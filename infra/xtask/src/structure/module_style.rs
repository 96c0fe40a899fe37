//! One way to lay out a module with submodules: `x.rs` beside `x/`.

use std::path::{Path, PathBuf};

use crate::structure::finding::Finding;

/// A finding for each `mod.rs` below a `src` folder. Helper modules of integration tests are exempt, because
/// they need `mod.rs`.
pub(crate) fn check(files: &[PathBuf]) -> Vec<Finding> {
    files.iter().filter(|file| is_mod_file(file)).map(|file| finding(file)).collect()
}

fn is_mod_file(file: &Path) -> bool {
    file.ends_with("mod.rs") && file.iter().any(|part| part == "src")
}

fn finding(file: &Path) -> Finding {
    let folder = file.parent().unwrap_or(file);
    let message = format!("move this module to {}", folder.with_extension("rs").display());
    Finding { file: file.to_owned(), line: 1, message }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::check;

    #[test]
    fn mod_files_are_allowed_in_tests_only() {
        let files =
            ["a/src/x.rs", "a/src/x/y.rs", "a/src/z/mod.rs", "a/tests/helper/mod.rs"].map(PathBuf::from);
        let findings = check(&files);
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!(finding.to_string(), "a/src/z/mod.rs:1: move this module to a/src/z.rs");
    }
}
