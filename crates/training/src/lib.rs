//! From profile files to a model.
//!
//! [`workflow`] is the whole data flow on one screen. What takes a while is reported through a
//! [`Progress`](progress::Progress); nothing here prints.

pub mod clock;
pub mod config;
pub mod course_skills;
pub mod location;
pub mod panel;
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
