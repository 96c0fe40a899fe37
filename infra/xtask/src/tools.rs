//! Tools the tests need, fetched when they are missing. Their versions stand here and nowhere else.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{exists, output, root, run};

/// Tests an API against its OpenAPI document.
pub(crate) const SCHEMATHESIS: &str = "schemathesis==4.32.5";

/// The yardstick of the bench.
pub(crate) const SCIKIT_LEARN: &str = "scikit-learn==1.9.1";

/// S3 on this machine.
pub(crate) const MOTO: &str = "moto[server]==5.2.5";

/// Whether this runs in CI, where a tool that is missing is a failure.
pub(crate) fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true")
}

/// A Python program from a virtual environment of its own with this one package.
///
/// The environment is kept in `.tools/`; it is made again when the pinned version changes.
pub(crate) fn python_program(package: &str, program: &str) -> Result<PathBuf> {
    // `moto[server]==5.2.5` is in the folder `moto`.
    let name = package.split(['=', '[']).next().unwrap_or(package);
    let dir = root().join(".tools").join(name);
    let installed = dir.join("installed");
    if fs::read_to_string(&installed).ok().as_deref() != Some(package) {
        println!("fetching {package} into .tools/");
        if dir.exists() {
            fs::remove_dir_all(&dir)?;
        }
        run(Command::new("python3").args(["-m", "venv"]).arg(&dir))
            .context("Python 3 with venv is needed (Debian: apt-get install python3-venv)")?;
        let pip = dir.join("bin/pip");
        run(Command::new(pip).args(["install", "--quiet", "--disable-pip-version-check", package]))?;
        fs::write(&installed, package)?;
    }
    Ok(dir.join("bin").join(program))
}

/// Chromium, from the path or, as root on Debian, from the distribution.
pub(crate) fn chromium() -> Result<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    if let Some(found) = names.into_iter().find(|name| exists(name)) {
        return Ok(found.into());
    }
    let user = output(Command::new("id").arg("-u"))?;
    anyhow::ensure!(
        user.trim() == "0" && exists("apt-get"),
        "Chromium is not installed (Debian: apt-get install chromium)"
    );
    println!("fetching Chromium from Debian");
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    run(Command::new("apt-get")
        .args(["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"])
        .env("DEBIAN_FRONTEND", "noninteractive"))?;
    anyhow::ensure!(exists("chromium"), "Debian's chromium was installed but does not start");
    Ok("chromium".into())
}
