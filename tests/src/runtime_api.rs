//! A stand-in for the Lambda Runtime API of one function, on 127.0.0.1.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::Value;

/// After this time a test has hung.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sends events to a function and receives its answers.
#[derive(Debug)]
pub struct RuntimeApi {
    address: SocketAddr,
    events: Sender<Invocation>,
    answers: Receiver<Result<Value, String>>,
}

/// An event, and its deadline, in milliseconds since 1970.
#[derive(Debug)]
struct Invocation {
    event: Value,
    deadline_ms: u64,
}

/// A deadline after any test.
const NO_DEADLINE_MS: u64 = 9_999_999_999_999;

type Events = Arc<Mutex<Receiver<Invocation>>>;
type Answers = Sender<Result<Value, String>>;

impl RuntimeApi {
    /// Listens on a free port.
    pub fn start() -> RuntimeApi {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("bound");
        let (events, next) = channel();
        let (answer, answers) = channel();
        let next: Events = Arc::new(Mutex::new(next));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (next, answer) = (Arc::clone(&next), answer.clone());
                thread::spawn(move || serve(stream, &next, &answer));
            }
        });
        RuntimeApi { address, events, answers }
    }

    /// `host:port`, for `AWS_LAMBDA_RUNTIME_API`.
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// Invokes the function with an event, and returns its answer.
    ///
    /// # Panics
    /// If the function reports an error or does not answer.
    pub fn invoke(&self, event: Value) -> Value {
        let answer = self.hand_over(Invocation { event, deadline_ms: NO_DEADLINE_MS }, PATIENCE);
        answer.unwrap_or_else(|error| panic!("the function failed: {error}"))
    }

    /// Invokes the function with a deadline after `limit`; returns its answer, or the error that it reports.
    ///
    /// # Panics
    /// If the function does not answer within the limit, and within a minute.
    pub fn invoke_within(&self, event: Value, limit: Duration) -> Result<Value, String> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
        let deadline_ms = u64::try_from((now + limit).as_millis()).expect("this age");
        self.hand_over(Invocation { event, deadline_ms }, limit.max(PATIENCE))
    }

    fn hand_over(&self, invocation: Invocation, patience: Duration) -> Result<Value, String> {
        self.events.send(invocation).expect("the API runs");
        self.answers.recv_timeout(patience).expect("the function answers")
    }
}

/// Serves a connection until the function closes it.
fn serve(stream: TcpStream, events: &Events, answers: &Answers) {
    let mut writer = stream.try_clone().expect("a socket");
    let mut reader = BufReader::new(stream);
    let mut invocation = 0;
    while let Some((request, body)) = read_request(&mut reader) {
        let written = if request.starts_with("GET ") && request.contains("/runtime/invocation/next") {
            // Blocks like the service, until the test drops its end.
            let Ok(next) = events.lock().expect("not poisoned").recv() else { return };
            invocation += 1;
            next_event(&mut writer, invocation, &next)
        } else {
            let answer = if request.contains("/response ") {
                serde_json::from_slice(&body).map_err(|error| error.to_string())
            } else if request.contains("/runtime/invocation/") && request.contains("/error ") {
                Err(String::from_utf8_lossy(&body).into_owned())
            } else {
                Err(format!("{request} {}", String::from_utf8_lossy(&body)))
            };
            let accepted = writer.write_all(b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
            // The test may have ended.
            let _ = answers.send(answer);
            accepted
        };
        if written.is_err() {
            return;
        }
    }
}

fn next_event(writer: &mut TcpStream, invocation: u32, next: &Invocation) -> std::io::Result<()> {
    let Invocation { event, deadline_ms } = next;
    let body = event.to_string();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Lambda-Runtime-Aws-Request-Id: 00000000-0000-4000-8000-{invocation:012}\r\n\
         Lambda-Runtime-Deadline-Ms: {deadline_ms}\r\n\
         Lambda-Runtime-Invoked-Function-Arn: \
         arn:aws:lambda:eu-west-1:123456789012:function:classify\r\n\r\n",
        body.len()
    );
    writer.write_all((head + &body).as_bytes())
}

/// The request line and the body; `None` at the end of the connection.
fn read_request(reader: &mut BufReader<TcpStream>) -> Option<(String, Vec<u8>)> {
    let mut request = String::new();
    reader.read_line(&mut request).ok().filter(|&n| n > 0)?;
    let mut body_len = BodyLen::Known(0);
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok().filter(|&n| n > 0)?;
        let header = header.trim().to_ascii_lowercase();
        match header.split_once(':') {
            None => break,
            Some(("content-length", value)) => body_len = BodyLen::Known(value.trim().parse().ok()?),
            Some(("transfer-encoding", _)) => body_len = BodyLen::Chunked,
            Some(_) => {}
        }
    }
    let body = match body_len {
        BodyLen::Known(len) => read_exactly(reader, len)?,
        BodyLen::Chunked => read_chunks(reader)?,
    };
    Some((request.trim().to_owned(), body))
}

enum BodyLen {
    Known(usize),
    Chunked,
}

fn read_exactly(reader: &mut impl Read, len: usize) -> Option<Vec<u8>> {
    let mut body = vec![0; len];
    reader.read_exact(&mut body).ok()?;
    Some(body)
}

fn read_chunks(reader: &mut BufReader<TcpStream>) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut size = String::new();
        reader.read_line(&mut size).ok()?;
        let size = usize::from_str_radix(size.trim(), 16).ok()?;
        body.extend(read_exactly(reader, size)?);
        read_exactly(reader, 2)?;
        if size == 0 {
            return Some(body);
        }
    }
}
