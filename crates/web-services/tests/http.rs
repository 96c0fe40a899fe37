//! Tests of the client against a server with all kinds of failures.

mod fake_time;
mod stand_in;

use std::io::{Read as _, Seek as _, Write as _};
use std::sync::Arc;
use std::time::Duration;

use fake_time::FakeTime;
use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng as _};
use stand_in::{Behaviour, StandIn};
use web_services::http::{Client, HttpError, Request, Secret, Settings};

const KEY: &str = "s3cret-Key_of_the_t3sts";

fn client_with(server: &StandIn, change: impl FnOnce(&mut Settings)) -> (Client, Arc<FakeTime>) {
    let mut settings = Settings::new("Stand-in", server.url());
    change(&mut settings);
    let time = Arc::new(FakeTime::default());
    let client = Client::new(settings, ChaCha8Rng::seed_from_u64(1), time.clone()).expect("an address");
    let key = Secret::new(KEY).expect("a key");
    (client.with_secret("x-goog-api-key", "", key).expect("a key that a header can carry"), time)
}

fn client(server: &StandIn) -> (Client, Arc<FakeTime>) {
    client_with(server, |_| {})
}

fn status(status: u16, headers: &[&str], body: &str) -> Behaviour {
    Behaviour::Status(status, headers.iter().map(|&header| header.to_owned()).collect(), body.to_owned())
}

fn ask() -> Request {
    Request::post_json("/ask", b"{}".to_vec())
}

/// The error of a call; no format of it prints the key.
fn failure(client: &Client, request: &Request) -> HttpError {
    let error = client.send(request).expect_err("a call that fails");
    let printed = format!("{error} {error:?} {client:?} {:?}", Secret::new(KEY));
    assert!(!printed.contains(KEY), "{printed}");
    error
}

#[test]
fn temporary_failures_are_retried_with_growing_waits() {
    let trouble = [
        status(500, &[], ""),
        Behaviour::Close,
        status(504, &[], "<html>"),
        Behaviour::Truncated,
        status(200, &[], "fine"),
    ];
    let server = StandIn::with_script(trouble);
    let (client, time) = client(&server);
    assert_eq!(client.send(&ask()).unwrap().body, b"fine");
    assert_eq!(server.seen().len(), 5);
    let waits = time.waits();
    assert_eq!(waits.len(), 4);
    for (attempt, wait) in waits.iter().enumerate() {
        assert!(*wait < Duration::from_secs(1 << attempt), "{waits:?}");
    }
    assert!(
        server.seen().iter().all(|seen| seen.headers["x-goog-api-key"] == KEY && seen.line == "POST /ask")
    );
}

#[test]
fn the_same_seed_gives_the_same_waits() {
    let run = || {
        let server = StandIn::with_script([status(500, &[], ""), status(500, &[], ""), status(200, &[], "")]);
        let (client, time) = client(&server);
        client.send(&ask()).unwrap();
        time.waits()
    };
    assert_eq!(run(), run());
}

#[test]
fn retry_after_is_followed_up_to_the_cap() {
    let server = StandIn::with_script([
        status(429, &["Retry-After: 7"], ""),
        status(
            503,
            &["Retry-After: Sun, 06 Nov 1994 12:00:30 GMT", "Date: Sun, 06 Nov 1994 12:00:00 GMT"],
            "",
        ),
        status(429, &["Retry-After: 99999999999999999999"], ""),
        status(200, &[], ""),
    ]);
    let (client, time) = client(&server);
    client.send(&ask()).unwrap();
    let seconds: Vec<u64> = time.waits().iter().map(Duration::as_secs).collect();
    assert_eq!(seconds, [7, 30, 60]);
}

#[test]
fn permanent_failures_are_not_retried() {
    for code in [301, 302, 400, 401, 403, 404, 501] {
        let server = StandIn::with_script([status(code, &["Location: /elsewhere"], "")]);
        let (client, time) = client(&server);
        assert_eq!(failure(&client, &ask()).status(), Some(code));
        assert_eq!((server.seen().len(), time.waits().len()), (1, 0), "{code}");
    }
}

#[test]
fn the_limits_on_attempts_and_time_hold() {
    let server = StandIn::with_script((0..20).map(|_| status(503, &[], "")));
    let (client, _) = client(&server);
    let error = failure(&client, &ask());
    assert_eq!(error.to_string(), "Stand-in answered 503 after 5 tries: the service failed; try again later");
    assert_eq!(server.seen().len(), 5);

    let server = StandIn::with_script((0..20).map(|_| status(429, &["Retry-After: 40"], "")));
    let (client, time) = client_with(&server, |settings| settings.total_time = Duration::from_secs(100));
    let error = failure(&client, &ask());
    assert!(matches!(error, HttpError::OutOfTime { attempts: 3, .. }));
    assert_eq!((error.status(), error.was_never_sent()), (Some(429), false), "the last answer's");
    assert!(time.waits().iter().sum::<Duration>() < Duration::from_secs(100));
    assert_eq!(server.seen().len(), 3);
}

