//! The preview server's API against its OpenAPI document, by schemathesis.

use std::process::Command;

use anyhow::Result;

use crate::run;
use crate::site::DemoSite;
use crate::tools::{SCHEMATHESIS, python_program};

/// Runs every check against the demo. Returns why nothing was run, if the tool could not be fetched.
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

/// Says that a body over the limit may be answered with 413, which a schema cannot.
const CONFIG: &str = "functions/classify/schemathesis.toml";

/// Leaves out what a schema cannot decide.
const HOOKS: &str = "functions/classify/schemathesis_hooks.py";

/// Every check on 200 examples an operation, the same ones each time.
const ARGS: [&str; 5] = ["--checks", "all", "--max-examples", "200", "--seed=1"];
