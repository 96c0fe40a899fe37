//! How files of profiles are read.

use crate::Format;
use crate::experience::{ExperienceRule, YearMonth};

/// How files are read.
#[derive(Clone, Copy, Debug)]
pub struct ReadOptions {
    /// The format; without it, the content decides.
    pub format: Option<Format>,
    /// How jobs add up to months, in the formats that have jobs.
    pub experience: ExperienceRule,
    /// The month that "Present" means.
    pub as_of: YearMonth,
}
