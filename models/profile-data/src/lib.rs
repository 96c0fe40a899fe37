//! What profile files look like, what was rejected from them, and a synthetic sample of one.
//!
//! [`open_profiles`] reads every [`Format`], plain or compressed, and converts to the same
//! [`career_model::Profile`]. [`ProfileReader`] streams the common form (JSON Lines, one person a line).
//! [`sample`] writes people who do not exist, for the demo and for tests at any size.

mod bright_data;
mod experience;
mod format;
mod reader;
mod sample;
mod select;
mod source;

pub use experience::{ExperienceRule, Job, YearMonth, experience_months, parse_duration};
pub use format::{Format, UnknownFormat};
pub use reader::{
    Counts, MAX_EXPERIENCE_MONTHS, MAX_LINE_BYTES, OpenError, ProfileReader, ReadError, Record, Rejected,
};
pub use sample::{Sample, sample, write_jsonl};
pub use select::{Rule, RuleCount, RulesError, SelectionCounts, SelectionRules, Verdict};
pub use source::{ProfileSource, ReadOptions, expand_paths, open_profiles, read_profiles_from};
