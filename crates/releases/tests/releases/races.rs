//! Several publishes at the same time.

use std::sync::Arc;

use artifact_store::pointer::LiveRelease;
use artifact_store::{ArtifactStore, layout};
use releases::inputs::Inputs;
use releases::lease::{ClaimOutcome, Lease, LeaseError, LivePointer};
use releases::live_state::LiveState;

use crate::parts::{LEASE, candidate, live, models, now, release, release_on, store, time};

#[test]
fn one_of_sixteen_publishes_wins_and_the_others_write_nothing() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_time().build();
    runtime.expect("a runtime").block_on(async {
        let (memory, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        for round in 0..3 {
            let pointers = |journal: Vec<String>| journal.iter().filter(|key| *key == "current.json").count();
            let before_round = pointers(memory.journal());
            let sequence = live(&store).await.sequence;
            // All of them read before one of them writes.
            let barrier = Arc::new(tokio::sync::Barrier::new(16));
            let tasks: Vec<_> = (0..16)
                .map(|n| {
                    let (store, barrier) = (store.clone(), Arc::clone(&barrier));
                    tokio::spawn(async move {
                        let before = LiveState::read(&store).await.expect("read");
                        assert_eq!(before.manifest.as_ref().expect("live").sequence, sequence);
                        barrier.wait().await;
                        let model = &models()[(n + round) % 3];
                        release_on(&store, &before, candidate(model, &format!("{round} {n}"))).await
                    })
                })
                .collect();
            let (mut won, mut lost) = (0, 0);
            for task in tasks {
                match task.await.expect("no panic") {
                    Ok(Some(_)) => won += 1,
                    // The same model on top of the same release is the same release.
                    Ok(None) => lost += 1,
                    Err(error) => {
                        let reason = error.downcast_ref::<LeaseError>();
                        let reason = reason.unwrap_or_else(|| panic!("{error:#}"));
                        assert!(
                            matches!(reason, LeaseError::Overtaken { .. } | LeaseError::Busy { .. }),
                            "{reason}"
                        );
                        lost += 1;
                    }
                }
            }
            assert_eq!((won, lost), (1, 15), "round {round}");
            let manifest = live(&store).await;
            assert_eq!(manifest.sequence, sequence + 1, "one release per round");
            assert_eq!(pointers(memory.journal()) - before_round, 2, "the claim and the move");
            let releases = store.list(layout::RELEASES).await.expect("listed");
            let foreign = releases.iter().filter(|listed| {
                let key = listed.key.as_str();
                manifest.changes.iter().all(|change| !key.starts_with(&change.release.prefix()))
            });
            assert_eq!(foreign.count(), 0, "the losers have written nothing");
        }
    });
}

async fn claim<'a>(store: &'a ArtifactStore, name: &str) -> Result<ClaimOutcome<'a>, LeaseError> {
    let before = LivePointer::read(store).await?;
    let release = Inputs::default().with("name", name.as_bytes()).release_id();
    Lease::claim(store, &before, &release, LEASE, |_| {}).await
}

fn granted(claim: Result<ClaimOutcome<'_>, LeaseError>) -> Lease<'_> {
    match claim {
        Ok(ClaimOutcome::Granted(lease)) => lease,
        other => panic!("not granted: {other:?}"),
    }
}

#[test]
fn a_claim_that_is_not_renewed_is_taken_over_and_its_holder_stops() {
    now(async {
        let (_, store) = store();
        let mut paused = granted(claim(&store, "one").await);
        let second = granted(claim(&store, "two").await);
        assert_eq!(second.unfinished().len(), 1, "the release of the paused publish is remembered");
        tokio::time::sleep(LEASE).await;
        let stopped = paused.keep().await;
        assert!(matches!(stopped, Err(LeaseError::TakenOver)), "{stopped:?}");
        let live = LiveRelease {
            release: Inputs::default().release_id(),
            sequence: 1,
            model_sha256: String::new(),
            inputs: String::new(),
            published_at: time("2026-01-01T00:00:00Z"),
        };
        assert!(matches!(paused.finish(live, Vec::new()).await, Err(LeaseError::TakenOver)));
    });
}

#[test]
fn a_claim_that_is_renewed_is_not_taken_over() {
    now(async {
        let (_, store) = store();
        let mut holder = granted(claim(&store, "one").await);
        let other = claim(&store, "two");
        let renew = async {
            loop {
                tokio::time::sleep(LEASE / 4).await;
                holder.keep().await.expect("still held");
            }
        };
        let claimed = tokio::select! {
            claimed = other => claimed,
            () = renew => unreachable!("it does not end"),
        };
        assert!(matches!(claimed, Err(LeaseError::Busy { .. })), "{claimed:?}");
    });
}

#[test]
fn a_publish_on_top_of_an_older_release_fails() {
    now(async {
        let (_, store) = store();
        let before = LiveState::read(&store).await.expect("read");
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        let error = release_on(&store, &before, candidate(&models()[1], "late")).await.expect_err("too late");
        assert!(matches!(error.downcast_ref(), Some(LeaseError::Overtaken { .. })), "{error:#}");
        assert!(error.to_string().contains("Run this again"), "{error:#}");
    });
}
