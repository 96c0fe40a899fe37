//! Runs AWS's services on 127.0.0.1.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::run::root;
use crate::tools::{MOTO, python_program};

/// The time limit for the start of moto.
const START: Duration = Duration::from_secs(60);

/// A running moto server with the additions of `infra/tests/moto_aws.py`. It is stopped on drop.
pub(crate) struct Moto {
    child: Child,
    port: u16,
}

impl Moto {
    /// Fetches moto if it is missing.
    pub(crate) fn fetch() -> Result<()> {
        python_program(MOTO, "python").map(drop)
    }

    /// Starts it on a free port and waits until it answers. Its output is written to the log.
    pub(crate) fn start(log: &Path) -> Result<Moto> {
        let python = python_program(MOTO, "python")?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let log_file = std::fs::File::create(log).with_context(|| log.display().to_string())?;
        let child = Command::new(python)
            .arg(root().join("infra/tests/moto_aws.py"))
            .arg(port.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log_file)
            .spawn()
            .context("moto cannot be started")?;
        let mut moto = Moto { child, port };
        let begin = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Some(status) = moto.child.try_wait()? {
                bail!("moto ended with {status}; see {}", log.display());
            }
            if begin.elapsed() > START {
                bail!("moto does not answer after {} s; see {}", START.as_secs(), log.display());
            }
            sleep(Duration::from_millis(100));
        }
        Ok(moto)
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The environment with which AWS's tools and libraries use it instead of AWS.
    pub(crate) fn environment(&self) -> Vec<(&'static str, String)> {
        vec![
            ("AWS_ENDPOINT_URL", self.url()),
            ("AWS_ACCESS_KEY_ID", "test".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "test".to_owned()),
            ("AWS_REGION", "us-east-1".to_owned()),
            ("AWS_DEFAULT_REGION", "us-east-1".to_owned()),
            ("AWS_EC2_METADATA_DISABLED", "true".to_owned()),
        ]
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        // An error means that it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
