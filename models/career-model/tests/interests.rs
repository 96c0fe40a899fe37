//! The features `full`: the assignment of people, its reasons, and the ranking.

mod small_model;

use career_model::ItemKind;
use career_model::{Model, Profile, decode, encode};
use proptest::prelude::*;

fn model() -> Model {
    small_model::full_parts().checked().expect("consistent")
}

fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

fn names(items: &[&career_model::roadmap::ItemCount]) -> Vec<String> {
    items.iter().map(|item| item.name.clone()).collect()
}

/// The difference of the inner products of a person's point with the two centroids (1, 0) and (0, 1).
fn margin(model: &Model, profile: &Profile) -> f64 {
    let interests = model.interests().expect("full");
    let listed = interests.columns.encode(model.degree_topics(), model.skill_topics(), profile);
    let point = interests.point(&listed);
    (point[0] - point[1]).abs()
}

fn profiles() -> impl Strategy<Value = Profile> {
    let some = |from: &'static [&'static str]| proptest::sample::subsequence(from, 0..=from.len());
    (
        some(&["Rust", "RUST (language)", "Go", "Cobol", "  "]),
        some(&["Compilers", "Drawing"]),
        some(&["Computer Science", "Graphic Design"]),
        proptest::option::of(proptest::sample::select(vec!["Senior Backend Engineer", "Baker", "-"])),
    )
        .prop_map(|(skills, courses, degree_fields, position)| Profile {
            skills: texts(&skills),
            courses: texts(&courses),
            degree_fields: texts(&degree_fields),
            position: position.map(str::to_owned),
            experience_months: Some(40),
            ..Profile::default()
        })
}

proptest! {
    /// The decision is linear: an input's contribution is what the margin loses without it.
    #[test]
    fn contributions_add_up_and_are_what_leaving_an_input_out_changes(profile in profiles()) {
        let model = model();
        let found = model.classify(&profile);
        let total: f64 = found.known.iter().map(|input| input.contribution).sum();
        if found.assignment.is_some() {
            prop_assert!((total - margin(&model, &profile)).abs() < 1e-9);
            prop_assert!(total >= 0.0);
        } else {
            prop_assert!(found.known.is_empty());
        }
        for input in &found.known {
            let mut without = profile.clone();
            let list = match input.kind {
                ItemKind::Skill => &mut without.skills,
                ItemKind::Course => &mut without.courses,
                ItemKind::DegreeField => &mut without.degree_fields,
                _ => continue,
            };
            list.retain(|text| text != input.raw);
            let interests = model.interests().expect("full");
            let point = |profile: &Profile| {
                let columns = &interests.columns;
                interests.point(&columns.encode(model.degree_topics(), model.skill_topics(), profile))
            };
            let (with, left) = (point(&profile), point(&without));
            let sign = if with[0] >= with[1] { 1.0 } else { -1.0 };
            let change = sign * ((with[0] - with[1]) - (left[0] - left[1]));
            // A second spelling of a listed item adds nothing, and the first one keeps its contribution.
            let twin = left == with || list_has_twin(input.raw);
            let contribution = input.contribution;
            prop_assert!(twin || (change - contribution).abs() < 1e-9, "{change} {contribution}");
        }
    }

    #[test]
    fn no_held_item_is_ranked_and_no_item_is_ranked_twice(profile in profiles()) {
        let model = model();
        let found = model.classify(&profile);
        let ranked = model.recommend(&found, &profile);
        let skills = names(&ranked.skills);
        let held = |name: &str| {
            profile.skills.iter().any(|skill| skill.to_lowercase().contains(&name.to_lowercase()))
        };
        prop_assert!(skills.iter().all(|name| !held(name)));
        for most in 0..4 {
            let next = model.next_steps(&found, &profile, most);
            let firsts = |list: &[&career_model::roadmap::ItemCount]| names(&list[..list.len().min(most)]);
            prop_assert_eq!(names(&next.skills), firsts(&ranked.skills));
            prop_assert_eq!(names(&next.courses), firsts(&ranked.courses));
        }
        let mut once = skills.clone();
        once.dedup();
        prop_assert_eq!(once, skills);
    }

    #[test]
    fn every_input_is_reported_as_known_or_unknown(profile in profiles()) {
        let model = model();
        let found = model.classify(&profile);
        let blank = profile.skills.iter().filter(|skill| skill.trim().is_empty()).count();
        let position = usize::from(profile.position.as_deref().is_some_and(|position| position != "-"));
        let skills = profile.skills.len() - blank;
        let listed = skills + profile.courses.len() + profile.degree_fields.len() + position;
        prop_assert_eq!(found.known.len() + found.unknown.len(), listed);
    }
}

fn list_has_twin(raw: &str) -> bool {
    raw.to_lowercase().contains("rust")
}

#[test]
fn the_ranking_depends_on_level_title_skills_and_courses() {
    let model = model();
    let ask = |profile: Profile| {
        let found = model.classify(&profile);
        names(&model.recommend(&found, &profile).skills)
    };
    let nobody = Profile { experience_months: Some(40), ..Profile::default() };
    assert_eq!(ask(nobody.clone()), ["Go", "Rust"], "the level's own order");
    assert_eq!(ask(Profile { position: Some("Backend".to_owned()), ..nobody.clone() }), ["Rust", "Go"]);
    assert_eq!(ask(Profile { skills: texts(&["rust"]), ..nobody.clone() }), ["Go"]);
    assert_eq!(ask(Profile { courses: texts(&["Compilers"]), ..nobody }), ["Rust", "Go"]);
}

#[test]
fn a_full_model_is_the_same_after_encoding_and_decoding() {
    let bytes = encode(&model()).expect("small");
    assert_eq!(decode(&bytes).expect("whole").parts(), &small_model::full_parts());
}
