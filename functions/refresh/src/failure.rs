//! Failures, for the log, the alarm and the on-failure destination.

use lambda_http::lambda_runtime::Diagnostic;
use releases::report::Report;
use training::time_limit::OutOfTime;

use crate::deadline::{Deadline, WRITE_TIME};
use crate::event::EventError;
use crate::settings::{Settings, SettingsError};

/// The longest message: a log line and an error of the runtime have limits.
const MAX_CHARS: usize = 4_000;

/// Why an event failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The kind, for filters: `Event`, `Settings`, `Refused`, `OutOfTime` or `Refresh`.
    pub kind: &'static str,
    /// The error and its causes on one line.
    pub message: String,
}

impl Failure {
    fn new(kind: &'static str, message: &str) -> Failure {
        let line = |c: char| if c.is_control() { ' ' } else { c };
        Failure { kind, message: message.chars().take(MAX_CHARS).map(line).collect() }
    }

    /// A failed refresh; the message contains the causes of the error.
    pub(crate) fn of(error: &anyhow::Error) -> Failure {
        Failure::new("Refresh", &format!("{error:#}"))
    }

    /// A release that the gate refused.
    pub(crate) fn refused(report: &Report) -> Failure {
        let judgement = report.judgement.as_ref();
        let against = judgement.map_or_else(String::new, |judgement| judgement.against.join("; "));
        Failure::new(
            "Refused",
            &format!(
                "not published, the live release stays: {against}. Correct the profiles, or send \
                 {{\"action\":\"refresh\",\"force\":\"the reason\"}}"
            ),
        )
    }

    /// The time limit was reached before anything was written.
    pub(crate) fn too_slow(error: &OutOfTime, deadline: &Deadline, settings: &Settings) -> Failure {
        let (total, writing) = (deadline.total().as_secs(), WRITE_TIME.as_secs());
        Failure::new(
            "OutOfTime",
            &format!(
                "{error}. The function has {total} s, and {writing} s are reserved for writing. \
                 Run `{}` on a machine, or as a Fargate or Batch job; or give the function more memory \
                 (which also gives it more CPU) or a longer timeout (Lambda allows 900 s), \
                 set REFRESH_SEARCH=source, or use fewer profiles",
                settings.command()
            ),
        )
    }

    /// The time was up while the release was being written.
    pub(crate) fn cut_off(deadline: &Deadline, settings: &Settings) -> Failure {
        Failure::new(
            "OutOfTime",
            &format!(
                "the time ({} s) was up while the release was being written; the live release stays, \
                 and the next refresh waits 30 s before it takes over. If this happens again, \
                 run `{}` on a machine, or set a longer timeout",
                deadline.total().as_secs(),
                settings.command()
            ),
        )
    }
}

impl From<EventError> for Failure {
    fn from(error: EventError) -> Failure {
        Failure::new("Event", &error.to_string())
    }
}

impl From<&SettingsError> for Failure {
    fn from(error: &SettingsError) -> Failure {
        Failure::new("Settings", &error.to_string())
    }
}

impl From<Failure> for Diagnostic {
    fn from(failure: Failure) -> Diagnostic {
        Diagnostic { error_type: failure.kind.to_owned(), error_message: failure.message }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_bounded_line() {
        let message = Failure::new("Refresh", &format!("a\nb\u{1b}[31m{}", "x".repeat(10_000))).message;
        assert!(message.starts_with("a b [31m"), "{message}");
        assert_eq!(message.chars().count(), MAX_CHARS);
    }

    #[test]
    fn a_message_contains_the_causes() {
        let error = anyhow::anyhow!("no such bucket").context("the live release cannot be read");
        assert_eq!(Failure::of(&error).message, "the live release cannot be read: no such bucket");
    }
}
