//! What pages say: plain values made from the model, counted, rounded and worded here.
//!
//! Templates only loop over these and leave out what is absent. Numbers arrive as text, so that a page
//! never has to know how a number is written.

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
pub mod recommender;
pub mod roadmaps;
pub mod share;
pub mod skills;
pub mod vocabulary;
pub mod who;
