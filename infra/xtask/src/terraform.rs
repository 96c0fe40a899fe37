//! Runs Terraform or OpenTofu.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{exists, output, root, run};

/// Terraform on one folder of configuration.
#[derive(Clone, Debug)]
pub(crate) struct Terraform {
    program: &'static str,
    folder: PathBuf,
    environment: Vec<(String, String)>,
}

impl Terraform {
    /// Terraform, or else OpenTofu, on a folder; relative ones are the repository's.
    pub(crate) fn on(folder: &Path) -> Result<Terraform> {
        let Some(program) = ["terraform", "tofu"].into_iter().find(|name| exists(name)) else {
            bail!("neither terraform nor tofu is installed; install one of them, version 1.6 or later");
        };
        Ok(Terraform { program, folder: root().join(folder), environment: Vec::new() })
    }

    /// The repository's configuration.
    pub(crate) fn default_folder() -> PathBuf {
        root().join("infra/terraform")
    }

    /// Sets a variable of the environment for every run.
    pub(crate) fn env(mut self, name: &str, value: impl Into<String>) -> Terraform {
        self.environment.push((name.to_owned(), value.into()));
        self
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(self.program);
        command.arg(format!("-chdir={}", self.folder.display())).args(args);
        command.env("TF_IN_AUTOMATION", "1").env("TF_INPUT", "0");
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Runs it, its output passing through.
    pub(crate) fn run(&self, args: &[&str]) -> Result<()> {
        run(&mut self.command(args))
    }

    /// Runs it and returns what it printed.
    pub(crate) fn output(&self, args: &[&str]) -> Result<String> {
        output(&mut self.command(args))
    }

    /// The command line.
    pub(crate) fn shown(&self, args: &[&str]) -> String {
        format!("{} -chdir={} {}", self.program, self.folder.display(), args.join(" "))
    }

    /// The outputs of the applied configuration.
    pub(crate) fn outputs(&self) -> Result<serde_json::Value> {
        let text = self.output(&["output", "-json"])?;
        serde_json::from_str(&text).context("terraform output -json")
    }
}

/// The text of an output.
pub(crate) fn text_of(outputs: &serde_json::Value, name: &str) -> Result<String> {
    let text = outputs[name]["value"].as_str();
    text.map(str::to_owned)
        .with_context(|| format!("terraform has no output {name}; has the configuration been applied?"))
}

/// A folder with providers, for machines that cannot reach a registry: `TF_PLUGIN_MIRROR`, or `tf-plugins` in
/// a usual folder.
fn provider_mirror() -> Option<PathBuf> {
    if let Some(named) = env::var_os("TF_PLUGIN_MIRROR") {
        return Some(named.into());
    }
    let parents = ["/opt", "/usr/local/share", "/usr/share"];
    parents.into_iter().map(|parent| Path::new(parent).join("tf-plugins")).find(|folder| folder.is_dir())
}

/// A configuration for the providers in a folder of this machine, if there is one.
pub(crate) fn providers_of_machine(work: &Path) -> Result<Option<PathBuf>> {
    let Some(mirror) = provider_mirror() else { return Ok(None) };
    let config = work.join("terraform.rc");
    let text = format!(
        "provider_installation {{\n  filesystem_mirror {{\n    path = {:?}\n  }}\n}}\n",
        mirror.display().to_string()
    );
    fs::write(&config, text).with_context(|| config.display().to_string())?;
    Ok(Some(config))
}

/// A fresh copy of the configuration, so that no existing state is changed.
pub(crate) fn copy(work: &Path) -> Result<PathBuf> {
    let copy = work.join("terraform");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    copy_files(&Terraform::default_folder(), &copy)?;
    Ok(copy)
}

/// Copies committed files: no state, overrides or variables of a site.
fn copy_files(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let is_local = name.starts_with('.')
            || name.contains("tfstate")
            || name.ends_with(".tfvars")
            || name.ends_with("_override.tf");
        if is_local {
            continue;
        }
        if path.is_dir() {
            copy_files(&path, &to.join(&name))?;
        } else {
            fs::copy(&path, to.join(&name))?;
        }
    }
    Ok(())
}
