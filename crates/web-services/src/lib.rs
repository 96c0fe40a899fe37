//! The outside services that `site-gen` may call, each optional: without a key the program works offline.
//!
//! [`http`] is the one place that opens a connection: retries, time and size limits, and errors that never
//! hold a key. [`gemini`] and [`bright_data`] are built on it; [`topic_naming`] and [`course_skills`] ask
//! Gemini, keep every answer in a [`cache`], and leave to the offline way what they cannot answer.

mod asking;
pub mod bright_data;
pub mod cache;
pub mod course_skills;
pub mod gemini;
pub mod http;
pub mod topic_naming;

pub use asking::AskReport;
