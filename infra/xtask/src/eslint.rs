//! ESLint, on the site's scripts and on the browser tests. The rules are in `eslint.config.mjs`.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::packages::{fetched_packages, packages};
use crate::run::run;

const CONFIG: &str = "tests/browser/eslint.config.mjs";

const FOLDERS: [&str; 2] = ["templates/static/scripts", "tests/browser"];

/// `cargo xtask eslint`
pub(crate) fn command() -> Result<()> {
    lint(&packages()?)
}

/// The same, but only if ESLint has been fetched.
pub(crate) fn lint_if_fetched() -> Result<()> {
    match fetched_packages() {
        Some(packages) => lint(&packages),
        None => {
            println!("scripts are not linted: ESLint has not been fetched (cargo xtask fetch)");
            Ok(())
        }
    }
}

/// Fails on any error or warning of ESLint, which is one of these packages.
pub(crate) fn lint(packages: &Path) -> Result<()> {
    run(Command::new("node")
        .arg(packages.join("node_modules/eslint/bin/eslint.js"))
        .args(["--config", CONFIG, "--max-warnings", "0"])
        .args(FOLDERS)
        .env("BROWSER_TOOLS", packages))
}
