//! A minimal HTTP client for servers on 127.0.0.1.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A status, headers in lower case as one text, and a body.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status code.
    pub status: u16,
    /// Header lines, in lower case.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Reply {
    /// A header by its lower-case name.
    pub fn header(&self, name: &str) -> &str {
        let line = |line: &&str| line.split(':').next() == Some(name);
        self.head.lines().find(line).and_then(|line| line.split_once(": ")).map_or("", |(_, value)| value)
    }
}

/// Sends one request to `http://127.0.0.1:port` and reads the whole answer.
pub fn send(url: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
    send_bytes(url, method, path, headers, body.as_bytes())
}

/// The same with a body of bytes.
pub fn send_bytes(url: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
    let host = url.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).expect("the server listens");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout");
    let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
    for (name, value) in headers {
        request += &format!("{name}: {value}\r\n");
    }
    request += &format!("Content-Length: {}\r\n\r\n", body.len());
    stream.write_all(&[request.as_bytes(), body].concat()).expect("the server reads");
    let reply = read_answer(&mut stream, method).expect("the server answers");
    let reply = String::from_utf8_lossy(&reply);
    let (head, body) = reply.split_once("\r\n\r\n").expect("a head and a body");
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
    // Tests compare the headers without regard to case, except for `location`.
    let head = head
        .lines()
        .map(|line| match line.split_once(':') {
            Some((name, value)) => format!("{}:{value}\n", name.to_ascii_lowercase()),
            None => format!("{line}\n"),
        })
        .collect();
    Reply { status, head, body: body.to_owned() }
}

/// A whole answer, head and body, to a request with `connection: close`.
///
/// Its length determines the end: moto closes the connection some ten milliseconds after the last byte, and a
/// test sends thousands of requests.
pub(crate) fn read_answer(stream: &mut impl Read, method: &str) -> io::Result<Vec<u8>> {
    let mut reader = BufReader::new(stream);
    let mut answer = Vec::new();
    let mut length = if method == "HEAD" { Some(0) } else { None };
    loop {
        let start = answer.len();
        if reader.read_until(b'\n', &mut answer)? == 0 {
            return Ok(answer);
        }
        let line = String::from_utf8_lossy(&answer[start..]).to_ascii_lowercase();
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length:") {
            length = length.or(value.trim().parse().ok());
        }
    }
    reader.take(length.unwrap_or(u64::MAX)).read_to_end(&mut answer)?;
    Ok(answer)
}
