//! A level in a line: its name, its people, its page.

use career_model::roadmap::MIN_PEOPLE_PER_PAGE;
use career_model::{Level, Model};
use serde::Serialize;

use crate::views::number::{grouped, plural};

/// A level, to be named and linked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LevelView {
    /// Its name in URLs.
    pub key: &'static str,
    /// Its name in text.
    pub title: &'static str,
    /// Its bounds in words.
    pub experience: &'static str,
    /// Its overview page.
    pub path: String,
    /// How many people, as text.
    pub people: String,
    /// How many roadmaps, as text.
    pub roadmaps: String,
    /// `roadmap` or `roadmaps`.
    pub roadmaps_word: &'static str,
}

impl LevelView {
    /// A level of the model.
    pub fn new(model: &Model, level: Level) -> LevelView {
        let fitted = model.level(level);
        let roadmaps = fitted.roadmaps.len() as u64;
        LevelView {
            key: level.as_str(),
            title: title(level),
            experience: experience(level),
            path: level.path(),
            people: grouped(fitted.overview.people),
            roadmaps: grouped(roadmaps),
            roadmaps_word: plural(roadmaps, "roadmap", "roadmaps"),
        }
    }

    /// Every level of the model.
    pub fn all(model: &Model) -> Vec<LevelView> {
        Level::ALL.into_iter().map(|level| LevelView::new(model, level)).collect()
    }
}

/// The level's name in text.
pub fn title(level: Level) -> &'static str {
    match level {
        Level::Junior => "Junior",
        Level::Senior => "Senior",
        Level::Expert => "Expert",
    }
}

/// The level's bounds in years; 100 and 250 months are 8⅓ and 20⅚ years.
fn experience(level: Level) -> &'static str {
    match level {
        Level::Junior => "up to about 8 years",
        Level::Senior => "about 8 to 21 years",
        Level::Expert => "more than about 21 years",
    }
}

/// Why a level has no roadmaps.
pub fn no_roadmaps(model: &Model, level: Level) -> String {
    let people = model.level(level).overview.people;
    format!(
        "There are no {} roadmaps yet: {} {} of this level {} not enough to form groups of at least \
         {MIN_PEOPLE_PER_PAGE}.",
        title(level).to_lowercase(),
        grouped(people),
        plural(people, "person", "people"),
        plural(people, "is", "are"),
    )
}
