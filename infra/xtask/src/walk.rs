//! `cargo xtask walk`: the newcomer's walk through infra/README.md, with moto in place of AWS.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::moto::Moto;
use crate::run::{root, run, target};
use crate::terraform::{copy, providers_of_machine};

/// Runs `infra/walkthrough.sh` on a copy of the configuration, with an environment in which moto is AWS.
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
