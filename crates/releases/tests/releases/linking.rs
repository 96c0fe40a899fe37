//! Assignment of links to groups.

use std::collections::BTreeSet;

use artifact_store::ArtifactStore;
use career_model::{Level, Model};
use releases::matching::{Fate, MatchedModel, PublishedLinks, match_links};
use releases::permalinks::StoredPermalinks;
use site::history::Permalinks;
use training::panel::Overlap;

use crate::parts::{candidate, fitted, live, now, people, release, store};

/// Junior pages of a model, in its order.
fn juniors(model: &Model) -> Vec<String> {
    model.level(Level::Junior).roadmaps.iter().map(|roadmap| roadmap.path(Level::Junior)).collect()
}

/// Numbers of people by old and new page; pages are indices among the juniors.
fn overlap(old: &[String], new: &[String], moves: &[(usize, usize, u64)]) -> Overlap {
    let pair = |&(from, to, people): &(usize, usize, u64)| {
        ((Level::Junior, old[from].clone(), Some(new[to].clone())), people)
    };
    Overlap { pairs: moves.iter().map(pair).collect() }
}

struct LiveRelease {
    paths: BTreeSet<String>,
    permalinks: Permalinks,
    juniors: Vec<String>,
}

impl LiveRelease {
    /// A model with at least two junior pages, published.
    fn new(model: &Model) -> LiveRelease {
        now(async {
            let (_, store): (_, ArtifactStore) = store();
            release(&store, candidate(model, "live")).await.expect("published");
            let paths = live(&store).await.roadmaps.into_iter().map(|roadmap| roadmap.path).collect();
            let permalinks = StoredPermalinks::read(&store).await.expect("read").permalinks;
            LiveRelease { paths, permalinks, juniors: juniors(model) }
        })
    }

    fn matched(&self, model: &Model, moves: &[(usize, usize, u64)]) -> MatchedModel {
        let overlap = overlap(&self.juniors, &juniors(model), moves);
        let published =
            PublishedLinks { live: &self.paths, permalinks: &self.permalinks, overlap: Some(&overlap) };
        match_links(model, published).expect("linked")
    }
}

#[test]
fn links_follow_people_and_not_names() {
    let model = fitted(&people(0, 400), 3);
    let live = LiveRelease::new(&model);
    assert!(live.juniors.len() >= 2);
    // The same model, but the people of its first two groups are swapped.
    let matched = live.matched(&model, &[(0, 1, 40), (1, 0, 30), (0, 0, 5)]);
    assert_eq!(matched.link_of[&live.juniors[0]], live.juniors[1]);
    assert_eq!(matched.link_of[&live.juniors[1]], live.juniors[0]);
    let slugs = juniors(&matched.model);
    assert_eq!(
        slugs[..2],
        [live.juniors[1].clone(), live.juniors[0].clone()],
        "the model's slugs are its links"
    );
}

#[test]
fn the_larger_part_of_a_split_group_keeps_the_link() {
    let model = fitted(&people(0, 400), 3);
    let live = LiveRelease::new(&model);
    let matched = live.matched(&model, &[(0, 0, 20), (0, 1, 60)]);
    assert_eq!(matched.link_of[&live.juniors[1]], live.juniors[0]);
    let other = &matched.link_of[&live.juniors[0]];
    assert!(!live.permalinks.entries.contains_key(other) || *other == live.juniors[1], "{other}");
    assert_ne!(other, &live.juniors[0], "a link belongs to one group");
}

#[test]
fn when_two_groups_merge_the_smaller_is_replaced_by_the_larger() {
    let model = fitted(&people(0, 400), 3);
    let live = LiveRelease::new(&model);
    let one = fitted(&people(0, 400), 2);
    let matched = live.matched(&one, &[(0, 0, 50), (1, 0, 20)]);
    let retired = &matched.permalinks.entries[&live.juniors[1]];
    assert_eq!(matched.fates[&live.juniors[1]], Fate::Retired(live.juniors[0].clone()));
    assert_eq!(retired.replaced_by.as_ref(), Some(&live.juniors[0]));
    assert_eq!(matched.link_of[&juniors(&one)[0]], live.juniors[0]);
}

#[test]
fn a_group_with_few_shared_people_does_not_keep_the_link() {
    let model = fitted(&people(0, 400), 3);
    let live = LiveRelease::new(&model);
    // A third of the old page's people and a third of the new group's people are too few.
    let matched = live.matched(&model, &[(0, 0, 10), (0, 1, 10), (0, 2, 10), (1, 0, 20), (2, 0, 0)]);
    assert_ne!(
        matched.link_of[&live.juniors[0]], live.juniors[0],
        "most of its people came from another page"
    );
}

#[test]
fn a_published_link_is_never_given_to_other_people() {
    let model = fitted(&people(0, 400), 3);
    let mut live = LiveRelease::new(&model);
    // All links are retired and had other people.
    for link in live.permalinks.entries.values_mut() {
        link.replaced_by = Some("/roadmaps/junior/".to_owned());
        link.signature = Default::default();
    }
    live.paths.clear();
    let matched = live.matched(&model, &[]);
    for (fitted, link) in &matched.link_of {
        assert_ne!(fitted, link);
        assert!(!live.permalinks.entries.contains_key(link), "{link}");
        assert_eq!(matched.fates[link], Fate::New);
    }
}
