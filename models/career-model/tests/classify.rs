//! From profile to roadmap on a model written by hand.

mod small_model;

use career_model::ItemKind;
use career_model::recommend::recommend;
use career_model::{Level, Model, Profile};
use proptest::prelude::*;

fn model() -> Model {
    small_model::parts().checked().expect("consistent")
}

fn person(months: u32, degree_fields: &[&str], courses: &[&str]) -> Profile {
    let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
    Profile {
        experience_months: Some(months),
        degree_fields: texts(degree_fields),
        courses: texts(courses),
        ..Profile::default()
    }
}

#[test]
fn people_go_to_the_cluster_of_their_background() {
    let model = model();
    let path = |profile: &Profile| model.classify(profile).path();
    assert_eq!(path(&person(10, &["Computer Science"], &[])), "/roadmaps/junior/computing-rust/");
    assert_eq!(path(&person(10, &["Graphic Design"], &[])), "/roadmaps/junior/design/");
    assert_eq!(path(&person(99, &[], &["The Drawing"])), "/roadmaps/junior/design/");
    assert_eq!(path(&person(100, &["Graphic Design"], &["Drawing"])), "/roadmaps/senior/computing/");
}

#[test]
fn a_new_field_is_assigned_by_its_words_and_marked() {
    let model = model();
    let profile = person(10, &["comp. & computer science 2"], &[]);
    let answer = model.classify(&profile);
    assert_eq!(answer.known[0].topic, Some("Computing"));
    assert!(answer.known[0].by_similarity);
    let known = person(10, &["Computer SCIENCE"], &[]);
    assert!(!model.classify(&known).known[0].by_similarity);
}

#[test]
fn unknown_inputs_are_reported_and_lead_to_the_overview() {
    let model = model();
    let profile = person(300, &["Computer Science"], &["Underwater basket weaving", " "]);
    let answer = model.classify(&profile);
    assert_eq!((answer.level, answer.assignment.is_none()), (Level::Expert, true));
    assert_eq!(answer.path(), "/roadmaps/expert/");
    assert_eq!(answer.unknown.len(), 2, "the blank course is no input");
    let nothing = Profile::default();
    let answer = model.classify(&nothing);
    assert!(answer.level_assumed);
    assert_eq!(answer.path(), "/roadmaps/junior/");
}

#[test]
fn contributions_add_up_to_the_margin() {
    // d²(second) − d²(nearest) = Σ contributions + terms of the centroids and the offset alone.
    let model = model();
    let margin = |profile: &Profile| {
        let distances = model.classify(profile).assignment.expect("known").distances;
        distances[1] * distances[1] - distances[0] * distances[0]
    };
    let one = person(10, &["Computer Science"], &[]);
    let both = person(10, &["Computer Science"], &["Compilers"]);
    let answer = model.classify(&both);
    let compilers = answer.known.iter().find(|input| input.raw == "Compilers").expect("known");
    assert!((margin(&both) - margin(&one) - compilers.contribution).abs() < 1e-12);
    assert!(answer.known.windows(2).all(|pair| pair[0].contribution >= pair[1].contribution));
}

#[test]
fn no_held_item_is_recommended() {
    let model = model();
    let mut profile = person(10, &["Computer Science"], &["compilers"]);
    let has = model.classify(&profile).has();
    assert_eq!(recommend(has, &Profile::default()).skills.len(), 1);
    profile.skills = vec!["RUST (Programming Language)".to_owned()];
    let recommended = recommend(has, &profile);
    assert!(
        recommended.skills.is_empty()
            && recommended.skill_topics.is_empty()
            && recommended.courses.is_empty()
    );
}

proptest! {
    #[test]
    fn any_profile_gets_a_page_of_the_model(
        months in proptest::option::of(any::<u32>()),
        lists in proptest::collection::vec(
            proptest::collection::vec("\\PC{0,40}|computer|design|science", 0..6), 4,
        ),
    ) {
        let model = model();
        let [degree_fields, courses, certifications, skills] =
            <[Vec<String>; 4]>::try_from(lists).expect("four");
        let profile = Profile {
            experience_months: months,
            degree_fields,
            courses,
            certifications,
            skills,
            ..Profile::default()
        };
        let answer = model.classify(&profile);
        let pages: Vec<String> = Level::ALL.map(Level::path).into_iter()
            .chain(model.roadmaps().map(|(level, roadmap)| roadmap.path(level))).collect();
        prop_assert!(pages.contains(&answer.path()));
        prop_assert_eq!(model.classify(&profile), answer.clone());
        let degree_fields = profile.degree_fields.iter().rev().cloned().collect();
        let shuffled = Profile { degree_fields, ..profile.clone() };
        prop_assert_eq!(model.classify(&shuffled).path(), answer.path());
    }
}

#[test]
fn skills_are_known_or_unknown_with_the_reference_features() {
    let model = small_model::parts().checked().expect("consistent");
    let profile = Profile {
        skills: ["RUST", "Rsut", "  ", "Basket Weaving", "N/A"].map(str::to_owned).to_vec(),
        experience_months: Some(40),
        ..Profile::default()
    };
    let found = model.classify(&profile);
    let known: Vec<&str> = found.known.iter().map(|input| input.raw).collect();
    let unknown: Vec<&str> = found.unknown.iter().map(|input| input.raw).collect();
    assert_eq!((known, unknown), (vec!["RUST"], vec!["Rsut", "Basket Weaving", "N/A"]));
    assert!(found.known.iter().all(|input| input.contribution == 0.0));
    assert_eq!(model.suggestion(ItemKind::Skill, "Rsut"), Some("Rust"));
}
