//! Tools for developers and operators: `cargo xtask <command>`. See `cargo xtask help`.

#![allow(clippy::print_stdout, reason = "the output of this program is for people")]

mod aside;
mod ask;
mod bench;
mod browser;
mod closure;
mod deploy;
mod destroy;
mod elf;
mod eslint;
mod fetch;
mod format;
mod infra;
mod moto;
mod options;
mod package;
mod packages;
mod run;
mod schemathesis;
mod site;
mod structure;
mod terraform;
mod tools;
mod walk;
mod zip_file;

use std::env;
use std::ffi::OsStr;
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::aside::Aside;
use crate::options::WrongUsage;
use crate::run::{cargo, cargo_with, heading};
use crate::tools::{MOTO, python_program};

const HELP: &str = "\
cargo xtask <command>

  fetch     fetches the tools of the tests into .tools/ (and Debian's Chromium); `test` does the same
  check     in under a minute: rustfmt, structure, clippy, the unit tests, and ESLint if it has been fetched
  structure finds files that import each other in a circle, crates that depend on a higher layer
            (infra/xtask/layers.txt), long lines, and mod.rs files
  test      all tests, with the real programs; fetches its tools into .tools/
  ci        rustfmt, structure, clippy, dependency checks, then the same as `test`
  closure   compares the crates that the function links with infra/xtask/function-closure.txt
  bench     compares site-gen and its topics with scikit-learn, and measures the function's start and its warm
            requests (bench PROFILES.jsonl SEED_PIPELINE.py; default: those in ../shared, if they exist)
  browser   runs tests/browser in Chromium with the built site-gen, or only files whose paths contain a name
            [--debug] [name…] (--debug: target/debug instead of target/release; SITE_GEN: another program)
  eslint    runs ESLint on the site's scripts and on tests/browser
  lighthouse
            runs Lighthouse on three pages, as for a phone; same as `browser lighthouse` [--debug]
  infra     tests infra/ without AWS: CloudFront's function, checkov, Terraform with moto, the rights of every
            role, and `walk`
  walk      runs the walkthrough of infra/README.md, with moto instead of AWS
  package   builds the functions' zips for Lambda in target/package
            [--arch x86_64|arm64] [--model DIR] [--dry-run]
  deploy    creates a live site in an AWS account; see infra/README.md
            [--profiles FILE]… | [--model DIR], [--arch x86_64|arm64] [--state s3://bucket/key]
            [--terraform DIR] [--yes] [--dry-run]
  destroy   deletes the site and all its data, after you typed its name
            [--terraform DIR] [--yes] [--dry-run]
  help      prints this text

Exit codes: 0 success, 1 failure, 2 wrong usage.
With CI=true in the environment, a missing tool is a failure instead of a skip.";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let result = match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["fetch"] => fetch::command(),
        ["check"] => check(),
        ["test"] => test(),
        ["ci"] => ci(),
        ["structure"] => structure::check(),
        ["closure"] => closure::check(),
        ["bench"] => bench::compare(None),
        ["bench", profiles, yardstick] => bench::compare(Some((profiles.into(), yardstick.into()))),
        ["browser", options @ ..] => browser::command(options),
        ["eslint"] => eslint::command(),
        ["lighthouse", options @ ..] => browser::command(&[options, &["lighthouse"]].concat()),
        ["infra"] => infra::command(),
        ["walk"] => walk::command(),
        ["package", options @ ..] => package::command(options),
        ["deploy", options @ ..] => deploy::command(options),
        ["destroy", options @ ..] => destroy::command(options),
        ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            if error.is::<WrongUsage>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

fn check() -> Result<()> {
    format::check()?;
    structure::check()?;
    cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])?;
    eslint::lint_if_fetched()?;
    cargo(&["test", "--workspace", "--exclude", "tests", "--lib", "--bins", "--quiet"])
}

fn test() -> Result<()> {
    test_with(Aside::xtask("fetch")?)
}

/// All tests, while the tools are still being fetched.
fn test_with(tools: Aside) -> Result<()> {
    let mut skipped = Vec::new();
    heading("Unit, law and golden tests");
    cargo(&["build", "--workspace", "--exclude", "tests", "--tests"])?;
    // The tests that need a missing tool report it.
    tools.finish()?;
    let moto = python_program(MOTO, "moto_server");
    let env: Vec<(&str, &OsStr)> = match &moto {
        Ok(program) => vec![("MOTO_SERVER", program.as_os_str())],
        Err(error) => {
            skipped.push(format!("buckets; moto could not be fetched: {error:#}"));
            Vec::new()
        }
    };
    cargo_with(&env, &["test", "--workspace", "--exclude", "tests"])?;
    heading("Moved bounds of the levels: pages, charts, words and the function follow; Parquet");
    let features = ["--features", "site/moved-level-bounds,profile-data/parquet"];
    let tests = ["--test", "level_bounds", "--test", "parquet"];
    let packages = ["-p", "site", "-p", "classify", "-p", "profile-data"];
    cargo(&[&["test"], &packages[..], &features, &tests].concat())?;
    heading("Release builds of the program and the functions");
    // In one build, so that the crates that both need are built once.
    cargo(&["build", "--release", "-p", "site-gen", "-p", "refresh", "--bins"])?;
    cargo(&["build", "--profile", "lambda", "-p", "classify", "--bin", "bootstrap"])?;
    // Terraform sleeps for minutes between its requests.
    let infra = Aside::xtask("infra")?;
    heading("End-to-end tests");
    cargo_with(&env, &["test", "-p", "tests"])?;
    heading("The API against its OpenAPI document");
    skipped.extend(schemathesis::run()?);
    heading("Pages in a browser");
    skipped.extend(browser::run_all()?);
    let not_in_infra = infra.finish()?;
    heading("Lighthouse, alone");
    skipped.extend(browser::lighthouse()?);
    heading("Result");
    if !skipped.is_empty() && tools::in_ci() {
        bail!("in CI all tools are required; missing: {}", skipped.join("; "));
    }
    skipped.extend(not_in_infra);
    for reason in &skipped {
        println!("skipped: {reason}");
    }
    println!("xtask test: passed, {} skipped", skipped.len());
    Ok(())
}

fn ci() -> Result<()> {
    let tools = Aside::xtask("fetch")?;
    heading("Format");
    format::check()?;
    heading("Structure");
    structure::check()?;
    heading("Clippy");
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    heading("Dependencies");
    closure::check()?;
    test_with(tools)
}
