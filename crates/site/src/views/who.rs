//! Who the people of a group are: how long they have worked, as what, and what they studied.

use serde::Serialize;
use templates::Words;

use crate::census::Group;
use crate::views::share::ShareView;

/// Job titles, and fields of study, that are named above the page.
const NAMED: usize = 3;

/// A hundred years: nobody has worked for more months.
const LONGEST: u32 = 1200;

/// A group's people in a few lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhoView {
    /// How long half of them have worked.
    pub experience: Option<String>,
    /// What they work as, the most common first.
    pub positions: Vec<ShareView>,
    /// What they studied, the most common first.
    pub studies: Vec<ShareView>,
}

impl WhoView {
    /// Of a group.
    pub fn new(words: &Words, group: &Group<'_>) -> WhoView {
        let named = |items| -> Vec<ShareView> {
            group
                .shown(items)
                .take(NAMED)
                .map(|item| ShareView::new(words, &item.name, item.people, group.people()))
                .collect()
        };
        WhoView {
            experience: experience(group).map(|[low, _, high]| span(words, low, high)),
            positions: named(&group.has.positions),
            studies: named(&group.has.degree_topics),
        }
    }
}

/// Months of experience that a quarter, half and three quarters of the people have at most; `None` for a group that is
/// too small, and for what nobody can have.
pub fn experience(group: &Group<'_>) -> Option<[u32; 3]> {
    let known = <[u32; 3]>::try_from(group.has.experience.as_slice()).ok();
    known.filter(|months| !group.is_too_few() && months.is_sorted() && months[2] <= LONGEST)
}

/// "half of them have worked for 2 to 6 years", in whole years, or in months where a year is too coarse.
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
