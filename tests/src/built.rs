//! Builds the programs under test in their release profiles.

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

/// The function's binary in its release profile.
pub fn bootstrap() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        build(&["--profile", "lambda", "-p", "classify", "--bin", "bootstrap"], "lambda/bootstrap")
    })
}

/// The scheduled refresh in its release profile.
pub fn refresh() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        // Both packages, for the features that `site-gen` is built with.
        build(&["--release", "-p", "site-gen", "-p", "refresh", "--bin", "refresh"], "release/refresh")
    })
}

/// The smallest possible function, in the same profile as ours.
pub fn bare_function() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        build(&["--profile", "lambda", "-p", "classify", "--example", "bare"], "lambda/examples/bare")
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
    let mut build = Command::new(cargo);
    build.arg("build").args(args).current_dir(root());
    // Cargo sets variables about this package, which `ring`'s build script watches. They are removed here,
    // because otherwise `ring` and its dependents would be rebuilt, here and in the next build from a shell.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            build.env_remove(&name);
        }
    }
    let status = build.status().expect("cargo starts");
    assert!(status.success(), "cargo build {args:?} failed");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(artifact)
}
