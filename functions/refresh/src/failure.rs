//! Failures, as the log, the alarm and the on-failure destination get them.

use lambda_http::lambda_runtime::Diagnostic;
use releases::refresh::Report;
use training::time_limit::OutOfTime;

use crate::deadline::{Deadline, TO_WRITE};
use crate::event::EventError;
use crate::settings::{Settings, SettingsError};

/// The most characters of a message: a line of the log and an error of the runtime have limits.
const MAX_CHARS: usize = 4_000;

/// Why an event failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What kind, for filters: `Event`, `Settings`, `Refused`, `OutOfTime` or `Refresh`.
    pub kind: &'static str,
    /// The error with its causes, on one line.
    pub message: String,
}

impl Failure {
    fn new(kind: &'static str, message: &str) -> Failure {
        let line = |c: char| if c.is_control() { ' ' } else { c };
        Failure { kind, message: message.chars().take(MAX_CHARS).map(line).collect() }
    }

    /// Of an error with its causes.
    pub(crate) fn of(error: &anyhow::Error) -> Failure {
        Failure::new("Refresh", &format!("{error:#}"))
    }

    pub(crate) fn refused(report: &Report) -> Failure {
        let against = report.judgement.as_ref().map_or_else(String::new, |judged| judged.against.join("; "));
        Failure::new(
            "Refused",
            &format!(
                "not published, the live release stays: {against}. Mend the profiles, or send \
                 {{\"action\":\"refresh\",\"force\":\"the reason\"}}"
            ),
        )
    }

    /// The time was up before anything was written.
    pub(crate) fn too_slow(error: &OutOfTime, deadline: &Deadline, settings: &Settings) -> Failure {
        let (whole, writing) = (deadline.whole().as_secs(), TO_WRITE.as_secs());
        Failure::new(
            "OutOfTime",
            &format!(
                "{error}. The function has {whole} s, of which {writing} s are kept for writing. Use instead: `{}` on a machine, \
                 or as a job of Fargate or Batch; or give the function more memory (its share of the processor grows with it) \
                 or a longer timeout (Lambda allows 900 s), set REFRESH_SEARCH=source, or learn from fewer profiles",
                settings.command()
            ),
        )
    }

    /// The time was up while the release was being written.
    pub(crate) fn cut_off(deadline: &Deadline, settings: &Settings) -> Failure {
        Failure::new(
            "OutOfTime",
            &format!(
                "the time ({} s) was up while the release was being written; the live release stays, and the next refresh takes \
                 over after a wait of 30 s. If this comes again, use `{}` on a machine instead, or a longer timeout",
                deadline.whole().as_secs(),
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
    fn causes_are_told() {
        let error = anyhow::anyhow!("no such bucket").context("what is live cannot be read");
        assert_eq!(Failure::of(&error).message, "what is live cannot be read: no such bucket");
    }
}
