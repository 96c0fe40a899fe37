//! Views: the data of templates, with counts rounded and formatted as text.
//!
//! Templates only loop over views and omit absent fields. Most numbers are text already, in the format of the
//! page's language.

pub mod backgrounds;
pub mod card;
pub mod cloud;
pub mod compare;
pub mod empty;
pub mod evidence;
pub mod history;
pub mod levels;
pub mod link;
pub mod linked_data;
pub mod map;
pub mod method;
pub mod neighbours;
pub mod next_step;
pub mod official;
pub mod open_data;
pub mod path;
pub mod profile;
pub mod recommender;
pub mod roadmaps;
pub mod share;
pub mod skills;
pub mod vocabulary;
