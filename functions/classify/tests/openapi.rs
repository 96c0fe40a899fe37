//! The document matches the code.

mod requests;
mod synthetic_model;

use classify::limits::{MAX_ITEM_CHARS, MAX_ITEMS, MAX_LOCATION_LEN, MAX_MONTHS, RETRY_AFTER_SECONDS};
use classify::{Classifier, ModelSource, OPENAPI, ProblemKind};
use requests::{now, request, text};
use serde_json::{Value, json};
use templates::Language;

fn document() -> Value {
    serde_json::from_str(OPENAPI).expect("JSON")
}

#[test]
fn every_problem_is_described() {
    let document = document();
    let problem = &document["components"]["schemas"]["Problem"]["properties"];
    let listed = |member: &str| problem[member]["enum"].as_array().expect("a list").clone();
    for kind in ProblemKind::ALL {
        let (name, status) = (kind.type_uri(), kind.status().as_u16());
        assert!(listed("type").contains(&name.into()), "{name}");
        assert!(listed("title").contains(&kind.title().into()), "{name}");
        assert!(listed("status").contains(&status.into()), "{status}");
        if kind == ProblemKind::NotFound {
            continue; // This problem belongs to paths that the document does not list.
        }
        let response = &document["paths"]["/classify"]["post"]["responses"][status.to_string()];
        let schema = &response["content"]["application/problem+json"]["schema"]["allOf"][1]["properties"];
        assert_eq!((&schema["type"]["const"], &schema["status"]["const"]), (&name.into(), &status.into()));
        assert!(response["content"]["text/html"].is_object(), "{status}");
    }
    assert_eq!(listed("type").len(), ProblemKind::ALL.len(), "nothing is described that does not exist");
}

#[test]
fn the_redirect_has_the_prefix_of_every_language() {
    let document = document();
    let response = &document["paths"]["/classify"]["post"]["responses"]["303"];
    let pattern = response["headers"]["Location"]["schema"]["pattern"].as_str().expect("a pattern");
    let others: Vec<&str> = Language::ALL.iter().map(|language| language.root()).skip(1).collect();
    let prefixes = format!("^({})?/roadmaps/", others.join("|"));
    assert!(pattern.starts_with(&prefixes), "a language needs its prefix here: {prefixes}");
}

#[test]
fn limits_and_version_are_those_of_the_code() {
    let document = document();
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
    let schemas = &document["components"]["schemas"];
    let json = &schemas["Profile"]["properties"];
    assert_eq!(json["experience_months"]["maximum"], MAX_MONTHS);
    assert_eq!(json["experience_years"]["maximum"], MAX_MONTHS / 12);
    let form = &schemas["ProfileForm"]["properties"];
    for list in ["degree_fields", "courses", "certifications", "skills"] {
        assert_eq!(
            (&json[list]["maxItems"], &form[list]["maxItems"]),
            (&MAX_ITEMS.into(), &MAX_ITEMS.into())
        );
        assert_eq!(json[list]["items"]["maxLength"], MAX_ITEM_CHARS);
        // A schema cannot express what an item of a form is.
        let limits = format!("{MAX_ITEMS} items in total, of at most {MAX_ITEM_CHARS} characters each");
        assert!(form[list]["description"].as_str().is_some_and(|text| text.contains(&limits)), "{list}");
    }
    let location =
        &document["paths"]["/classify"]["post"]["responses"]["303"]["headers"]["Location"]["schema"];
    assert_eq!(location["maxLength"], MAX_LOCATION_LEN);
    assert_eq!(document["components"]["headers"]["RetryAfter"]["schema"]["const"], RETRY_AFTER_SECONDS);
}

#[test]
fn health_has_the_members_that_are_described() {
    let document = document();
    let schema = &document["components"]["schemas"]["Health"];
    let described = schema["properties"].as_object().expect("members");
    let required = schema["required"].as_array().expect("a list");
    for classifier in [requests::classifier(), Classifier::new(None)] {
        let response = now(classifier.handle(request("GET", "/health", &[], "")));
        let body: Value = serde_json::from_str(text(&response)).expect("JSON");
        let members: Vec<&String> = body.as_object().expect("an object").keys().collect();
        assert_eq!(members, described.keys().collect::<Vec<_>>());
        assert!(members.iter().all(|member| required.contains(&json!(member))));
        assert!(described["source"]["enum"].as_array().expect("a list").contains(&body["source"]));
    }
    let sources = [ModelSource::Releases, ModelSource::Bundled, ModelSource::Fixed];
    let mut sources: Vec<Value> = sources.iter().map(|source| json!(source)).collect();
    sources.push(Value::Null);
    assert_eq!(described["source"]["enum"], json!(sources));
}
