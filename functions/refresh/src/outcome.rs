//! Outcomes and results of events.

use artifact_store::ReleaseId;
use releases::lease::LeaseError;
use releases::report::{self, Report};

use crate::failure::Failure;

/// The outcome of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The new release is live.
    Published,
    /// The live release has the same inputs; nothing was written.
    Unchanged,
    /// Another run has published the same release in the meantime.
    AlreadyPublished,
    /// The release of these profiles was rolled back; nothing was written.
    RolledBack,
    /// Another run is publishing or has published a release; nothing was written.
    Overtaken,
    /// The gate refused the release; nothing was written.
    Refused,
    /// The event failed.
    Failed,
    /// The age of the live model was reported.
    Reported,
    /// There was nothing to do.
    Ignored,
}

/// The result of an event.
#[derive(Debug, Default)]
pub(crate) struct RunResult {
    pub(crate) report: Option<Report>,
    /// Numbers of deleted releases and objects; `None` if nothing was pruned.
    pub(crate) pruned: Option<(usize, usize)>,
    /// The release of another run that was first.
    pub(crate) overtaken_by: Option<ReleaseId>,
    /// A problem that does not affect visitors.
    pub(crate) warning: Option<String>,
    pub(crate) failure: Option<Failure>,
    /// The outcome of an event that is not a refresh.
    pub(crate) other: Option<Outcome>,
}

impl Outcome {
    /// The name in the log.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Published => "published",
            Outcome::Unchanged => "unchanged",
            Outcome::AlreadyPublished => "already_published",
            Outcome::RolledBack => "rolled_back",
            Outcome::Overtaken => "overtaken",
            Outcome::Refused => "refused",
            Outcome::Failed => "failed",
            Outcome::Reported => "reported",
            Outcome::Ignored => "ignored",
        }
    }
}

impl RunResult {
    /// The result of a refresh with a report. A refused release is a failure, so that an operator looks at
    /// it.
    pub(crate) fn with(report: Report) -> RunResult {
        let failure = (report.outcome == report::Outcome::Refused).then(|| Failure::refused(&report));
        RunResult { report: Some(report), failure, ..RunResult::default() }
    }

    /// The result of a refresh that ended with an error. Another run is not a failure: events may arrive
    /// twice, and the first run publishes the uploaded profiles. An upload during that run has its own event,
    /// and the schedule follows anyway.
    pub(crate) fn without_report(error: &anyhow::Error) -> RunResult {
        let lease = error.chain().find_map(|cause| cause.downcast_ref::<LeaseError>());
        match lease {
            Some(LeaseError::Busy { release } | LeaseError::Overtaken { release }) => {
                RunResult { overtaken_by: Some(release.clone()), ..RunResult::default() }
            }
            _ => RunResult::failed(Failure::of(error)),
        }
    }

    /// The result of an event that failed.
    pub(crate) fn failed(failure: Failure) -> RunResult {
        RunResult { failure: Some(failure), ..RunResult::default() }
    }

    /// The result of an event that is not a refresh.
    pub(crate) fn other(outcome: Outcome) -> RunResult {
        RunResult { other: Some(outcome), ..RunResult::default() }
    }

    /// The result with one more warning.
    pub(crate) fn with_warning(self, warning: String) -> RunResult {
        let warnings = self.warning.into_iter().chain([warning]);
        RunResult { warning: Some(warnings.collect::<Vec<_>>().join("; ")), ..self }
    }

    /// The outcome of the event.
    pub(crate) fn outcome(&self) -> Outcome {
        match (&self.report, &self.failure) {
            (Some(report), _) => match report.outcome {
                report::Outcome::Published => Outcome::Published,
                report::Outcome::Unchanged => Outcome::Unchanged,
                report::Outcome::AlreadyPublished => Outcome::AlreadyPublished,
                report::Outcome::Refused => Outcome::Refused,
                report::Outcome::RolledBack => Outcome::RolledBack,
            },
            (None, Some(_)) => Outcome::Failed,
            (None, None) => self.other.unwrap_or(Outcome::Overtaken),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_warning_does_not_replace_the_first() {
        let first = RunResult::other(Outcome::Published).with_warning("not compared".to_owned());
        let both = first.with_warning("old releases were not deleted".to_owned());
        assert_eq!(both.warning.as_deref(), Some("not compared; old releases were not deleted"));
    }
}
