//! `cargo xtask structure`: checks rules about the layout of the repository.
//!
//! - No two files of a crate import each other in a circle ([`circles`]).
//! - Crates depend only on crates of a lower layer ([`layers`]).
//! - Lines are at most 110 characters long in code and 120 in Markdown ([`lines`]).
//! - A module with submodules is `x.rs` beside `x/` ([`module_style`]).

mod circles;
mod finding;
mod layers;
mod lines;
mod module;
mod module_style;
mod modules;
mod paths;
mod tracked;
mod workspace;

use anyhow::{Result, bail};

use crate::run::root;
use crate::structure::finding::Finding;

/// Runs every check and prints every finding.
///
/// # Errors
/// If there is a finding, or if the tree cannot be read.
pub(crate) fn check() -> Result<()> {
    let root = root();
    let files = tracked::files(&root)?;
    let members = workspace::members(&root)?;
    let mut findings: Vec<Finding> = Vec::new();
    findings.extend(circles::check(&root, &members)?);
    findings.extend(layers::check(&root, &members)?);
    findings.extend(lines::check(&root, &files)?);
    findings.extend(module_style::check(&files));
    findings.sort();
    for finding in &findings {
        println!("{finding}");
    }
    if !findings.is_empty() {
        bail!("structure: {} findings; each one above names its file and line", findings.len());
    }
    println!("structure: no findings in {} crates and {} files", members.len(), files.len());
    Ok(())
}
