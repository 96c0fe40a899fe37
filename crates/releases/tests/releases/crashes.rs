//! A publish that is killed after any of its writes.

use std::collections::{BTreeMap, BTreeSet};

use artifact_store::{ArtifactStore, MemoryStore, layout};
use career_model::Model;
use releases::live_state::LiveState;
use releases::release::Release;
use sha2::{Digest as _, Sha256};

use crate::parts::{candidate, live, models, now, prepared, release, store, write};
use crate::visitor::walk;

/// A store with a live release or none, and the next release, prepared to be written to copies of it.
struct Interrupted {
    memory: MemoryStore,
    before: LiveState,
    next: Release,
}

impl Interrupted {
    async fn new(live: Option<&Model>, next: &Model) -> Interrupted {
        let (memory, store) = store();
        if let Some(live) = live {
            release(&store, candidate(live, "first")).await.expect("published");
        }
        let before = LiveState::read(&store).await.expect("readable");
        let next = prepared(&before, candidate(next, "second")).expect("a release");
        Interrupted { memory, before, next }
    }

    /// A store whose publish was killed after so many writes, and whether it was.
    async fn killed_after(&self, writes: u64) -> (ArtifactStore, bool) {
        let memory = self.memory.copy();
        let store = ArtifactStore::Memory(memory.clone());
        memory.fail_after(Some(writes));
        let killed = write(&store, &self.before, self.next.clone()).await.is_err();
        memory.fail_after(None);
        (store, killed)
    }
}

async fn paths(store: &ArtifactStore) -> BTreeSet<String> {
    live(store).await.roadmaps.into_iter().map(|roadmap| roadmap.path).collect()
}

/// All public files, by key.
async fn public(store: &ArtifactStore) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for listed in store.list(layout::SITE).await.expect("listed") {
        let object = store.get(&listed.key, 1 << 22).await.expect("read");
        files.insert(listed.key.to_string(), object.bytes);
    }
    files
}

#[test]
fn after_any_write_the_site_is_whole_and_the_next_publish_completes() {
    now(async {
        let (_, undisturbed) = store();
        release(&undisturbed, candidate(&models()[0], "first")).await.expect("published");
        let first = paths(&undisturbed).await;
        release(&undisturbed, candidate(&models()[1], "second")).await.expect("published");
        let expected = public(&undisturbed).await;
        let mut writes = 0;
        let interrupted = Interrupted::new(Some(&models()[0]), &models()[1]).await;
        loop {
            let (store, killed) = interrupted.killed_after(writes).await;
            walk(&store, &first);
            if !killed {
                break;
            }
            assert_eq!(paths(&store).await, first, "after {writes} writes the old release is live");
            release(&store, candidate(&models()[1], "second")).await.expect("it can be run again");
            walk(&store, &first);
            assert!(
                public(&store).await == expected,
                "a second run after {writes} writes completes the site"
            );
            writes += 1;
        }
        assert!(writes > 30, "the publish was killed after every write, not only after {writes}");
    });
}

#[test]
fn after_any_write_another_release_can_be_published() {
    now(async {
        let interrupted = Interrupted::new(Some(&models()[0]), &models()[1]).await;
        for writes in 0.. {
            let (store, killed) = interrupted.killed_after(writes).await;
            let mut ever = paths(&store).await;
            release(&store, candidate(&models()[2], "third")).await.expect("published");
            ever.extend(paths(&store).await);
            walk(&store, &ever);
            // The public files of the killed publish are replaced, too.
            assert_only_live(&store, writes).await;
            if !killed {
                break;
            }
        }
    });
}

#[test]
fn pages_of_a_killed_publish_are_replaced_even_if_their_length_is_the_same() {
    // The same model, but every roadmap has another name of the same length, and so do its pages.
    let mut parts = models()[0].parts().clone();
    for roadmap in parts.levels.iter_mut().flat_map(|level| &mut level.roadmaps) {
        roadmap.name = roadmap.name.chars().rev().collect();
    }
    let reversed = parts.checked().expect("a model");
    now(async {
        let interrupted = Interrupted::new(Some(&models()[0]), &reversed).await;
        for writes in 0.. {
            let (store, killed) = interrupted.killed_after(writes).await;
            release(&store, candidate(&models()[0], "again")).await.expect("published");
            assert_only_live(&store, writes).await;
            if !killed {
                break;
            }
        }
    });
}

/// Checks that every public file is the live release's. Old assets may stay: their names contain their
/// hashes.
async fn assert_only_live(store: &ArtifactStore, writes: u64) {
    let manifest = live(store).await;
    for (path, bytes) in public(store).await {
        let path = path.trim_start_matches(layout::SITE);
        if path.starts_with("assets/") {
            continue;
        }
        let entry = manifest.files.get(path).unwrap_or_else(|| panic!("{path} is of no release"));
        assert_eq!(
            entry.sha256,
            base16ct::lower::encode_string(&Sha256::digest(&bytes)),
            "{path} after {writes} writes"
        );
    }
}

#[test]
fn the_first_publish_may_be_killed() {
    now(async {
        let interrupted = Interrupted::new(None, &models()[0]).await;
        for writes in 0.. {
            let (store, killed) = interrupted.killed_after(writes).await;
            if !killed {
                break;
            }
            release(&store, candidate(&models()[0], "second")).await.expect("it can be run again");
            walk(&store, &paths(&store).await);
        }
    });
}

#[test]
fn a_publish_that_fails_without_a_crash_leaves_no_claim() {
    now(async {
        let (memory, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        memory.fail_once(10);
        release(&store, candidate(&models()[1], "second")).await.expect_err("a write failed");
        let before = releases::lease::LivePointer::read(&store).await.expect("read");
        assert!(before.pointer.claim.is_none(), "the next publish need not wait: {:?}", before.pointer);
        assert_eq!(before.pointer.unfinished.len(), 1);
    });
}
