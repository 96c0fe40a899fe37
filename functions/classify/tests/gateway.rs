//! Events of API Gateway, valid and invalid.

mod requests;
mod synthetic_model;

use classify::gateway::{self, Answer, Event};
use proptest::prelude::*;
use requests::{classifier, now};
use serde_json::{Value, json};

fn answer(event: &Value) -> Value {
    let event: Event = serde_json::from_value(event.clone()).expect("any JSON is an event");
    let response = now(classifier().handle(gateway::request(event)));
    serde_json::to_value(Answer::from(response)).expect("serialises")
}

fn event(path: &str, stage: &str, body: &str, base64: bool) -> Value {
    json!({
        "version": "2.0",
        "rawPath": path,
        "rawQueryString": "experience_years=5&%",
        "headers": {
            "content-type": "application/x-www-form-urlencoded",
            "bad name": "x", "bad-value": "a\r\nb", "n": 1,
        },
        "requestContext": {"http": {"method": "POST"}, "stage": stage},
        "body": body,
        "isBase64Encoded": base64,
    })
}

#[test]
fn stages_are_removed() {
    for (path, stage, status) in [
        ("/classify", "$default", 303),
        ("/classify", "prod", 303),
        ("/prod/classify", "prod", 303),
        ("/prod/classify", "$default", 404),
        ("/production/classify", "prod", 404),
        ("/prodclassify", "prod", 404),
        ("/prod", "prod", 404),
        ("", "", 404),
        ("/classify/\u{e4} %20?#\"<>\0", "$default", 404),
        ("http://evil/classify", "$default", 404),
    ] {
        let answer = answer(&event(path, stage, "courses=drawing", false));
        assert_eq!(answer["statusCode"], status, "{path} {stage}");
    }
}

#[test]
fn bodies_are_decoded_or_refused() {
    let ok = answer(&event("/classify", "", "Y291cnNlcz1kcmF3aW5n", true));
    let location = ok["headers"]["location"].as_str().expect("text");
    assert!(location.starts_with("/roadmaps/junior/design/#you&next="), "{location}");
    assert!(location.ends_with("&why=courses,drawing,100&notes=assumed-level"), "{location}");
    assert_eq!(answer(&event("/classify", "", "not base64!", true))["statusCode"], 400);
    // 32 KiB of zeros, then one more: the limit is on the decoded body.
    let encoded = |len: usize| {
        let mut text = "AAAA".repeat(len / 3);
        text.push_str(["", "AA==", "AAA="][len % 3]);
        text
    };
    assert_eq!(answer(&event("/classify", "", &encoded(32 * 1024), true))["statusCode"], 303);
    assert_eq!(answer(&event("/classify", "", &encoded(32 * 1024 + 1), true))["statusCode"], 413);
    assert_eq!(answer(&event("/classify", "", &"?".repeat(100_000), true))["statusCode"], 413);
}

#[test]
fn no_json_is_too_strange() {
    for strange in [
        json!(null),
        json!([]),
        json!("x"),
        json!({}),
        json!({"requestContext": 5, "headers": [], "rawPath": {}}),
    ] {
        assert_eq!(answer(&strange)["statusCode"], 404, "{strange}");
    }
    let long = event(&"/x".repeat(70_000), "", "", false);
    assert_eq!(answer(&long)["statusCode"], 404);
    let mut odd = event("/classify", "", "", false);
    odd["requestContext"]["http"]["method"] = json!("not a method");
    assert_eq!(answer(&odd)["statusCode"], 405);
}

proptest! {
    #[test]
    fn no_event_panics(path in "(/classify|/health|/prod/classify)?\\PC{0,20}|/classify",
        method in "POST|GET|\\PC{0,8}", stage in "\\PC{0,6}|prod", name in "\\PC{0,12}|content-type",
        value in any::<String>(), body in any::<String>(), base64 in any::<bool>()) {
        let mut event = event(&path, &stage, &body, base64);
        event["requestContext"]["http"]["method"] = json!(method);
        event["headers"][name] = json!(value);
        let answer = answer(&event);
        let status = answer["statusCode"].as_u64().expect("a number");
        prop_assert!([200, 303, 400, 404, 405, 413, 415, 422].contains(&status));
    }
}
