use std::collections::HashSet;

use career_model::{Level, Profile};
use sha2::{Digest, Sha256};

use super::vocabulary::{Terms, degree_fields, items, skills};
use super::world::WORLD;
use super::{archetypes, dirt, sample, write_jsonl};
use crate::{MAX_EXPERIENCE_MONTHS, ProfileReader, Record};

fn share(people: &[Profile], has: impl Fn(&Profile) -> bool) -> f64 {
    people.iter().filter(|person| has(person)).count() as f64 / people.len() as f64
}

fn jsonl(seed: u64, n: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_jsonl(sample(seed), n, &mut bytes).unwrap();
    bytes
}

fn lists(person: &Profile) -> [&Vec<String>; 4] {
    [&person.degree_fields, &person.courses, &person.certifications, &person.skills]
}

#[test]
fn fill_rates_and_levels_are_those_of_real_exports() {
    let people: Vec<Profile> = sample(7).take(5_000).collect();
    let near = |what: &str, found: f64, wanted: f64| {
        assert!((found - wanted).abs() < 0.03, "{what}: {found}, not {wanted}");
    };
    near("degree fields", share(&people, |p| !p.degree_fields.is_empty()), 0.95);
    near("certifications", share(&people, |p| !p.certifications.is_empty()), 0.30);
    near("courses", share(&people, |p| !p.courses.is_empty()), 0.18);
    near("skills", share(&people, |p| !p.skills.is_empty()), 0.91);
    near("months", share(&people, |p| p.experience_months.is_some()), 0.95);
    near("position", share(&people, |p| p.position.is_some()), 0.95);
    let with_months: Vec<Profile> = people.into_iter().filter(|p| p.experience_months.is_some()).collect();
    for (level, wanted) in Level::ALL.into_iter().zip([0.56, 0.36, 0.08]) {
        let found = share(&with_months, |p| p.experience_months.map(Level::from_months) == Some(level));
        near(level.as_str(), found, wanted);
    }
    assert!(with_months.iter().any(|p| p.experience_months > Some(700)), "no long tail of months");
}

#[test]
fn a_longer_sample_begins_with_the_shorter_one() {
    let (short, long) = (jsonl(3, 50), jsonl(3, 200));
    assert_eq!(short, long[..short.len()]);
    assert_eq!(long, jsonl(3, 200));
}

/// The same people on every platform and with every release of the random numbers. A changed table
/// changes them, and then this number.
#[test]
fn the_people_of_a_seed_are_known() {
    let hash: [u8; 32] = Sha256::digest(jsonl(1, 1_000)).into();
    let hex: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "427affa57c764e60");
}

#[test]
fn another_seed_gives_other_people() {
    let words = |seed| sample(seed).take(20).map(|p| (p.position, p.skills)).collect::<Vec<_>>();
    assert_ne!(words(1), words(2));
}

#[test]
fn every_profile_keeps_the_limits_and_has_an_id_of_its_own() {
    let mut ids = HashSet::new();
    for person in sample(11).take(5_000) {
        for list in lists(&person) {
            assert!(list.len() <= 200);
            assert!(list.iter().all(|item| item.chars().count() <= dirt::MAX_ITEM_CHARS));
        }
        let texts = [&person.position, &person.company, &person.url];
        assert!(texts.into_iter().flatten().all(|text| text.chars().count() <= dirt::MAX_ITEM_CHARS));
        assert!(person.experience_months.is_none_or(|months| (1..=1_300).contains(&months)));
        assert!(person.experience_months <= Some(MAX_EXPERIENCE_MONTHS));
        let honest = person.skills.is_empty() || (5..=48).contains(&person.skills.len());
        assert!(honest || person.skills.len() <= 3, "{} skills", person.skills.len());
        assert!(ids.insert(person.id));
    }
}

