//! What is in a file of profiles: fill rates, strings, experience, and why records were rejected.
//!
//! An [`Inspection`] is told of one record after another and forgets each at once. What it keeps is counts,
//! and per list field the distinct strings: memory grows with those, up to a limit that the [`Report`] names
//! when it was reached. Ids, profile URLs, positions and employers are counted as filled in or not, and never
//! kept; a string is shown only when at least [`MIN_PEOPLE_SHOWN`] people have it.

mod chart;
mod experience;
mod files;
mod html;
mod inspection;
mod reasons;
mod report;
mod strings;
mod text;

pub use files::inspect;
pub use inspection::{Inspection, MAX_DISTINCT};
pub use report::{
    Bin, CommonString, ExperienceReport, FieldReport, FileReport, LevelCounts, ListReport, ReasonReport,
    Report,
};
pub use strings::MIN_PEOPLE_SHOWN;
