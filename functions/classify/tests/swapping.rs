//! Requests while models are exchanged: each is answered by one of them, whole.

mod asking;
mod releases;
mod synthetic_model;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use artifact_store::ArtifactStore;
use asking::{JSON, now, post, text};
use classify::Classifier;
use releases::{Said, followed, health, publish, release};
use serde_json::Value;

const SWAPS: u64 = 500;
/// Nothing here takes this long unless it hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// Says that it is over when it goes.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_is_of_one_model() {
    let (store, said) = (ArtifactStore::memory(), Said::default());
    let releases = [release(1), release(2)];
    publish(&store, &releases[0]);
    let classifier = Classifier::start(said.sources().releases(store.clone())).await;
    let (over, asked) = (AtomicBool::new(false), AtomicU64::new(0));
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let seen = health(&classifier);
                    assert!(releases.iter().any(|release| seen == followed(release)), "{seen:?}");
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
        // Even when this thread panics, or the others would go on for ever.
        let _over = Over(&over);
        let began = Instant::now();
        // This thread is in the runtime, so its requests start the looks.
        for swap in 1..=SWAPS {
            let next = &releases[(swap % 2) as usize];
            publish(&store, next);
            while health(&classifier) != followed(next) {
                assert!(began.elapsed() < PATIENCE, "swap {swap} does not come");
                thread::yield_now();
            }
        }
    });
    assert!(asked.into_inner() > SWAPS, "requests came all the while");
    assert_eq!(said.take(), [""; 0]);
}
