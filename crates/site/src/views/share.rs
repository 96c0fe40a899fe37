//! Shares: the number of people with an item, as text and as a bar; and lists of them.

use serde::Serialize;
use templates::Words;

use crate::census::LevelComparison;
use crate::census::{Group, Item};
use crate::views::official::{OfficialView, official};

/// An item and the share of people who have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShareView {
    /// Name of the item.
    pub name: String,
    /// Id in ticks and open data; absent if the item cannot be ticked.
    pub id: Option<String>,
    /// Number of people in the group who have the item.
    pub people: u64,
    /// Number of people in the group.
    pub of: u64,
    /// Both numbers in words: `45 of 120`.
    pub figure: String,
    /// Share of the group in percent, as text.
    pub percent: String,
    /// Length of the bar, 0 to 100, as text.
    pub width: String,
    /// Position of the mark on the bar, the share of the compared group, 0 to 100, as text.
    pub mark: Option<String>,
    /// Lift over the level, as text; absent if it is not significant.
    pub times: Option<String>,
    /// Share of the level in percent, as text.
    pub level_percent: Option<String>,
    /// The item's official page.
    pub official: Option<OfficialView>,
}

impl ShareView {
    /// An item that `people` of `of` people have.
    pub fn new(words: &Words, name: &str, people: u32, of: u64) -> ShareView {
        let people = u64::from(people);
        ShareView {
            name: name.to_owned(),
            id: None,
            people,
            of,
            figure: figure(words, people, of),
            percent: words.percent(people, of),
            width: width(people as f64 / of.max(1) as f64),
            mark: None,
            times: None,
            level_percent: None,
            official: None,
        }
    }

    /// An item that visitors can tick.
    pub fn item(words: &Words, item: &Item<'_>, group: &Group<'_>) -> ShareView {
        ShareView {
            id: Some(item.id()),
            official: official(item),
            ..ShareView::new(words, item.name, item.people, group.people())
        }
    }

    /// Adds the comparison with the level, if there is one.
    pub fn compared_with(self, words: &Words, level: Option<LevelComparison>) -> ShareView {
        let Some(level) = level else { return self };
        ShareView {
            mark: Some(width(level.share())),
            times: level.is_significant.then(|| times(words, level.lift)),
            level_percent: Some(words.percent(level.people, level.of)),
            ..self
        }
    }
}

/// Two numbers of people in words: `45 of 120`.
pub(crate) fn figure(words: &Words, people: u64, of: u64) -> String {
    words.text("share-figure", &[("people", people.into()), ("of", of.into())])
}

/// Length of a share's bar, 0 to 100, as text.
pub fn width(share: f64) -> String {
    format!("{:.1}", 100.0 * share.clamp(0.0, 1.0))
}

/// A lift as text: `2.1`, and from ten on without a decimal, which would be false precision.
fn times(words: &Words, times: f64) -> String {
    words.decimal(times, if times < 9.95 { 1 } else { 0 })
}

/// A list whose end is hidden at first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListView<T> {
    /// Items that are visible at first.
    pub shown: Vec<T>,
    /// Items that are hidden at first.
    pub more: Vec<T>,
    /// Number of items that are hidden at first.
    pub more_count: usize,
    /// Explains why the list is empty; absent if it is not.
    pub empty: Option<String>,
}

impl<T> ListView<T> {
    /// A list with about `visible` visible items. `empty` explains why there are none.
    pub fn new(mut items: Vec<T>, visible: usize, empty: String) -> ListView<T> {
        let more = items.split_off(visible_count(items.len(), visible));
        ListView { empty: items.is_empty().then_some(empty), more_count: more.len(), shown: items, more }
    }
}

/// Number of visible items among `len`. A single item is never hidden, because the button that shows it needs
/// as much room.
pub fn visible_count(len: usize, visible: usize) -> usize {
    if len <= visible + 1 { len } else { visible }
}
