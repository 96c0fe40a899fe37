//! Answers to valid profiles.

mod requests;
mod synthetic_model;

use lambda_http::Body;
use lambda_http::Response;
use requests::{FORM, JSON, classifier, header, now, post, text};
use serde_json::{Value, json};

fn ask(content_type: &str, accept: &str, body: &str) -> Response<Body> {
    now(classifier().handle(post(content_type, accept, body)))
}

#[test]
fn redirects() {
    let cases = [
        (FORM, "experience_years=1&degree_fields=Computer+Science", "/roadmaps/junior/computing/#you"),
        (FORM, "experience_months=99&degree_fields=Graphic%20Design", "/roadmaps/junior/design/#you"),
        (FORM, "experience_years=8&experience_months=4&courses=drawing", "/roadmaps/senior/computing/#you"),
        (FORM, "experience_years=&experience_months=+7+&courses=Drawing", "/roadmaps/junior/design/#you"),
        (FORM, "experience_months=251&courses=drawing", "/roadmaps/expert/#you&notes=unknown"),
        (FORM, "experience_years=0", "/roadmaps/junior/#you&notes=unknown"),
        (FORM, "", "/roadmaps/junior/#you&notes=assumed-level|unknown"),
        (FORM, "experience_years=&experience_months=+", "/roadmaps/junior/#you&notes=assumed-level|unknown"),
        (
            FORM,
            "experience_years=9&experience_years=1&courses=compilers&&x=%20&y",
            "/roadmaps/junior/computing/#you",
        ),
        (
            FORM,
            "courses=nothing%0D%0A%0D%0Adrawing%0D%0A+%0D%0A",
            "/roadmaps/junior/design/#you&notes=assumed-level",
        ),
        (
            FORM,
            "courses=drawing&skills=c%2B%2B&skills=RUST%0A%3Cb%3Er+%26+d%3C%2Fb%3E",
            "/roadmaps/junior/design/#you&have=Rust%20%28Programming%20Language%29|C%2B%2B\
             |%3Cb%3ER%20%26%20D%3C%2Fb%3E&notes=assumed-level",
        ),
        (
            JSON,
            r#"{"experience_months":100,"degree_fields":["Computer Science"]}"#,
            "/roadmaps/senior/computing/#you",
        ),
        (
            JSON,
            r#"{"experience_years":8,"experience_months":3.0,"courses":["drawing"]}"#,
            "/roadmaps/junior/design/#you",
        ),
        (
            JSON,
            r#"{"experience_months":null,"degree_fields":null,"skills":[null," "],"position":null}"#,
            "/roadmaps/junior/#you&notes=assumed-level|unknown",
        ),
        (JSON, r#"{"experience_months":1,"experience_months":300}"#, "/roadmaps/expert/#you&notes=unknown"),
        (
            JSON,
            r#"{"id":7,"url":{"a":[]},"company":5,"timestamp":"now","experience_months":0,
                "skills":["日本語"],"courses":["Drawing"]}"#,
            "/roadmaps/junior/design/#you&have=%E6%97%A5%E6%9C%AC%E8%AA%9E",
        ),
    ];
    for (content_type, body, location) in cases {
        let response = ask(content_type, "*/*", body);
        // `next`, `why` and `missed` are tested in `fragment.rs`.
        let kept = header(&response, "location").split('&');
        let kept: Vec<&str> =
            kept.filter(|part| !part.starts_with(['n', 'w', 'm']) || part.starts_with("no")).collect();
        assert_eq!((response.status().as_u16(), kept.join("&").as_str()), (303, location), "{body}");
        assert_eq!(text(&response), "");
    }
}

