//! A share of people, with the people.

use serde::Serialize;
use templates::Words;

use crate::census::Compared;
use crate::census::{Group, Item};
use crate::views::official::{OfficialView, official};

/// One thing and who has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShareView {
    /// Its name.
    pub name: String,
    /// What it is called in ticks and open data; absent for what cannot be ticked.
    pub id: Option<String>,
    /// How many people.
    pub people: u64,
    /// Of how many.
    pub of: u64,
    /// Both in words: `45 of 120`.
    pub figure: String,
    /// The share of the group in percent, as text.
    pub percent: String,
    /// The length of its bar, 0 to 100, as text.
    pub width: String,
    /// Where the mark of what it is compared with stands on the bar, 0 to 100, as text.
    pub mark: Option<String>,
    /// How many times as common as in the level, as text; absent where that may be chance.
    pub times: Option<String>,
    /// The share of the level in percent, as text.
    pub level_percent: Option<String>,
    /// An official page about it.
    pub official: Option<OfficialView>,
}

impl ShareView {
    /// A thing that `people` of `of` have.
    pub fn new(words: &Words, name: &str, people: u32, of: u64) -> ShareView {
        let people = u64::from(people);
        ShareView {
            name: name.to_owned(),
            id: None,
            people,
            of,
            figure: words.text("share-figure", &[("people", people.into()), ("of", of.into())]),
            percent: words.percent(people, of),
            width: width(people as f64 / of.max(1) as f64),
            mark: None,
            times: None,
            level_percent: None,
            official: None,
        }
    }

    /// Something that the visitor may have already.
    pub fn item(words: &Words, item: &Item<'_>, group: &Group<'_>) -> ShareView {
        ShareView {
            id: Some(item.id()),
            official: official(item),
            ..ShareView::new(words, item.name, item.people, group.people())
        }
    }

    /// The same beside the level: how many have it there, and how much more common it is here.
    pub fn beside(self, words: &Words, level: Option<Compared>) -> ShareView {
        let Some(level) = level else { return self };
        ShareView {
            mark: Some(width(level.share())),
            times: level.is_telling.then(|| times(words, level.times)),
            level_percent: Some(words.percent(level.people, level.of)),
            ..self
        }
    }
}

/// A share as a length, 0 to 100.
pub fn width(share: f64) -> String {
    format!("{:.1}", 100.0 * share.clamp(0.0, 1.0))
}

/// `2.1`, and `12` from ten on, where a decimal would only pretend.
fn times(words: &Words, times: f64) -> String {
    words.decimal(times, if times < 9.95 { 1 } else { 0 })
}

/// A list of which the first part is seen at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListView<T> {
    /// Seen at once.
    pub shown: Vec<T>,
    /// Seen when asked for.
    pub more: Vec<T>,
    /// How many those are.
    pub more_count: usize,
    /// Why there is nothing.
    pub empty: Option<String>,
}

impl<T> ListView<T> {
    /// Shows `at_once` items; `empty` says why there are none.
    pub fn new(mut items: Vec<T>, at_once: usize, empty: String) -> ListView<T> {
        let more = items.split_off(cut(items.len(), at_once));
        ListView { empty: items.is_empty().then_some(empty), more_count: more.len(), shown: items, more }
    }
}

/// How many of `len` items are seen at once: one hidden item would take the room of the button that hides it.
pub fn cut(len: usize, at_once: usize) -> usize {
    if len <= at_once + 1 { len } else { at_once }
}
