//! Near-equal people are found, and different people are not.

use career_model::Profile;
use career_training::PeopleBuilder;
use proptest::prelude::*;

/// The groups of near-equal people among profiles.
fn twins(profiles: &[Profile]) -> Vec<Vec<u32>> {
    let mut builder = PeopleBuilder::default();
    profiles.iter().for_each(|profile| builder.push(profile));
    builder.near_equal_people()
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

#[test]
fn people_who_are_left_out_are_nobodys_twins() {
    let mut people = crowd();
    people.extend([people[7].clone(), people[8].clone()]);
    let mut builder = PeopleBuilder::default();
    people.iter().for_each(|profile| builder.push(profile));
    builder.leave_out([7, 301]);
    assert_eq!(builder.near_equal_people(), [[0; 0]; 0]);
}

/// The pairs of people with long similar lists, by the definition.
fn similar_pairs(people: &[Profile]) -> Vec<(usize, usize)> {
    let n = people.len() as f64;
    let count = |skill: &String| people.iter().filter(|person| person.skills.contains(skill)).count();
    let mut pairs = Vec::new();
    for (one, a) in people.iter().enumerate() {
        for (two, b) in people.iter().enumerate().skip(one + 1) {
            let shared: Vec<&String> = a.skills.iter().filter(|skill| b.skills.contains(skill)).collect();
            let all = a.skills.len() + b.skills.len() - shared.len();
            let bits: f64 = shared.iter().map(|skill| (n / count(skill) as f64).log2()).sum();
            let rare = shared.iter().filter(|skill| count(skill) <= 64).count();
            if a.skills.len().min(b.skills.len()) >= 8
                && 5 * shared.len() >= 4 * all
                && rare >= 2
                && bits >= 2.0 * n.log2()
            {
                pairs.push((one, two));
            }
        }
    }
    pairs
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_similar_pair_is_found(
        changes in prop::collection::vec((0_usize..60, 0_usize..14, 0_usize..40), 0..160),
    ) {
        // Two records each of 60 people, with changed items.
        let mut people: Vec<Profile> = (0..120).map(|number| person(number % 60, 12, 3)).collect();
        for (number, at, skill) in changes {
            let skills = &mut people[number + 60].skills;
            let at = at % skills.len();
            skills[at] = format!("frequent {skill}");
        }
        for person in &mut people {
            person.skills.sort();
            person.skills.dedup();
        }
        let groups = twins(&people);
        for (one, two) in similar_pairs(&people) {
            let has = |group: &Vec<u32>, person: usize| group.contains(&(person as u32));
            let found = groups.iter().any(|group| has(group, one) && has(group, two));
            prop_assert!(found, "{one} and {two}: {:?} {:?}", people[one].skills, people[two].skills);
        }
    }
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
