//! Pages in a real browser: `tests/browser`, run by Node with the machine's Chromium.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::eslint;
use crate::options::WrongUsage;
use crate::run::{exists, output, root, run, target};
use crate::tools::chromium;

/// The oldest Node that runs the tests and their packages.
const NODE: u32 = 20;

/// Milliseconds after which a test, or a whole file, is stuck: a page that never answers would hold everything up, and in silence.
const TIMEOUT: &str = "--test-timeout=600000";

/// Figures of performance are taken when nothing else runs.
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

/// ESLint, then every test that others may run beside, against the release build. Returns why no test was run,
/// if something could not be fetched.
pub(crate) fn run_all() -> Result<Option<String>> {
    if let Ok(packages) = packages() {
        eslint::lint(&packages)?;
    }
    run_files(&released(), files(&[])?.into_iter().filter(|file| !is_alone(file)).collect())
}

/// Lighthouse, against the release build; returns the same.
pub(crate) fn lighthouse() -> Result<Option<String>> {
    run_files(&released(), files(&[ALONE])?)
}

fn released() -> PathBuf {
    target().join("release/site-gen")
}

fn is_alone(file: &str) -> bool {
    file.contains(ALONE)
}

/// Runs these test files, those that want the machine for themselves after the others.
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

/// Test files whose path has one of these words; all of them without words. Relative to the repository.
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

/// The packages of `tests/browser/package-lock.json`, in `.tools/browser`; fetched again when that file changes.
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
