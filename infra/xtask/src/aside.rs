//! A command of ours that runs beside the others, because it mostly waits: for registries, for Terraform's pauses.

use std::env;
use std::fs::{self, File};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::run::{heading, target};

/// A command in the background; what it prints is shown when it is asked for. It is stopped when this is dropped.
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
        // A group of its own, so that what it has started can be stopped with it.
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file).process_group(0);
        let child = command.spawn().with_context(|| format!("xtask {name}: cannot be started"))?;
        println!("$ xtask {name} (beside what follows, into {})", log.display());
        Ok(Aside { name, child, log })
    }

    /// Waits for its end, shows what it printed, and returns what it skipped.
    ///
    /// # Errors
    /// If it failed.
    pub(crate) fn finish(mut self) -> Result<Vec<String>> {
        let status = self.child.wait()?;
        heading(&format!("Meanwhile: {}", self.name));
        let text = String::from_utf8_lossy(&fs::read(&self.log)?).into_owned();
        println!("{}", text.trim_end());
        ensure!(status.success(), "{}: {status}; what it printed is above", self.name);
        Ok(text.lines().filter_map(|line| line.strip_prefix("skipped: ")).map(str::to_owned).collect())
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        // It has ended, or nobody is interested in its end any more: something else has failed.
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = Command::new("kill").args(["-TERM", "--"]).arg(format!("-{}", self.child.id())).status();
            let _ = self.child.wait();
        }
    }
}
