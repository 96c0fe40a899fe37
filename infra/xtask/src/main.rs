//! The workshop: `cargo xtask <command>`. See `cargo xtask help`.

#![allow(clippy::print_stdout, reason = "a program whose output is for people")]

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

  fetch     the tools of the tests, into .tools/ (and Debian's Chromium); `test` does it by itself
  check     in under a minute: rustfmt, structure, clippy, the unit tests, and ESLint if it has been fetched
  structure no circles between files, crates that depend only downwards (infra/xtask/layers.txt), lines that fit
  test      every test, with real parts; fetches its own tools into .tools/
  ci        rustfmt, structure, clippy, dependency checks, then the same as `test`
  closure   what the function links, against infra/xtask/function-closure.txt
  bench     site-gen and its topics against scikit-learn, the function's start and its warm request
            (bench PROFILES.jsonl SEED_PIPELINE.py; default: those in ../shared, if they are there)
  browser   the pages in Chromium, with the site-gen that is built: tests/browser, or only files with such names
            [--debug] [name…] (--debug: target/debug instead of target/release; SITE_GEN names another)
  eslint    ESLint on the site's scripts and on tests/browser
  lighthouse
            Lighthouse on three pages, as for a phone; `browser lighthouse` [--debug]
  infra     infra/ without AWS: CloudFront's function, checkov, Terraform onto moto, every role's rights, and the walk
  walk      the newcomer's walk through infra/README.md, with moto in place of AWS
  package   the functions' zips into target/package, fit for Lambda
            [--arch x86_64|arm64] [--model DIR] [--dry-run]
  deploy    from an AWS account to a live site; infra/README.md says what it does
            [--profiles FILE]… | [--model DIR], [--arch x86_64|arm64] [--state s3://bucket/key]
            [--terraform DIR] [--yes] [--dry-run]
  destroy   the site and everything it holds, gone, once you typed its name
            [--terraform DIR] [--yes] [--dry-run]
  help      this text

Exit codes: 0 all is well, 1 something failed, 2 wrong usage.
With CI=true in the environment, a tool that cannot be had is a failure instead of a skip.";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
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
    match done {
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

/// Every test, while the tools are still being fetched.
fn test_with(tools: Aside) -> Result<()> {
    let mut skipped = Vec::new();
    heading("Unit, law and golden tests");
    cargo(&["build", "--workspace", "--exclude", "tests", "--tests"])?;
    // What could not be fetched is said by whoever needs it.
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
    heading("Parquet, which a usual build leaves out");
    cargo(&["test", "-p", "profile-data", "--features", "parquet", "--test", "parquet"])?;
    heading("The program and the functions, as they ship");
    cargo(&["build", "--release", "-p", "site-gen"])?;
    cargo(&["build", "--release", "-p", "refresh", "--bin", "refresh"])?;
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
    heading("Lighthouse, when nothing else runs");
    skipped.extend(browser::lighthouse()?);
    heading("Result");
    if !skipped.is_empty() && tools::in_ci() {
        bail!("in CI every tool must be there; missing: {}", skipped.join("; "));
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
