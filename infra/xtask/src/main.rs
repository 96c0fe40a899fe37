//! The workshop: `cargo xtask <command>`. See `cargo xtask help`.

#![allow(clippy::print_stdout, reason = "a program whose output is for people")]

mod bench;
mod buckets;
mod closure;
mod look;
mod run;
mod schemathesis;
mod site;
mod tools;

use std::env;
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::run::{cargo, heading};

const HELP: &str = "\
cargo xtask <command>

  check     the developer's loop, under a minute: clippy and the unit tests
  test      every test, with real parts; fetches its own tools into .tools/
  ci        fmt, clippy, dependency checks, then the same as `test`
  closure   what the function links, against infra/xtask/function-closure.txt
  bench     site-gen and its topics against scikit-learn, the function's start and its warm request
            (bench PROFILES.jsonl SEED_PIPELINE.py; default: those in ../shared, if they are there)
  help      this text

Exit codes: 0 all is well, 1 something failed, 2 wrong usage.
With CI=true in the environment, a tool that cannot be had is a failure instead of a skip.";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["check"] => check(),
        ["test"] => test(),
        ["ci"] => ci(),
        ["closure"] => closure::check(),
        ["bench"] => bench::compare(None),
        ["bench", profiles, yardstick] => bench::compare(Some((profiles.into(), yardstick.into()))),
        ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn check() -> Result<()> {
    cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])?;
    cargo(&["test", "--workspace", "--exclude", "testsuite", "--lib", "--bins", "--quiet"])
}

fn test() -> Result<()> {
    heading("Unit, law and golden tests");
    cargo(&["test", "--workspace", "--exclude", "testsuite"])?;
    heading("Parquet, which a usual build leaves out");
    cargo(&["test", "-p", "profile-data", "--features", "parquet", "--test", "parquet"])?;
    heading("Stores, with a bucket");
    let mut skipped = Vec::new();
    skipped.extend(buckets::run()?);
    heading("The program and the functions, as they ship");
    cargo(&["build", "--release", "-p", "site-gen"])?;
    cargo(&["build", "--profile", "lambda", "-p", "classify", "--bin", "bootstrap"])?;
    cargo(&["build", "--profile", "lambda", "-p", "refresh", "--bin", "refresh"])?;
    heading("End-to-end tests");
    cargo(&["test", "-p", "testsuite"])?;
    heading("The API against its OpenAPI document");
    skipped.extend(schemathesis::run()?);
    heading("Pages in a browser");
    skipped.extend(look::run()?);
    heading("Result");
    if !skipped.is_empty() && tools::in_ci() {
        bail!("in CI every tool must be there; missing: {}", skipped.join("; "));
    }
    for reason in &skipped {
        println!("skipped: {reason}");
    }
    println!("xtask test: passed, {} skipped", skipped.len());
    Ok(())
}

fn ci() -> Result<()> {
    heading("Format");
    cargo(&["fmt", "--all", "--check"])?;
    heading("Clippy");
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    heading("Dependencies");
    closure::check()?;
    test()
}
