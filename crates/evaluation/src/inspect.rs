//! The contents of files of profiles: fill rates, strings, experience, and reasons of rejected records.
//!
//! An [`Inspection`] processes records one by one and keeps none of them. It keeps counts, and for each list
//! field the distinct strings: memory grows with their number, up to a limit, and the [`Report`] mentions
//! when the limit was reached. Ids, profile URLs, positions and employers are only counted, never kept. A
//! string is shown only if at least [`MIN_PEOPLE_SHOWN`] people have it.

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
