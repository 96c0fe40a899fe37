//! A proxy between a program and an HTTP server, with faults of networks.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::http_client::read_answer;

/// The fault of a request.
#[derive(Clone, Debug)]
pub enum Fault {
    /// None: the request and its answer are passed on.
    None,
    /// The request is executed; its answer is lost.
    LoseAnswer,
    /// The body of the answer ends after this many bytes.
    CutBody(usize),
    /// The first byte of the answer's body is changed.
    FlipByte,
    /// The request is not passed on, and there is no answer for this time.
    Silence(Duration),
    /// The request is not passed on; the answer has this status and XML body.
    Answer(u16, String),
    /// Half of the request is passed on, then both connections end.
    Tear,
    /// The request is executed, but not answered until the client closes the connection. A message is sent
    /// then.
    Hold(Sender<()>),
}

/// A proxy on 127.0.0.1. It passes on one request at a time, so the server behind it need not be atomic.
pub struct FaultyProxy {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    faults: VecDeque<Fault>,
    requests: Vec<String>,
    /// Selects the write that fails, also when it is repeated.
    write: Option<(Chosen, Fault)>,
    /// The write that failed.
    met: Option<String>,
}

/// Selects a write by its target, such as `/bucket/key`; called once for every write until it is selected.
type Chosen = Box<dyn FnMut(&str) -> bool + Send>;

impl State {
    /// The fault of this request.
    fn fault(&mut self, request: &str) -> Fault {
        self.requests.push(request.to_owned());
        if let Some(fault) = self.faults.pop_front() {
            return fault;
        }
        let written = request.strip_prefix("PUT ").or_else(|| request.strip_prefix("DELETE "));
        let Some((chosen, fault)) = &mut self.write else { return Fault::None };
        if self.met.is_none() && written.is_some_and(chosen) {
            self.met = Some(request.to_owned());
        }
        if self.met.as_deref() == Some(request) { fault.clone() } else { Fault::None }
    }
}

impl FaultyProxy {
    /// Listens on a free port; `server` is `http://127.0.0.1:port`.
    pub fn start(server: &str) -> FaultyProxy {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("bound");
        let state = Arc::new(Mutex::new(State::default()));
        let server = server.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let (shared, turn) = (Arc::clone(&state), Arc::new(Mutex::new(())));
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (server, shared, turn) = (server.clone(), Arc::clone(&shared), Arc::clone(&turn));
                // A client may close the connection early.
                thread::spawn(move || serve(client, &server, &shared, &turn).ok());
            }
        });
        FaultyProxy { address, state }
    }

    /// The address of the proxy.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Sets the faults of the next requests, in order; later requests have none.
    pub fn next(&self, faults: impl IntoIterator<Item = Fault>) {
        lock(&self.state).faults = faults.into_iter().collect();
    }

    /// The first write whose target `chosen` accepts fails, and so does every repetition.
    pub fn fail_write(&self, chosen: impl FnMut(&str) -> bool + Send + 'static, fault: Fault) {
        let mut state = lock(&self.state);
        state.write = Some((Box::new(chosen), fault));
        state.met = None;
    }

    /// The write after this many writes fails, and so does every repetition.
    pub fn fail_write_after(&self, mut writes: usize, fault: Fault) {
        let is_it = move |_: &str| {
            let passes = writes > 0;
            writes = writes.saturating_sub(1);
            !passes
        };
        self.fail_write(is_it, fault);
    }

    /// Ends all faults; returns whether a write failed.
    pub fn heal(&self) -> bool {
        let mut state = lock(&self.state);
        state.write = None;
        state.met.take().is_some()
    }

    /// The methods and targets of all requests so far, such as `GET /bucket/key`.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.state).requests.clone()
    }
}

/// Serves one request, then closes the connection.
fn serve(mut client: TcpStream, server: &str, state: &Mutex<State>, turn: &Mutex<()>) -> std::io::Result<()> {
    let Some((line, request)) = read_request(&client)? else { return Ok(()) };
    let fault = {
        let request = line.rsplit_once(' ').map_or(line.as_str(), |(target, _)| target);
        lock(state).fault(request)
    };
    let pass_on = || -> std::io::Result<Vec<u8>> {
        let _turn = lock(turn);
        let mut server = TcpStream::connect(server)?;
        server.write_all(&request)?;
        read_answer(&mut server, line.split(' ').next().unwrap_or_default())
    };
    let body = |answer: &[u8]| answer.windows(4).position(|end| end == b"\r\n\r\n").map_or(0, |end| end + 4);
    match fault {
        Fault::None => client.write_all(&pass_on()?),
        Fault::LoseAnswer => pass_on().map(drop),
        Fault::CutBody(len) => {
            let answer = pass_on()?;
            client.write_all(&answer[..answer.len().min(body(&answer) + len)])
        }
        Fault::FlipByte => {
            let mut answer = pass_on()?;
            let first = body(&answer);
            answer[first] ^= 1;
            client.write_all(&answer)
        }
        Fault::Silence(time) => {
            thread::sleep(time);
            Ok(())
        }
        Fault::Tear => TcpStream::connect(server)?.write_all(&request[..request.len() / 2]),
        Fault::Hold(done) => {
            pass_on()?;
            // The receiver may be gone.
            let _ = done.send(());
            // Ends when the client closes the connection.
            client.read_to_end(&mut Vec::new()).map(drop)
        }
        Fault::Answer(status, body) => {
            let head = format!(
                "HTTP/1.1 {status} Canned\r\nContent-Type: application/xml\r\nContent-Length: {}\r\n\
                 Connection: close\r\n\r\n",
                body.len()
            );
            client.write_all((head + &body).as_bytes())
        }
    }
}

/// The request line, and the whole request with `connection: close`.
fn read_request(client: &TcpStream) -> std::io::Result<Option<(String, Vec<u8>)>> {
    let mut reader = BufReader::new(client);
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut request = line.clone() + "Connection: close\r\n";
    let mut len = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header)?;
        let (name, value) = header.trim().split_once(':').unwrap_or_default();
        if name.eq_ignore_ascii_case("content-length") {
            len = value.trim().parse().unwrap_or(0);
        }
        if !name.eq_ignore_ascii_case("connection") {
            request += &header;
        }
        if header.trim().is_empty() {
            break;
        }
    }
    let mut request = request.into_bytes();
    reader.take(len).read_to_end(&mut request)?;
    Ok(Some((line.trim().to_owned(), request)))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
