//! Whether the Rust code is formatted.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{cargo, root, run};

/// A folder of modules that a macro declares. `cargo fmt` does not expand macros, so it does not format them.
const DECLARED_BY_MACRO: &str = "site-gen/src/cli";

/// The edition of the workspace, which rustfmt does not read from `Cargo.toml`.
const EDITION: &str = "2024";

/// Compares every file with rustfmt's output.
///
/// # Errors
/// If a file differs, or rustfmt is not installed.
pub(crate) fn check() -> Result<()> {
    cargo(&["fmt", "--all", "--check"])?;
    run(Command::new("rustfmt").args(["--check", "--edition", EDITION]).args(files_declared_by_macro()?))
}

fn files_declared_by_macro() -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join(DECLARED_BY_MACRO)).context(DECLARED_BY_MACRO)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
