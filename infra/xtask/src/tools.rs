//! Tools of the tests, which are fetched if they are missing. Only this file has their versions.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{exists, output, root, run};

/// Tests an API against its OpenAPI document.
pub(crate) const SCHEMATHESIS: &str = "schemathesis==4.32.5";

/// The reference implementation of the bench.
pub(crate) const SCIKIT_LEARN: &str = "scikit-learn==1.9.1";

/// AWS's services on 127.0.0.1.
pub(crate) const MOTO: &str = "moto[server]==5.2.5";

/// Finds insecure settings in Terraform files.
pub(crate) const CHECKOV: &str = "checkov==3.3.30";

/// AWS's command line, for machines without it.
const AWS_CLI: &str = "awscli==1.46.3";

/// Whether this runs in CI, where a tool that is missing is a failure.
pub(crate) fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true")
}

/// AWS's command line: the installed one, or a fetched one.
pub(crate) fn aws() -> Result<PathBuf> {
    if exists("aws") { Ok("aws".into()) } else { python_program(AWS_CLI, "aws") }
}

/// A Python program from a virtual environment with one package, pinned as `name==version` or
/// `name[extra]==version`.
///
/// The environment is in `.tools/`; it is created again when the pinned version changes.
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

/// Chromium: the installed one, or as root on Debian, the distribution's package.
pub(crate) fn chromium() -> Result<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let installed = || names.into_iter().filter(|name| exists(name)).find_map(in_path);
    if let Some(found) = installed() {
        return Ok(found);
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
    installed().context("Debian's chromium was installed but does not start")
}

/// The path of a program, for programs that do not search `PATH` themselves.
fn in_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}
