//! A link to a roadmap.

use career_model::Level;
use career_model::roadmap::Roadmap;
use serde::Serialize;
use templates::Words;

use crate::views::levels::title;

/// A roadmap to be linked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Its name.
    pub name: String,
    /// Its level's name in text.
    pub level: String,
    /// Its page.
    pub path: String,
    /// How many people.
    pub people: u64,
}

impl LinkView {
    /// A roadmap of a level.
    pub fn new(words: &Words, level: Level, roadmap: &Roadmap) -> LinkView {
        LinkView {
            name: roadmap.name.clone(),
            level: title(words, level),
            path: roadmap.path(level),
            people: roadmap.has.people,
        }
    }
}
