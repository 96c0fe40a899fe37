//! The search for groups: candidates, compared on held-out people.

pub mod candidate;
pub mod held_out;
pub mod null;
pub(crate) mod outcome;
pub mod page_scores;
pub mod recall;
pub mod search;
pub mod search_space;
