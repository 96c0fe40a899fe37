//! The members of the workspace and their dependencies on each other, as cargo reads them.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::run::output;

/// A crate of the workspace.
#[derive(Debug)]
pub(crate) struct Member {
    /// The package's name.
    pub(crate) name: String,
    /// The folder of its `Cargo.toml`, relative to the repository.
    pub(crate) folder: PathBuf,
    /// Normal dependencies, sorted: those of the library or the program, not of its tests.
    pub(crate) dependencies: Vec<String>,
}

/// Every member, sorted by name.
///
/// # Errors
/// If cargo cannot read a manifest.
pub(crate) fn members(root: &Path) -> Result<Vec<Member>> {
    let args = ["metadata", "--no-deps", "--offline", "--format-version", "1"];
    let metadata: Value = serde_json::from_str(&output(Command::new("cargo").args(args))?)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let mut members = packages.iter().map(|package| member(root, package)).collect::<Result<Vec<_>>>()?;
    members.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(members)
}

fn member(root: &Path, package: &Value) -> Result<Member> {
    let name = package["name"].as_str().context("a package without a name")?.to_owned();
    let manifest = Path::new(package["manifest_path"].as_str().context("a package without a manifest")?);
    let folder = manifest.parent().unwrap_or(manifest);
    let mut dependencies: Vec<String> = package["dependencies"]
        .as_array()
        .into_iter()
        .flatten()
        // Cargo writes no kind for a normal dependency.
        .filter(|dependency| dependency["kind"].is_null())
        .filter_map(|dependency| dependency["name"].as_str().map(str::to_owned))
        .collect();
    dependencies.sort();
    Ok(Member { name, folder: folder.strip_prefix(root).unwrap_or(folder).to_owned(), dependencies })
}
