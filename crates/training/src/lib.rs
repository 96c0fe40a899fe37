//! Trains a model on files of profiles.
//!
//! [`workflow`] has the complete data flow. Long steps are reported through a
//! [`Progress`](progress::Progress); the crate itself prints nothing.

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

pub mod clock;
pub mod config;
pub mod course_skills;
pub mod location;
pub mod panel;
pub mod people;
pub mod progress;
pub mod reading;
mod run;
pub mod services;
pub mod stopwatch;
pub mod summary;
pub mod table_export;
pub mod time_limit;
pub mod topics;
pub mod workflow;
