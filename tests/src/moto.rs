//! S3 on this machine: `moto_server`, as a process.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::http_client::{self, Reply};

/// Ends the server when the owner closes stdin: when it is dropped, and when it dies however it may.
const GUARD: &str = r#""$0" "$@" </dev/null & read -r _; kill $!; wait"#;

const SIGNATURE: &str =
    "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=any";

/// The most objects in an answer to a listing. S3 has 1000 of them; fewer make pages of what a test can write.
pub const LIST_PAGE: usize = 20;

/// A running moto; it is stopped when its owner goes, even where that is a `static`.
#[derive(Debug)]
pub struct Moto {
    guard: Child,
    url: String,
}

impl Moto {
    /// The program that the environment names, `MOTO_SERVER`; `cargo xtask test` sets it.
    pub fn program() -> Option<PathBuf> {
        env::var_os("MOTO_SERVER").map(PathBuf::from)
    }

    /// Starts it on a free port; ends when it listens.
    pub fn start(program: &OsStr) -> Moto {
        let mut guard = Command::new("sh")
            .args(["-c", GUARD])
            .arg(program)
            .args(["-H", "127.0.0.1", "-p", "0"])
            // It reads credentials of a real account otherwise, if only to look at them.
            .env_remove("AWS_PROFILE")
            .env("MOTO_S3_DEFAULT_MAX_KEYS", LIST_PAGE.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("sh starts");
        let mut log = BufReader::new(guard.stderr.take().expect("piped")).lines();
        let listening = |line: String| line.split_once("Running on ").map(|(_, url)| url.trim().to_owned());
        let url = log.by_ref().map_while(Result::ok).find_map(listening);
        let url = url.expect("moto_server says where it listens");
        // A log that nobody reads would fill the pipe and stop it.
        thread::spawn(move || log.map_while(Result::ok).for_each(drop));
        Moto { guard, url }
    }

    /// `http://127.0.0.1:port`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// One request as the owner of every bucket, such as `GET /bucket/key`. moto asks for a signature and believes any.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let headers = [headers, &[("Authorization", SIGNATURE)]].concat();
        http_client::send(&self.url, method, path, &headers, body)
    }

    /// Makes an empty bucket in us-east-1.
    pub fn create_bucket(&self, name: &str) {
        let reply = self.send("PUT", &format!("/{name}"), &[], "");
        assert_eq!(reply.status, 200, "{}", reply.body);
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}