#[test]
fn hostile_strings_occur_and_are_rare() {
    let people: Vec<Profile> = sample(5).take(10_000).collect();
    let marks = ["<", "{{", "{%", "DROP", "\u{202e}", "\u{200b}", "\u{0}", "AAAA", "etc/passwd", "jndi"];
    let found = share(&people, |person| {
        let texts = lists(person).into_iter().flatten().chain(&person.position).chain(&person.company);
        texts.into_iter().any(|text| marks.iter().any(|mark| text.contains(mark)))
    });
    assert!((0.001..0.007).contains(&found), "{found}");
    let scripts = people.iter().flat_map(lists).flatten().filter(|text| text.contains("<script>"));
    assert!(scripts.count() > 0);
}

#[test]
fn every_line_comes_back_through_the_reader() {
    let bytes = jsonl(9, 3_000);
    let records: Vec<Record> = ProfileReader::new("sample", bytes.as_slice()).map(Result::unwrap).collect();
    let written = sample(9).take(3_000).enumerate();
    let wanted: Vec<Record> = written
        .map(|(index, profile)| Record::Accepted {
            line: index as u64 + 1,
            profile,
            recommended_courses: Vec::new(),
            snapshot_day: 0,
        })
        .collect();
    assert!(records == wanted);
}

#[test]
fn distinct_strings_grow_more_slowly_than_people() {
    let distinct = |n| {
        let people = sample(2).take(n);
        people.flat_map(|person| person.skills).collect::<HashSet<String>>().len() as f64
    };
    let (small, large) = (distinct(2_000), distinct(20_000));
    assert!(large > small && large < 5.0 * small, "{small} → {large}");
}

#[test]
fn most_certificates_are_rare_and_a_few_are_shared() {
    let mut counts = std::collections::HashMap::new();
    for title in sample(4).take(1_300).flat_map(|person| person.certifications) {
        *counts.entry(title).or_insert(0u32) += 1;
    }
    let rare = counts.values().filter(|&&count| count <= 2).count() as f64 / counts.len() as f64;
    assert!(rare > 0.85, "{rare}");
    assert!(counts.values().any(|&count| count >= 5));
}

#[test]
fn juniors_take_courses_and_experts_lead() {
    let people: Vec<Profile> = sample(6).take(20_000).collect();
    let at = |level| {
        let same = |p: &&Profile| p.experience_months.map(Level::from_months) == Some(level);
        people.iter().filter(same).cloned().collect::<Vec<_>>()
    };
    let (juniors, experts) = (at(Level::Junior), at(Level::Expert));
    let courses = |people: &[Profile]| share(people, |p| !p.courses.is_empty());
    let leads =
        |people: &[Profile]| share(people, |p| p.skills.iter().any(|skill| skill == "Software Architecture"));
    assert!(courses(&juniors) > 2.0 * courses(&experts));
    assert!(leads(&experts) > 2.0 * leads(&juniors));
}

#[test]
fn every_spelling_belongs_to_a_term_that_somebody_can_have() {
    let mut used = Terms::default();
    for archetype in archetypes::all() {
        for list in [archetype.core, archetype.lead].into_iter().chain(archetype.stacks.iter().copied()) {
            used.ids(list);
        }
        used.ids(archetype.degree_fields);
    }
    used.ids(skills::GENERAL);
    let known = used.len();
    for line in skills::TERMS.lines().chain(degree_fields::TERMS.lines()) {
        let (name, others) = line.split_once(" = ").expect("every line is `name = spellings`");
        assert!(!items(others).contains(&""), "{name}");
        used.id(name);
        assert_eq!(used.len(), known, "{name} is in no archetype");
    }
    for archetype in archetypes::all() {
        for name in items(archetype.degree_fields) {
            assert!(
                degree_fields::TERMS.lines().any(|line| line.starts_with(&format!("{name} ="))),
                "{name}"
            );
        }
    }
    assert!(WORLD.skills.len() <= super::vocabulary::MAX_TERMS);
}
