//! Two writers who ask for the same version: one wins, the others hear of it.

use std::sync::Barrier;
use std::thread;

use artifact_store::{ArtifactStore, Condition};

use crate::stores::{get, is_conflict, put, put_when, stores, text};

const WRITERS: usize = 8;

/// Who won, of writers that begin together.
fn race(store: &ArtifactStore, condition: Condition<'_>) -> Vec<String> {
    let start = Barrier::new(WRITERS);
    let write = |writer: usize| {
        let store = store.clone();
        let content = format!("writer {writer}");
        start.wait();
        let result = put_when(&store, "current.json", &content, condition);
        assert!(result.is_ok() || is_conflict(&result), "{result:?}");
        result.is_ok().then_some(content)
    };
    thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS).map(|writer| scope.spawn(move || write(writer))).collect();
        writers.into_iter().filter_map(|writer| writer.join().expect("no panic")).collect()
    })
}

#[test]
fn one_of_many_writers_wins() {
    let (_dir, stores) = stores();
    for store in &stores {
        let winners = race(store, Condition::IfAbsent);
        assert_eq!(winners.len(), 1, "{winners:?}");
        assert_eq!(text(store, "current.json"), winners[0]);
        for round in 0..5 {
            let version = put(store, "current.json", format!("round {round}"));
            let winners = race(store, Condition::IfMatch(&version));
            assert_eq!(winners.len(), 1, "{winners:?}");
            assert_eq!(text(store, "current.json"), winners[0]);
        }
    }
}

#[test]
fn counters_that_are_raised_together_lose_nothing() {
    let (_dir, stores) = stores();
    for store in &stores {
        put(store, "count", "0");
        let raise = || {
            let mut raised = 0;
            while raised < 5 {
                let now = get(store, "count").expect("read");
                let next: u32 = String::from_utf8_lossy(&now.bytes).parse::<u32>().expect("a number") + 1;
                let result = put_when(store, "count", next.to_string(), Condition::IfMatch(&now.version));
                assert!(result.is_ok() || is_conflict(&result), "{result:?}");
                raised += usize::from(result.is_ok());
            }
        };
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(raise);
            }
        });
        assert_eq!(text(store, "count"), "20");
    }
}
