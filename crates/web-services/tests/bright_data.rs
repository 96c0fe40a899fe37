//! Tests against a stand-in for Bright Data on 127.0.0.1, with its failures. Time is simulated.

#![allow(clippy::unwrap_used, reason = "a test may panic, in its helping functions too")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rand::SeedableRng as _;
use web_services::bright_data::{CollectError, Collection, CollectionSettings, Outcome, read_urls};
use web_services::http::{Client, Secret, Settings, Sleeper};

const TOKEN: &str = "t0ken-that-must-not-leak";

/// One answer: status, further header lines, body.
type Answer = (u16, &'static str, Vec<u8>);

fn json(status: u16, body: &str) -> Answer {
    (status, "", body.as_bytes().to_vec())
}

struct Asked {
    line: String,
    authorization: String,
    body: String,
}

struct Service {
    base_url: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Service {
    /// Plays `answer(request line, body, how often this line was asked before)`; `None` cuts the connection.
    fn play(answer: impl Fn(&str, &str, usize) -> Option<Answer> + Send + 'static) -> Service {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::<Asked>::new()));
        let log = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut reader = BufReader::new(stream.try_clone().unwrap());
                let mut head = Vec::new();
                loop {
                    let mut line = String::new();
                    if reader.read_line(&mut line).unwrap_or(0) == 0 || line == "\r\n" {
                        break;
                    }
                    head.push(line.trim_end().to_owned());
                }
                let Some(line) = head.first().cloned() else { continue };
                let header = |name: &str| {
                    let found = head.iter().find_map(|line| {
                        let (key, value) = line.split_once(": ")?;
                        key.eq_ignore_ascii_case(name).then(|| value.to_owned())
                    });
                    found.unwrap_or_default()
                };
                let mut body = vec![0; header("content-length").parse().unwrap_or(0)];
                reader.read_exact(&mut body).unwrap();
                let body = String::from_utf8(body).unwrap();
                let line = line.trim_end_matches(" HTTP/1.1").to_owned();
                let before = {
                    let mut log = log.lock().unwrap();
                    let before = log.iter().filter(|asked| asked.line == line).count();
                    let authorization = header("authorization");
                    log.push(Asked { line: line.clone(), authorization, body: body.clone() });
                    before
                };
                if let Some((status, headers, body)) = answer(&line, &body, before) {
                    let length = body.len();
                    let head = format!(
                        "HTTP/1.1 {status} Any\r\ncontent-length: {length}\r\n{headers}\
                         connection: close\r\n\r\n"
                    );
                    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
                }
            }
        });
        Service { base_url, asked }
    }

    fn count(&self, beginning: &str) -> usize {
        self.asked.lock().unwrap().iter().filter(|asked| asked.line.starts_with(beginning)).count()
    }

    /// Every URL that was triggered, sorted.
    fn triggered(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        let mut urls: Vec<String> = asked
            .iter()
            .filter(|asked| asked.line.starts_with("POST /datasets/v3/trigger"))
            .flat_map(|asked| serde_json::from_str::<Vec<BTreeMap<String, String>>>(&asked.body).unwrap())
            .map(|mut input| input.remove("url").unwrap())
            .collect();
        urls.sort();
        urls
    }
}

/// A clock that advances only during a sleep.
#[derive(Default)]
struct CountedTime(Mutex<Vec<Duration>>);

impl Sleeper for CountedTime {
    fn sleep(&self, wait: Duration) {
        self.0.lock().unwrap().push(wait);
    }

    fn now(&self) -> Duration {
        self.0.lock().unwrap().iter().sum()
    }
}

struct Run {
    dir: tempfile::TempDir,
    settings: CollectionSettings,
    time: Arc<CountedTime>,
}

impl Run {
    fn new() -> Run {
        let settings = CollectionSettings {
            batch_size: 2,
            total_time: Duration::from_secs(600),
            max_snapshot_bytes: 1 << 20,
            ..CollectionSettings::default()
        };
        Run { dir: tempfile::tempdir().unwrap(), settings, time: Arc::default() }
    }

    fn out(&self) -> PathBuf {
        self.dir.path().join("people.jsonl")
    }

    fn collect(&self, base_url: &str, urls: &[String]) -> Result<Outcome, CollectError> {
        let settings = Settings { max_attempts: 3, ..Settings::new("Bright Data", base_url) };
        let rng = rand_chacha::ChaCha8Rng::seed_from_u64(1);
        let time: Arc<dyn Sleeper> = Arc::clone(&self.time) as Arc<dyn Sleeper>;
        let client = Client::new(settings, rng, time).unwrap();
        let client = client.with_secret("authorization", "Bearer ", Secret::new(TOKEN).unwrap()).unwrap();
        Collection::open(&client, &self.settings, &self.out())?.run(urls, |_| {})
    }
}

