//! Requests while models are replaced: one model gives each answer.

mod releases;
mod requests;
mod synthetic_model;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use artifact_store::ArtifactStore;
use classify::Classifier;
use releases::{LogLines, followed, health, publish, release};
use requests::{JSON, now, post, text};
use serde_json::Value;

const SWAPS: u64 = 500;
/// After this time the test has hung.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// Sets its flag when it is dropped.
struct FlagOnDrop<'a>(&'a AtomicBool);

impl Drop for FlagOnDrop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_is_of_one_model() {
    let (store, log) = (ArtifactStore::memory(), LogLines::default());
    let releases = [release(1), release(2)];
    publish(&store, &releases[0]);
    let classifier = Classifier::start(log.sources().releases(store.clone())).await;
    let (over, asked) = (AtomicBool::new(false), AtomicU64::new(0));
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let answer = health(&classifier);
                    assert!(releases.iter().any(|release| answer == followed(release)), "{answer:?}");
                    let profile = r#"{"experience_months": 12, "degree_fields": ["Computer Science"]}"#;
                    let answer = now(classifier.handle(post(JSON, JSON, profile)));
                    let answer: Value = serde_json::from_str(text(&answer)).expect("JSON");
                    let (path, name) =
                        (answer["path"].as_str().expect("a path"), answer["roadmap"].to_string());
                    let n = if path.contains("topic1") { 1 } else { 2 };
                    assert!(path.contains(&format!("topic{n}")), "{path}");
                    assert!(name.contains(&format!("opic{n}")), "{path} is not {name}");
                    asked.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        // Also when this thread panics, so that the others end.
        let _flag = FlagOnDrop(&over);
        let start = Instant::now();
        // This thread is in the runtime, so its requests start the checks.
        for swap in 1..=SWAPS {
            let next = &releases[(swap % 2) as usize];
            publish(&store, next);
            while health(&classifier) != followed(next) {
                assert!(start.elapsed() < TIME_LIMIT, "swap {swap} was not loaded");
                thread::yield_now();
            }
        }
    });
    assert!(asked.into_inner() > SWAPS, "requests were answered during the swaps");
    assert_eq!(log.take(), [""; 0]);
}
