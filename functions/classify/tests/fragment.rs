//! Personal data in a redirect: only in the fragment, bounded, and inert.

mod requests;
mod synthetic_model;

use career_model::{Level, Model};
use classify::Classifier;
use classify::limits::{MAX_LOCATION_LEN, MAX_MISSED, MAX_NEXT, MAX_NEXT_SKILLS, MAX_TEXT_CHARS, MAX_WHY};
use proptest::collection::vec;
use proptest::prelude::*;
use requests::{FORM, JSON, classifier, header, now, parts, percent_encoded, post, text};
use serde_json::{Value, json};

fn location(content_type: &str, body: &str) -> String {
    let response = now(classifier().handle(post(content_type, "text/html", body.to_owned())));
    assert_eq!(response.status().as_u16(), 303, "{body}");
    header(&response, "location").to_owned()
}

#[test]
fn a_redirect_has_next_steps_reasons_and_unknown_inputs() {
    let body = json!({
        "experience_months": 40,
        "degree_fields": ["Computer Science", "Basket weaving, etc."],
        "courses": ["Compliers"],
        "skills": ["c++", "Rsut", "R|D & co"],
    });
    let location = location(JSON, &body.to_string());
    let expected = "/roadmaps/junior/computing/#you&have=C%2B%2B\
        &next=skill,Rust%20%28Programming%20Language%29|skill,%3Cb%3ER%20%26%20D%3C%2Fb%3E\
        |skill,%E6%97%A5%E6%9C%AC%E8%AA%9E|course,Compilers|certification,A%20certificate\
        &why=degree_fields,Computer%20Science,100\
        &missed=skills,Rsut,Rust|skills,R%7CD%20%26%20co,|degree_fields,Basket%20weaving%2C%20etc.,\
        |courses,Compliers,Compilers";
    assert_eq!(location, expected);
}

#[test]
fn shares_are_of_all_positive_contributions() {
    let body = json!({"degree_fields": ["Computer Science"], "courses": ["drawing", "compilers"]});
    let location = location(JSON, &body.to_string());
    let (path, lists) = parts(&location);
    let answer = now(classifier().handle(post(JSON, JSON, body.to_string())));
    let answer: Value = serde_json::from_str(text(&answer)).expect("JSON");
    assert_eq!(answer["path"], path);
    let understood = answer["understood"].as_array().expect("a list");
    let positive: Vec<_> =
        understood.iter().filter(|input| input["contribution"].as_f64() > Some(0.0)).collect();
    let all: f64 = positive.iter().filter_map(|input| input["contribution"].as_f64()).sum();
    assert_eq!(lists["why"].len(), positive.len());
    for (reason, input) in lists["why"].iter().zip(positive) {
        assert_eq!((json!(reason[0]), json!(reason[1])), (input["field"].clone(), input["text"].clone()));
        let share = 100.0 * input["contribution"].as_f64().expect("a number") / all;
        assert!((share - reason[2].parse::<f64>().expect("a number")).abs() < 1.0);
    }
}

#[test]
fn typed_text_stays_in_the_fragment() {
    let body = r##"{"skills":["//evil.example/","rust","\r\nSet-Cookie: a=b","&have=x|y,z#a","\u202eabc"],
        "courses":["drawing","https://evil.example","javascript:alert(1)","<script>alert(1)</script>"]}"##;
    let location = location(JSON, body);
    let (path, lists) = parts(&location);
    assert_eq!(path, "/roadmaps/junior/design/");
    assert_eq!(lists["have"], [["Rust (Programming Language)"]]);
    let missed: Vec<&str> = lists["missed"].iter().map(|input| input[1].as_str()).collect();
    let expected = [
        "//evil.example/",
        "Set-Cookie: a=b",
        "&have=x|y,z#a",
        "\u{202e}abc",
        "https://evil.example",
        "javascript:alert(1)",
        "<script>alert(1)</script>",
    ];
    assert_eq!(missed, expected);
    assert!(lists["missed"].iter().all(|input| input.len() == 3 && input[2].is_empty()));
    assert_eq!(lists["notes"], [["assumed-level"]]);
}

#[test]
fn the_language_of_the_form_is_one_of_the_site() {
    for (lang, path) in [
        ("", "/roadmaps/junior/design/"),
        ("&lang=de", "/de/roadmaps/junior/design/"),
        ("&lang=en", "/roadmaps/junior/design/"),
        ("&lang=DE", "/roadmaps/junior/design/"),
        ("&lang=fr", "/roadmaps/junior/design/"),
        ("&lang=%2F%2Fevil.example", "/roadmaps/junior/design/"),
        ("&lang=../de", "/roadmaps/junior/design/"),
        ("&lang=de&lang=x", "/roadmaps/junior/design/"),
    ] {
        let body = format!("courses=drawing{lang}");
        assert_eq!(parts(&location(FORM, &body)).0, path, "{lang}");
        let answer = now(classifier().handle(post(FORM, JSON, body)));
        let answer: Value = serde_json::from_str(text(&answer)).expect("JSON");
        assert_eq!(answer["path"], "/roadmaps/junior/design/", "programs have no language");
    }
    let problem = now(classifier().handle(post(FORM, "text/html", "lang=de&experience_years=x")));
    assert!(text(&problem).contains("<html lang=\"de\""), "the form comes back in its language");
}

