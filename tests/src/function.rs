//! The real function: `bootstrap` behind the Runtime API stand-in.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::built;
use crate::gateway::{Request, Response};
use crate::runtime_api::RuntimeApi;

/// A running function; it is stopped when this is dropped.
#[derive(Debug)]
pub struct Function {
    api: RuntimeApi,
    process: Child,
}

impl Function {
    /// Starts `bootstrap` with `MODEL_URI` naming this folder.
    pub fn start(model: &Path) -> Function {
        let api = RuntimeApi::start();
        let process = as_lambda_starts(built::bootstrap(), "classify", &api)
            .env("MODEL_URI", model)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("bootstrap starts");
        Function { api, process }
    }

    /// Sends a request through the gateway.
    pub fn send(&self, request: &Request) -> Response {
        Response::from_answer(&self.api.invoke(request.to_event()))
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
