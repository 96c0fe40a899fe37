//! Nothing remains of people who are left out.

use career_model::Profile;
use career_model::clean::Cleaning;
use career_training::{People, PeopleBuilder};
use proptest::prelude::*;

/// Some of few texts in several spellings, of which cleaning refuses some.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = prop::sample::select(
        &["Git", "git ", "GIT", "SQL", "sql", "C#", "с#", "Data Science", "data  science", "", "???", "AWS"]
            [..],
    );
    prop::collection::vec(text.prop_map(str::to_owned), 0..6)
}

fn profile() -> impl Strategy<Value = Profile> {
    let position =
        prop::option::of(prop::sample::select(&["Engineer", "Data engineer", "CEO at A", "-"][..]));
    let lists = (texts(), texts(), texts(), texts());
    (position, prop::option::of(0_u32..400), lists).prop_map(|(position, experience_months, lists)| Profile {
        position: position.map(str::to_owned),
        experience_months,
        skills: lists.0,
        degree_fields: lists.1,
        courses: lists.2,
        certifications: lists.3,
        ..Profile::default()
    })
}

fn table<'a>(
    cleaning: Cleaning,
    profiles: impl Iterator<Item = &'a Profile>,
) -> (People, Vec<(String, u32)>) {
    let mut builder = PeopleBuilder::new(cleaning);
    profiles.for_each(|profile| builder.push(profile));
    let vocabulary = vocabulary(&builder);
    (builder.finish(), vocabulary)
}

fn vocabulary(builder: &PeopleBuilder) -> Vec<(String, u32)> {
    let mut vocabulary: Vec<(String, u32)> =
        builder.skill_spellings().map(|(text, uses)| (text.to_owned(), uses)).collect();
    vocabulary.sort();
    vocabulary
}

proptest! {
    #[test]
    fn the_table_is_that_of_the_others(
        people in prop::collection::vec((profile(), any::<bool>()), 0..20),
        reference: bool,
    ) {
        let cleaning = if reference { Cleaning::Reference } else { Cleaning::default() };
        let mut builder = PeopleBuilder::new(cleaning);
        people.iter().for_each(|(profile, _)| builder.push(profile));
        let is_left_out = |&person: &u32| people[person as usize].1;
        let left_out: Vec<u32> = (0..people.len() as u32).filter(is_left_out).collect();
        // In two steps, one of which names somebody twice.
        let (first, second) = left_out.split_at(left_out.len() / 2);
        builder.leave_out(second.iter().copied());
        builder.leave_out(first.iter().chain(second).copied());
        let (expected, words) = table(cleaning, people.iter().filter(|(_, out)| !out).map(|(p, _)| p));
        prop_assert_eq!(vocabulary(&builder), words);
        prop_assert_eq!(builder.finish(), expected);
    }
}
