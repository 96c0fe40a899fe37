//! The line that says what was done: one JSON object on stdout per event, metrics included.

use std::io::{self, Write};

use artifact_store::ReleaseId;
use artifact_store::pointer::Live;
use jiff::Timestamp;
use releases::judgement::Judgement;
use releases::refresh::Report;
use serde::Serialize;
use serde_json::Value;

use crate::event::{Asked, EventError};
use crate::failure::Failure;
use crate::metrics::{self, Metrics};
use crate::outcome::{Done, Outcome};

/// An event that was dealt with: what is logged, and what the caller gets.
#[derive(Debug)]
pub struct Told {
    /// What is logged.
    pub line: Line,
    /// Why it failed, if it did.
    pub failure: Option<Failure>,
}

/// The line. Names are snake_case, but for CloudWatch's.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// When it was said, RFC 3339.
    pub timestamp: String,
    /// `INFO`, `WARN` or `ERROR`.
    pub level: &'static str,
    /// For people.
    pub message: String,
    /// The invocation.
    pub request_id: String,
    /// `schedule`, `s3` or `manual`; absent for an event that was not understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<&'static str>,
    /// What came of it.
    pub outcome: &'static str,
    /// How long it took.
    pub duration_ms: u64,
    /// Whether somebody gave a reason to publish in any case.
    pub forced: bool,
    /// What was learned, judged and written.
    #[serde(flatten)]
    pub release: Option<ReleaseLine>,
    /// Another run's release, which was first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overtaken_by: Option<ReleaseId>,
    /// Old releases that were deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pruned_releases: Option<usize>,
    /// Their objects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pruned_objects: Option<usize>,
    /// The release that is live now; absent before the first, and where the pointer could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub live_release: Option<ReleaseId>,
    /// How long ago it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model_age_seconds: Option<u64>,
    /// What did not work and does not matter to visitors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
    /// The kind of failure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_type: Option<&'static str>,
    /// The error with its causes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The same for CloudWatch.
    #[serde(flatten)]
    pub metrics: Option<Metrics>,
}

/// The part of a line that is about a release.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReleaseLine {
    /// The release that is live, or that would have been published.
    pub release: Option<ReleaseId>,
    /// How many releases there were until it.
    pub sequence: Option<u64>,
    /// When it was made, RFC 3339.
    pub published_at: Option<artifact_store::Timestamp>,
    /// SHA-256 of the profiles as read.
    pub data_sha256: String,
    /// People learned from.
    pub people: u64,
    /// Live roadmaps.
    pub roadmaps: usize,
    /// Roadmaps that there were not before.
    pub roadmaps_new: usize,
    /// Roadmaps that are back.
    pub roadmaps_revived: usize,
    /// Roadmaps that were retired.
    pub roadmaps_retired: usize,
    /// Public pages written.
    pub pages_written: usize,
    /// Public files written, pages among them.
    pub public_written: usize,
    /// Files of the release written.
    pub release_written: usize,
    /// What the gate has against it.
    pub against: Vec<String>,
    /// How it compares, where it was compared just now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judgement>,
    /// The same of the release before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement_before: Option<Judgement>,
}

/// What is known of an event besides what came of it.
#[derive(Clone, Debug)]
pub(crate) struct Invocation<'a> {
    pub(crate) request_id: &'a str,
    pub(crate) function: &'a str,
    pub(crate) now: Timestamp,
    pub(crate) duration_ms: u64,
    pub(crate) live: Option<Live>,
}

impl Told {
    pub(crate) fn new(invocation: Invocation<'_>, asked: &Result<Asked, EventError>, done: Done) -> Told {
        let outcome = done.outcome();
        let Invocation { request_id, function, now, duration_ms, live } = invocation;
        let age = live.as_ref().map(|live| age_seconds(&live.published_at, now));
        let is_refresh = !matches!(asked, Ok(Asked::Report | Asked::Nothing));
        let mut metrics = Metrics::new(function, now.as_millisecond().try_into().unwrap_or_default());
        if is_refresh {
            let failed = u64::from(done.failure.is_some());
            metrics.add(metrics::REFRESH_SUCCEEDED, 1 - failed);
            metrics.add(metrics::REFRESH_FAILED, failed);
            metrics.add(metrics::RELEASE_PUBLISHED, u64::from(outcome == Outcome::Published));
            metrics.add(metrics::DURATION, duration_ms);
        }
        if let Some(report) = &done.report {
            metrics.add(metrics::PAGES_WRITTEN, report.pages_written as u64);
            metrics.add(metrics::PEOPLE, report.people);
        }
        if let Some(age) = age {
            metrics.add(metrics::MODEL_AGE, age);
        }
        let level = match (&done.failure, &done.warning) {
            (Some(_), _) => "ERROR",
            (None, Some(_)) => "WARN",
            (None, None) => "INFO",
        };
        let line = Line {
            timestamp: now.to_string(),
            level,
            message: format!("refresh: {}", outcome.as_str().replace('_', " ")),
            request_id: request_id.to_owned(),
            trigger: asked.as_ref().ok().map(|asked| asked.trigger().as_str()),
            outcome: outcome.as_str(),
            duration_ms,
            forced: matches!(asked, Ok(Asked::Refresh { force: Some(_), .. })),
            release: done.report.map(|report| ReleaseLine::new(report, outcome)),
            overtaken_by: done.overtaken_by,
            pruned_releases: done.pruned.map(|(releases, _)| releases),
            pruned_objects: done.pruned.map(|(_, objects)| objects),
            live_release: live.map(|live| live.release),
            model_age_seconds: age,
            warning: done.warning,
            error_type: done.failure.as_ref().map(|failure| failure.kind),
            error: done.failure.as_ref().map(|failure| failure.message.clone()),
            metrics: Some(metrics).filter(|metrics| !metrics.is_empty()),
        };
        Told { line, failure: done.failure }
    }

    /// Writes the line.
    pub fn log(&self) {
        // A log that nobody takes is no reason to fail.
        let _ = writeln!(io::stdout().lock(), "{}", self.line.to_text());
    }

    /// What the caller gets: the line without what is CloudWatch's, or the failure.
    ///
    /// # Errors
    /// The failure.
    pub fn into_answer(self) -> Result<Value, Failure> {
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok(Line { metrics: None, ..self.line }.to_json()),
        }
    }
}

impl Line {
    /// As JSON on one line, what people look for first.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| unreachable!("plain data"))
    }

    /// As JSON.
    pub fn to_json(&self) -> Value {
        serde_json::to_value(self).unwrap_or_else(|_| unreachable!("plain data"))
    }
}

impl ReleaseLine {
    fn new(report: Report, outcome: Outcome) -> ReleaseLine {
        let compared = matches!(outcome, Outcome::Published | Outcome::Refused);
        let judgement = report.judgement.filter(|_| compared);
        ReleaseLine {
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
            against: judgement.as_ref().map_or_else(Vec::new, |judged| judged.against.clone()),
            judgement,
            judgement_before: report.before.filter(|_| compared),
        }
    }
}

/// Seconds since an instant in RFC 3339; 0 for one that is still to come, as clocks differ.
fn age_seconds(published_at: &artifact_store::Timestamp, now: Timestamp) -> u64 {
    // A leap second is no instant of jiff: age 0 then.
    let published = published_at.as_str().parse().unwrap_or(now);
    u64::try_from(now.as_second() - published.as_second()).unwrap_or(0)
}

#[cfg(test)]
mod tests;
