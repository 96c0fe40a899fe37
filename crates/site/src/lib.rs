//! The site: pages of a model, as files.
//!
//! [`census`] counts what may be shown, [`views`] words it, [`pages`] renders it; [`history`] is what was published before.

pub mod base_url;
pub mod census;
pub mod history;
pub mod pages;
pub mod views;
