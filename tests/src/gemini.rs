//! Runs the stand-in for Gemini as a process.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::built;

/// A running stand-in. It is stopped on drop.
#[derive(Debug)]
pub struct Gemini {
    process: Child,
    /// Its address.
    pub url: String,
}

impl Gemini {
    /// Starts it; this share of its calls fails.
    pub fn start(fail_share: &str) -> Gemini {
        let mut process = Command::new(built::gemini_stand_in())
            .args(["--fail-share", fail_share])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the stand-in starts");
        let mut url = String::new();
        let out = process.stdout.take().expect("piped");
        BufReader::new(out).read_line(&mut url).expect("it prints its URL");
        Gemini { process, url: url.trim().to_owned() }
    }
}

impl Drop for Gemini {
    fn drop(&mut self) {
        // An error means that it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
