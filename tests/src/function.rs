//! The real function: `bootstrap` behind the Runtime API stand-in.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::NamedTempFile;

use crate::built;
use crate::gateway::{Request, Response};
use crate::runtime_api::RuntimeApi;

/// A running function; it is stopped when this is dropped.
#[derive(Debug)]
pub struct Function {
    api: RuntimeApi,
    process: Child,
    said: NamedTempFile,
}

/// What the function finds in its environment, beside what Lambda always puts there.
#[derive(Clone, Debug, Default)]
pub struct Environment(Vec<(String, OsString)>);

impl Environment {
    /// With one more variable.
    #[must_use]
    pub fn set(mut self, name: &str, value: impl AsRef<OsStr>) -> Environment {
        self.0.push((name.to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Starts `bootstrap`.
    pub fn start(self) -> Function {
        self.start_binary(built::bootstrap())
    }

    /// Starts another function than ours, to compare.
    pub fn start_binary(self, binary: &Path) -> Function {
        let api = RuntimeApi::start();
        let said = NamedTempFile::new().expect("a file");
        let process = as_lambda_starts(binary, "classify", &api)
            .envs(self.0)
            .stdout(Stdio::null())
            .stderr(File::options().append(true).open(said.path()).expect("a file"))
            .spawn()
            .expect("bootstrap starts");
        Function { api, process, said }
    }
}

impl Function {
    /// Starts `bootstrap` with `MODEL_URI` naming this folder.
    pub fn start(model: &Path) -> Function {
        Environment::default().set("MODEL_URI", model).start()
    }

    /// Sends a request through the gateway.
    pub fn send(&self, request: &Request) -> Response {
        Response::from_answer(&self.invoke(request.to_event()))
    }

    /// Hands the function an event and takes its answer as they are.
    pub fn invoke(&self, event: Value) -> Value {
        self.api.invoke(event)
    }

    /// What it wrote to standard error so far: in Lambda, its log.
    pub fn said(&self) -> String {
        std::fs::read_to_string(self.said.path()).expect("UTF-8")
    }
}

/// A function's program with the environment that Lambda gives it, and nothing else of this one's.
pub(crate) fn as_lambda_starts(program: &Path, name: &str, api: &RuntimeApi) -> Command {
    let mut command = Command::new(program);
    command
        .env_clear()
        .env("AWS_LAMBDA_RUNTIME_API", api.address())
        .env("AWS_LAMBDA_FUNCTION_NAME", name)
        .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")
        .env("AWS_LAMBDA_LOG_GROUP_NAME", "group")
        .env("AWS_LAMBDA_LOG_STREAM_NAME", "stream")
        .env("AWS_REGION", "eu-west-1")
        .stdin(Stdio::null());
    command
}

impl Drop for Function {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing left to stop then.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
