//! Groups that go on from those that are live.

use std::sync::Arc;

use career_model::{Model, Profile};
use career_training::{ClusterCount, Features, Search};
use training::panel::{Moved, Panel};
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

/// Who would find another page, if every group that most people of an old page are in got its link.
fn moved(before: &Model, after: &Model, people: &[Profile]) -> Moved {
    let mut panel = Panel::default();
    people.iter().for_each(|profile| panel.add(profile));
    let overlap = panel.overlap(before, after);
    let link_of = |new: &str| {
        let shared = overlap.pairs.iter().filter(|((_, _, page), _)| page.as_deref() == Some(new));
        shared.max_by_key(|(_, people)| **people).map(|((_, old, _), _)| old.clone()).unwrap_or_default()
    };
    overlap.moved(link_of)
}

#[test]
fn the_same_people_stay_and_a_tenth_of_new_ones_moves_few() {
    let everyone = people(0, 770);
    let (first, second) = (&everyone[..700], &everyone[70..]);
    let live = fitted(first, None);
    assert!(live.roadmaps().count() > 4, "there is something to move between");

    let same = moved(&live, &fitted(first, Some(&live)), first);
    assert!(same.asked > 500 && same.moved == 0, "{same:?}");

    let gone_on = moved(&live, &fitted(second, Some(&live)), second);
    assert!(gone_on.share() <= 0.1, "{gone_on:?}");
    let anew = moved(&live, &fitted(second, None), second);
    assert!(gone_on.share() <= anew.share(), "{gone_on:?} {anew:?}");
    eprintln!(
        "{:.1}% of people move, {:.1}% with a search of its own",
        100.0 * gone_on.share(),
        100.0 * anew.share()
    );
}

#[test]
fn there_is_nothing_to_go_on_from_in_a_model_of_the_seed() {
    let everyone = people(0, 300);
    let references: Vec<&Profile> = everyone.iter().collect();
    let seed = fit_profiles(
        &references,
        &Steering::default(),
        Features::Seed,
        ClusterCount::Fixed(3),
        1,
        Arc::new(Silent),
    );
    let seed = seed.expect("a model");
    assert!(fitted(&everyone, Some(&seed)) == fitted(&everyone, None));
}
