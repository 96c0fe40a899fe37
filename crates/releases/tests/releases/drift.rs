//! Fifty refreshes, each with a tenth of new people.

use std::collections::BTreeSet;

use career_model::Profile;
use releases::live_state::LiveState;
use releases::release::Release;

use crate::parts::{fitted, live, now, people, release, site, store, time, with_panel};
use crate::visitor::walk;

/// People in each refresh.
const PEOPLE: usize = 600;
/// New people in each refresh.
const NEW: usize = PEOPLE / 10;

#[test]
fn no_address_dies_and_most_people_keep_their_page() {
    now(async {
        let (_, store) = store();
        let everyone: Vec<Profile> = people(0, PEOPLE + 50 * NEW);
        let mut ever = BTreeSet::new();
        let (mut asked, mut moved, mut retired) = (0, 0, 0);
        for n in 0..50 {
            let here = &everyone[n * NEW..n * NEW + PEOPLE];
            let model = fitted(here, 4 + n % 2);
            let candidate = with_panel(&model, &format!("refresh {n}"), here);
            release(&store, candidate).await.expect("published");
            let manifest = live(&store).await;
            ever.extend(manifest.roadmaps.iter().map(|roadmap| roadmap.path.clone()));
            if let Some(figures) = manifest.judgement.moved {
                asked += figures.asked;
                moved += figures.moved;
            }
            retired += manifest.changes[0].retired.len();
            walk(&store, &ever);
        }
        assert!(asked > 49 * 200, "the panels have people: {asked}");
        assert!(retired > 0, "the number of groups changes, so some addresses are retired");
        let kept = 1.0 - moved as f64 / asked as f64;
        eprintln!(
            "{:.1}% of {asked} kept their page; {retired} retired of {} addresses",
            100.0 * kept,
            ever.len()
        );
        assert!(kept >= 0.9, "{:.1}% kept their page", 100.0 * kept);
    });
}

#[test]
fn the_same_people_keep_every_address() {
    now(async {
        let (_, store) = store();
        let here = people(0, PEOPLE);
        release(&store, with_panel(&fitted(&here, 4), "one", &here)).await.expect("published");
        let first = live(&store).await;
        let before = LiveState::read(&store).await.expect("read");
        let candidate = with_panel(&fitted(&here, 4), "two", &here);
        let release = Release::new(candidate, &before, &site(), &time("2026-01-03T00:00:00Z"), None)
            .expect("a release");
        assert_eq!(release.manifest.roadmaps, first.roadmaps);
        assert_eq!(release.manifest.judgement.moved.expect("asked").moved, 0);
        let change = &release.manifest.changes[0];
        assert!(change.new.is_empty() && change.retired.is_empty() && change.moved.is_empty(), "{change:?}");
    });
}
