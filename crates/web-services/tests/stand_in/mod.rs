//! A stand-in for Gemini on this machine: an HTTP/1.1 server that answers by rules, and fails by a script.
//!
//! The tests and `examples/gemini_stand_in.rs` share it, so that other suites can start it as a process.

use std::collections::{HashMap, VecDeque};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

/// The answer to one request.
#[allow(dead_code, reason = "each of the programs that share this file uses a part of it")]
#[derive(Clone, Debug)]
pub(crate) enum Behaviour {
    /// A good answer.
    Answer,
    /// A status, further header lines, and a body.
    Status(u16, Vec<String>, String),
    /// A `generateContent` answer with this text.
    Text(String),
    /// No answer until the client closes the connection.
    Silence,
    /// A good answer whose last half is missing.
    Truncated,
    /// A good answer whose text is cut off in the middle.
    CutText,
    /// A good answer without every second record, and with an unknown id.
    PartialIds,
    /// A body of this many bytes.
    Huge(usize),
    /// The connection is closed without an answer.
    Close,
}

/// A received request.
#[allow(dead_code, reason = "each of the programs that share this file uses a part of it")]
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// `METHOD target`.
    pub(crate) line: String,
    /// Names in lower case.
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: String,
}

#[derive(Default)]
struct State {
    script: VecDeque<Behaviour>,
    fail_share: f64,
    seen: Vec<Seen>,
    failures_of_body: HashMap<String, u32>,
    n_failures: usize,
}

/// The running server; it ends with the process.
pub(crate) struct StandIn {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

#[allow(dead_code, reason = "each of the programs that share this file uses a part of it")]
impl StandIn {
    /// Answers the first requests by the script, and all others well.
    pub(crate) fn with_script(script: impl IntoIterator<Item = Behaviour>) -> StandIn {
        StandIn::start(State { script: script.into_iter().collect(), ..State::default() })
    }

    /// Fails this share of the calls, evenly spread, in all ways in turn. No prompt fails more than twice,
    /// and a prompt of one question only in ways that the client retries, so a run always ends.
    pub(crate) fn with_fail_share(fail_share: f64) -> StandIn {
        StandIn::start(State { fail_share, ..State::default() })
    }

    fn start(state: State) -> StandIn {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on this machine");
        let address = listener.local_addr().expect("a bound socket has an address");
        let state = Arc::new(Mutex::new(state));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                std::thread::spawn(move || {
                    // A client that closes its connection ends only that connection.
                    let _ = serve(stream, &state);
                });
            }
        });
        StandIn { address, state }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// All requests so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        lock(&self.state).seen.clone()
    }

    /// How many of them the share made fail.
    pub(crate) fn n_failures(&self) -> usize {
        lock(&self.state).n_failures
    }
}

fn serve(stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    while let Some(seen) = read_request(&mut reader)? {
        let n_questions = questions(&seen).map_or(0, |list| list.len());
        let behaviour = {
            let mut state = lock(state);
            state.seen.push(seen.clone());
            next_behaviour(&mut state, &seen, n_questions)
        };
        match behaviour {
            Behaviour::Answer => respond(&mut out, 200, &[], &good_answer(&seen))?,
            Behaviour::Status(status, headers, body) => respond(&mut out, status, &headers, &body)?,
            Behaviour::Text(text) => respond(&mut out, 200, &[], &envelope(&text))?,
            Behaviour::Silence => {
                // Ends when the client closes its side.
                reader.read_to_end(&mut Vec::new())?;
                return Ok(());
            }
            Behaviour::Truncated => {
                let body = good_answer(&seen);
                write!(
                    out,
                    "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{}",
                    body.len(),
                    &body[..body.len() / 2]
                )?;
                return Ok(());
            }
            Behaviour::CutText => {
                let text = good_text(&seen);
                let middle = (text.len() / 2..).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
                respond(&mut out, 200, &[], &envelope(&text[..middle]))?;
            }
            Behaviour::PartialIds => {
                let records: Vec<Value> = serde_json::from_str(&good_text(&seen)).unwrap_or_default();
                let mut part: Vec<Value> = records.into_iter().step_by(2).collect();
                part.push(json!({"id": 999, "name": "Nobody Asked", "skills": ["Nobody Asked"]}));
                respond(&mut out, 200, &[], &envelope(&Value::from(part).to_string()))?;
            }
            Behaviour::Huge(n_bytes) => respond(&mut out, 200, &[], &" ".repeat(n_bytes))?,
            Behaviour::Close => return Ok(()),
        }
    }
    Ok(())
}

