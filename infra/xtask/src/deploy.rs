//! `cargo xtask deploy`: from an AWS account to a live site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::ask;
use crate::options::{Options, wrong_value};
use crate::package::{self, Package, zip_of};
use crate::run::{cargo, heading, output, run, target};
use crate::terraform::{Terraform, text_of};
use crate::tools::aws;

/// Options of `deploy` that take a value.
const WITH_VALUE: [&str; 5] = ["--arch", "--model", "--profiles", "--state", "--terraform"];

/// AWS's limit of concurrent calls in a new account. AWS requires that this many stay unreserved.
const UNRESERVED_CONCURRENCY: u64 = 10;

/// The source of the first release.
enum First {
    /// A model as `train` wrote it.
    Model(PathBuf),
    /// Profiles, which are copied to the bucket too, for later refreshes.
    Profiles(Vec<PathBuf>),
    /// Synthetic people, unless a release is live.
    Sample,
}

/// The command.
pub(crate) fn command(args: &[&str]) -> Result<()> {
    let options = Options::parse(args, &WITH_VALUE, &["--dry-run", "--yes"])?;
    let architecture = package::architecture(&options)?;
    let first = first(&options)?;
    let dry_run = options.has("--dry-run");
    let folder = folder(&options);

    heading("Requirements");
    let terraform = Terraform::on(&folder)?.env("TF_VAR_architecture", architecture.name());
    let aws = aws().context("AWS's command line is needed (https://aws.amazon.com/cli/)")?;
    let account = account(&aws);
    if let Err(error) = &account {
        ensure!(dry_run, "no AWS account: {error:#}\nSet AWS_PROFILE, or run `aws configure`.");
        println!("no AWS account, so commands are only printed");
    }
    let mut terraform = with_zips(terraform);
    if account.is_ok() && reserves_nothing(&aws) {
        println!(
            "this account allows {UNRESERVED_CONCURRENCY} concurrent calls and no reservation: \
             refreshes may run at the same time"
        );
        terraform = terraform.env("TF_VAR_refresh_reserved_concurrency", "-1");
    }

    let model = options.value("--model").map(Path::new);
    let zips = package::build(Package { architecture, model, dry_run })?;

    heading("Infrastructure");
    if let Some(uri) = options.value("--state") {
        keep_state_in(&terraform, uri, dry_run)?;
    }
    let plan = folder.join("deploy.tfplan").display().to_string();
    let out = format!("-out={plan}");
    let (init, planned, apply) =
        (["init", "-no-color"], ["plan", "-no-color", out.as_str()], ["apply", "-no-color", plan.as_str()]);
    if dry_run {
        return dry_infrastructure(&terraform, account.is_ok(), &zips, [&init, &planned, &apply], &first);
    }
    terraform.run(&init)?;
    terraform.run(&planned)?;
    if !options.has("--yes") {
        ask::expect("yes", "Create all of the above in your account?")?;
    }
    terraform.run(&apply)?;
    fs::remove_file(&plan)?;

    let outputs = terraform.outputs()?;
    publish(&aws, &outputs, &first)?;
    heading("Live");
    println!("{}", text_of(&outputs, "site_url")?);
    println!("CloudFront needs a few minutes until the site is available everywhere.");
    Ok(())
}

/// The folder of the configuration and its state.
pub(crate) fn folder(options: &Options) -> PathBuf {
    options.value("--terraform").map_or_else(Terraform::default_folder, PathBuf::from)
}

/// Passes the paths of the zips to Terraform.
fn with_zips(terraform: Terraform) -> Terraform {
    terraform
        .env("TF_VAR_classify_zip", zip_of("classify").display().to_string())
        .env("TF_VAR_refresh_zip", zip_of("refresh").display().to_string())
}

fn first(options: &Options) -> Result<First> {
    let profiles: Vec<PathBuf> = options.values("--profiles").map(PathBuf::from).collect();
    let first = match options.value("--model") {
        Some(model) if !profiles.is_empty() => {
            return Err(wrong_value("--model", model, "--model and --profiles exclude each other"));
        }
        Some(model) => First::Model(model.into()),
        None if profiles.is_empty() => First::Sample,
        None => First::Profiles(profiles),
    };
    // Checked first, before any resource is created.
    let needed = match &first {
        First::Model(model) => vec![model.join("model.bin")],
        First::Profiles(files) => files.clone(),
        First::Sample => Vec::new(),
    };
    for file in needed {
        ensure!(file.is_file(), "{}: no such file", file.display());
    }
    Ok(first)
}

/// The account of the credentials.
pub(crate) fn account(aws: &Path) -> Result<String> {
    let args = ["sts", "get-caller-identity", "--query", "Account", "--output", "text"];
    let account = output(Command::new(aws).args(args))?.trim().to_owned();
    println!("AWS account {account}");
    Ok(account)
}

