//! Runs a site for tests: `site-gen demo` on a free port of 127.0.0.1.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::run::{root, target};

/// A running demo. It is stopped on drop.
pub(crate) struct DemoSite {
    child: Child,
    /// `http://127.0.0.1:port`, without a slash at the end.
    pub(crate) url: String,
}

impl DemoSite {
    /// Starts the release build with synthetic profiles, and waits for its URL.
    pub(crate) fn start() -> Result<DemoSite> {
        let program = target().join("release/site-gen");
        let mut child = Command::new(&program)
            .args(["demo", "--port", "0"])
            .current_dir(root())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{}: cannot be started", program.display()))?;
        let stdout = child.stdout.take().context("the demo has no stdout")?;
        let mut site = DemoSite { child, url: String::new() };
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line)?;
        ensure!(line.starts_with("http://127.0.0.1:"), "the demo ended without printing a URL");
        line.trim_end().trim_end_matches('/').clone_into(&mut site.url);
        Ok(site)
    }
}

impl Drop for DemoSite {
    fn drop(&mut self) {
        // An error means that it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
