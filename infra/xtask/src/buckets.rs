//! The stores' suite with S3 on this machine, by moto.

use anyhow::Result;

use crate::run::cargo_with;
use crate::tools::{MOTO, python_program};

/// Runs the suite, without buckets where moto could not be fetched. Returns why it was not.
pub(crate) fn run() -> Result<Option<String>> {
    let test = ["test", "-p", "artifact-store", "--features", "s3"];
    match python_program(MOTO, "moto_server") {
        Ok(moto) => cargo_with(&[("MOTO_SERVER", moto.as_os_str())], &test).map(|()| None),
        Err(error) => {
            cargo_with(&[], &test)?;
            Ok(Some(format!("buckets; moto could not be fetched: {error:#}")))
        }
    }
}
