//! Runs the real function, `bootstrap`, with the Runtime API stand-in.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::NamedTempFile;

use crate::built;
use crate::gateway::{Request, Response};
use crate::runtime_api::RuntimeApi;

/// A running function. It is stopped on drop.
#[derive(Debug)]
pub struct Function {
    api: RuntimeApi,
    process: Child,
    log: NamedTempFile,
}

/// The environment variables of the function, beside those of Lambda.
#[derive(Clone, Debug, Default)]
pub struct Environment(Vec<(String, OsString)>);

impl Environment {
    /// Adds a variable.
    #[must_use]
    pub fn set(mut self, name: &str, value: impl AsRef<OsStr>) -> Environment {
        self.0.push((name.to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Starts `bootstrap`.
    pub fn start(self) -> Function {
        self.start_binary(built::bootstrap())
    }

    /// Starts another function, to compare it with ours.
    pub fn start_binary(self, binary: &Path) -> Function {
        let api = RuntimeApi::start();
        let log = NamedTempFile::new().expect("a file");
        let process = as_lambda_starts(binary, "classify", &api)
            .envs(self.0)
            .stdout(Stdio::null())
            .stderr(File::options().append(true).open(log.path()).expect("a file"))
            .spawn()
            .expect("bootstrap starts");
        Function { api, process, log }
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

    /// Sends an event to the function and returns its answer.
    pub fn invoke(&self, event: Value) -> Value {
        self.api.invoke(event)
    }

    /// The text on standard error so far, which is the log in Lambda.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log.path()).expect("UTF-8")
    }
}

/// The command of a function with only the environment of Lambda.
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
        // An error means that it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
