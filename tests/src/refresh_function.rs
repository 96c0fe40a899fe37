//! Runs the real scheduled refresh, `refresh`, with the Runtime API stand-in, and captures its output.

use std::io::Read;
use std::process::{Child, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use serde_json::Value;

use crate::built;
use crate::function::as_lambda_starts;
use crate::runtime_api::RuntimeApi;

/// A running refresh function. It is stopped on drop.
#[derive(Debug)]
pub struct RefreshFunction {
    api: RuntimeApi,
    process: Child,
    stdout: Option<JoinHandle<String>>,
    stderr: Option<JoinHandle<String>>,
}

impl RefreshFunction {
    /// Starts `refresh` with these variables and those of Lambda.
    pub fn start(vars: &[(&str, &str)]) -> RefreshFunction {
        let api = RuntimeApi::start();
        let mut process = as_lambda_starts(built::refresh(), "refresh", &api)
            .envs(vars.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("refresh starts");
        let stdout = process.stdout.take().map(collect);
        let stderr = process.stderr.take().map(collect);
        RefreshFunction { api, process, stdout, stderr }
    }

    /// Sends an event, in an invocation of this many seconds; returns the answer or the reported error.
    pub fn send(&self, event: Value, seconds: u64) -> Result<Value, Value> {
        let answer = self.api.invoke_within(event, Duration::from_secs(seconds));
        answer.map_err(|error| {
            serde_json::from_str(&error).unwrap_or_else(|_| panic!("no error of Lambda's: {error}"))
        })
    }

    /// Stops it; returns the text on stdout and on stderr.
    pub fn stop(mut self) -> (String, String) {
        self.end();
        let all =
            |output: Option<JoinHandle<String>>| output.map_or_else(String::new, |o| o.join().expect("read"));
        (all(self.stdout.take()), all(self.stderr.take()))
    }

    fn end(&mut self) {
        // An error means that it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for RefreshFunction {
    fn drop(&mut self) {
        self.end();
    }
}

/// Reads an output to its end, so that the pipe is never full.
fn collect(mut output: impl Read + Send + 'static) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut all = Vec::new();
        // The text until the end of the process counts.
        let _ = output.read_to_end(&mut all);
        String::from_utf8_lossy(&all).into_owned()
    })
}
