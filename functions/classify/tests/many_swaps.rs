//! 10,000 models, one after the other: the last ones cost as much as the first ones, and no memory leaks.
//!
//! A program of its own, because it counts every byte that is allocated.

mod releases;
mod requests;
mod synthetic_model;

use std::alloc::System;
use std::fs;
use std::sync::{Arc, Weak};

use artifact_store::{ArtifactStore, layout};
use career_model::Model;
use classify::Classifier;
use releases::{LogLines, health, pointer, put_model, release};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, Stats, StatsAlloc};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const SWAPS: usize = 10_000;
/// Swaps are compared in batches.
const BATCH: usize = 1_000;

/// The most bytes that a batch may leave behind.
const MAX_LEFT: i64 = 16 * 1024;

#[test]
fn ten_thousand_swaps_leave_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = ArtifactStore::folder(folder.path());
    let releases = [release(1), release(2)];
    releases.iter().for_each(|release| put_model(&store, release));
    let pointers = releases.each_ref().map(|release| serde_json::to_vec(&pointer(release)).expect("JSON"));
    // Written directly, because the store waits for the disk at each write.
    let path = folder.path().join(layout::pointer().as_str());
    let point_to = |n: usize| fs::write(&path, &pointers[n % 2]).expect("written");
    point_to(0);

    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let batches: Vec<Stats> = runtime.block_on(async {
        let log = LogLines::default();
        let classifier = Classifier::start(log.sources().releases(store.clone())).await;
        let mut batches = Vec::with_capacity(SWAPS / BATCH);
        for batch in 0..SWAPS / BATCH {
            let region = Region::new(COUNTED);
            let mut models: Vec<Weak<Model>> = Vec::with_capacity(BATCH);
            for swap in batch * BATCH + 1..=(batch + 1) * BATCH {
                models.push(Arc::downgrade(&classifier.model().expect("a model")));
                point_to(swap);
                health(&classifier);
                classifier.settle().await;
                assert_eq!(health(&classifier).3, Some(releases[swap % 2].people), "swap {swap}");
                classifier.settle().await;
            }
            let held = models.iter().filter(|model| model.strong_count() > 0).count();
            assert_eq!(held, 0, "of the models until swap {}", (batch + 1) * BATCH);
            drop(models);
            batches.push(region.change());
        }
        assert_eq!(log.take(), [""; 0]);
        batches
    });
    for (n, batch) in batches.iter().enumerate() {
        let left = batch.bytes_allocated as i64 - batch.bytes_deallocated as i64;
        assert!(left < MAX_LEFT, "thousand {n} left {left} bytes");
    }
    let work = |batch: &Stats| (batch.allocations + batch.reallocations, batch.bytes_allocated);
    let ((n_first, bytes_first), (n_last, bytes_last)) =
        (work(&batches[0]), work(&batches[SWAPS / BATCH - 1]));
    assert!(n_last <= n_first + n_first / 100, "{n_first} allocations became {n_last}");
    assert!(bytes_last <= bytes_first + bytes_first / 100, "{bytes_first} bytes became {bytes_last}");
}
