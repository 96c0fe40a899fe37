//! A share of people, with the people.

use career_model::clean::skill_identity;
use career_model::roadmap::{Counted, MIN_PEOPLE_PER_ITEM};
use serde::Serialize;

use crate::views::number::{grouped, percent, plural};

/// One thing and who has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShareView {
    /// Its name.
    pub name: String,
    /// What the script compares with the visitor's skills; absent for what is no skill.
    pub skill: Option<String>,
    /// How many people, as text.
    pub people: String,
    /// `person` or `people`.
    pub people_word: &'static str,
    /// The share of the group in percent, as text.
    pub percent: String,
    /// The length of its bar, 0 to 100, as text.
    pub width: String,
}

impl ShareView {
    /// A thing that `people` of `group` have.
    pub fn new(name: &str, people: u32, group: u64) -> ShareView {
        let people = u64::from(people);
        let width = 100.0 * people.min(group) as f64 / group.max(1) as f64;
        ShareView {
            name: name.to_owned(),
            skill: None,
            people: grouped(people),
            people_word: plural(people, "person", "people"),
            percent: percent(people, group),
            width: format!("{width:.1}"),
        }
    }

    /// A skill, which the visitor may have already.
    pub fn skill(skill: &Counted, group: u64) -> ShareView {
        ShareView {
            skill: Some(skill_identity(&skill.name)),
            ..ShareView::new(&skill.name, skill.people, group)
        }
    }
}

/// Whether enough people have something for a page to show it.
///
/// Training leaves rarer things out of the model; this is the second lock on the same door.
pub fn is_shown(people: u32) -> bool {
    people >= MIN_PEOPLE_PER_ITEM
}

/// A list of which the first part is seen at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListView<T> {
    /// Seen at once.
    pub shown: Vec<T>,
    /// Seen when asked for.
    pub more: Vec<T>,
    /// How many those are, as text.
    pub more_count: String,
    /// Why there is nothing.
    pub empty: Option<String>,
}

impl<T> ListView<T> {
    /// Shows `at_once` items; `empty` says why there are none.
    pub fn new(mut items: Vec<T>, at_once: usize, empty: &str) -> ListView<T> {
        // One hidden item would take the room of the button that hides it.
        let cut = if items.len() <= at_once + 1 { items.len() } else { at_once };
        let more = items.split_off(cut);
        ListView {
            empty: items.is_empty().then(|| empty.to_owned()),
            more_count: grouped(more.len() as u64),
            shown: items,
            more,
        }
    }
}