fn people(range: std::ops::RangeInclusive<u32>) -> Vec<String> {
    range.map(|n| format!("https://profiles.example/in/person-{n}")).collect()
}

/// The snapshot id of a batch, from the number of its first URL.
fn trigger_answer(body: &str) -> Answer {
    let first = body.split("person-").nth(1).unwrap().split('"').next().unwrap();
    json(200, &format!("{{\"snapshot_id\":\"s_{first}\"}}"))
}

/// Two profiles for any snapshot.
fn two_profiles() -> Answer {
    json(200, "{\"id\":\"a\",\"position\":\"Engineer\"}\n{\"id\":\"b\"}\n")
}

fn well_behaved(line: &str, body: &str, before: usize) -> Answer {
    match line {
        _ if line.starts_with("POST") => trigger_answer(body),
        _ if line.contains("/progress/") && before == 0 => json(200, "{\"status\":\"running\"}"),
        _ if line.contains("/progress/") => json(200, "{\"status\":\"ready\"}"),
        _ => two_profiles(),
    }
}

fn failed(outcome: &Outcome) -> Vec<(&str, u64)> {
    outcome.failed.iter().map(|(reason, n)| (reason.as_str(), *n)).collect()
}

#[test]
fn running_then_ready_then_collected_and_a_second_run_asks_nothing() {
    let service = Service::play(|line, body, before| Some(well_behaved(line, body, before)));
    let run = Run::new();
    let outcome = run.collect(&service.base_url, &people(1..=4)).unwrap();
    assert_eq!(outcome, Outcome { records: 4, ..Outcome::default() });
    assert!(outcome.is_complete());
    assert_eq!(fs::read_to_string(run.out()).unwrap().lines().count(), 4);
    assert_eq!(service.triggered(), people(1..=4));
    assert_eq!(run.time.0.lock().unwrap().as_slice(), [Duration::from_secs(10)]);
    {
        let asked = service.asked.lock().unwrap();
        let lines: Vec<&str> = asked.iter().map(|asked| asked.line.as_str()).collect();
        let query = "dataset_id=gd_l1viktl72bvl7bjuj0&format=json&include_errors=true";
        assert_eq!(lines[0], format!("POST /datasets/v3/trigger?{query}"));
        assert!(lines.contains(&"GET /datasets/v3/snapshot/s_1?format=jsonl"), "{lines:?}");
        assert!(asked.iter().all(|asked| asked.authorization == format!("Bearer {TOKEN}")));
        assert!(asked.iter().all(|asked| !asked.line.contains("t0ken")));
    }
    let n_asked = service.count("");
    assert_eq!(run.collect(&service.base_url, &people(1..=4)).unwrap(), outcome);
    assert_eq!(service.count(""), n_asked);
    // No file beside the output contains a URL or the token.
    for file in fs::read_dir(run.dir.path()).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        assert!(!text.contains("person-") && !text.contains(TOKEN));
    }
    // A longer list sends only its new URLs.
    run.collect(&service.base_url, &people(1..=5)).unwrap();
    assert_eq!(service.triggered(), people(1..=5));
}

#[test]
fn killed_anywhere_and_run_again_nothing_is_triggered_twice() {
    // The service fails at its n-th request, for every n, which has the same effect as a kill.
    for dies_at in 0..12 {
        let run = Run::new();
        let seen = Arc::new(Mutex::new(0));
        let counter = Arc::clone(&seen);
        let dying = Service::play(move |line, body, before| {
            let mut n = counter.lock().unwrap();
            *n += 1;
            // 401 ends a run at once and, at a trigger, means that nothing was started.
            if *n > dies_at { Some(json(401, "{}")) } else { Some(well_behaved(line, body, before)) }
        });
        let first = run.collect(&dying.base_url, &people(1..=6));
        assert!(
            matches!(first, Err(CollectError::Service(_))) || *seen.lock().unwrap() <= dies_at,
            "{dies_at}"
        );
        let refused = dying.asked.lock().unwrap().last().is_some_and(|asked| asked.line.starts_with("POST"));
        let alive = Service::play(|line, body, before| Some(well_behaved(line, body, before)));
        let outcome = run.collect(&alive.base_url, &people(1..=6)).unwrap();
        assert_eq!(outcome, Outcome { records: 6, ..Outcome::default() }, "{dies_at}");
        let mut all = dying.triggered();
        if refused {
            let last = dying.asked.lock().unwrap().last().unwrap().body.clone();
            all.retain(|url| !last.contains(url.as_str()));
        }
        all.extend(alive.triggered());
        all.sort();
        assert_eq!(all, people(1..=6), "{dies_at}");
    }
}

