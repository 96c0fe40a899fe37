//! Items of a group: its learning path, and its lists of courses, certificates and fields of study.

use career_model::Model;
use serde::Serialize;
use templates::Words;

use crate::census::compare_with_level;
use crate::census::{Group, Kind};
use crate::views::empty::{none_shared, too_few_people};
use crate::views::path::PathView;
use crate::views::share::{ListView, ShareView};

/// Visible courses, certificates or fields of study.
const VISIBLE_TITLES: usize = 8;

/// Items of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BackgroundsView {
    /// Number of people.
    pub people: u64,
    /// Explains that the group is too small; absent if it is not.
    pub too_few: Option<String>,
    /// Skills in stages.
    pub path: PathView,
    /// Courses.
    pub courses: ListView<ShareView>,
    /// Certificates.
    pub certifications: ListView<ShareView>,
    /// Topics of degree fields.
    pub degree_topics: ListView<ShareView>,
}

impl BackgroundsView {
    /// A group's lists, compared with its level. The lists of a group that is too small are empty.
    pub fn new(
        words: &Words,
        model: &Model,
        group: &Group<'_>,
        level: Option<&Group<'_>>,
    ) -> BackgroundsView {
        let people = group.people();
        let titles = |kind, none| {
            let views = group.items(kind).iter().map(|item| {
                let of_level = level.and_then(|level| compare_with_level(item, group, level));
                ShareView::item(words, item, group).compared_with(words, of_level)
            });
            ListView::new(views.collect(), VISIBLE_TITLES, none_shared(words, people, none))
        };
        let studied: Vec<ShareView> = group
            .shown(&group.backgrounds.degree_topics)
            .map(|topic| ShareView::new(words, &topic.name, topic.people, people))
            .collect();
        BackgroundsView {
            people,
            too_few: group.is_too_few().then(|| too_few_people(words, people)),
            path: PathView::new(words, model, group, level),
            courses: titles(Kind::Course, "none-shared-course"),
            certifications: titles(Kind::Certification, "none-shared-certification"),
            degree_topics: ListView::new(
                studied,
                VISIBLE_TITLES,
                none_shared(words, people, "none-shared-studies"),
            ),
        }
    }
}
