//! Runs `site-gen`.

use std::ffi::OsStr;
use std::process::{Command, Output};

use serde_json::Value;

use crate::built;

/// The output and the exit code of a run.
#[derive(Debug)]
pub struct RunOutput {
    /// The exit code.
    pub code: i32,
    /// The text on stdout.
    pub stdout: String,
    /// The text on stderr.
    pub stderr: String,
}

impl RunOutput {
    /// The run, if it succeeded.
    pub fn ok(self) -> RunOutput {
        assert_eq!(self.code, 0, "{}", self.stderr);
        self
    }

    /// stdout as one JSON value.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }

    /// stdout as JSON Lines.
    pub fn json_lines(&self) -> Vec<Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect()
    }
}

/// Runs `site-gen` to its end.
pub fn site_gen<S: AsRef<OsStr>>(args: &[S]) -> RunOutput {
    ran(Command::new(built::site_gen()).args(args).output())
}

/// Runs `site-gen` with this many threads.
pub fn site_gen_with_threads<S: AsRef<OsStr>>(threads: usize, args: &[S]) -> RunOutput {
    ran(Command::new(built::site_gen()).env("RAYON_NUM_THREADS", threads.to_string()).args(args).output())
}

/// Runs `site-gen` with these environment variables.
pub fn site_gen_with_env<S: AsRef<OsStr>>(env: &[(&str, &str)], args: &[S]) -> RunOutput {
    ran(Command::new(built::site_gen()).envs(env.iter().copied()).args(args).output())
}

fn ran(output: std::io::Result<Output>) -> RunOutput {
    let output = output.expect("site-gen starts");
    RunOutput {
        code: output.status.code().expect("not killed"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}
