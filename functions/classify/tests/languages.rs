//! Errors are in the language of the form; programs get English.

mod requests;
mod synthetic_model;

use classify::Classifier;
use classify::limits::{MAX_BODY_LEN, MAX_ITEM_CHARS, MAX_ITEMS};
use lambda_http::Body;
use requests::{FORM, JSON, classifier, now, post, request, text};
use serde_json::Value;

const BROWSER: &str = "text/html";

/// Invalid forms: one for each possible error.
fn wrong_forms() -> Vec<Vec<u8>> {
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        text("skills=%4"),
        text("skills=%ff"),
        text("experience_years=-1"),
        text("experience_years=201"),
        text("experience_years=150&experience_months=6"),
        text(&format!("skills={}", "a%0A".repeat(MAX_ITEMS + 1))),
        text(&format!("skills=a%0A{}", "b".repeat(MAX_ITEM_CHARS + 1))),
        text("experience_years=x&experience_months=y"),
        text(&format!("x={}", "a".repeat(MAX_BODY_LEN))),
    ]
}

fn in_language(mut form: Vec<u8>, code: &str) -> Vec<u8> {
    form.extend_from_slice(format!("&lang={code}").as_bytes());
    form
}

/// Title and details in the answer to a program.
fn english_texts(classifier: &Classifier, form: &[u8]) -> Vec<String> {
    let response = now(classifier.handle(post(FORM, JSON, form.to_vec())));
    let problem: Value = serde_json::from_slice(response.body()).expect("JSON");
    let errors = problem["errors"].as_array().cloned().unwrap_or_default();
    let details: Vec<&Value> = errors.iter().map(|error| &error["detail"]).collect();
    let details = if details.is_empty() { vec![&problem["detail"]] } else { details };
    details
        .into_iter()
        .chain([&problem["title"]])
        .map(|text| text.as_str().expect("text").to_owned())
        .collect()
}

fn page(classifier: &Classifier, form: Vec<u8>) -> String {
    text(&now(classifier.handle(post(FORM, BROWSER, form)))).to_owned()
}

/// `must be a string` → `Must be a string`
fn capital(clause: &str) -> String {
    let mut chars = clause.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[test]
fn the_english_page_has_the_texts_for_programs() {
    let (ready, waiting) = (classifier(), Classifier::new(None));
    let forms = wrong_forms().into_iter().map(|form| (&ready, form));
    for (classifier, form) in forms.chain([(&waiting, b"skills=a".to_vec())]) {
        let page = page(classifier, in_language(form.clone(), "en"));
        assert!(page.contains("<html lang=\"en\""));
        for text in english_texts(classifier, &form) {
            assert!(page.contains(&capital(&text)), "{text}: {page}");
        }
    }
}

#[test]
fn a_german_form_gets_a_german_page_and_programs_get_english() {
    let (ready, waiting) = (classifier(), Classifier::new(None));
    let forms = wrong_forms().into_iter().map(|form| (&ready, form));
    for (classifier, form) in forms.chain([(&waiting, b"skills=a".to_vec())]) {
        let german = in_language(form.clone(), "de");
        assert_eq!(english_texts(classifier, &german), english_texts(classifier, &form));
        let page = page(classifier, german);
        assert!(page.contains("<html lang=\"de\"") && page.contains("name=\"lang\" value=\"de\""), "{page}");
        assert!(page.contains("Es gibt ein Problem"), "{page}");
        for text in english_texts(classifier, &form) {
            assert!(!page.contains(&capital(&text)), "{text} is English");
        }
    }
}

#[test]
fn no_language_and_an_unknown_one_mean_english() {
    for form in ["skills=%4", "skills=%4&lang=", "skills=%4&lang=xx", "lang=de&skills=%4&lang=en"] {
        assert!(page(&classifier(), form.into()).contains("<html lang=\"en\""), "{form}");
    }
    let elsewhere = now(classifier().handle(request("GET", "/x", &[], Body::Empty)));
    assert!(text(&elsewhere).contains("<html lang=\"en\""));
}
