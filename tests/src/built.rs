//! The programs under test, built as they ship.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The top of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is in the repository")
}

/// The release build of `site-gen`.
pub fn site_gen() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| build(&["--release", "-p", "site-gen"], "release/site-gen"))
}

/// The function's binary in the profile it ships in.
pub fn bootstrap() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        build(&["--profile", "lambda", "-p", "classify", "--bin", "bootstrap"], "lambda/bootstrap")
    })
}

/// The stand-in for Gemini.
pub fn gemini_stand_in() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        build(&["-p", "web-services", "--example", "gemini_stand_in"], "debug/examples/gemini_stand_in")
    })
}

fn build(args: &[&str], artifact: &str) -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status =
        Command::new(cargo).arg("build").args(args).current_dir(root()).status().expect("cargo starts");
    assert!(status.success(), "cargo build {args:?} failed");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(artifact)
}
