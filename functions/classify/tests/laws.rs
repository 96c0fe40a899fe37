//! Laws of every request.

mod requests;
mod synthetic_model;

use career_model::Level;
use classify::limits::MAX_LOCATION_LEN;
use lambda_http::http::{HeaderName, HeaderValue, Method, Request, Uri};
use lambda_http::{Body, Response};
use proptest::collection::vec;
use proptest::prelude::*;
use requests::{FORM, JSON, classifier, header, now, parts, percent_encoded, post, text};
use serde_json::{Value, json};

fn pages() -> Vec<String> {
    let model = synthetic_model::model();
    let overviews = Level::ALL.map(Level::path);
    overviews.into_iter().chain(model.roadmaps().map(|(level, roadmap)| roadmap.path(level))).collect()
}

/// Any response has a documented status, the security headers, and a page of the model as its target.
fn lawful(response: &Response<Body>) -> Result<(), TestCaseError> {
    let status = response.status().as_u16();
    prop_assert!([200, 303, 400, 404, 405, 413, 415, 422].contains(&status), "{}", status);
    prop_assert_eq!(header(response, "cache-control"), "no-store");
    let location = header(response, "location");
    prop_assert_eq!(status == 303, !location.is_empty());
    if status == 303 {
        let (path, fragment) = location.split_once('#').expect("always one");
        prop_assert!(pages().iter().any(|page| page == path), "{}", location);
        prop_assert!(fragment.starts_with("you") && location.len() <= MAX_LOCATION_LEN);
        prop_assert!(
            fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%&=|,".contains(&b)),
            "{}",
            location
        );
        parts(location);
    }
    if header(response, "content-type").contains("json") && !text(response).is_empty() {
        prop_assert!(serde_json::from_str::<Value>(text(response)).is_ok());
    }
    Ok(())
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0..300_u64).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "rust|c\\+\\+|drawing|computer science".prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 16, 6, |inner| vec(inner, 0..6).prop_map(Value::from))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes(method in "[A-Z]{1,8}|POST|GET|HEAD", path in "/(classify|health|[a-z/]{0,9})",
        names in vec("content-type|accept|content-encoding|[a-z]{1,9}", 0..4),
        values in vec(vec(any::<u8>(), 0..20), 0..4), body in vec(any::<u8>(), 0..300)) {
        let mut request = Request::new(Body::Binary(body));
        *request.method_mut() = Method::from_bytes(method.as_bytes()).expect("letters");
        *request.uri_mut() = path.parse::<Uri>().expect("a path");
        for (name, value) in names.iter().zip(&values) {
            if let Ok(value) = HeaderValue::from_bytes(value) {
                request.headers_mut().append(HeaderName::try_from(name).expect("letters"), value);
            }
        }
        lawful(&now(classifier().handle(request)))?;
    }

    #[test]
    fn any_body(form in any::<bool>(), accept in "[a-z*/+;=q.0-9, ]{0,30}|application/json|text/html",
        body in prop_oneof![
            vec(any::<u8>(), 0..200),
            "[a-z_=&%0-9A-F+{}\":,\\[\\]]{0,80}".prop_map(String::into_bytes),
        ]) {
        lawful(&now(classifier().handle(post(if form { FORM } else { JSON }, &accept, body))))?;
    }

    #[test]
    fn any_profile(accept in "application/json|text/html|.{0}", fields in vec((
        "experience_years|experience_months|position|degree_fields|courses|certifications|skills|[a-z]{0,5}",
        any_value(),
    ), 0..8)) {
        let body: serde_json::Map<String, Value> = fields.into_iter().collect();
        lawful(&now(classifier().handle(post(JSON, &accept, Value::Object(body).to_string()))))?;
    }

    #[test]
    fn a_form_and_json_get_the_same_answer(years in 0..30_u32,
        degrees in vec("computer science|graphic design|[a-z%&=+<é ]{1,9}x", 0..4),
        skills in vec("rust|C\\+\\+|[a-z&=+é]{1,9}", 0..4)) {
        let mut form = format!("experience_years={years}");
        for (field, items) in [("degree_fields", &degrees), ("skills", &skills)] {
            for item in items {
                form += &format!("&{field}={}", percent_encoded(item));
            }
        }
        // The items of a form are trimmed.
        let trimmed = |items: &[String]| items.iter().map(|item| item.trim().to_owned()).collect::<Vec<_>>();
        let (degrees, skills) = (trimmed(&degrees), trimmed(&skills));
        let json = json!({"experience_years": years, "degree_fields": degrees, "skills": skills}).to_string();
        for accept in [JSON, "text/html"] {
            let by_form = now(classifier().handle(post(FORM, accept, form.clone())));
            let by_json = now(classifier().handle(post(JSON, accept, json.clone())));
            prop_assert_eq!(text(&by_form), text(&by_json));
            prop_assert_eq!(header(&by_form, "location"), header(&by_json, "location"));
            lawful(&by_form)?;
        }
    }
}
