//! Log lines compared with golden files (`UPDATE_GOLDEN=1` writes them), and CloudWatch's rules for metrics.

use std::path::Path;

use career_model::metadata::MethodRecall;
use releases::lease::LeaseError;
use releases::report;
use training::panel::PanelMoves;

use super::*;
use crate::event::Trigger;

fn id(digit: char) -> ReleaseId {
    digit.to_string().repeat(ReleaseId::LEN).parse().expect("an id")
}

fn judgement(mean: f64, against: &[&str]) -> Judgement {
    Judgement {
        recall: vec![MethodRecall { method: "page".to_owned(), mean, low: 0.25, high: 0.75 }],
        moved: Some(PanelMoves { asked: 200, moved: 10 }),
        smallest: Some(12),
        against: against.iter().map(|&text| text.to_owned()).collect(),
    }
}

fn report(outcome: report::Outcome) -> Report {
    let is_new = outcome == report::Outcome::Published;
    let against: &[&str] =
        if outcome == report::Outcome::Refused { &["a roadmap has 9 people; the least is 10"] } else { &[] };
    Report {
        outcome,
        release: Some(id('a')),
        sequence: Some(3),
        published_at: Some("2026-01-02T03:04:05Z".parse().expect("a time")),
        data_sha256: "d".repeat(64),
        people: 2_000,
        roadmaps: 40,
        new: 2,
        revived: 1,
        retired: 3,
        pages_written: if is_new { 50 } else { 0 },
        public_written: if is_new { 61 } else { 0 },
        release_written: if is_new { 70 } else { 0 },
        forgotten: None,
        live_has_forgotten_people: false,
        not_compared: None,
        judgement: Some(judgement(0.5, against)),
        before: Some(judgement(0.625, &[])),
    }
}

fn request(trigger: Trigger) -> Result<Request, EventError> {
    Ok(Request::Refresh { trigger, force: None })
}

fn event_result(request: &Result<Request, EventError>, result: RunResult) -> EventResult {
    let live = LiveRelease {
        release: id('b'),
        sequence: 2,
        model_sha256: "e".repeat(64),
        inputs: "f".repeat(64),
        published_at: "2026-01-02T03:04:05Z".parse().expect("a time"),
    };
    let invocation = Invocation {
        request_id: "00000000-0000-4000-8000-000000000001",
        function: "refresh-prod",
        now: "2026-01-02T04:04:05Z".parse().expect("a time"),
        duration_ms: 12_345,
        live: Some(live),
    };
    EventResult::new(invocation, request, result)
}

fn overtaken() -> RunResult {
    let error = anyhow::Error::from(LeaseError::Overtaken { release: id('c') }).context("publishing");
    RunResult::without_report(&error)
}

fn published() -> RunResult {
    RunResult { pruned: Some((1, 131)), ..RunResult::with(report(report::Outcome::Published)) }
}

/// A result of every kind.
fn all() -> Vec<(&'static str, EventResult)> {
    let forced = Ok(Request::Refresh { trigger: Trigger::Manual, force: Some("needle".to_owned()) });
    let with = |outcome| RunResult::with(report(outcome));
    let unknown = EventError::UnknownAction;
    vec![
        ("published", event_result(&request(Trigger::Schedule), published())),
        ("unchanged", event_result(&request(Trigger::S3), with(report::Outcome::Unchanged))),
        ("refused", event_result(&request(Trigger::Schedule), with(report::Outcome::Refused))),
        ("overtaken", event_result(&forced, overtaken())),
        ("failed", event_result(&Err(unknown), RunResult::failed(unknown.into()))),
        ("reported", event_result(&Ok(Request::Report), RunResult::other(Outcome::Reported))),
        ("ignored", event_result(&Ok(Request::BucketTest), RunResult::other(Outcome::Ignored))),
    ]
}

#[test]
fn lines_equal_the_golden_files() {
    for (name, result) in all() {
        let line = result.line.to_json();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.json"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            let text = serde_json::to_string_pretty(&line).expect("JSON") + "\n";
            std::fs::write(&path, text).expect("written");
        }
        let golden = std::fs::read_to_string(&path).expect("a golden file; UPDATE_GOLDEN=1 writes it");
        let golden: Value = serde_json::from_str(&golden).expect("JSON");
        assert_eq!(line, golden, "{name}");
        let text = result.line.to_text();
        assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), line);
        assert!(text.starts_with("{\"timestamp\":\"2026-01-02T04:04:05Z\",\"level\":"), "{text}");
        assert!(!text.contains('\n') && !text.contains("needle"), "{text}");
    }
}

/// The rules of the specification: every named metric is a number next to `_aws`, every dimension a string
/// there, times are in milliseconds, and the units are CloudWatch's.
#[test]
fn metrics_follow_the_embedded_metric_format() {
    for (name, result) in all() {
        let line = result.line.to_json();
        let Some(aws) = line.get("_aws") else {
            assert_eq!(name, "ignored", "only an event that does nothing has no metrics");
            continue;
        };
        let at = aws["Timestamp"].as_u64().expect("a whole number");
        assert_eq!(at, 1_767_326_645_000, "{name}: milliseconds of 2026-01-02T04:04:05Z");
        let [directive] = aws["CloudWatchMetrics"].as_array().expect("directives").as_slice() else {
            panic!("{name}: one directive")
        };
        assert_eq!(directive["Namespace"], "CareerRoadmap");
        assert_eq!(directive["Dimensions"], serde_json::json!([["Function"]]));
        assert_eq!(line["Function"], "refresh-prod");
        let metrics = directive["Metrics"].as_array().expect("metrics");
        assert!(!metrics.is_empty() && metrics.len() <= 100, "{name}");
        for metric in metrics {
            let unit = metric["Unit"].as_str().expect("a unit");
            assert!(["Count", "Seconds", "Milliseconds"].contains(&unit), "{name}: {unit}");
            let metric = metric["Name"].as_str().expect("a name");
            assert!(line[metric].is_u64(), "{name}: {metric} is a member and a number");
        }
    }
}

#[test]
fn the_alarm_counts_only_failures() {
    let failed: Vec<&str> = all()
        .iter()
        .filter(|(_, result)| result.line.to_json()["RefreshFailed"] == 1)
        .map(|(name, result)| {
            assert!(result.failure.is_some() && result.line.level == "ERROR", "{name}");
            *name
        })
        .collect();
    assert_eq!(failed, ["refused", "failed"]);
    let report = all().into_iter().find(|(name, _)| *name == "reported").expect("a report").1.line.to_json();
    assert_eq!(report["ModelAgeSeconds"], 3_600);
    assert!(report.get("RefreshSucceeded").is_none(), "a report is not a refresh: {report}");
}

#[test]
fn answers_are_lines_without_metrics_and_failures_are_errors() {
    for (name, result) in all() {
        let failed = result.failure.clone();
        match (result.into_answer(), failed) {
            (Ok(answer), None) => {
                assert!(answer.get("_aws").is_none() && answer["outcome"] == name, "{answer}");
            }
            (Err(failure), Some(failed)) => assert_eq!(failure, failed),
            (answer, _) => panic!("{name}: {answer:?}"),
        }
    }
}

#[test]
fn an_age_is_never_negative() {
    let now = "2026-01-02T03:04:05Z".parse().expect("a time");
    let age = |published: &str| age_seconds(&published.parse().expect("a time"), now);
    assert_eq!(age("2026-01-02T03:04:04Z"), 1);
    assert_eq!(age("2026-01-02T03:04:09Z"), 0);
}
