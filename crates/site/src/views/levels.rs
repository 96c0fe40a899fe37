//! Levels: name, bounds, counts and link.

use career_model::roadmap::MIN_PEOPLE_PER_PAGE;
use career_model::{Level, Model, PerLevel};
use serde::Serialize;
use templates::Words;

/// A level with its counts and its link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LevelView {
    /// Name in URLs.
    pub key: &'static str,
    /// Name as a title: `Junior`.
    pub title: String,
    /// Name within a sentence: `junior`.
    pub name: String,
    /// Bounds in words.
    pub experience: String,
    /// Path of its overview page, without the language.
    pub path: String,
    /// Number of people.
    pub people: u64,
    /// Number of roadmaps.
    pub roadmaps: u64,
}

impl LevelView {
    /// A level of the model.
    pub fn new(words: &Words, model: &Model, level: Level) -> LevelView {
        let fitted = model.level(level);
        LevelView {
            key: level.as_str(),
            title: title(words, level),
            name: name(words, level),
            experience: experience(words, level),
            path: level.path(),
            people: fitted.overview.people,
            roadmaps: fitted.roadmaps.len() as u64,
        }
    }

    /// All levels of the model.
    pub fn all(words: &Words, model: &Model) -> PerLevel<LevelView> {
        PerLevel::from_fn(|level| LevelView::new(words, model, level))
    }
}

/// Name of a level as a title.
pub fn title(words: &Words, level: Level) -> String {
    let key = match level {
        Level::Junior => "level-title-junior",
        Level::Senior => "level-title-senior",
        Level::Expert => "level-title-expert",
    };
    words.text(key, &[])
}

/// Name of a level within a sentence.
pub fn name(words: &Words, level: Level) -> String {
    let key = match level {
        Level::Junior => "level-name-junior",
        Level::Senior => "level-name-senior",
        Level::Expert => "level-name-expert",
    };
    words.text(key, &[])
}

/// The level's bounds in words, in whole years.
fn experience(words: &Words, level: Level) -> String {
    let months = level.months();
    let [from, to] = [months.start(), months.end()].map(|months| nearest_years(*months).into());
    let key = match level {
        Level::Junior => "level-experience-junior",
        Level::Senior => "level-experience-senior",
        Level::Expert => "level-experience-expert",
    };
    words.text(key, &[("from", from), ("to", to)])
}

/// Months as whole years, rounded: 99 months are about 8 years, 250 about 21.
fn nearest_years(months: u32) -> u32 {
    months / 12 + u32::from(months % 12 >= 6)
}

/// Explains why a level has no roadmaps.
pub fn no_roadmaps(words: &Words, model: &Model, level: Level) -> String {
    let arguments = [
        ("level", name(words, level).into()),
        ("people", model.level(level).overview.people.into()),
        ("least", MIN_PEOPLE_PER_PAGE.into()),
    ];
    words.text("level-no-roadmaps", &arguments)
}
