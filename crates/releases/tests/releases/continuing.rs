//! Groups that continue those of the live model.

use std::sync::Arc;

use career_model::{Model, Profile};
use career_training::{ClusterCount, Features, Search};
use training::panel::{Panel, PanelMoves};
use training::progress::Silent;
use training::topics::Steering;
use training::workflow::fit_profiles;

use crate::parts::people;

fn fitted(people: &[Profile], continued: Option<&Model>) -> Model {
    let people: Vec<&Profile> = people.iter().collect();
    let mut steering = Steering::default();
    if let Some(model) = continued {
        steering.continue_groups_of(model.clone());
    }
    fit_profiles(&people, &steering, Features::Full(Search::Quick), ClusterCount::Auto, 1, Arc::new(Silent))
        .expect("a model")
}

/// People who change page if each group gets the link of the old page it shares most people with.
fn moved(before: &Model, after: &Model, people: &[Profile]) -> PanelMoves {
    let mut panel = Panel::default();
    (0..).zip(people.iter()).for_each(|(record, profile)| panel.add(profile, record));
    let overlap = panel.overlap(before, after);
    let link_of = |new: &str| {
        let shared = overlap.pairs.iter().filter(|((_, _, page), _)| page.as_deref() == Some(new));
        shared.max_by_key(|(_, people)| **people).map(|((_, old, _), _)| old.clone()).unwrap_or_default()
    };
    overlap.moved(link_of)
}

#[test]
fn the_same_people_keep_their_page_and_a_tenth_of_new_people_moves_few() {
    let everyone = people(0, 770);
    let (first, second) = (&everyone[..700], &everyone[70..]);
    let live = fitted(first, None);
    assert!(live.roadmaps().count() > 4, "there are pages to move between");

    let same = moved(&live, &fitted(first, Some(&live)), first);
    assert!(same.asked > 500 && same.moved == 0, "{same:?}");

    let continued = moved(&live, &fitted(second, Some(&live)), second);
    assert!(continued.share() <= 0.1, "{continued:?}");
    let fresh = moved(&live, &fitted(second, None), second);
    assert!(continued.share() <= fresh.share(), "{continued:?} {fresh:?}");
    eprintln!(
        "{:.1}% of people move, {:.1}% without continuing the groups",
        100.0 * continued.share(),
        100.0 * fresh.share()
    );
}

#[test]
fn groups_of_the_reference_method_are_not_continued() {
    let everyone = people(0, 300);
    let profiles: Vec<&Profile> = everyone.iter().collect();
    let reference = fit_profiles(
        &profiles,
        &Steering::default(),
        Features::Reference,
        ClusterCount::Fixed(3),
        1,
        Arc::new(Silent),
    );
    let reference = reference.expect("a model");
    assert!(fitted(&everyone, Some(&reference)) == fitted(&everyone, None));
}