#[test]
fn a_program_gets_the_reasons() {
    let body = json!({
        "experience_months": 12,
        "degree_fields": ["comp sci & maths", "Basket weaving", "Grpahic desing"],
        "courses": ["compilers"],
        "skills": ["RUST", "Rsut"],
    });
    let response = ask(JSON, "application/json", &body.to_string());
    assert_eq!((response.status().as_u16(), header(&response, "content-type")), (200, "application/json"));
    let answer: Value = serde_json::from_str(text(&response)).expect("JSON");
    assert_eq!(answer["level"], "junior");
    assert_eq!(answer["level_assumed"], false);
    assert_eq!(answer["path"], "/roadmaps/junior/computing/");
    assert_eq!(
        answer["roadmap"],
        json!({"path": "/roadmaps/junior/computing/", "name": "Computing", "people": 20})
    );
    assert_eq!(answer["cluster"], 0);
    let distances = answer["distances"].as_array().expect("a list");
    assert_eq!(distances.len(), 2);
    assert!(distances[0].as_f64() < distances[1].as_f64());
    let degree = &answer["understood"][0];
    assert_eq!(
        (&degree["field"], &degree["text"], &degree["topic"], &degree["by_similarity"]),
        (&json!("degree_fields"), &json!("comp sci & maths"), &json!("Computing"), &json!(true))
    );
    assert!(degree["contribution"].as_f64() > Some(0.0));
    assert_eq!(
        (&answer["understood"][1]["topic"], &answer["understood"][1]["taken_for"]),
        (&Value::Null, &json!("Compilers"))
    );
    assert_eq!(degree["taken_for"], "Computing");
    let skill = json!({
        "field": "skills", "text": "RUST", "taken_for": "Rust", "topic": null, "by_similarity": false,
        "contribution": 0.0,
    });
    assert_eq!(answer["understood"][2], skill);
    let missed =
        |field, text, suggestion: Value| json!({"field": field, "text": text, "suggestion": suggestion});
    let expected = [
        missed("degree_fields", "Basket weaving", Value::Null),
        missed("degree_fields", "Grpahic desing", Value::Null),
        missed("skills", "Rsut", json!("Rust")),
    ];
    let mut unknown = answer["not_understood"].as_array().expect("a list").clone();
    unknown.sort_by_key(|input| input["text"].to_string());
    assert_eq!(unknown, expected);
    let names: Vec<_> =
        answer["recommended_skills"].as_array().expect("a list").iter().map(|s| &s["name"]).collect();
    assert_eq!(names, ["C++", "<b>R & D</b>", "日本語"]);
    assert_eq!(answer["courses"], json!([]));
    assert_eq!(answer["certifications"], json!([{"name": "A certificate", "people": 12}]));
}

#[test]
fn a_program_learns_that_nothing_is_known() {
    let response = ask(FORM, "application/json", "degree_fields=Basket+weaving");
    let answer: Value = serde_json::from_str(text(&response)).expect("JSON");
    assert_eq!(
        (&answer["level_assumed"], &answer["roadmap"], &answer["cluster"]),
        (&json!(true), &Value::Null, &Value::Null)
    );
    assert_eq!((&answer["path"], &answer["distances"]), (&json!("/roadmaps/junior/"), &json!([])));
    assert_eq!(answer["not_understood"][0]["text"], "Basket weaving");
}

#[test]
fn the_list_of_held_skills_is_bounded_and_cuts_no_name() {
    use career_model::roadmap::ItemCount;
    let mut parts = synthetic_model::model().parts().clone();
    let skills: Vec<String> = (0..60).map(|n| format!("{}{n:02}", "é".repeat(20))).collect();
    parts.levels[0].roadmaps[1].has.skill_fingerprints =
        skills.iter().map(|name| career_model::clean::skill_fingerprint(name)).collect();
    parts.levels[0].roadmaps[1].has.skills =
        skills.iter().map(|name| ItemCount { name: name.clone(), people: 9 }).collect();
    let classifier =
        classify::Classifier::new(Some(std::sync::Arc::new(parts.checked().expect("consistent"))));
    let body = json!({"courses": ["drawing"], "skills": skills}).to_string();
    let response = now(classifier.handle(post(JSON, "*/*", body)));
    let location = header(&response, "location");
    let have = location.split('&').find(|part| part.starts_with("have=")).expect("some");
    assert!(have.len() < classify::limits::MAX_HAVE_LEN && have.len() > 1_300, "{}", have.len());
    let item = "%C3%A9".repeat(20);
    assert!(
        have["have=".len()..].split('|').all(|name| name.len() == item.len() + 2 && name.starts_with(&item))
    );
}