fn next_behaviour(state: &mut State, seen: &Seen, n_questions: usize) -> Behaviour {
    if let Some(behaviour) = state.script.pop_front() {
        return behaviour;
    }
    let n = state.seen.len() as f64;
    let is_due = (n * state.fail_share).floor() > ((n - 1.0) * state.fail_share).floor();
    let failures = state.failures_of_body.entry(seen.body.clone()).or_default();
    if !is_due || *failures >= 2 {
        return Behaviour::Answer;
    }
    *failures += 1;
    state.n_failures += 1;
    let refusal = |status, header: &str| {
        let headers = if header.is_empty() { Vec::new() } else { vec![header.to_owned()] };
        let key = seen.headers.get("x-goog-api-key").cloned().unwrap_or_default();
        // A service that repeats the key.
        Behaviour::Status(
            status,
            headers,
            json!({"error": {"message": format!("busy, key {key}")}}).to_string(),
        )
    };
    let ways = [
        refusal(503, ""),
        refusal(429, "retry-after: 1"),
        Behaviour::Truncated,
        refusal(500, ""),
        Behaviour::Close,
        // From here on the call succeeds, but the answer is bad.
        Behaviour::PartialIds,
        Behaviour::CutText,
        Behaviour::Text("1: a 1: b".to_owned()),
    ];
    let n_ways = if n_questions > 1 { ways.len() } else { 5 };
    ways[(state.n_failures - 1) % n_ways].clone()
}

fn read_request(reader: &mut BufReader<TcpStream>) -> std::io::Result<Option<Seen>> {
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let line = line.trim_end().trim_end_matches(" HTTP/1.1").to_owned();
    let mut headers = HashMap::new();
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':') {
            headers.insert(name.to_lowercase(), value.trim().to_owned());
        }
    }
    let len = headers.get("content-length").and_then(|len: &String| len.parse().ok()).unwrap_or(0);
    let mut body = vec![0; len];
    reader.read_exact(&mut body)?;
    Ok(Some(Seen { line, headers, body: String::from_utf8_lossy(&body).into_owned() }))
}

fn respond(out: &mut TcpStream, status: u16, headers: &[String], body: &str) -> std::io::Result<()> {
    let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    let len = body.len();
    write!(out, "HTTP/1.1 {status} Status\r\n{headers}content-length: {len}\r\n\r\n{body}")
}

/// The questions in the prompt's JSON.
fn questions(seen: &Seen) -> Option<Vec<Value>> {
    let request: Value = serde_json::from_str(&seen.body).ok()?;
    serde_json::from_str(request["contents"][0]["parts"][0]["text"].as_str()?).ok()
}

fn good_answer(seen: &Seen) -> String {
    if !seen.headers.contains_key("x-goog-api-key") {
        return json!({"error": {"message": "no key"}}).to_string();
    }
    envelope(&good_text(seen))
}

/// The name of a topic is its first label; the skill of a person is the first word of a title.
fn good_text(seen: &Seen) -> String {
    let words = |text: &str, n: usize| {
        let is_word = |c: char| c.is_alphanumeric() || "+#".contains(c);
        let words = text.split(|c| !is_word(c)).filter(|word| !word.is_empty());
        words.take(n).map(capitalised).collect::<Vec<_>>().join(" ")
    };
    let answer = |question: &Value| {
        if let Some(titles) = question["titles"].as_array() {
            let skills: Vec<String> =
                titles.iter().filter_map(Value::as_str).map(|title| words(title, 1)).take(3).collect();
            return json!({"id": question["id"], "skills": skills});
        }
        let label = question["labels"][0].as_str().unwrap_or("Nothing");
        json!({"id": question["id"], "name": words(label, 3)})
    };
    questions(seen).unwrap_or_default().iter().map(answer).collect::<Value>().to_string()
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn envelope(text: &str) -> String {
    json!({
        "candidates": [{"content": {"role": "model", "parts": [{"text": text}]}, "finishReason": "STOP"}],
        "usageMetadata": {
            "promptTokenCount": 100,
            "candidatesTokenCount": text.len() / 4,
            "totalTokenCount": 100 + text.len() / 4,
        },
    })
    .to_string()
}
