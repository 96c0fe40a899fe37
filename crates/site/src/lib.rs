//! The site: the pages of a model as files.
//!
//! [`census`] has the counts that may be shown, [`views`] turn them into texts for templates, and [`pages`]
//! renders the templates. [`history`] has the permalinks and changes of earlier releases.

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

pub mod base_url;
pub mod census;
pub mod history;
pub mod pages;
#[cfg(test)]
mod testing;
pub mod views;
