//! Near-equal people are found, and different people are not.

use career_model::Profile;
use career_training::{PeopleBuilder, near_equal_people};
use proptest::prelude::*;

/// The groups of near-equal people among profiles.
fn twins(profiles: &[Profile]) -> Vec<Vec<u32>> {
    let mut builder = PeopleBuilder::default();
    profiles.iter().for_each(|profile| builder.push(profile));
    near_equal_people(&builder.finish())
}

/// Person `number`, with `n` frequent skills and `rare` skills of their own.
fn person(number: usize, n: usize, rare: usize) -> Profile {
    let frequent = (0..n).map(|skill| format!("frequent {}", (number * 7 + skill * (1 + number % 5)) % 40));
    let own = (0..rare).map(|skill| format!("own {number} {skill}"));
    Profile {
        position: Some("Engineer".into()),
        // Every seventh person has no months, and is in no level.
        experience_months: (!number.is_multiple_of(7)).then_some(number as u32 * 3),
        skills: frequent.chain(own).collect(),
        ..Profile::default()
    }
}

fn crowd() -> Vec<Profile> {
    (0..300).map(|number| person(number, 12, 2)).collect()
}

#[test]
fn different_people_are_different() {
    assert_eq!(twins(&crowd()), [[0; 0]; 0]);
    assert_eq!(twins(&[]), [[0; 0]; 0]);
}

#[test]
fn a_long_list_under_two_ids_is_one_person() {
    for number in [14, 15] {
        let mut people = crowd();
        let mut twin = people[number].clone();
        twin.experience_months = twin.experience_months.map(|months| months + 2);
        people.push(twin.clone());
        assert_eq!(twins(&people), [[number as u32, 300]], "equal lists");
        twin.skills.push("new skill".into());
        twin.skills.remove(0);
        people[300] = twin.clone();
        assert_eq!(twins(&people), [[number as u32, 300]], "12 or more of 16 items");
        // Without the rare items nothing shows that the rest is no coincidence.
        twin.skills.retain(|skill| !skill.starts_with("own"));
        people[300] = twin;
        assert_eq!(twins(&people), [[0; 0]; 0]);
    }
}

#[test]
fn a_short_list_is_one_person_only_if_nobody_else_has_an_item_of_it() {
    let mut people = crowd();
    let short = |own: &str| Profile {
        position: Some("Engineer".into()),
        skills: vec!["frequent 1".into(), "frequent 2".into(), own.into()],
        ..Profile::default()
    };
    people.extend([short("frequent 3"), short("frequent 3"), short("only mine"), short("only mine")]);
    assert_eq!(twins(&people), [[302, 303]]);
    // Another title is another person.
    people[303].position = Some("Designer".into());
    assert_eq!(twins(&people), [[0; 0]; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_order_of_people_changes_nothing(seed: u64, copies in 2_usize..6) {
        let mut people: Vec<(usize, Profile)> = Vec::new();
        for copy in 0..copies {
            let months = |profile: Profile| Profile {
                experience_months: profile.experience_months.map(|months| months + copy as u32),
                ..profile
            };
            people.extend(crowd().into_iter().map(months).enumerate().take(120));
        }
        // Any permutation.
        people.sort_by_key(|(number, profile)| {
            let months = u64::from(profile.experience_months.unwrap_or(0));
            (*number as u64 * 31 + months * 17).wrapping_mul(seed | 1) >> 7
        });
        let profiles: Vec<Profile> = people.iter().map(|(_, profile)| profile.clone()).collect();
        let groups = twins(&profiles);
        prop_assert_eq!(groups.len(), 120);
        for group in groups {
            prop_assert_eq!(group.len(), copies);
            let first = people[group[0] as usize].0;
            prop_assert!(group.iter().all(|&member| people[member as usize].0 == first));
        }
    }
}
