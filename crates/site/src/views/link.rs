//! Links to roadmaps.

use career_model::Level;
use career_model::roadmap::Roadmap;
use serde::Serialize;
use templates::Words;

use crate::views::levels::title;

/// A link to a roadmap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Name of the roadmap.
    pub name: String,
    /// Title of its level.
    pub level: String,
    /// Path of its page.
    pub path: String,
    /// Number of people.
    pub people: u64,
}

impl LinkView {
    /// A link to a roadmap of a level.
    pub fn new(words: &Words, level: Level, roadmap: &Roadmap) -> LinkView {
        LinkView {
            name: roadmap.name.clone(),
            level: title(words, level),
            path: roadmap.path(level),
            people: roadmap.has.people,
        }
    }
}