#[test]
fn a_trigger_without_an_answer_is_not_repeated() {
    let service = Service::play(|line, body, before| {
        (!line.starts_with("POST") || before > 0).then(|| well_behaved(line, body, before))
    });
    let mut run = Run::new();
    let outcome = run.collect(&service.base_url, &people(1..=2)).unwrap();
    let reason = "it is not known whether they were sent; --retry-failed sends them again";
    assert_eq!(failed(&outcome), [(reason, 2)]);
    assert_eq!(run.collect(&service.base_url, &people(1..=2)).unwrap(), outcome);
    assert_eq!(service.count("POST"), 1);
    run.settings.retry_failed = true;
    assert!(run.collect(&service.base_url, &people(1..=2)).unwrap().is_complete());
    assert_eq!(service.count("POST"), 2);
}

#[test]
fn no_connection_sends_nothing_and_leaves_no_trace_of_sending() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let run = Run::new();
    let error = run.collect(&format!("http://{closed}"), &people(1..=2)).unwrap_err();
    assert!(matches!(error, CollectError::Service(_)));
    let service = Service::play(|line, body, before| Some(well_behaved(line, body, before)));
    assert!(run.collect(&service.base_url, &people(1..=2)).unwrap().is_complete());
}

#[test]
fn failed_expired_and_broken_snapshots_are_reported_by_count_and_reason() {
    let service = Service::play(|line, body, _| {
        Some(match line {
            _ if line.starts_with("POST") => trigger_answer(body),
            _ if line.ends_with("/progress/s_1") => {
                json(200, "{\"status\":\"failed\",\"error_message\":\"person-1\"}")
            }
            _ if line.ends_with("/progress/s_3") => json(404, "Snapshot does not exist"),
            _ if line.contains("/progress/") => json(200, "{\"status\":\"ready\"}"),
            _ if line.contains("/s_5") => json(400, "{\"error\":\"Snapshot is expired\"}"),
            _ if line.contains("/s_7") => json(200, "{\"id\":\"a\"}\n<html>"),
            _ if line.contains("/s_9") => (200, "", vec![b'{'; (1 << 20) + 1]),
            _ if line.contains("/s_11") => json(
                200,
                "{\"error\":\"https://profiles.example/in/person-11\",\"error_code\":\"dead_page\",\
                 \"input\":{\"url\":\"person-11\"}}\n{\"id\":\"x\",\"warning\":\"w\"}\n",
            ),
            _ => json(200, "{\"id\":\"only one\"}\n"),
        })
    });
    let run = Run::new();
    let outcome = run.collect(&service.base_url, &people(1..=14)).unwrap();
    assert_eq!(
        failed(&outcome),
        [
            ("dead_page", 1),
            ("no record came for them", 1),
            ("the collection failed", 2),
            ("the snapshot is empty, expired or unknown", 4),
            ("the snapshot is not JSON Lines (line 2: not a JSON object)", 2),
            ("the snapshot is too large", 2),
        ]
    );
    assert_eq!((outcome.records, outcome.running, outcome.unsent), (2, 0, 0));
    let written = fs::read_to_string(run.out()).unwrap();
    assert_eq!(written, "{\"id\":\"x\",\"warning\":\"w\"}\n{\"id\":\"only one\"}\n");
}

#[test]
fn a_snapshot_that_is_not_ready_is_requested_again() {
    let service = Service::play(|line, body, before| {
        Some(match line {
            _ if line.starts_with("POST") => trigger_answer(body),
            _ if line.contains("/progress/") => json(200, "{\"status\":\"ready\"}"),
            _ if before == 0 => json(202, "{\"status\":\"building\",\"message\":\"Snapshot is building\"}"),
            _ if before == 1 => json(200, "{\"status\":\"building\",\"message\":\"try again in 10s\"}"),
            _ => two_profiles(),
        })
    });
    let run = Run::new();
    assert!(run.collect(&service.base_url, &people(1..=2)).unwrap().is_complete());
    assert_eq!(run.time.0.lock().unwrap().len(), 2);
}

