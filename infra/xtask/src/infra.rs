//! `cargo xtask infra`: tests the infrastructure without AWS.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::moto::Moto;
use crate::run::{exists, heading, output, root, run, target};
use crate::terraform::{Terraform, copy, providers_of_machine};
use crate::tools::{self, CHECKOV, python_program};
use crate::walk;
use crate::zip_file::{Kind, zipped};

/// The tests that were skipped, with reasons.
#[derive(Debug, Default)]
struct Skipped {
    /// Missing tools that registries have; in CI these are failures.
    missing: Vec<String>,
    /// Missing tools that no registry has: Terraform and its provider. These are no failures, even in CI.
    absent: Vec<String>,
}

/// Runs all tests.
fn run_all() -> Result<Skipped> {
    let mut skipped = Skipped::default();
    heading("CloudFront's function");
    skipped.missing.extend(edge_function()?);
    heading("Security checks with checkov");
    skipped.missing.extend(checkov()?);
    heading("Terraform with moto, and the rights of every role");
    match terraform_on_moto()? {
        TestResult::Passed => {
            heading("The newcomer's walk through infra/README.md");
            walk::command()?;
        }
        TestResult::Missing(reason) => skipped.missing.push(reason),
        TestResult::Absent(reason) => skipped.absent.push(reason),
    }
    Ok(skipped)
}

/// The command.
pub(crate) fn command() -> Result<()> {
    let skipped = run_all()?;
    ensure!(
        skipped.missing.is_empty() || !tools::in_ci(),
        "in CI all tools are required; missing: {}",
        skipped.missing.join("; ")
    );
    for reason in skipped.missing.iter().chain(&skipped.absent) {
        println!("skipped: {reason}");
    }
    Ok(())
}

/// All options that are off by default, in another region, so that these are planned at least.
const EVERYTHING_ON: [&str; 10] = [
    "-var=region=eu-central-1",
    "-var=architecture=arm64",
    "-var=alarm_email=ops@example.org",
    "-var=waf_rate_limit=100",
    "-var=domain_name=roadmap.example.org",
    "-var=certificate_arn=\
     arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
    "-var=hosted_zone_id=Z0000000000000",
    "-var=refresh_cron=cron(30 3 ? * SUN *)",
    "-var=encrypt_alarms=false",
    "-var=refresh_reserved_concurrency=-1",
];

fn edge_function() -> Result<Option<String>> {
    if !exists("node") {
        return Ok(Some(
            "CloudFront's function was not tested: Node.js 20 or newer is not installed".to_owned(),
        ));
    }
    run(Command::new("node").args(["--test", "infra/terraform/functions/"]))?;
    Ok(None)
}

/// Every finding is fixed, or skipped in the file with a reason; a skip without a reason is an error.
fn checkov() -> Result<Option<String>> {
    let checkov = match python_program(CHECKOV, "checkov") {
        Ok(program) => program,
        Err(error) => return Ok(Some(format!("checkov could not be fetched: {error:#}"))),
    };
    for file in terraform_files(&Terraform::default_folder())? {
        let text = fs::read_to_string(&file)?;
        for (number, line) in text.lines().enumerate() {
            let Some(skip) = line.trim().strip_prefix("#checkov:skip=") else { continue };
            let reason = skip.split_once(':').map_or("", |(_, reason)| reason.trim());
            ensure!(reason.len() > 20, "{}:{}: a skip without a reason", file.display(), number + 1);
        }
    }
    // Without --skip-download it requests texts about its checks from a service.
    let args = ["--directory", "infra/terraform", "--framework", "terraform", "--compact", "--quiet"];
    let report = output(Command::new(checkov).args(args).arg("--skip-download"))?;
    println!("{}", report.lines().find(|line| line.starts_with("Passed checks")).unwrap_or_default());
    Ok(None)
}

fn terraform_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if path.is_dir() && !hidden {
            files.extend(terraform_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "tf") {
            files.push(path);
        }
    }
    Ok(files)
}

enum TestResult {
    Passed,
    Missing(String),
    Absent(String),
}

fn terraform_on_moto() -> Result<TestResult> {
    let work = target().join("infra");
    let terraform = match copy(&work).and_then(|folder| on_machine(&folder, &work)) {
        Ok(terraform) => terraform,
        Err(error) => {
            return Ok(TestResult::Absent(format!("the infrastructure was not applied: {error:#}")));
        }
    };
    terraform.run(&["fmt", "-check", "-recursive"])?;
    if let Err(error) = terraform.output(&["init", "-no-color"]) {
        return Ok(TestResult::Absent(format!(
            "the infrastructure was not applied: Terraform finds no AWS provider (TF_PLUGIN_MIRROR may name \
             a folder with it): {error:#}"
        )));
    }
    terraform.run(&["validate", "-no-color"])?;
    if let Err(error) = Moto::fetch() {
        return Ok(TestResult::Missing(format!("moto could not be fetched: {error:#}")));
    }
    let moto = Moto::start(&work.join("moto.log"))?;
    let mut terraform = terraform;
    for (name, value) in moto.environment() {
        terraform = terraform.env(name, value);
    }
    let zip = work.join("function.zip");
    fs::write(&zip, zipped(&[("bootstrap", Kind::Program, b"#!/bin/sh\n".to_vec())])?)?;
    for name in ["TF_VAR_classify_zip", "TF_VAR_refresh_zip"] {
        terraform = terraform.env(name, zip.display().to_string());
    }
    let plan = terraform.output(&[&["plan", "-no-color"], &EVERYTHING_ON[..]].concat())?;
    println!("with all options: {}", last_line(&plan, "Plan:"));
    println!("applying takes a minute or two, because the provider waits for S3 and SQS");
    println!("{}", last_line(&terraform.output(&["apply", "-auto-approve", "-no-color"])?, "Apply complete"));
    let state = work.join("state.json");
    fs::write(&state, terraform.output(&["show", "-json"])?)?;
    run(Command::new("python3").arg(root().join("infra/tests/check_roles.py")).arg(&state))?;
    run(Command::new("python3").arg(root().join("infra/tests/check_promises.py")).arg(&state))?;
    println!(
        "{}",
        last_line(&terraform.output(&["destroy", "-auto-approve", "-no-color"])?, "Destroy complete")
    );
    Ok(TestResult::Passed)
}

fn last_line<'a>(text: &'a str, start: &str) -> &'a str {
    text.lines().rev().find(|line| line.starts_with(start)).unwrap_or_default()
}

/// Terraform on a folder, with the providers of this machine, if any.
fn on_machine(folder: &Path, work: &Path) -> Result<Terraform> {
    let terraform = Terraform::on(folder)?;
    Ok(match providers_of_machine(work)? {
        Some(config) => terraform.env("TF_CLI_CONFIG_FILE", config.display().to_string()),
        None => terraform,
    })
}
