//! Names of known inputs, and suggestions for unknown ones.

mod small_model;

use career_model::ItemKind;
use career_model::roadmap::ItemCount;
use career_model::{Model, Profile};
use proptest::prelude::*;

fn model() -> Model {
    let mut parts = small_model::full_parts();
    let ranker = &mut parts.interests.as_mut().expect("full").ranker;
    ranker.targets[1].item.name = "Kubernetes".to_owned();
    // Names come from the ranking and from the titles of pages.
    parts.levels[0].overview.positions =
        ["Backend Developer", "Baker"].map(|name| ItemCount { name: name.to_owned(), people: 9 }).to_vec();
    parts.checked().expect("consistent")
}

#[test]
fn typos_are_corrected_for_every_kind() {
    let model = model();
    for (field, typed, meant) in [
        (ItemKind::Skill, "Rsut", Some("Rust")),
        (ItemKind::Skill, "• rsut (language)", Some("Rust")),
        (ItemKind::Skill, "Rest", None),
        (ItemKind::Skill, "Kuberentes", Some("Kubernetes")),
        (ItemKind::Skill, "Compilers", None),
        (ItemKind::Skill, "", None),
        (ItemKind::Skill, "Something else altogether", None),
        (ItemKind::Course, "Advanced Compliers", Some("Compilers")),
        (ItemKind::Course, "Rust", None),
        (ItemKind::DegreeField, "Dessign", None),
        (ItemKind::Position, "Senior Backnd Devloper", Some("Backend Developer")),
        (ItemKind::Position, "Bakker", None),
    ] {
        assert_eq!(model.suggestion(field, typed), meant, "{typed}");
    }
    let seed = small_model::parts().checked().expect("consistent");
    assert_eq!(seed.suggestion(ItemKind::DegreeField, "Dessign"), Some("Design"));
    assert_eq!(model.suggestion(ItemKind::Skill, &"rust ".repeat(40)), None, "long texts");
}

#[test]
fn known_inputs_have_the_name_that_most_people_write() {
    let model = model();
    assert_eq!(model.name_of(ItemKind::Skill, "• RUST (language);"), Some("Rust"));
    assert_eq!(model.name_of(ItemKind::Course, "the COMPILERS"), Some("Compilers"));
    assert_eq!(model.name_of(ItemKind::Skill, "Cobol"), None);
}

#[test]
fn every_known_input_has_a_name() {
    let model = model();
    let profile = Profile {
        position: Some("Senior BACKEND Baker".to_owned()),
        degree_fields: vec!["comp science".to_owned()],
        courses: vec!["the compilers".to_owned()],
        skills: vec!["rust (language)".to_owned(), "Cobol".to_owned()],
        ..Profile::default()
    };
    let found = model.classify(&profile);
    let mut taken: Vec<_> =
        found.known.iter().map(|input| (input.raw, model.taken_for(input).map(Into::into))).collect();
    taken.sort();
    let named = |raw, name: &str| (raw, Some(name.to_owned()));
    let expected = [
        named("Senior BACKEND Baker", "backend"),
        named("comp science", "Computing"),
        named("rust (language)", "Rust"),
        named("the compilers", "Compilers"),
    ];
    assert_eq!(taken, expected);
}

proptest! {
    /// An accepted suggestion is a known input.
    #[test]
    fn what_is_suggested_is_known(
        kind in 0..ItemKind::COUNT,
        typed in "[A-Za-z ]{0,12}|Rust|Gos?|[Cc]ompilers?|Desi[a-z]n|Backe[a-z]d",
    ) {
        let (model, kind) = (model(), ItemKind::ALL[kind]);
        if let Some(name) = model.suggestion(kind, &typed) {
            let one = vec![name.to_owned()];
            let mut profile = Profile::default();
            match kind {
                ItemKind::DegreeField => profile.degree_fields = one,
                ItemKind::Course => profile.courses = one,
                ItemKind::Certification => profile.certifications = one,
                ItemKind::Skill => profile.skills = one,
                ItemKind::Position => profile.position = Some(name.to_owned()),
            }
            prop_assert!(model.classify(&profile).unknown.is_empty(), "{}", name);
        }
    }

    #[test]
    fn any_text_can_be_asked_about(kind in 0..ItemKind::COUNT, typed in "\\PC{0,300}") {
        let model = model();
        prop_assert!(model.suggestion(ItemKind::ALL[kind], &typed).is_none_or(|name| name.len() < 40));
        model.name_of(ItemKind::ALL[kind], &typed);
    }
}
