//! `cargo xtask fetch`: the tools of the tests, in advance.

use std::path::PathBuf;

use anyhow::Result;

use crate::packages::packages;
use crate::tools::{CHECKOV, MOTO, SCHEMATHESIS, aws, chromium, python_program};

/// Fetches all tools of the tests. A failure is only printed, because the tests that need a tool fetch it
/// again.
pub(crate) fn command() -> Result<()> {
    let tools: [(&str, Result<PathBuf>); 6] = [
        ("moto", python_program(MOTO, "moto_server")),
        ("packages of tests/browser", packages()),
        ("Chromium", chromium()),
        ("schemathesis", python_program(SCHEMATHESIS, "schemathesis")),
        ("checkov", python_program(CHECKOV, "checkov")),
        ("AWS's command line", aws()),
    ];
    for (name, fetched) in tools {
        match fetched {
            Ok(_) => println!("{name}: available"),
            Err(error) => println!("{name}: not fetched: {error:#}"),
        }
    }
    Ok(())
}
