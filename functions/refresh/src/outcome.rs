//! What came of an event.

use artifact_store::ReleaseId;
use releases::lease::LeaseError;
use releases::refresh::{self, Report};

use crate::failure::Failure;

/// What came of it, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new release is live.
    Published,
    /// The live release was made from the same; nothing was written.
    Unchanged,
    /// The same release was published by another run meanwhile.
    AlreadyPublished,
    /// The release of these profiles was rolled back; nothing was written.
    RolledBack,
    /// Another run was at it, or was quicker; nothing was written.
    Overtaken,
    /// The gate spoke against it; nothing was written.
    Refused,
    /// It did not get through.
    Failed,
    /// The age of the live model was asked for.
    Reported,
    /// There was nothing to do.
    Ignored,
}

/// All that came of it.
#[derive(Debug, Default)]
pub(crate) struct Done {
    pub(crate) report: Option<Report>,
    /// Releases and objects that were deleted, where that was asked for.
    pub(crate) pruned: Option<(usize, usize)>,
    /// Whose publish was first.
    pub(crate) overtaken_by: Option<ReleaseId>,
    /// What did not work and does not matter to visitors.
    pub(crate) warning: Option<String>,
    pub(crate) failure: Option<Failure>,
    /// For an event that is not about a release.
    pub(crate) other: Option<Outcome>,
}

impl Outcome {
    /// As in the log.
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

impl Done {
    /// A refresh that came to its end. What the gate refuses is a failure: somebody has to look.
    pub(crate) fn with(report: Report) -> Done {
        let failure = (report.outcome == refresh::Outcome::Refused).then(|| Failure::refused(&report));
        Done { report: Some(report), failure, ..Done::default() }
    }

    /// A refresh that did not. Another run at work is no failure: events come twice, and whoever was first takes the profiles
    /// that are there. An upload during that run has an event of its own, and the clock comes after all of them.
    pub(crate) fn without(error: &anyhow::Error) -> Done {
        let lease = error.chain().find_map(|cause| cause.downcast_ref::<LeaseError>());
        match lease {
            Some(LeaseError::Busy { release } | LeaseError::Overtaken { release }) => {
                Done { overtaken_by: Some(release.clone()), ..Done::default() }
            }
            _ => Done::failed(Failure::of(error)),
        }
    }

    /// A failure.
    pub(crate) fn failed(failure: Failure) -> Done {
        Done { failure: Some(failure), ..Done::default() }
    }

    /// An event that is not about a release.
    pub(crate) fn other(outcome: Outcome) -> Done {
        Done { other: Some(outcome), ..Done::default() }
    }

    /// In a word.
    pub(crate) fn outcome(&self) -> Outcome {
        match (&self.report, &self.failure) {
            (Some(report), _) => match report.outcome {
                refresh::Outcome::Published => Outcome::Published,
                refresh::Outcome::Unchanged => Outcome::Unchanged,
                refresh::Outcome::AlreadyPublished => Outcome::AlreadyPublished,
                refresh::Outcome::Refused => Outcome::Refused,
                refresh::Outcome::RolledBack => Outcome::RolledBack,
            },
            (None, Some(_)) => Outcome::Failed,
            (None, None) => self.other.unwrap_or(Outcome::Overtaken),
        }
    }
}
