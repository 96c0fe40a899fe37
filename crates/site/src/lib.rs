//! The site: the pages of a model as files.
//!
//! [`census`] has the counts that may be shown, [`views`] turn them into texts for templates, and [`pages`]
//! renders the templates. [`history`] has the permalinks and changes of earlier releases.

pub mod base_url;
pub mod census;
pub mod history;
pub mod pages;
pub mod views;
