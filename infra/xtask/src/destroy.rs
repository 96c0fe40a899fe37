//! `cargo xtask destroy`: deletes the site and all its data.

use anyhow::{Context, Result};

use crate::ask;
use crate::deploy::{account, folder};
use crate::options::Options;
use crate::run::heading;
use crate::terraform::{Terraform, text_of};
use crate::tools::aws;

/// Allows Terraform to delete buckets that are not empty; this must be applied before they are deleted.
const ALLOW_DELETION: [&str; 6] = [
    "apply",
    "-auto-approve",
    "-no-color",
    "-var=force_destroy=true",
    "-target=aws_s3_bucket.releases",
    "-target=aws_s3_bucket.profiles",
];

const DESTROY: [&str; 4] = ["destroy", "-auto-approve", "-no-color", "-var=force_destroy=true"];

/// Terraform hashes the zips even to destroy, and after `cargo clean` there are none. Any existing file
/// works.
const IN_PLACE_OF_ZIPS: &str = "versions.tf";

/// The command.
pub(crate) fn command(args: &[&str]) -> Result<()> {
    let options = Options::parse(args, &["--terraform"], &["--dry-run", "--yes"])?;
    let terraform = Terraform::on(&folder(&options))?
        .env("TF_VAR_classify_zip", IN_PLACE_OF_ZIPS)
        .env("TF_VAR_refresh_zip", IN_PLACE_OF_ZIPS);
    if options.has("--dry-run") {
        println!("would ask for the site's name, then run:");
        println!("{}", terraform.shown(&ALLOW_DELETION));
        println!("{}", terraform.shown(&DESTROY));
        return Ok(());
    }
    heading("To be deleted");
    account(&aws()?).context("no AWS account; set AWS_PROFILE, or run `aws configure`")?;
    let outputs = terraform.outputs()?;
    let name = text_of(&outputs, "name").context("nothing to destroy here")?;
    println!("{}: all its addresses, permanently", text_of(&outputs, "site_url")?);
    println!("{}: all releases, with all versions", text_of(&outputs, "releases_uri")?);
    println!("{}: all profiles, with all versions", text_of(&outputs, "profiles_uri")?);
    if !options.has("--yes") {
        ask::expect(&name, "This cannot be undone. Which site do you want to delete?")?;
    }
    terraform.run(&ALLOW_DELETION)?;
    terraform.run(&DESTROY)
}
