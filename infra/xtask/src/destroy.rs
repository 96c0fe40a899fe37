//! `cargo xtask destroy`: the site and everything it holds, gone.

use anyhow::{Context, Result};

use crate::ask;
use crate::deploy::{account, folder};
use crate::options::Options;
use crate::run::heading;
use crate::terraform::{Terraform, text_of};
use crate::tools::aws;

/// Buckets must be told, while they exist, that they may go with what is in them.
const LET_GO: [&str; 6] = [
    "apply",
    "-auto-approve",
    "-no-color",
    "-var=force_destroy=true",
    "-target=aws_s3_bucket.releases",
    "-target=aws_s3_bucket.profiles",
];

const DESTROY: [&str; 4] = ["destroy", "-auto-approve", "-no-color", "-var=force_destroy=true"];

/// Terraform hashes the zips even to destroy, and after `cargo clean` there are none. Any file will do; this one is there.
const IN_PLACE_OF_ZIPS: &str = "versions.tf";

/// The command.
pub(crate) fn command(args: &[&str]) -> Result<()> {
    let options = Options::parse(args, &["--terraform"], &["--dry-run", "--yes"])?;
    let terraform = Terraform::on(&folder(&options))?
        .env("TF_VAR_classify_zip", IN_PLACE_OF_ZIPS)
        .env("TF_VAR_refresh_zip", IN_PLACE_OF_ZIPS);
    if options.has("--dry-run") {
        println!("would ask for the site's name, then run:");
        println!("{}", terraform.shown(&LET_GO));
        println!("{}", terraform.shown(&DESTROY));
        return Ok(());
    }
    heading("What would go");
    account(&aws()?).context("no AWS account; set AWS_PROFILE, or run `aws configure`")?;
    let outputs = terraform.outputs()?;
    let name = text_of(&outputs, "name").context("nothing to destroy here")?;
    println!("{}: every address of it, for good", text_of(&outputs, "site_url")?);
    println!("{}: every release, with all versions", text_of(&outputs, "releases_uri")?);
    println!("{}: every profile, with all versions", text_of(&outputs, "profiles_uri")?);
    if !options.has("--yes") {
        ask::expect(&name, "This cannot be taken back. Which site shall go?")?;
    }
    terraform.run(&LET_GO)?;
    terraform.run(&DESTROY)
}
