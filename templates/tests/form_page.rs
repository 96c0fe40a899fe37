//! The form page stands alone, keeps what was typed, and lets nothing typed become markup.

#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

use proptest::prelude::*;
use templates::{FieldError, FormField, FormValues, FormView, Language, form_page};

/// What a browser makes of escaped text.
fn unescape(html: &str) -> String {
    let text = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&")
}

fn between<'h>(html: &'h str, start: &str, end: &str) -> &'h str {
    html.split(start).nth(1).and_then(|rest| rest.split(end).next()).unwrap()
}

fn textarea_value(html: &str, field: FormField) -> String {
    let tag = between(html, &format!("<textarea id=\"{field}\""), "</textarea>");
    let text = tag.split_once('>').unwrap().1;
    // A browser drops the first line break.
    unescape(text.strip_prefix('\n').unwrap())
}

#[test]
fn an_empty_form_posts_every_field_and_loads_nothing() {
    let html = form_page(&FormView::default(), Language::English).unwrap();
    assert!(html.contains("<form action=\"/classify\" method=\"post\""));
    for field in FormField::ALL {
        assert_eq!(html.matches(&format!(" name=\"{field}\"")).count(), 1, "{field}");
        assert_eq!(html.matches(&format!("<label for=\"{field}\">")).count(), 1, "{field}");
    }
    for absent in ["<script", "<link", "src=", "url(", "@import", "There is a problem", "aria-invalid"] {
        assert!(!html.contains(absent), "{absent}");
    }
}

#[test]
fn the_policy_allows_the_style_that_is_in_the_page() {
    let html = form_page(&FormView::default(), Language::English).unwrap();
    let style = between(&html, "<style>", "</style>");
    // The digits of the hash are checked against the RFC elsewhere; here, that it is this text's hash.
    use sha2::{Digest, Sha256};
    let hex: String = Sha256::digest(style.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let asset = templates::assets(None).unwrap();
    assert!(asset.style.path.contains(&hex[..12]), "the page's style is the site's style, byte for byte");
    assert!(html.contains("style-src &#39;sha256-"));
}

#[test]
fn errors_are_listed_in_the_page_s_order_and_stand_beside_their_fields() {
    let error = |field, message: &str| FieldError { field, message: message.to_owned() };
    let form = FormView {
        errors: vec![
            error(FormField::Skills, "second"),
            error(FormField::ExperienceYears, "first"),
            error(FormField::Skills, "never shown"),
        ],
        notice: Some("all in all".to_owned()),
        title: Some("Look again".to_owned()),
        ..FormView::default()
    };
    let html = form_page(&form, Language::English).unwrap();
    let summary = between(&html, "There is a problem", "</ul>");
    let places =
        ["all in all", "#experience_years\">first", "#skills\">second"].map(|t| summary.find(t).unwrap());
    assert!(places.is_sorted());
    assert!(!html.contains("never shown"));
    assert_eq!(html.matches("aria-invalid=\"true\"").count(), 2);
    assert!(html.contains("aria-describedby=\"skills-hint skills-error\""));
    assert!(html.contains("<title>Error: Look again"));
    assert!(html.contains("<h1>Look again</h1>"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_was_typed_comes_back_and_adds_no_markup(
        text in "\n?(<|>|&|\"|'|\\{\\{|%\\}|</textarea>|<script>|&lt;|[a-z \n]|\u{202e}|é){0,30}",
    ) {
        let values = FormValues {
            experience_years: text.clone(), experience_months: text.clone(), position: text.clone(),
            degree_fields: text.clone(), courses: text.clone(), certifications: text.clone(),
            skills: text.clone(),
        };
        let errors = FormField::ALL.map(|field| FieldError { field, message: format!("e{text}") }).to_vec();
        let (title, notice) = (Some(format!("t{text}")), Some(format!("n{text}")));
        let form = FormView { values, errors, title, notice };
        let html = form_page(&form, Language::English).unwrap();
        let lists =
            [FormField::DegreeFields, FormField::Courses, FormField::Certifications, FormField::Skills];
        for field in lists {
            prop_assert_eq!(textarea_value(&html, field), text.as_str());
        }
        let position = between(&html, "<input id=\"position\"", ">");
        prop_assert_eq!(unescape(between(position, " value=\"", "\"")), text.as_str());

        // The tags are those of the same page with harmless text.
        let tame = "x".to_owned();
        let tame_values = FormValues {
            experience_years: tame.clone(), experience_months: tame.clone(), position: tame.clone(),
            degree_fields: tame.clone(),
            courses: tame.clone(),
            certifications: tame.clone(),
            skills: tame.clone(),
        };
        let tame_errors = FormField::ALL.map(|field| FieldError { field, message: tame.clone() }).to_vec();
        let (title, notice) = (Some(tame.clone()), Some(tame));
        let tame = FormView { values: tame_values, errors: tame_errors, title, notice };
        let tame = form_page(&tame, Language::English).unwrap();
        prop_assert_eq!(html.matches('<').count(), tame.matches('<').count());
        prop_assert_eq!(html.matches('"').count(), tame.matches('"').count());
    }
}
