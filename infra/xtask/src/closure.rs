//! Compares the crates that the function links with a list, so that it stays small and starts fast.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::run::{output, root};

const LIST: &str = "infra/xtask/function-closure.txt";

/// Crates that inference must not depend on: runtimes, threads, randomness, the fit.
const NOT_IN_MODEL: [&str; 7] = ["tokio", "rayon", "rand", "ndarray", "nalgebra", "hyper", "career-training"];

/// Fails when the function or the model depends on another crate.
pub(crate) fn check() -> Result<()> {
    let allowed: BTreeSet<String> = fs::read_to_string(root().join(LIST))?
        .lines()
        .filter_map(|line| line.split('#').next())
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    let linked = dependencies("classify")?;
    let unknown: Vec<&String> = linked.difference(&allowed).collect();
    if !unknown.is_empty() {
        bail!(
            "the function links crates that are not in {LIST}: {unknown:?}\n\
             If they are worth their size, add them there, with the reason as a comment."
        );
    }
    let gone: Vec<&String> = allowed.difference(&linked).collect();
    if !gone.is_empty() {
        bail!("{LIST} names crates that the function no longer links: {gone:?}\nRemove them.");
    }
    let model = dependencies("career-model")?;
    if let Some(heavy) = NOT_IN_MODEL.into_iter().find(|name| model.contains(*name)) {
        bail!("career-model depends on {heavy}; inference has no I/O, no threads and no randomness");
    }
    println!("the function links {} crates, all of them allowed; career-model {}", linked.len(), model.len());
    Ok(())
}

/// The names of all crates that a package links on Linux, including itself.
pub(crate) fn dependencies(package: &str) -> Result<BTreeSet<String>> {
    let args = [
        "tree",
        "--locked",
        "-p",
        package,
        "-e",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ];
    let tree = output(Command::new("cargo").args(args))?;
    Ok(tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}
