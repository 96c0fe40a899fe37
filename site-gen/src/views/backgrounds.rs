//! What a group of people has.

use career_model::Model;
use career_model::roadmap::{MIN_PEOPLE_PER_ITEM, MIN_PEOPLE_PER_PAGE};
use serde::Serialize;

use crate::views::census::{Group, Kind};
use crate::views::number::{grouped, plural};
use crate::views::path::PathView;
use crate::views::share::{ListView, ShareView, is_shown};

/// Courses, certificates or fields of study seen at once.
const TITLES: usize = 8;
/// Fields of study that are named above the page.
const NAMED: usize = 3;

/// A group and what it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BackgroundsView {
    /// How many people the group is, as text.
    pub people: String,
    /// Why nothing of a group this small is shown.
    pub too_few: Option<String>,
    /// Skills, in stages.
    pub path: PathView,
    /// Courses.
    pub courses: ListView<ShareView>,
    /// Certificates.
    pub certifications: ListView<ShareView>,
    /// Topics of degree fields.
    pub degree_topics: ListView<ShareView>,
    /// The most common of them.
    pub studied: Vec<ShareView>,
}

impl BackgroundsView {
    /// A group's lists, beside those of its level; a group too small for a page has none.
    pub fn new(model: &Model, group: &Group<'_>, level: Option<&Group<'_>>) -> BackgroundsView {
        let people = group.people();
        let titles = |kind, thing| {
            let items = group.items(kind).iter();
            let views = items.map(|item| match level {
                Some(level) => ShareView::in_level(item, group, level),
                None => ShareView::item(item, group),
            });
            ListView::new(views.collect(), TITLES, &none_shared(people, thing))
        };
        let studied = group.has.degree_topics.iter();
        let studied: Vec<ShareView> = studied
            .filter(|topic| is_shown(topic.people) && !group.is_too_few())
            .map(|topic| ShareView::new(&topic.name, topic.people, people))
            .collect();
        BackgroundsView {
            people: grouped(people),
            too_few: group.is_too_few().then(|| too_few_people(people)),
            path: PathView::new(model, group, level),
            courses: titles(Kind::Course, "a course"),
            certifications: titles(Kind::Certification, "a certificate"),
            studied: studied.iter().take(NAMED).cloned().collect(),
            degree_topics: ListView::new(studied, TITLES, &none_shared(people, "a field of study")),
        }
    }
}

/// Why a small group's lists are not shown.
pub fn too_few_people(people: u64) -> String {
    format!(
        "{} {} too few to show what they have: a page needs at least {MIN_PEOPLE_PER_PAGE}, so that it \
         speaks of nobody in particular.",
        grouped(people),
        plural(people, "person is", "people are")
    )
}

/// Why a list is empty.
pub fn none_shared(group: u64, thing: &str) -> String {
    if group < MIN_PEOPLE_PER_PAGE {
        return too_few_people(group);
    }
    format!(
        "Fewer than {MIN_PEOPLE_PER_ITEM} of the {} people here share {thing}, so none is shown.",
        grouped(group)
    )
}
