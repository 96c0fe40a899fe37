//! Pages in a real browser: `tests/browser`, run by Node with the machine's Chromium.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail, ensure};

use crate::eslint;
use crate::options::WrongUsage;
use crate::packages::packages;
use crate::run::{root, run, target};
use crate::tools::chromium;

/// Milliseconds after which a test, or a whole file, fails: a page that never answers would otherwise block
/// the run without any output.
const TIMEOUT: &str = "--test-timeout=600000";

/// The test file that measures performance: it runs alone.
const ALONE: &str = "lighthouse";

/// `cargo xtask browser [--debug] [name…]`: against the program that is built already.
pub(crate) fn command(options: &[&str]) -> Result<()> {
    let (flags, names): (Vec<&str>, Vec<&str>) = options.iter().partition(|option| option.starts_with('-'));
    let profile = match flags.as_slice() {
        [] => "release",
        ["--debug"] => "debug",
        _ => {
            return Err(
                WrongUsage(format!("browser takes --debug and names of files, not {}", flags[0])).into()
            );
        }
    };
    let program = match env::var_os("SITE_GEN") {
        Some(program) => program.into(),
        None => target().join(profile).join("site-gen"),
    };
    match run_files(&program, files(&names)?)? {
        Some(missing) => bail!(missing),
        None => Ok(()),
    }
}

/// ESLint, then every test that may run beside others, against the release build. Returns why no test was
/// run, if something could not be fetched.
pub(crate) fn run_all() -> Result<Option<String>> {
    if let Ok(packages) = packages() {
        eslint::lint(&packages)?;
    }
    run_files(&released(), files(&[])?.into_iter().filter(|file| !is_alone(file)).collect())
}

/// Runs Lighthouse, against the release build. Returns the reason if a tool is missing.
pub(crate) fn lighthouse() -> Result<Option<String>> {
    run_files(&released(), files(&[ALONE])?)
}

fn released() -> PathBuf {
    target().join("release/site-gen")
}

fn is_alone(file: &str) -> bool {
    file.contains(ALONE)
}

/// Runs these test files, and after them those that run alone.
fn run_files(program: &Path, files: Vec<String>) -> Result<Option<String>> {
    ensure!(program.exists(), "{} is not built (cargo build -p site-gen)", program.display());
    let (packages, browser) = match packages().and_then(|packages| Ok((packages, chromium()?))) {
        Ok(found) => found,
        Err(error) => return Ok(Some(format!("pages were not opened in a browser: {error:#}"))),
    };
    fs::create_dir_all(target().join("look"))?;
    let (alone, together): (Vec<String>, _) = files.into_iter().partition(|file| is_alone(file));
    for (files, at_a_time) in [(together, 2), (alone, 1)] {
        if files.is_empty() {
            continue;
        }
        run(Command::new("node")
            .args(["--test", "--test-reporter=spec", TIMEOUT, &format!("--test-concurrency={at_a_time}")])
            .args(files)
            .env("SITE_GEN", program)
            .env("CHROMIUM", &browser)
            .env("BROWSER_TOOLS", &packages)
            .env("CARGO_TARGET_DIR", target()))?;
    }
    println!("pictures are in {}", target().join("look").display());
    Ok(None)
}

/// The test files whose path contains one of these words, or all without words. Relative to the repository.
fn files(names: &[&str]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for folder in ["tests/browser", "tests/browser/journeys"] {
        let Ok(entries) = fs::read_dir(root().join(folder)) else { continue };
        for entry in entries {
            let path = format!("{folder}/{}", entry?.file_name().to_string_lossy());
            let is_test =
                path.ends_with(".test.mjs") || (folder.ends_with("journeys") && path.ends_with(".mjs"));
            if is_test && (names.is_empty() || names.iter().any(|name| path.contains(name))) {
                found.push(path);
            }
        }
    }
    ensure!(!found.is_empty(), "no file in tests/browser has a name with {}", names.join(" or "));
    found.sort();
    Ok(found)
}