#[test]
fn a_request_that_costs_money_is_retried_only_if_it_was_not_executed() {
    let server = StandIn::with_script([status(503, &[], ""), Behaviour::Close, status(200, &[], "")]);
    let (client, _) = client(&server);
    assert!(matches!(failure(&client, &ask().only_once()), HttpError::Connection { attempts: 2, .. }));
    assert_eq!(server.seen().len(), 2);
}

#[test]
fn silence_ends_with_the_time_for_a_try() {
    let server = StandIn::with_script([Behaviour::Silence, status(200, &[], "fine")]);
    let (client, _) = client_with(&server, |settings| settings.timeout_per_try = Duration::from_millis(300));
    assert_eq!(client.send(&ask()).unwrap().body, b"fine");
}

#[test]
fn a_refused_connection_is_named_in_the_error() {
    // No program listens on port 1.
    let settings = Settings::new("Nobody", "http://127.0.0.1:1");
    let client = Client::new(settings, ChaCha8Rng::seed_from_u64(1), Arc::new(FakeTime::default())).unwrap();
    let error = client.send(&Request::get("/secret-path").query("token", "a&b c")).unwrap_err().to_string();
    assert_eq!(error, "Nobody: the connection was refused (5 tries); check the network and try again");
}

#[test]
fn https_fails_with_a_server_without_tls() {
    let server = StandIn::with_script([]);
    let settings = Settings::new("Plain", server.url().replace("http:", "https:"));
    let client = Client::new(settings, ChaCha8Rng::seed_from_u64(1), Arc::new(FakeTime::default())).unwrap();
    assert!(matches!(client.send(&ask()), Err(HttpError::Connection { .. })));
}

#[test]
fn a_huge_answer_is_not_read() {
    let server = StandIn::with_script([Behaviour::Huge(9 * 1024 * 1024)]);
    let (client, _) = client(&server);
    assert!(matches!(failure(&client, &ask()), HttpError::TooLarge { max_bytes: 8_388_608, .. }));
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn an_error_quotes_the_service_but_never_the_key() {
    let body =
        format!(r#"{{"error":{{"message":"key {KEY} is not valid \u001b[2J see http://h/?key={KEY}"}}}}"#);
    let server = StandIn::with_script([status(400, &[], &body), status(403, &[], KEY)]);
    let (client, _) = client(&server);
    let request = Request::get("/ask").query("q", "what was asked");
    let error = failure(&client, &request).to_string();
    assert!(error.contains("“key *** is not valid [2J see (URL)”"), "{error}");
    assert!(!error.contains("asked") && !error.contains('\u{1b}'), "{error}");
    failure(&client, &request);
    assert_eq!(server.seen()[0].line, "GET /ask?q=what%20was%20asked");
}

#[test]
fn invalid_addresses_and_keys_are_refused_before_a_request_is_sent() {
    let new = |url: &str| {
        Client::new(Settings::new("S", url), ChaCha8Rng::seed_from_u64(1), Arc::new(FakeTime::default()))
    };
    assert!(matches!(new("http://example.com"), Err(HttpError::BadBaseUrl { .. })));
    let broken = Secret::new("one\ntwo").unwrap();
    let error = new("https://example.com").unwrap().with_secret("x-key", "", broken).unwrap_err();
    assert!(matches!(error, HttpError::BadSecret { .. }));
    assert!(Secret::new(" \n").is_none());
    let server = StandIn::with_script([]);
    let (client, _) = client(&server);
    for path in ["ask", "/ask?key=1", "/a b", ""] {
        assert!(matches!(failure(&client, &Request::get(path)), HttpError::BadPath { .. }), "{path}");
    }
    assert_eq!(server.seen().len(), 0);
}

#[test]
fn a_download_restarts_and_is_bounded() {
    let long = "x".repeat(100_000);
    let server = StandIn::with_script([
        Behaviour::Truncated,
        status(200, &[], &long),
        status(202, &[], "not yet"),
        status(200, &[], &long),
        status(200, &[], &long),
    ]);
    let (client, _) = client(&server);
    let mut file = tempfile::tempfile().unwrap();
    file.write_all("an older and longer file".repeat(10_000).as_bytes()).unwrap();
    let get = Request::get("/file");
    client.download(&get, &mut file, 1_000_000).unwrap();
    let mut text = String::new();
    file.rewind().unwrap();
    file.read_to_string(&mut text).unwrap();
    assert!(text == long);
    let early = client.download(&get, &mut file, 10).unwrap();
    assert_eq!((early.status, early.body.as_slice()), (202, b"not yet".as_slice()));
    client.download(&get, &mut file, 100_000).unwrap();
    assert!(matches!(client.download(&get, &mut file, 99_999), Err(HttpError::TooLarge { .. })));
}