#[test]
fn batches_that_are_not_ready_in_time_are_left_for_the_next_run() {
    let service = Service::play(|line, body, _| {
        Some(if line.starts_with("POST") {
            trigger_answer(body)
        } else {
            json(200, "{\"status\":\"running\"}")
        })
    });
    let mut run = Run::new();
    run.settings.max_running = 1;
    let outcome = run.collect(&service.base_url, &people(1..=6)).unwrap();
    assert_eq!(outcome, Outcome { running: 2, unsent: 4, ..Outcome::default() });
    assert!(run.time.now() <= run.settings.total_time);
    let alive = Service::play(|line, body, before| Some(well_behaved(line, body, before)));
    assert_eq!(run.collect(&alive.base_url, &people(1..=6)).unwrap().records, 6);
    assert_eq!(alive.triggered(), people(3..=6));
}

#[test]
fn too_many_requests_are_waited_out_as_long_as_asked() {
    let service = Service::play(|line, body, before| {
        Some(match line {
            _ if line.starts_with("POST") && before == 0 => (429, "retry-after: 7\r\n", b"{}".to_vec()),
            _ => well_behaved(line, body, before),
        })
    });
    let run = Run::new();
    assert!(run.collect(&service.base_url, &people(1..=2)).unwrap().is_complete());
    let first_wait = run.time.0.lock().unwrap()[0];
    assert!((7..9).contains(&first_wait.as_secs()), "{first_wait:?}");
    assert_eq!(service.count("POST"), 2);
}

#[test]
fn a_wrong_token_ends_the_run_and_is_not_repeated() {
    let service = Service::play(|_, _, _| Some(json(401, &format!("{{\"error\":\"bad {TOKEN}\"}}"))));
    let run = Run::new();
    let error = run.collect(&service.base_url, &people(1..=4)).unwrap_err();
    assert_eq!(service.count(""), 1);
    let mut words = format!("{error} {error:?}");
    words += &std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
    assert!(words.contains("401") && !words.contains(TOKEN) && !words.contains("person-"), "{words}");
}

#[test]
fn hostile_ids_and_answers_go_nowhere() {
    for body in ["{\"snapshot_id\":\"../../x?y=\"}", "{\"snapshot_id\":7}", "[]", "\u{202e}", ""] {
        let service = Service::play(move |_, _, _| Some(json(200, body)));
        let run = Run::new();
        let outcome = run.collect(&service.base_url, &people(1..=2)).unwrap();
        assert_eq!(outcome.failed.values().sum::<u64>(), 2);
        assert_eq!(service.count("GET"), 0);
    }
}

#[test]
fn a_journal_of_another_data_set_is_not_changed() {
    let run = Run::new();
    let journal = run.dir.path().join("people.jsonl.journal.json");
    for text in [
        "",
        "{}",
        "{\"version\":2,\"dataset_id\":\"gd_l1viktl72bvl7bjuj0\",\"batches\":[]}",
        "{\"version\":1,\"dataset_id\":\"other\",\"batches\":[]}",
        "{\"version\":1,\"dataset_id\":\"gd_l1viktl72bvl7bjuj0\",\"batches\":[\
         {\"part\":1,\"urls\":[],\"stage\":{\"at\":\"running\",\"snapshot_id\":\"../x\"}}]}",
    ] {
        fs::write(&journal, text).unwrap();
        let error = run.collect("http://127.0.0.1:9", &people(1..=2)).unwrap_err();
        assert!(matches!(error, CollectError::BadJournal { .. }), "{text}: {error}");
        assert_eq!(fs::read_to_string(&journal).unwrap(), text);
    }
}

#[test]
fn url_lists() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("urls.txt");
    let read = |text: &[u8]| {
        fs::write(&path, text).unwrap();
        read_urls(Path::new(&path)).map_err(|error| error.to_string())
    };
    let list = b"\xef\xbb\xbf# people\r\nhttps://a.example/1\r\n\r\n  https://a.example/1\nHTTP://b.example";
    assert_eq!(read(list).unwrap(), ["https://a.example/1", "HTTP://b.example"]);
    for (bad, words) in [
        (b"https://a.example\nftp://a.example".as_slice(), "line 2: neither http nor https"),
        (b"javascript:alert(1)", "line 1: not a URL"),
        (b"https://u@a.example", "a user name or password"),
        (b"https:///x", "no host"),
        (b"https://a.example/ b", "white space"),
        (b"\xff", "not UTF-8"),
        (b"# nothing", "no URL in it"),
        (&[b'a'; 5000], "longer than any URL"),
    ] {
        let error = read(bad).unwrap_err();
        assert!(error.contains(words) && !error.contains("a.example"), "{error}");
    }
}
