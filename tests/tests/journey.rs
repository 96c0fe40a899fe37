//! From a file of profiles to a person's page, with the release builds.

use serde_json::{Value, json};
use tests::function::Function;
use tests::gateway::Request;
use tests::program::site_gen;
use tests::site::{Site, read_profiles, real_profiles, sample};

/// The profile as the form sends it: one item of a list per line.
fn as_form(profile: &Value) -> Request {
    let months = profile["experience_months"].as_u64().map_or(String::new(), |months| months.to_string());
    let lines = |list: &str| {
        let items: Vec<&str> =
            profile[list].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        items.join("\r\n")
    };
    Request::form(&[
        ("experience_years", ""),
        ("experience_months", &months),
        ("degree_fields", &lines("degree_fields")),
        ("courses", &lines("courses")),
        ("certifications", &lines("certifications")),
        ("skills", &lines("skills")),
    ])
}

#[test]
fn all_people_of_a_sample_are_sent_to_existing_pages() {
    let site = Site::of_sample(1500, 7);
    let function = Function::start(&site.model());
    let strangers = site.model().join("strangers.jsonl");
    sample(200, 99, &strangers);
    let mut to_roadmaps = 0;
    for profile in read_profiles(&strangers) {
        let answer = function.send(&Request::json(&profile));
        assert_eq!(answer.status, 303, "{profile}: {}", answer.body);
        let path = answer.location_path();
        assert!(site.has_page(path), "{path}");
        to_roadmaps += u32::from(path.matches('/').count() == 4);
        let from_form = function.send(&as_form(&profile));
        assert_eq!(from_form.status, 303, "{profile}: {}", from_form.body);
        assert!(site.has_page(from_form.location_path()), "{}", from_form.location_path());
    }
    assert!(to_roadmaps > 100, "most people have a roadmap, not only {to_roadmaps} of 200");
}

/// Every line of `recommend` has the same result as the function for the same person.
fn agrees(site: &Site) {
    let function = Function::start(&site.model());
    let (model, profiles) = (site.model(), site.profiles().to_owned());
    let args = ["recommend", "--top", "5", "--json", "--model"].map(std::path::Path::new);
    let args = args.into_iter().chain([model.as_path(), std::path::Path::new("--profiles"), &profiles]);
    let advice = site_gen(&args.collect::<Vec<_>>()).ok().json_lines();
    let people = read_profiles(site.profiles());
    assert_eq!(advice.len(), people.len(), "one line a person");
    let mut clustered = 0;
    for (person, advice) in people.iter().zip(&advice) {
        let answer = function.send(&Request::json(person).header("accept", "application/json")).json();
        assert_eq!(answer["path"], advice["roadmap"], "{}", person["id"]);
        assert_eq!(answer["cluster"], advice["cluster"], "{}", person["id"]);
        assert_eq!(answer["level"], advice["level"], "{}", person["id"]);
        clustered += u32::from(advice["cluster"].is_u64());
    }
    assert!(clustered as usize > people.len() / 2, "{clustered} of {}", people.len());
}

#[test]
fn the_function_assigns_people_as_the_training_did() {
    agrees(&Site::of_sample(1500, 3));
}

#[test]
fn real_people_too_if_the_file_exists() {
    let Some(profiles) = real_profiles() else {
        eprintln!("skipped: no real profiles beside the repository");
        return;
    };
    let site = Site::of_file(&profiles);
    for level in ["junior", "senior", "expert"] {
        let figures = &site.summary["levels"][level];
        assert!(
            figures["n_roadmaps"].as_u64() > Some(0) || figures["note"].is_string(),
            "{level}: {figures}"
        );
        assert!(site.has_page(&format!("/roadmaps/{level}/")));
    }
    let limits = |person: &Value| {
        let lists = ["degree_fields", "courses", "certifications", "skills"];
        lists.iter().all(|list| {
            let items = person[list].as_array().cloned().unwrap_or_default();
            items.len() <= 200
                && items.iter().all(|item| item.as_str().is_none_or(|text| text.chars().count() <= 200))
        })
    };
    let within: Vec<Value> = read_profiles(&profiles).into_iter().filter(limits).collect();
    let small_enough = site.model().join("within.jsonl");
    let lines: Vec<String> = within.iter().map(Value::to_string).collect();
    std::fs::write(&small_enough, lines.join("\n")).expect("written");
    // The model is trained on all people; requests are sent for those within the function's limits.
    let function = Function::start(&site.model());
    let args = ["recommend", "--json", "--model"].map(std::path::Path::new);
    let model = site.model();
    let args = args.into_iter().chain([model.as_path(), std::path::Path::new("--profiles"), &small_enough]);
    for (person, advice) in within.iter().zip(site_gen(&args.collect::<Vec<_>>()).ok().json_lines()) {
        let answer = function.send(&Request::json(person));
        assert_eq!(answer.status, 303);
        assert_eq!(json!(answer.location_path()), advice["roadmap"]);
        assert!(site.has_page(answer.location_path()));
    }
}
