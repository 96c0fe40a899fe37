//! Reads profile files in all formats, selects people by rules, and makes synthetic samples.
//!
//! [`open_profiles`] reads every [`Format`], plain or compressed, and converts it to
//! [`career_model::Profile`]. [`ProfileReader`] streams the common format (JSON Lines, one person per line).
//! [`Identity`] says which records are of one person. [`sample`] makes synthetic people, for the demo and for
//! tests of any size.

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

mod bright_data;
mod degree_name;
mod experience;
mod format;
mod identity;
mod json_resume;
mod linkedin;
mod read_options;
mod reader;
mod sample;
mod select;
mod source;
mod stack_overflow;

pub use experience::{ExperienceRule, Job, YearMonth, experience_months, parse_duration};
pub use format::{Format, UnknownFormat};
pub use identity::{Forgotten, Identity, OwnKey, Sketch, canonical_address};
pub use json_resume::{JsonResumeError, JsonResumeReader, read_json_resume};
pub use linkedin::{
    LinkedInError, LinkedInReader, MAX_LINKEDIN_ZIP_BYTES, read_linkedin_folder, read_linkedin_zip,
};
pub use read_options::ReadOptions;
pub use reader::{
    Counts, MAX_EXPERIENCE_MONTHS, MAX_LINE_BYTES, OpenError, ProfileReader, ReadError, Record, Rejection,
};
pub use sample::{Sample, is_synthetic, sample, write_jsonl};
pub use select::{Rule, RuleCount, RulesError, SelectionCounts, SelectionRules, Verdict};
pub use source::{ProfileSource, expand_paths, open_profiles, read_profiles_from};
pub use stack_overflow::{StackOverflowReader, is_stack_overflow_header};