#[test]
fn an_overview_gets_the_same_fragment() {
    let location =
        location(JSON, r#"{"experience_months": 40, "skills": ["rust"], "courses": ["Juggling"]}"#);
    let (path, lists) = parts(&location);
    assert_eq!(path, "/roadmaps/junior/");
    assert_eq!(lists["have"], [["Rust"]]);
    assert_eq!(lists["notes"], [["unknown"]]);
    assert_eq!(lists["missed"], [["courses", "Juggling", ""]]);
    assert!(!lists.contains_key("why"));
}

/// The same model with long names, in letters of six or nine bytes when encoded.
fn wordy() -> Model {
    let mut parts = synthetic_model::model().parts().clone();
    for level in &mut parts.levels {
        let pages = level.roadmaps.iter_mut().map(|page| &mut page.has);
        for has in pages.chain([&mut level.overview]) {
            let mut names = (0..).map(|n| format!("{n} {}", "語ж|,&".repeat(9)));
            let mut rename = |name: &mut String| *name = names.next().expect("endless");
            has.skills.iter_mut().for_each(|skill| rename(&mut skill.name));
            has.courses.iter_mut().for_each(|course| rename(&mut course.name));
            has.skill_fingerprints =
                has.skills.iter().map(|skill| career_model::clean::skill_fingerprint(&skill.name)).collect();
        }
    }
    parts.checked().expect("consistent")
}

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,199}",
        any::<String>().prop_map(|text| text.chars().take(199).collect()),
        "[|,&=#%?/:;<>\"'\r\n]{0,50}",
        "語{150,190}",
        "rust|drawing|computer science|compilers|0 (語ж\\|,&){9}|3 (語ж\\|,&){9}"
            .prop_map(|text| text.replace('\\', "")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// A redirect is ASCII of at most 6 KiB, decodes to the input, and has a path of the model.
    #[test]
    fn fragments_are_bounded_and_inert(
        skills in vec(hostile(), 0..40), courses in vec(hostile(), 0..12), degrees in vec(hostile(), 0..12),
        position in proptest::option::of(hostile()), months in proptest::option::of(0..400_u32),
        german in any::<bool>(),
    ) {
        let model = wordy();
        let overviews = Level::ALL.map(Level::path);
        let paths: Vec<String> =
            overviews.into_iter().chain(model.roadmaps().map(|(level, page)| page.path(level))).collect();
        let texts: Vec<String> =
            skills.iter().chain(&courses).chain(&degrees).chain(&position).cloned().collect();
        let form = |name: &str, items: &[String]| -> String {
            items.iter().map(|item| format!("&{name}={}", percent_encoded(item))).collect()
        };
        let (content_type, root, body) = if german {
            let mut body = "lang=de".to_owned();
            if let Some(months) = months {
                body += &format!("&experience_months={months}");
            }
            for (name, items) in [("skills", &skills), ("courses", &courses), ("degree_fields", &degrees)] {
                body += &form(name, items);
            }
            (FORM, "/de", body)
        } else {
            let body = json!({
                "experience_months": months, "skills": skills, "courses": courses, "degree_fields": degrees,
                "position": position,
            });
            (JSON, "", body.to_string())
        };
        let classifier = Classifier::new(Some(std::sync::Arc::new(model)));
        let response = now(classifier.handle(post(content_type, "*/*", body)));
        // Otherwise there are too many items or too much text.
        if response.status().as_u16() == 303 {
            let location = header(&response, "location");
            prop_assert!(location.is_ascii() && location.len() <= MAX_LOCATION_LEN, "{}", location.len());
            let (path, lists) = parts(location);
            let own = path.strip_prefix(root);
            prop_assert!(own.is_some_and(|own| paths.iter().any(|path| path == own)), "{}", path);
            let count = |key: &str| lists.get(key).map_or(0, Vec::len);
            prop_assert!(count("why") <= MAX_WHY && count("missed") <= MAX_MISSED);
            prop_assert!(count("next") <= MAX_NEXT_SKILLS + 2 * MAX_NEXT);
            let typed = |text: &String| {
                let head: String = text.trim_end_matches('…').chars().take(MAX_TEXT_CHARS).collect();
                let plain = |text: &String| text.replace(char::is_control, " ");
                texts.iter().any(|own| plain(own).contains(&head))
            };
            for key in ["why", "missed"] {
                for item in lists.get(key).into_iter().flatten() {
                    prop_assert!(item.len() == 3 && item[1].chars().count() <= MAX_TEXT_CHARS, "{:?}", item);
                    prop_assert!(typed(&item[1]), "{:?}", item);
                }
            }
            for item in lists.get("next").into_iter().flatten() {
                let kinds = ["skill", "course", "certification"];
                prop_assert!(item.len() == 2 && kinds.contains(&item[0].as_str()));
            }
            let percents = lists.get("why").into_iter().flatten().map(|item| item[2].parse::<u32>());
            prop_assert!(percents.sum::<Result<u32, _>>().is_ok_and(|all| all <= 100));
        }
    }
}
