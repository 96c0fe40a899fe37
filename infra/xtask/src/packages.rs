//! The packages of `tests/browser`, in `.tools/browser`: Playwright, axe, Lighthouse, ESLint.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::run::{exists, output, root, run};

/// The oldest version of Node that runs the tests and their packages.
const NODE: u32 = 20;

/// Fetches the packages of `tests/browser/package-lock.json`, unless they are there and that file is
/// unchanged.
pub(crate) fn packages() -> Result<PathBuf> {
    let version = output(Command::new("node").arg("--version"))
        .context("Node is needed (Debian: apt-get install nodejs npm)")?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    ensure!(
        major.is_some_and(|major: u32| major >= NODE),
        "Node {NODE} is needed, this is {}",
        version.trim()
    );
    if let Some(dir) = fetched_packages() {
        return Ok(dir);
    }
    ensure!(exists("npm"), "npm is needed (Debian: apt-get install npm)");
    println!("fetching the packages of tests/browser into .tools/");
    let source = root().join("tests/browser");
    let dir = packages_dir();
    fs::create_dir_all(&dir)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(source.join(file), dir.join(file))?;
    }
    // No package's own scripts: nothing is compiled, and no browser is downloaded.
    run(Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .arg(&dir))?;
    fs::copy(source.join("package-lock.json"), dir.join("installed"))?;
    Ok(dir)
}

/// The same packages, if they have been fetched and `package-lock.json` has not changed since.
pub(crate) fn fetched_packages() -> Option<PathBuf> {
    let dir = packages_dir();
    let lock = fs::read(root().join("tests/browser/package-lock.json")).ok()?;
    (fs::read(dir.join("installed")).ok()? == lock).then_some(dir)
}

fn packages_dir() -> PathBuf {
    root().join(".tools/browser")
}
