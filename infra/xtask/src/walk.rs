//! `cargo xtask walk`: the walkthrough of infra/README.md, with moto instead of AWS.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::moto::Moto;
use crate::run::{root, run, target};
use crate::terraform::{copy, providers_of_machine};

/// Runs `infra/walkthrough.sh` on a copy of the configuration, with moto instead of AWS.
pub(crate) fn command() -> Result<()> {
    let work = target().join("walk");
    fs::create_dir_all(&work)?;
    let moto = Moto::start(&work.join("moto.log"))?;
    let mut walk = Command::new("bash");
    walk.arg(root().join("infra/walkthrough.sh")).envs(moto.environment());
    walk.env("TERRAFORM_FOLDER", copy(&work)?);
    if let Some(config) = providers_of_machine(&work)? {
        walk.env("TF_CLI_CONFIG_FILE", config);
    }
    run(&mut walk)
}
