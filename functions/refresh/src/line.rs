//! The log line: one JSON object on stdout per event, including metrics.

use std::io::{self, Write};

use artifact_store::ReleaseId;
use artifact_store::pointer::LiveRelease;
use jiff::Timestamp;
use releases::judgement::Judgement;
use releases::report::Report;
use serde::Serialize;
use serde_json::Value;

use crate::event::{EventError, Request};
use crate::failure::Failure;
use crate::metrics::{self, Metrics};
use crate::outcome::{Outcome, RunResult};

/// The result of an event: the log line, and the answer to the caller.
#[derive(Debug)]
pub struct EventResult {
    /// The log line.
    pub line: LogLine,
    /// The failure, if the event failed.
    pub failure: Option<Failure>,
}

/// The log line. Its keys are in snake_case, except for CloudWatch's.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LogLine {
    /// Time of writing, RFC 3339.
    pub timestamp: String,
    /// `INFO`, `WARN` or `ERROR`.
    pub level: &'static str,
    pub message: String,
    /// Id of the invocation.
    pub request_id: String,
    /// `schedule`, `s3` or `manual`; absent for an event that is not a valid request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<&'static str>,
    pub outcome: &'static str,
    pub duration_ms: u64,
    /// Whether the event gave a reason to publish despite the gate.
    pub forced: bool,
    #[serde(flatten)]
    pub release: Option<ReleaseFields>,
    /// The release of another run that was first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overtaken_by: Option<ReleaseId>,
    /// Number of deleted releases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pruned_releases: Option<usize>,
    /// Number of deleted objects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pruned_objects: Option<usize>,
    /// The live release; absent before the first one, and if the pointer could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub live_release: Option<ReleaseId>,
    /// Age of the live release.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model_age_seconds: Option<u64>,
    /// A problem that does not affect visitors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
    /// Kind of the failure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_type: Option<&'static str>,
    /// The error and its causes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    #[serde(flatten)]
    pub metrics: Option<Metrics>,
}

/// The fields of a log line about a release.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ReleaseFields {
    /// The live release, or the refused one.
    pub release: Option<ReleaseId>,
    /// Number of that release, from 1.
    pub sequence: Option<u64>,
    pub published_at: Option<artifact_store::Timestamp>,
    /// SHA-256 of the profiles as read.
    pub data_sha256: String,
    /// People the model was trained on.
    pub people: u64,
    /// Roadmaps of the release.
    pub roadmaps: usize,
    pub roadmaps_new: usize,
    pub roadmaps_revived: usize,
    pub roadmaps_retired: usize,
    pub pages_written: usize,
    /// Public files written, including pages.
    pub public_written: usize,
    /// Private files of the release written.
    pub release_written: usize,
    /// The gate's reasons not to publish.
    pub against: Vec<String>,
    /// The judgement, if this run made one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judgement>,
    /// The judgement of the release before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement_before: Option<Judgement>,
}

/// Facts about an invocation besides its result.
#[derive(Clone, Debug)]
pub(crate) struct Invocation<'a> {
    pub(crate) request_id: &'a str,
    pub(crate) function: &'a str,
    pub(crate) now: Timestamp,
    pub(crate) duration_ms: u64,
    pub(crate) live: Option<LiveRelease>,
}

