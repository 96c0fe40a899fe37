//! What a group of people has.

use career_model::Model;
use serde::Serialize;
use templates::Words;

use crate::census::compared;
use crate::census::{Group, Kind};
use crate::views::empty::{none_shared, too_few_people};
use crate::views::path::PathView;
use crate::views::share::{ListView, ShareView};

/// Courses, certificates or fields of study seen at once.
const TITLES: usize = 8;

/// A group and what it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BackgroundsView {
    /// How many people the group is.
    pub people: u64,
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
}

impl BackgroundsView {
    /// A group's lists, beside those of its level; a group too small for a page has none.
    pub fn new(
        words: &Words,
        model: &Model,
        group: &Group<'_>,
        level: Option<&Group<'_>>,
    ) -> BackgroundsView {
        let people = group.people();
        let titles = |kind, none| {
            let views = group.items(kind).iter().map(|item| {
                let of_level = level.and_then(|level| compared(item, group, level));
                ShareView::item(words, item, group).beside(words, of_level)
            });
            ListView::new(views.collect(), TITLES, none_shared(words, people, none))
        };
        let studied: Vec<ShareView> = group
            .shown(&group.has.degree_topics)
            .map(|topic| ShareView::new(words, &topic.name, topic.people, people))
            .collect();
        BackgroundsView {
            people,
            too_few: group.is_too_few().then(|| too_few_people(words, people)),
            path: PathView::new(words, model, group, level),
            courses: titles(Kind::Course, "none-shared-course"),
            certifications: titles(Kind::Certification, "none-shared-certification"),
            degree_topics: ListView::new(studied, TITLES, none_shared(words, people, "none-shared-studies")),
        }
    }
}
