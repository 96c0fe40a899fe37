//! Runs `moto_server`, an S3 on this machine.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::http_client::{self, Reply};

/// Stops the server when its stdin closes: on drop, and when the test process ends in any way.
const GUARD: &str = r#""$0" "$@" </dev/null & read -r _; kill $!; wait"#;

const SIGNATURE: &str =
    "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=any";

/// The most objects on a page of a list. S3 has 1000; with fewer, a test can write several pages.
pub const LIST_PAGE: usize = 20;

/// A running moto. It is stopped with the test process, even in a `static`.
#[derive(Debug)]
pub struct Moto {
    guard: Child,
    url: String,
}

impl Moto {
    /// The program in the environment variable `MOTO_SERVER`; `cargo xtask test` sets it.
    pub fn program() -> Option<PathBuf> {
        env::var_os("MOTO_SERVER").map(PathBuf::from)
    }

    /// Starts it on a free port, and waits until it listens.
    pub fn start(program: &OsStr) -> Moto {
        let mut guard = Command::new("sh")
            .args(["-c", GUARD])
            .arg(program)
            .args(["-H", "127.0.0.1", "-p", "0"])
            // Otherwise it would read the credentials of a real account.
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
        // A full pipe would stop it.
        thread::spawn(move || log.map_while(Result::ok).for_each(drop));
        Moto { guard, url }
    }

    /// `http://127.0.0.1:port`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Sends a request, such as `GET /bucket/key`, as the owner of all buckets. moto requires a signature but
    /// accepts any.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        self.send_bytes(method, path, headers, body.as_bytes())
    }

    /// The same with a body of bytes.
    pub fn send_bytes(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
        let headers = [headers, &[("Authorization", SIGNATURE)]].concat();
        http_client::send_bytes(&self.url, method, path, &headers, body)
    }

    /// Creates an empty bucket in us-east-1.
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