impl EventResult {
    pub(crate) fn new(
        invocation: Invocation<'_>,
        request: &Result<Request, EventError>,
        result: RunResult,
    ) -> EventResult {
        let outcome = result.outcome();
        let Invocation { request_id, function, now, duration_ms, live } = invocation;
        let age = live.as_ref().map(|live| age_seconds(&live.published_at, now));
        let is_refresh = !matches!(request, Ok(Request::Report | Request::BucketTest));
        let mut metrics = Metrics::new(function, now.as_millisecond().try_into().unwrap_or_default());
        if is_refresh {
            let failed = u64::from(result.failure.is_some());
            metrics.add(metrics::REFRESH_SUCCEEDED, 1 - failed);
            metrics.add(metrics::REFRESH_FAILED, failed);
            metrics.add(metrics::RELEASE_PUBLISHED, u64::from(outcome == Outcome::Published));
            metrics.add(metrics::DURATION, duration_ms);
        }
        if let Some(report) = &result.report {
            metrics.add(metrics::PAGES_WRITTEN, report.pages_written as u64);
            metrics.add(metrics::PEOPLE, report.people);
        }
        if let Some(age) = age {
            metrics.add(metrics::MODEL_AGE, age);
        }
        let level = match (&result.failure, &result.warning) {
            (Some(_), _) => "ERROR",
            (None, Some(_)) => "WARN",
            (None, None) => "INFO",
        };
        let line = LogLine {
            timestamp: now.to_string(),
            level,
            message: format!("refresh: {}", outcome.as_str().replace('_', " ")),
            request_id: request_id.to_owned(),
            trigger: request.as_ref().ok().map(|request| request.trigger().as_str()),
            outcome: outcome.as_str(),
            duration_ms,
            forced: matches!(request, Ok(Request::Refresh { force: Some(_), .. })),
            release: result.report.map(|report| ReleaseFields::new(report, outcome)),
            overtaken_by: result.overtaken_by,
            pruned_releases: result.pruned.map(|(releases, _)| releases),
            pruned_objects: result.pruned.map(|(_, objects)| objects),
            live_release: live.map(|live| live.release),
            model_age_seconds: age,
            warning: result.warning,
            error_type: result.failure.as_ref().map(|failure| failure.kind),
            error: result.failure.as_ref().map(|failure| failure.message.clone()),
            metrics: Some(metrics).filter(|metrics| !metrics.is_empty()),
        };
        EventResult { line, failure: result.failure }
    }

    /// Writes the log line to stdout.
    pub fn log(&self) {
        // A closed log must not fail the event.
        let _ = writeln!(io::stdout().lock(), "{}", self.line.to_text());
    }

    /// The answer to the caller: the log line without metrics, or the failure.
    ///
    /// # Errors
    /// The failure.
    pub fn into_answer(self) -> Result<Value, Failure> {
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok(LogLine { metrics: None, ..self.line }.to_json()),
        }
    }
}

impl LogLine {
    /// The line as JSON; keys are in the order of the fields.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| unreachable!("plain data"))
    }

    /// The line as a JSON value.
    pub fn to_json(&self) -> Value {
        serde_json::to_value(self).unwrap_or_else(|_| unreachable!("plain data"))
    }
}

impl ReleaseFields {
    fn new(report: Report, outcome: Outcome) -> ReleaseFields {
        let is_judged = matches!(outcome, Outcome::Published | Outcome::Refused);
        let judgement = report.judgement.filter(|_| is_judged);
        ReleaseFields {
            release: report.release,
            sequence: report.sequence,
            published_at: report.published_at,
            data_sha256: report.data_sha256,
            people: report.people,
            roadmaps: report.roadmaps,
            roadmaps_new: report.new,
            roadmaps_revived: report.revived,
            roadmaps_retired: report.retired,
            pages_written: report.pages_written,
            public_written: report.public_written,
            release_written: report.release_written,
            against: judgement.as_ref().map_or_else(Vec::new, |judgement| judgement.against.clone()),
            judgement,
            judgement_before: report.before.filter(|_| is_judged),
        }
    }
}

/// Seconds since `published_at`; 0 if it is in the future, because clocks differ.
fn age_seconds(published_at: &artifact_store::Timestamp, now: Timestamp) -> u64 {
    // jiff does not parse leap seconds: the age is 0 then.
    let published = published_at.as_str().parse().unwrap_or(now);
    u64::try_from(now.as_second() - published.as_second()).unwrap_or(0)
}

#[cfg(test)]
mod tests;
