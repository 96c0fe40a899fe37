//! Invalid requests, as a table.

mod requests;
mod synthetic_model;

use classify::limits::{MAX_BODY_LEN, MAX_ITEM_CHARS, MAX_ITEMS};
use lambda_http::{Body, Request, Response};
use requests::{FORM, JSON, classifier, header, now, post, request, text};
use serde_json::{Value, json};

const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const PROBLEM: &str = "application/problem+json";

struct Case {
    name: &'static str,
    request: Request,
    status: u16,
    /// Expected names and values.
    headers: &'static [(&'static str, &'static str)],
    /// Texts that the body contains.
    body: &'static [&'static str],
}

fn json(body: impl Into<Body>) -> Request {
    post(JSON, JSON, body)
}

fn form(body: impl Into<Body>) -> Request {
    post(FORM, BROWSER, body)
}

fn list(items: usize, item: &str) -> String {
    json!({"skills": vec![item; items]}).to_string()
}

fn cases() -> Vec<Case> {
    let case = |name, request, status, headers, body| Case { name, request, status, headers, body };
    let problem: &[_] = &[("content-type", PROBLEM)];
    let page: &[_] = &[("content-type", "text/html; charset=utf-8")];
    let at_limit = format!("x={}", "a".repeat(MAX_BODY_LEN - 2));
    let bare =
        |headers: &[(&'static str, &str)], body: &'static str| request("POST", "/classify", headers, body);
    vec![
        // 400
        case("broken JSON", json("{"), 400, problem, &["malformed-body", "line 1"]),
        case("empty JSON", json(""), 400, problem, &["malformed-body"]),
        case("JSON that is not UTF-8", json(vec![b'"', 0xff, b'"']), 400, problem, &["malformed-body"]),
        case("JSON too deep", json("[".repeat(5_000)), 400, problem, &["malformed-body"]),
        case("half an escape", form("skills=%4"), 400, page, &["hexadecimal"]),
        case("no hexadecimal digits", form("skills=%zz"), 400, page, &["hexadecimal"]),
        case("escapes that are not UTF-8", form("skills=%ff"), 400, page, &["UTF-8"]),
        case("bytes that are not UTF-8", form(vec![b'a', b'=', 0xc3]), 400, page, &["UTF-8"]),
        // 404
        case("elsewhere", request("GET", "/", &[], ""), 404, page, &["Page not found"]),
        case("deeper", request("POST", "/classify/", &[("accept", JSON)], ""), 404, problem, &["not-found"]),
        case("elsewhere, head only", request("HEAD", "/x", &[], ""), 404, page, &[]),
        // 405
        case("GET", request("GET", "/classify", &[], ""), 405, &[("allow", "POST")], &[]),
        case("OPTIONS", request("OPTIONS", "/classify", &[], ""), 405, &[("allow", "POST")], &[]),
        case(
            "own method",
            request("BREW", "/classify", &[("accept", JSON)], ""),
            405,
            problem,
            &["not-allowed"],
        ),
        case("POST health", request("POST", "/health", &[], ""), 405, &[("allow", "GET, HEAD")], &[]),
        // 413
        case("at the limit", form(at_limit.clone()), 303, &[], &[]),
        case("over the limit", form(at_limit + "a"), 413, page, &["request is too large", "32 KiB"]),
        case(
            "over the limit and no type",
            bare(&[("accept", PROBLEM)], Box::leak("a".repeat(MAX_BODY_LEN + 1).into())),
            413,
            problem,
            &["too-large"],
        ),
        // 415
        case("no type", bare(&[("accept", JSON)], "{}"), 415, problem, &["unsupported-media-type"]),
        case("no type, no body", bare(&[], ""), 415, page, &[]),
        case("text", post("text/plain", BROWSER, "x"), 415, page, &["application/json"]),
        case("multipart", post("multipart/form-data; boundary=x", JSON, "x"), 415, problem, &[]),
        case("other charset", post("application/json; charset=latin1", JSON, "{}"), 415, problem, &[]),
        case("own charset", post("Application/JSON ;x; Charset=\"UTF-8\"", "*/*", "{}"), 303, &[], &[]),
        case(
            "compressed",
            bare(&[("content-type", JSON), ("accept", JSON), ("content-encoding", "gzip")], "{}"),
            415,
            problem,
            &[],
        ),
        // 422
        case("a list", json("[]"), 422, problem, &["\"pointer\":\"#\"", "an object"]),
        case(
            "negative",
            json(r#"{"experience_months":-1}"#),
            422,
            problem,
            &["#/experience_months", "whole number"],
        ),
        case("a fraction", json(r#"{"experience_years":1.5}"#), 422, problem, &["#/experience_years"]),
        case("a number as text", json(r#"{"experience_years":"3"}"#), 422, problem, &["#/experience_years"]),
        case("200 years", json(r#"{"experience_years":200,"experience_months":0}"#), 200, &[], &[]),
        case("2,400 months", json(r#"{"experience_years":100,"experience_months":1200}"#), 200, &[], &[]),
        case(
            "2,401 months",
            json(r#"{"experience_months":2401}"#),
            422,
            problem,
            &["#/experience_months", "2400"],
        ),
        case(
            "too long together",
            json(r#"{"experience_years":199,"experience_months":13}"#),
            422,
            problem,
            &["at most"],
        ),
        case("overflow", json(r#"{"experience_years":18446744073709551615}"#), 422, problem, &["at most"]),
        case("1e300", json(r#"{"experience_months":1e300}"#), 422, problem, &["at most"]),
        case(
            "a text as list",
            json(r#"{"skills":"rust"}"#),
            422,
            problem,
            &["#/skills\"", "list of strings"],
        ),
        case(
            "a number in a list",
            json(r#"{"skills":["a",null,5]}"#),
            422,
            problem,
            &["#/skills/2", "item 3"],
        ),
        case("position", json(r#"{"position":5}"#), 422, problem, &["#/position"]),
        case("200 items", json(list(MAX_ITEMS, "a")), 200, &[], &[]),
        case("201 items", json(list(MAX_ITEMS + 1, "a")), 422, problem, &["#/skills\"", "201 items"]),
        case("200 characters", json(list(1, &"é".repeat(MAX_ITEM_CHARS))), 200, &[], &[]),
        case(
            "201 characters",
            json(list(1, &"é".repeat(MAX_ITEM_CHARS + 1))),
            422,
            problem,
            &["#/skills/0", "item 1"],
        ),
        case("201 lines", form(format!("skills={}", "a%0A".repeat(201))), 422, page, &["201 items"]),
        case(
            "a long line",
            form(format!("courses=a%0A{}", "b".repeat(201))),
            422,
            page,
            &["Item 2 is longer"],
        ),
        case(
            "a word",
            form("experience_years=three&experience_months=1"),
            422,
            page,
            &["three", "whole number"],
        ),
        case("a sign", form("experience_months=%2B5"), 422, page, &["whole number"]),
        case(
            "very long",
            form("experience_years=99999999999999999999999"),
            422,
            page,
            &["Must be at most 200 years"],
        ),
        case("JSON for a browser", post(JSON, BROWSER, "{"), 400, page, &[]),
        case(
            "a form for a program",
            post(FORM, JSON, "experience_years=x"),
            422,
            problem,
            &["#/experience_years"],
        ),
        case("JSON, no preference", post(JSON, "*/*", "{"), 400, problem, &[]),
    ]
}

#[test]
fn edge_cases() {
    let classifier = classifier();
    for Case { name, request, status, headers, body } in cases() {
        let response = now(classifier.handle(request));
        assert_eq!(response.status().as_u16(), status, "{name}: {}", text(&response));
        for (header_name, value) in headers {
            assert_eq!(header(&response, header_name), *value, "{name}: {header_name}");
        }
        for part in body {
            assert!(text(&response).contains(part), "{name}: no {part:?} in {}", text(&response));
        }
        careful_headers(name, &response);
    }
}

fn careful_headers(name: &str, response: &Response<Body>) {
    for (header_name, value) in [
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("vary", "Accept"),
    ] {
        assert_eq!(header(response, header_name), value, "{name}: {header_name}");
    }
    let policy = header(response, "content-security-policy");
    let html = header(response, "content-type").starts_with("text/html");
    assert_eq!(html, policy.contains("default-src 'none'"), "{name}");
    if header(response, "content-type") == PROBLEM {
        let problem: Value = serde_json::from_str(text(response)).expect("JSON");
        assert_eq!(problem["status"], response.status().as_u16(), "{name}");
    }
}

#[test]
fn the_form_comes_back_filled_and_escaped() {
    let body = "experience_years=x&skills=%3Cscript%3Ealert(1)%3C/script%3E%0A%22two%22\
                &position=%3C/textarea%3E&courses=kept";
    let response = now(classifier().handle(form(body)));
    let page = text(&response);
    assert!(!page.contains("<script>alert") && !page.contains("value=\"</textarea>"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)") && page.contains("kept"), "{page}");
}

#[test]
fn health() {
    let ask = |method: &str, classifier: &classify::Classifier| {
        now(classifier.handle(request(method, "/health", &[], "")))
    };
    let response = ask("GET", &classifier());
    let body: Value = serde_json::from_str(text(&response)).expect("JSON");
    assert_eq!(
        (response.status().as_u16(), &body["status"], &body["model"]),
        (200, &json!("ok"), &json!("loaded"))
    );
    assert_eq!((&body["people"], &body["data_sha256"]), (&json!(70), &json!(null)));
    assert_eq!((&body["source"], &body["release"]), (&json!("fixed"), &Value::Null));
    assert_eq!((ask("HEAD", &classifier()).status().as_u16(), text(&ask("HEAD", &classifier()))), (200, ""));

    let without = classify::Classifier::new(None);
    let response = ask("GET", &without);
    let body: Value = serde_json::from_str(text(&response)).expect("JSON");
    assert_eq!(
        (response.status().as_u16(), header(&response, "retry-after"), &body["model"]),
        (503, "30", &json!("missing"))
    );
    assert_eq!(ask("HEAD", &without).status().as_u16(), 503);
}
