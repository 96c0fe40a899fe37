//! Options for reading profiles.

use crate::Format;
use crate::experience::{ExperienceRule, YearMonth};

/// Options for reading profiles.
#[derive(Clone, Copy, Debug)]
pub struct ReadOptions {
    /// The format; `None`: detected from the content.
    pub format: Option<Format>,
    /// How the months of jobs are summed, in formats with jobs.
    pub experience: ExperienceRule,
    /// The month for "Present".
    pub as_of: YearMonth,
}
