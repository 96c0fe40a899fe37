//! Several at once.

use std::sync::Arc;

use artifact_store::pointer::Live;
use artifact_store::{ArtifactStore, layout};
use releases::inputs::Inputs;
use releases::lease::{Claimed, Lease, LeaseError, LivePointer};
use releases::live_state::LiveState;

use crate::parts::{LEASE, candidate, live, models, now, release, release_on, store, time};

#[test]
fn of_sixteen_one_wins_and_the_others_leave_nothing() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_time().build();
    runtime.expect("a runtime").block_on(async {
        let (memory, store) = store();
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        for round in 0..3 {
            let pointers = |journal: Vec<String>| journal.iter().filter(|key| *key == "current.json").count();
            let before_round = pointers(memory.journal());
            let sequence = live(&store).await.sequence;
            // Everybody has read before anybody writes.
            let everybody = Arc::new(tokio::sync::Barrier::new(16));
            let tasks: Vec<_> = (0..16)
                .map(|n| {
                    let (store, everybody) = (store.clone(), Arc::clone(&everybody));
                    tokio::spawn(async move {
                        let before = LiveState::read(&store).await.expect("read");
                        assert_eq!(before.manifest.as_ref().expect("live").sequence, sequence);
                        everybody.wait().await;
                        let model = &models()[(n + round) % 3];
                        release_on(&store, &before, candidate(model, &format!("{round} {n}"))).await
                    })
                })
                .collect();
            let (mut won, mut said) = (0, 0);
            for task in tasks {
                match task.await.expect("no panic") {
                    Ok(Some(_)) => won += 1,
                    // The same model on top of the same release is the same release.
                    Ok(None) => said += 1,
                    Err(error) => {
                        let lost = error.downcast_ref::<LeaseError>();
                        let lost = lost.unwrap_or_else(|| panic!("{error:#}"));
                        assert!(
                            matches!(lost, LeaseError::Overtaken { .. } | LeaseError::Busy { .. }),
                            "{lost}"
                        );
                        said += 1;
                    }
                }
            }
            assert_eq!((won, said), (1, 15), "round {round}");
            let manifest = live(&store).await;
            assert_eq!(manifest.sequence, sequence + 1, "one release per round");
            assert_eq!(pointers(memory.journal()) - before_round, 2, "the claim and the move");
            let releases = store.list(layout::RELEASES).await.expect("listed");
            let foreign = releases.iter().filter(|listed| {
                let key = listed.key.as_str();
                manifest.changes.iter().all(|change| !key.starts_with(&change.release.prefix()))
            });
            assert_eq!(foreign.count(), 0, "whoever lost has written nothing");
        }
    });
}

async fn claim<'a>(store: &'a ArtifactStore, name: &str) -> Result<Claimed<'a>, LeaseError> {
    let seen = LivePointer::read(store).await?;
    let release = Inputs::default().with("name", name.as_bytes()).release();
    Lease::claim(store, &seen, &release, LEASE, |_| {}).await
}

fn ours(claimed: Result<Claimed<'_>, LeaseError>) -> Lease<'_> {
    match claimed {
        Ok(Claimed::Ours(lease)) => lease,
        other => panic!("not ours: {other:?}"),
    }
}

#[test]
fn a_claim_that_stands_still_is_taken_over_and_its_holder_stops() {
    now(async {
        let (_, store) = store();
        let mut paused = ours(claim(&store, "one").await);
        let second = ours(claim(&store, "two").await);
        assert_eq!(second.unfinished().len(), 1, "what the paused one may have written is known");
        tokio::time::sleep(LEASE).await;
        let stopped = paused.keep().await;
        assert!(matches!(stopped, Err(LeaseError::TakenOver)), "{stopped:?}");
        let live = Live {
            release: Inputs::default().release(),
            sequence: 1,
            model_sha256: String::new(),
            inputs: String::new(),
            published_at: time("2026-01-01T00:00:00Z"),
        };
        assert!(matches!(paused.finish(live, Vec::new()).await, Err(LeaseError::TakenOver)));
    });
}

#[test]
fn a_claim_that_moves_is_left_to_its_holder() {
    now(async {
        let (_, store) = store();
        let mut holder = ours(claim(&store, "one").await);
        let other = claim(&store, "two");
        let renew = async {
            loop {
                tokio::time::sleep(LEASE / 4).await;
                holder.keep().await.expect("it is still ours");
            }
        };
        let said = tokio::select! {
            said = other => said,
            () = renew => unreachable!("it does not end"),
        };
        assert!(matches!(said, Err(LeaseError::Busy { .. })), "{said:?}");
    });
}

#[test]
fn whoever_began_from_an_older_release_is_told() {
    now(async {
        let (_, store) = store();
        let before = LiveState::read(&store).await.expect("read");
        release(&store, candidate(&models()[0], "first")).await.expect("published");
        let error = release_on(&store, &before, candidate(&models()[1], "late")).await.expect_err("too late");
        assert!(matches!(error.downcast_ref(), Some(LeaseError::Overtaken { .. })), "{error:#}");
        assert!(error.to_string().contains("Run this again"), "{error:#}");
    });
}
