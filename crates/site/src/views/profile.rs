//! A profile of a group's people: their experience, positions and studies.

use serde::Serialize;
use templates::Words;

use crate::census::Group;
use crate::views::share::ShareView;

/// Most positions, and most fields of study, in the profile.
const MAX_NAMES: usize = 3;

/// Longest plausible experience in months: a hundred years.
const MAX_EXPERIENCE: u32 = 1200;

/// Experience, positions and studies of a group's people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeopleView {
    /// Range of experience of the middle half of the people, in words.
    pub experience: Option<String>,
    /// Positions, the most common first.
    pub positions: Vec<ShareView>,
    /// Fields of study, the most common first.
    pub studies: Vec<ShareView>,
}

impl PeopleView {
    /// The profile of a group.
    pub fn new(words: &Words, group: &Group<'_>) -> PeopleView {
        let named = |items| -> Vec<ShareView> {
            group
                .shown(items)
                .take(MAX_NAMES)
                .map(|item| ShareView::new(words, &item.name, item.people, group.people()))
                .collect()
        };
        PeopleView {
            experience: experience(group).map(|[low, _, high]| span(words, low, high)),
            positions: named(&group.backgrounds.positions),
            studies: named(&group.backgrounds.degree_topics),
        }
    }
}

/// Quartiles of the people's experience in months; `None` if the group is too small, or if the quartiles are
/// implausible.
pub fn experience(group: &Group<'_>) -> Option<[u32; 3]> {
    let known = <[u32; 3]>::try_from(group.backgrounds.experience.as_slice()).ok();
    known.filter(|months| !group.is_too_few() && months.is_sorted() && months[2] <= MAX_EXPERIENCE)
}

/// A range of experience in whole years, or in months if a year is too coarse.
fn span(words: &Words, low: u32, high: u32) -> String {
    let years = |months: u32| (months + 6) / 12;
    let (key, same, low, high) = match (years(low), years(high)) {
        (0, 0 | 1) => ("who-months", "who-months-same", low, high),
        (low, high) => ("who-years", "who-years-same", low, high),
    };
    if low == high {
        return words.text(same, &[("n", low.into())]);
    }
    words.text(key, &[("low", low.into()), ("high", high.into())])
}
