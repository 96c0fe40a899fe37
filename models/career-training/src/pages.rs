//! Roadmap pages: what their people have, their names, links and metrics.

pub(crate) mod group_pages;
pub(crate) mod overview;
pub(crate) mod page_metrics;
pub(crate) mod reference_pages;
pub(crate) mod roadmap_names;
pub(crate) mod tally;
