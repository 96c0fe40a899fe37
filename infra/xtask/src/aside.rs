//! Runs one of our commands in the background, because it mostly waits: for registries, or for Terraform.

use std::env;
use std::fs::{self, File};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::run::{heading, target};

/// A command in the background. Its output is shown when it is finished. It is stopped on drop.
pub(crate) struct Aside {
    name: &'static str,
    child: Child,
    log: PathBuf,
}

impl Aside {
    /// Starts one of our own commands.
    pub(crate) fn xtask(name: &'static str) -> Result<Aside> {
        let log = target().join(format!("aside-{name}.log"));
        fs::create_dir_all(target())?;
        let file = File::create(&log).with_context(|| log.display().to_string())?;
        let mut command = Command::new(env::current_exe()?);
        command.arg(name);
        // A separate group, so that its own processes can be stopped with it.
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file).process_group(0);
        let child = command.spawn().with_context(|| format!("xtask {name}: cannot be started"))?;
        println!("$ xtask {name} (in the background, output in {})", log.display());
        Ok(Aside { name, child, log })
    }

    /// Waits for its end, shows its output, and returns the lines about skipped tests.
    ///
    /// # Errors
    /// The command failed.
    pub(crate) fn finish(mut self) -> Result<Vec<String>> {
        let status = self.child.wait()?;
        heading(&format!("In the background: {}", self.name));
        let text = String::from_utf8_lossy(&fs::read(&self.log)?).into_owned();
        println!("{}", text.trim_end());
        ensure!(status.success(), "{}: {status}; its output is above", self.name);
        Ok(text.lines().filter_map(|line| line.strip_prefix("skipped: ")).map(str::to_owned).collect())
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        // If it still runs, another step has failed and its result is not needed.
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = Command::new("kill").args(["-TERM", "--"]).arg(format!("-{}", self.child.id())).status();
            let _ = self.child.wait();
        }
    }
}
