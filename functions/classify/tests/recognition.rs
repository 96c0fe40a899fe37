//! The function tells nobody whether somebody wrote a rare string.
//!
//! People of a sample get strings that nobody else has. The function is asked twice with the same profile:
//! with such a string, and with a control of the same shape that nobody wrote. The answers must be the same,
//! except that each repeats its own string.

mod requests;
mod synthetic_model;

use std::sync::Arc;

use career_model::metadata::Metadata;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::{ItemKind, Level, Model, Profile, decode, encode};
use career_training::{
    ClusterCount, Features, FitParams, Guides, Observer, PeopleBuilder, Search, Stage, fit,
};
use classify::Classifier;
use requests::{JSON, header, now, percent_encoded, post, text};
use serde_json::json;

/// Strings per field.
const N: usize = 100;

/// Ignores all progress.
#[derive(Debug)]
struct Silent;

impl Observer for Silent {
    fn begin(&self, _: Stage, _: u64) {}
    fn end(&self, _: Stage) {}
}

/// A word of letters that are rare in English, so that no known name is similar. Different numbers give
/// different words.
fn word(mut number: usize) -> String {
    let mut word = String::new();
    for _ in 0..6 {
        word.push(['q', 'x', 'z', 'w', 'j', 'v', 'k'][number % 7]);
        word.push(['u', 'o', 'y', 'a'][number / 7 % 4]);
        number /= 28;
    }
    word
}

/// String `n` of a field, and a control of the same shape. Words of the field's common strings are in both.
fn pair(kind: ItemKind, n: usize) -> [String; 2] {
    let field = kind as usize * N + n;
    // The numbers of strings are below those of controls, and every word has six syllables.
    let words = [28_usize.pow(4) + field, 28_usize.pow(4) * 2 + field].map(word);
    // Words that the sample has in this field. Nobody combines them: the string differs from its control by
    // their order only.
    let common = match kind {
        ItemKind::Skill => ["Data Testing", "Testing Data"],
        ItemKind::Course => ["Data Programming", "Programming Data"],
        ItemKind::Certification => ["Cloud Scrum", "Scrum Cloud"],
        ItemKind::DegreeField => ["Design Engineering Mathematics", "Mathematics Engineering Design"],
        ItemKind::Position => ["Engineer", "Engineer"],
    };
    match n % 4 {
        0 => words,
        1 => words.map(|word| format!("{} {word}", common[0])),
        2 => words.map(|word| format!("{word} {}", common[1])),
        _ if n == 3 && kind != ItemKind::Position => common.map(str::to_owned),
        _ => words.map(|word| format!("{word} and {}", common[0])),
    }
}

/// Adds a string to a profile.
fn add(profile: &mut Profile, kind: ItemKind, string: &str) {
    let list = match kind {
        ItemKind::Skill => &mut profile.skills,
        ItemKind::Course => &mut profile.courses,
        ItemKind::Certification => &mut profile.certifications,
        ItemKind::DegreeField => &mut profile.degree_fields,
        ItemKind::Position => return profile.position = Some(string.to_owned()),
    };
    list.push(string.to_owned());
}

/// A model of people of whom `holders(n)` have string `n` of each field.
fn model(features: Features, holders: impl Fn(usize) -> usize) -> Model {
    let mut people: Vec<Profile> = profile_data::sample(41).take(600).collect();
    let levels = Level::ALL.map(|level| {
        let of = |i: &usize| people[*i].experience_months.map(Level::from_months) == Some(level);
        (0..people.len()).filter(of).collect::<Vec<usize>>()
    });
    for kind in ItemKind::ALL {
        for n in 0..N {
            let [string, _] = pair(kind, n);
            let level = &levels[n % levels.len()];
            // People who have a string have others, too, but no two have the same. A person has one job
            // title.
            for holder in 0..holders(n) {
                add(&mut people[level[(n * 5 + holder * 7) % level.len()]], kind, &string);
            }
        }
    }
    let mut builder = PeopleBuilder::default();
    people.iter().for_each(|profile| builder.push(profile));
    let params = FitParams { features, ..FitParams::reference(ClusterCount::Auto, 5) };
    let fitted = fit(&builder.finish(), &params, Guides::default(), Metadata::default(), &Silent);
    let model = fitted.expect("consistent").published().expect("consistent");
    decode(&encode(&model).expect("small")).expect("it was checked")
}

/// The answers to a program and to a browser, with marks in place of the string.
fn ask(classifier: &Classifier, kind: ItemKind, n: usize, string: &str) -> [String; 2] {
    let mut profile = Profile {
        experience_months: Some([30, 150, 300][n % 3]),
        position: Some("Software Engineer".to_owned()),
        degree_fields: vec!["Computer Science".to_owned()],
        skills: vec!["Python".to_owned(), "SQL".to_owned(), "Git".to_owned()],
        ..Profile::default()
    };
    add(&mut profile, kind, string);
    let body = json!({
        "experience_months": profile.experience_months,
        "position": profile.position,
        "degree_fields": profile.degree_fields,
        "courses": profile.courses,
        "certifications": profile.certifications,
        "skills": profile.skills,
    });
    let answer = now(classifier.handle(post(JSON, "application/json", body.to_string())));
    let redirect = now(classifier.handle(post(JSON, "text/html", body.to_string())));
    assert_eq!((answer.status().as_u16(), redirect.status().as_u16()), (200, 303));
    let quoted = json!(string).to_string();
    let sent = percent_encoded(string);
    let (answer, location) = (text(&answer), header(&redirect, "location"));
    [answer.replace(&quoted, "…"), location.replace(&sent, "…")]
}

/// Per field, the strings whose answers differ from those of their controls.
fn recognised(model: Model) -> Vec<(ItemKind, Vec<String>)> {
    let classifier = Classifier::new(Some(Arc::new(model)));
    let differ = |kind: ItemKind| {
        let differs = |n: &usize| {
            let [string, control] = pair(kind, *n);
            ask(&classifier, kind, *n, &string) != ask(&classifier, kind, *n, &control)
        };
        (0..N).filter(differs).map(|n| pair(kind, n)[0].clone()).collect()
    };
    ItemKind::ALL.map(|kind| (kind, differ(kind))).into_iter().collect()
}

#[test]
fn no_string_of_fewer_than_five_people_is_recognised() {
    for features in [Features::Reference, Features::Full(Search::Quick), Features::Full(Search::Reference)] {
        let found = recognised(model(features, |n| n % (MIN_PEOPLE_PER_ITEM as usize - 1) + 1));
        for (kind, strings) in found {
            assert!(strings.is_empty(), "{features:?} {kind:?}: {} of {N}: {strings:?}", strings.len());
        }
    }
}

/// The test above can fail: with five holders, strings of every field that the features use are recognised.
#[test]
fn strings_of_five_people_are_recognised() {
    for features in [Features::Reference, Features::Full(Search::Quick)] {
        for (kind, strings) in recognised(model(features, |_| MIN_PEOPLE_PER_ITEM as usize)) {
            // The reference method does not read job titles.
            let is_input = kind != ItemKind::Position || features != Features::Reference;
            assert_eq!(!strings.is_empty(), is_input, "{features:?} {kind:?}");
        }
    }
}
