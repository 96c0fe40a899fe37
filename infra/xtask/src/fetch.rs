//! `cargo xtask fetch`: the tools of the tests, in advance.

use std::path::PathBuf;

use anyhow::Result;

use crate::packages::packages;
use crate::tools::{CHECKOV, MOTO, SCHEMATHESIS, aws, chromium, python_program};

/// Everything that the tests fetch, in advance. What cannot be had is said, and is no failure here: whoever needs it tries again.
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
            Ok(_) => println!("{name}: there"),
            Err(error) => println!("{name}: not fetched: {error:#}"),
        }
    }
    Ok(())
}
