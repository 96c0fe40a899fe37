//! Clients of outside services. Each service is optional: without a key the program works offline.
//!
//! Only [`http`] opens connections: it has retries, time and size limits, and errors that never contain a
//! key. [`gemini`] and [`bright_data`] use it. [`topic_naming`] and [`course_skills`] ask Gemini, keep every
//! answer in a [`cache`], and leave the questions without an answer to the offline method.

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

mod asking;
pub mod bright_data;
pub mod cache;
pub mod course_skills;
pub mod gemini;
pub mod http;
pub mod topic_naming;

pub use asking::AskReport;
