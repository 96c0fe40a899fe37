//! The offline site generator: from profiles to a model, from a model to pages.
//!
//! [`workflow`] is the whole data flow on one screen; [`commands`] are the program's verbs.

pub mod advice;
pub mod cli;
pub mod cli_reading;
pub mod cli_releases;
pub mod cli_topics;
pub mod collect;
pub mod commands;
pub mod course_skills;
pub mod evaluate;
pub mod inspect;
pub mod pages;
pub mod pictures;
pub mod place;
pub mod preview;
pub mod progress;
pub mod reading;
pub mod releases;
pub mod services;
mod shown;
pub mod stopwatch;
pub mod summary;
pub mod table_export;
pub mod time_limit;
pub mod topics;
pub mod views;
pub mod workflow;
