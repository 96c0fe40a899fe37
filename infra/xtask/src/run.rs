//! Runs other programs, and prints their command lines.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// The top of the repository.
pub(crate) fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest).to_owned()
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Prints a line before a step, with the time since the start.
pub(crate) fn heading(text: &str) {
    static START: OnceLock<Instant> = OnceLock::new();
    let seconds = START.get_or_init(Instant::now).elapsed().as_secs();
    println!("\n== {text} (at {}:{:02})", seconds / 60, seconds % 60);
}

/// Runs cargo at the top of the repository, as a shell would.
///
/// `cargo run` sets variables about xtask's package, which `ring`'s build script watches. They are removed
/// here, because otherwise `ring` and its dependents would be rebuilt, here and in the next build from a
/// shell.
pub(crate) fn cargo(args: &[&str]) -> Result<()> {
    cargo_with(&[], args)
}

/// The same with these environment variables.
pub(crate) fn cargo_with(vars: &[(&str, &OsStr)], args: &[&str]) -> Result<()> {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).envs(vars.iter().copied());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    run(&mut command)
}

/// Runs a program at the top of the repository. Its output is not captured; failure is an error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    println!("$ {shown}");
    let status = command.current_dir(root()).stdin(Stdio::null()).status();
    let status = status.with_context(|| format!("{shown}: cannot be started"))?;
    if !status.success() {
        bail!("{shown}: {status}");
    }
    Ok(())
}

/// Runs a program at the top of the repository and returns its output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command.current_dir(root()).stdin(Stdio::null()).output();
    let output = output.with_context(|| format!("{shown}: cannot be started"))?;
    if !output.status.success() {
        bail!("{shown}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program can be started.
pub(crate) fn exists(program: impl AsRef<OsStr>) -> bool {
    let probe = Command::new(program).arg("--version").stdin(Stdio::null()).output();
    probe.is_ok_and(|output| output.status.success())
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words =
        std::iter::once(program).chain(command.get_args()).map(|word| word.to_string_lossy().into_owned());
    words.collect::<Vec<String>>().join(" ")
}
