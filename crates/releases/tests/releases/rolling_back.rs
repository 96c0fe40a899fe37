//! Rollbacks.

use std::collections::BTreeSet;

use artifact_store::ArtifactStore;
use career_training::Fitted;
use releases::refresh::{Options, publish_model, roll_back};
use releases::report::{Outcome, Report};
use training::progress::Silent;

use crate::parts::{LEASE, live, models, now, site, store, time};
use crate::visitor::{end, walk};

fn options(force: Option<&str>) -> Options {
    let force = force.map(str::to_owned);
    Options { force, lease: LEASE, ..Options::new(site(), time("2026-01-02T03:04:05Z")) }
}

async fn publish(store: &ArtifactStore, model: usize, force: Option<&str>) -> Report {
    let model = models()[model].clone();
    publish_model(store, Fitted::without_members(model), None, &options(force), &Silent).await.expect("done")
}

async fn back(store: &ArtifactStore) -> Report {
    roll_back(store, None, &options(None), &Silent).await.expect("rolled back")
}

async fn paths(store: &ArtifactStore) -> BTreeSet<String> {
    live(store).await.roadmaps.into_iter().map(|roadmap| roadmap.path).collect()
}

#[test]
fn a_rollback_brings_back_the_roadmaps_and_keeps_every_address() {
    now(async {
        let (_, store) = store();
        publish(&store, 0, None).await;
        let (first, model) = (paths(&store).await, live(&store).await.model);
        publish(&store, 1, Some("they differ")).await;
        let second = paths(&store).await;
        assert!(!second.is_subset(&first), "the second release has new addresses");
        assert_eq!(back(&store).await.outcome, Outcome::Published);
        assert_eq!(paths(&store).await, first);
        assert_eq!(live(&store).await.model, model, "the same bytes");
        walk(&store, &(&first | &second));
        for retired in second.difference(&first) {
            assert!(first.contains(&end(&store, retired)));
        }
    });
}

#[test]
fn a_rolled_back_release_is_not_published_again_without_force() {
    now(async {
        let (_, store) = store();
        publish(&store, 0, None).await;
        publish(&store, 1, Some("they differ")).await;
        back(&store).await;
        let rolled_back = live(&store).await.release;
        assert_eq!(publish(&store, 1, None).await.outcome, Outcome::RolledBack);
        assert_eq!(publish(&store, 0, None).await.outcome, Outcome::Unchanged, "its model is live");
        assert_eq!(live(&store).await.release, rolled_back);
        assert_eq!(publish(&store, 1, Some("it was right after all")).await.outcome, Outcome::Published);
        assert_eq!(publish(&store, 0, Some("and back")).await.outcome, Outcome::Published);
    });
}

#[test]
fn two_rollbacks_go_two_releases_back() {
    now(async {
        let (_, store) = store();
        let mut all = Vec::new();
        for model in 0..3 {
            publish(&store, model, Some("they differ")).await;
            all.push(paths(&store).await);
        }
        back(&store).await;
        assert_eq!(paths(&store).await, all[1]);
        back(&store).await;
        assert_eq!(paths(&store).await, all[0]);
        let error = roll_back(&store, None, &options(None), &Silent).await.expect_err("nothing before");
        assert!(error.to_string().contains("is the first"), "{error:#}");
        walk(&store, &all.into_iter().flatten().collect());
    });
}

#[test]
fn a_rollback_needs_an_earlier_release() {
    now(async {
        let (_, store) = store();
        let error = roll_back(&store, None, &options(None), &Silent).await.expect_err("nothing is live");
        assert!(error.to_string().contains("nothing is published"), "{error:#}");
        publish(&store, 0, None).await;
        let live = live(&store).await.release;
        let error = roll_back(&store, Some(&live), &options(None), &Silent).await.expect_err("live already");
        assert!(error.to_string().contains("live already"), "{error:#}");
        let unknown = "0123456789abcdef".parse().expect("an id");
        let error = roll_back(&store, Some(&unknown), &options(None), &Silent).await.expect_err("unknown");
        assert!(error.to_string().contains("site-gen releases"), "{error:#}");
    });
}

#[test]
fn a_rollback_brings_no_made_up_people_back_over_real_ones() {
    now(async {
        let (_, store) = store();
        let mut sample = models()[0].parts().clone();
        sample.metadata.is_sample = true;
        let sample = Fitted::without_members(sample.checked().expect("a model"));
        publish_model(&store, sample, None, &options(None), &Silent).await.expect("published");
        publish(&store, 1, Some("they differ")).await;
        let before = live(&store).await;
        let error = roll_back(&store, None, &options(None), &Silent).await.expect_err("a sample");
        assert!(error.to_string().contains("made up"), "{error:#}");
        assert_eq!(live(&store).await, before);
    });
}