/// Whether the account is so new that no concurrency can be reserved. Without an answer, it is assumed that
/// it can.
fn reserves_nothing(aws: &Path) -> bool {
    let query = "AccountLimit.ConcurrentExecutions";
    let args = ["lambda", "get-account-settings", "--query", query, "--output", "text"];
    let limit = output(Command::new(aws).args(args)).ok().and_then(|text| text.trim().parse::<u64>().ok());
    limit.is_some_and(|limit| limit <= UNRESERVED_CONCURRENCY)
}

/// Makes Terraform keep its state in a bucket, now and in every later run.
fn keep_state_in(terraform: &Terraform, uri: &str, dry_run: bool) -> Result<()> {
    let location = uri.strip_prefix("s3://").and_then(|rest| rest.split_once('/'));
    let Some((bucket, key)) = location.filter(|(bucket, key)| !bucket.is_empty() && !key.is_empty()) else {
        return Err(wrong_value("--state", uri, "s3://bucket/key of an existing bucket"));
    };
    let file = terraform.folder().join("backend_override.tf");
    if dry_run {
        println!("would write: {}", file.display());
        return Ok(());
    }
    let text = format!(
        "terraform {{\n  backend \"s3\" {{\n    bucket       = \"{bucket}\"\n    \
         key          = \"{key}\"\n    encrypt      = true\n    use_lockfile = true\n  }}\n}}\n"
    );
    fs::write(&file, text).with_context(|| file.display().to_string())
}

/// Prints the commands, and runs `terraform plan` if possible.
fn dry_infrastructure(
    terraform: &Terraform,
    account: bool,
    zips: &[PathBuf],
    commands: [&[&str]; 3],
    first: &First,
) -> Result<()> {
    for command in commands {
        println!("would run: {}", terraform.shown(command));
    }
    if account && zips.iter().all(|zip| zip.is_file()) {
        terraform.run(commands[0])?;
        terraform.run(&["plan", "-no-color"])?;
    } else {
        println!("not planned: a plan needs an AWS account, and the zips of `cargo xtask package`");
    }
    heading("First release");
    match first {
        First::Model(model) => {
            println!("would run: site-gen publish --model {} --to RELEASES --base-url SITE", model.display());
        }
        First::Profiles(files) => {
            for file in files {
                println!("would copy {} to PROFILES", file.display());
            }
            println!("would run: site-gen refresh --profiles … --to RELEASES --base-url SITE");
        }
        First::Sample => println!("would do the same with synthetic people, unless a release is live"),
    }
    Ok(())
}

/// Publishes the first release, and copies the profiles to the bucket for later refreshes.
fn publish(aws: &Path, outputs: &serde_json::Value, first: &First) -> Result<()> {
    heading("First release");
    let (releases, site) = (text_of(outputs, "releases_uri")?, text_of(outputs, "site_url")?);
    let to = ["--to", releases.as_str(), "--base-url", site.as_str()];
    let profiles = match first {
        First::Model(model) => {
            build_site_gen()?;
            return run(site_gen().arg("publish").arg("--model").arg(model).args(to));
        }
        First::Profiles(files) => {
            build_site_gen()?;
            files.clone()
        }
        First::Sample if is_live(aws, &releases) => {
            println!("a release is live and is kept; use --profiles or --model to publish another");
            return Ok(());
        }
        First::Sample => {
            build_site_gen()?;
            vec![sample()?]
        }
    };
    let seed = text_of(outputs, "refresh_seed")?;
    let mut refresh = site_gen();
    refresh.arg("refresh").arg("--profiles").args(&profiles).args(to).args(["--seed", &seed]);
    run(&mut refresh)?;
    // After the release, so that the function, which each file starts, has nothing to do.
    let bucket = text_of(outputs, "profiles_uri")?;
    for file in &profiles {
        run(Command::new(aws).args(["s3", "cp", "--no-progress"]).arg(file).arg(&bucket))?;
    }
    Ok(())
}

fn is_live(aws: &Path, releases: &str) -> bool {
    output(Command::new(aws).args(["s3", "ls", &format!("{releases}/current.json")])).is_ok()
}

fn sample() -> Result<PathBuf> {
    let file = target().join("package/sample.jsonl");
    run(site_gen().args(["sample", "--profiles", "2000", "--seed", "1", "--out"]).arg(&file))?;
    Ok(file)
}

fn build_site_gen() -> Result<()> {
    cargo(&["build", "--release", "-p", "site-gen"])
}

fn site_gen() -> Command {
    Command::new(target().join("release/site-gen"))
}
