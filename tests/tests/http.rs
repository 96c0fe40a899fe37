//! The function's HTTP contract, with the real binary and the gateway's event format.

use serde_json::{Value, json};
use tests::function::Function;
use tests::gateway::{Request, Response};
use tests::site::Site;

const JSON: &str = "application/json";

/// A row of the table: a request and its expected answer.
struct Row {
    name: &'static str,
    request: Request,
    status: u64,
    check: fn(&Response),
}

fn row(name: &'static str, request: Request, status: u64, check: fn(&Response)) -> Row {
    Row { name, request, status, check }
}

fn anything(_: &Response) {}

fn is_problem(response: &Response) {
    assert_eq!(response.header("content-type"), "application/problem+json");
    let problem = response.json();
    assert_eq!(problem["status"], json!(response.status));
    assert!(problem["title"].as_str().is_some_and(|title| !title.is_empty()));
}

fn is_page(response: &Response) {
    assert!(response.header("content-type").starts_with("text/html"));
    assert!(response.body.contains("<h1") && response.body.contains("</html>"));
    assert!(response.header("content-security-policy").contains("default-src 'none'"));
}

fn post(content_type: &str, body: impl Into<String>) -> Request {
    Request::new("POST", "/classify").header("content-type", content_type).body(body)
}

fn table() -> Vec<Row> {
    let many: Vec<String> = (0..201).map(|n| format!("skill {n}")).collect();
    let full: Vec<String> = (0..200).map(|n| format!("skill {n}")).collect();
    let hostile = "<script>alert(1)</script>\"'{{ 7*7 }}";
    vec![
        row("health", Request::new("GET", "/health"), 200, |r| assert_eq!(r.json()["status"], "ok")),
        row("get is not allowed", Request::new("GET", "/classify"), 405, |r| {
            assert!(r.header("allow").contains("POST"));
        }),
        row("put is not allowed", Request::new("PUT", "/classify"), 405, |r| {
            assert!(r.header("allow").contains("POST"));
        }),
        row("unknown path", Request::new("GET", "/nowhere"), 404, anything),
        row("xml", post("text/xml", "<a/>").header("accept", JSON), 415, is_problem),
        row(
            "no content type",
            Request::new("POST", "/classify").body("a=b").header("accept", JSON),
            415,
            is_problem,
        ),
        row("not JSON", post(JSON, "{\"skills\": [").header("accept", JSON), 400, is_problem),
        row("a list is no profile", post(JSON, "[]").header("accept", JSON), 422, is_problem),
        row(
            "too large",
            post(JSON, format!("{{\"x\": \"{}\"}}", "x".repeat(40_000))).header("accept", JSON),
            413,
            is_problem,
        ),
        row("wrong type", post(JSON, r#"{"skills": "Rust"}"#).header("accept", JSON), 422, |r| {
            is_problem(r);
            assert!(r.body.contains("skills"));
        }),
        row(
            "negative months",
            post(JSON, r#"{"experience_months": -1}"#).header("accept", JSON),
            422,
            is_problem,
        ),
        row("201 items", Request::json(&json!({ "skills": many })).header("accept", JSON), 422, is_problem),
        row("200 items", Request::json(&json!({ "skills": full })), 303, anything),
        row(
            "201 characters",
            Request::json(&json!({ "skills": ["x".repeat(201)] })).header("accept", JSON),
            422,
            is_problem,
        ),
        row("200 characters", Request::json(&json!({ "skills": ["ß".repeat(200)] })), 303, anything),
        row("nothing known", Request::json(&json!({})), 303, |r| {
            assert_eq!(r.location_path(), "/roadmaps/junior/");
            assert!(r.header("location").contains("unknown"));
        }),
        row(
            "unknown keys are ignored",
            Request::json(&json!({ "about": { "deep": [1] }, "experience_months": 120 })),
            303,
            |r| {
                assert_eq!(r.location_path(), "/roadmaps/senior/");
            },
        ),
        row(
            "years and months",
            Request::form(&[("experience_years", "20"), ("experience_months", "11")]),
            303,
            |r| {
                assert_eq!(r.location_path(), "/roadmaps/expert/");
            },
        ),
        row(
            "a blank form",
            Request::form(&[("experience_years", ""), ("experience_months", ""), ("skills", "")]),
            303,
            |r| {
                assert_eq!(r.location_path(), "/roadmaps/junior/");
                assert!(r.header("location").contains("assumed-level"));
            },
        ),
        row(
            "a form's error is a page with what was typed, escaped",
            Request::form(&[("experience_years", "many"), ("skills", hostile)])
                .header("accept", "text/html,*/*;q=0.8"),
            422,
            |r| {
                is_page(r);
                assert!(!r.body.contains("<script>alert(1)") && r.body.contains("&lt;script&gt;"));
                assert!(r.body.contains("{{ 7*7 }}"), "shown as typed");
            },
        ),
        row(
            "JSON on request",
            Request::json(&json!({"experience_months": 38, "degree_fields": ["Computer Science"]}))
                .header("accept", JSON),
            200,
            |r| {
                let answer = r.json();
                assert_eq!(answer["level"], "junior");
                assert!(answer["distances"].as_array().is_some_and(|d| d.len() >= 2));
                assert_eq!(answer["understood"][0]["text"], "Computer Science");
                assert!(!answer["recommended_skills"].as_array().expect("ranked skills").is_empty());
            },
        ),
        row(
            "an unseen field",
            Request::json(
                &json!({"experience_months": 38, "degree_fields": ["Computing with Basket Weaving"]}),
            )
            .header("accept", JSON),
            200,
            |r| {
                let answer = r.json();
                let understood = answer["understood"].as_array().expect("a list");
                let not = answer["not_understood"].as_array().expect("a list");
                assert_eq!(understood.len() + not.len(), 1, "found by TF-IDF, or reported");
                assert!(understood.iter().all(|input| input["by_similarity"] == json!(true)));
            },
        ),
    ]
}

#[test]
fn the_contract() {
    let site = Site::of_sample(800, 7);
    let function = Function::start(&site.model());
    for Row { name, request, status, check } in table() {
        let response = function.send(&request);
        assert_eq!(response.status, status, "{name}: {}", response.body);
        for (header, value) in [("cache-control", "no-store"), ("x-content-type-options", "nosniff")] {
            assert_eq!(response.header(header), value, "{name}");
        }
        check(&response);
    }
}

#[test]
fn no_part_of_a_request_changes_the_target_of_the_redirect() {
    let site = Site::of_sample(800, 7);
    let function = Function::start(&site.model());
    let hostile = [
        "https://evil.example/",
        "//evil.example",
        "/../..",
        "\r\nLocation: https://evil.example",
        "#x",
        "?q=1",
    ];
    for text in hostile {
        let profile = json!({ "id": text, "url": text, "position": text, "experience_months": 38,
                              "degree_fields": [text, "Computer Science"], "courses": [text],
                              "skills": [text] });
        let request =
            Request::json(&profile).header("host", "evil.example").header("x-forwarded-host", "evil.example");
        let response = function.send(&request);
        assert_eq!(response.status, 303);
        assert!(site.has_page(response.location_path()), "{}", response.header("location"));
        let (path, fragment) = response.header("location").split_once('#').unwrap_or_default();
        assert!(!path.contains("evil"), "{path}");
        // Unknown inputs are in the fragment, which does not change the target.
        assert!(!fragment.contains("//") && !fragment.contains(['?', '#', '\r', '\n']), "{fragment}");
    }
}

#[test]
fn without_a_model_the_answer_has_retry_after() {
    let nothing = tempfile::tempdir().expect("a folder");
    let function = Function::start(nothing.path());
    let response = function.send(&Request::json(&json!({})).header("accept", JSON));
    assert_eq!(response.status, 503);
    assert!(response.header("retry-after").parse::<u32>().is_ok());
    is_problem(&response);
    assert_eq!(function.send(&Request::new("GET", "/health")).status, 503);
}

#[test]
fn a_damaged_model_is_no_model() {
    let site = Site::of_sample(400, 1);
    let path = site.model().join("model.bin");
    let mut bytes = std::fs::read(&path).expect("a model");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).expect("written");
    let function = Function::start(&site.model());
    let answer: Value = function.send(&Request::new("GET", "/health")).json();
    assert_ne!(answer["status"], "ok");
    assert_eq!(function.send(&Request::json(&json!({}))).status, 503);
}
