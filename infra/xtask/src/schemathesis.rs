//! Tests the preview server's API against its OpenAPI document, with schemathesis.

use std::process::Command;

use anyhow::Result;

use crate::run;
use crate::site::DemoSite;
use crate::tools::{SCHEMATHESIS, python_program};

/// Runs all checks against the demo. Returns the reason if the tool could not be fetched.
pub(crate) fn run() -> Result<Option<String>> {
    let schemathesis = match python_program(SCHEMATHESIS, "schemathesis") {
        Ok(program) => program,
        Err(error) => return Ok(Some(format!("schemathesis could not be fetched: {error:#}"))),
    };
    let site = DemoSite::start()?;
    let document = format!("{}/openapi.json", site.url);
    run::run(
        Command::new(schemathesis)
            .args(["--config-file", CONFIG, "run", &document])
            .args(ARGS)
            .env("SCHEMATHESIS_HOOKS", HOOKS),
    )?;
    Ok(None)
}

/// Allows 413 for a body over the limit, which a schema cannot express.
const CONFIG: &str = "functions/classify/schemathesis.toml";

/// Leaves out cases that a schema cannot decide.
const HOOKS: &str = "functions/classify/schemathesis_hooks.py";

/// All checks, on the same 200 examples per operation each time.
const ARGS: [&str; 5] = ["--checks", "all", "--max-examples", "200", "--seed=1"];
