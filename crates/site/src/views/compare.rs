//! Two roadmaps of a level side by side.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::Serialize;
use templates::Words;

use crate::census::{Group, Item, Kind, LevelCensus};
use crate::views::link::LinkView;
use crate::views::share::{ListView, ShareView};

/// Up to so many roadmaps of a level, every two have a page: 190 at most.
const ALL_PAIRS: usize = 20;
/// Beyond that, each has one with so many of its nearest.
const NEAREST: usize = 5;
/// Items of a list that are seen at once.
const AT_ONCE: usize = 15;

/// The pairs of a level that have a page, as positions in the level; the first slug is before the second.
pub fn pairs(level: &LevelCensus<'_>) -> BTreeSet<(usize, usize)> {
    let of_one =
        |place| compared_with(level, place).into_iter().map(move |other| ordered(level, place, other));
    (0..level.roadmaps.len()).flat_map(of_one).collect()
}

/// Whom a roadmap is compared with, the most alike first.
fn compared_with(level: &LevelCensus<'_>, place: usize) -> Vec<usize> {
    let all = level.roadmaps.len() <= ALL_PAIRS;
    let is_near =
        |of: usize, to: usize| level.nearest[of].iter().take(NEAREST).any(|&(other, _)| other == to);
    // Who is near to me need not have me among those near to them.
    let mut others: Vec<usize> = level.nearest[place].iter().map(|&(other, _)| other).collect();
    others.retain(|&other| all || is_near(place, other) || is_near(other, place));
    others
}

fn ordered(level: &LevelCensus<'_>, a: usize, b: usize) -> (usize, usize) {
    if level.roadmaps[a].0.slug <= level.roadmaps[b].0.slug { (a, b) } else { (b, a) }
}

/// The address of a comparison.
pub fn path(level: &LevelCensus<'_>, a: usize, b: usize) -> String {
    let (a, b) = ordered(level, a, b);
    let [a, b] = [a, b].map(|place| &level.roadmaps[place].0.slug);
    format!("/compare/{}/{a}/{b}/", level.level)
}

/// The address of a level's comparisons.
pub fn overview_path(level: &LevelCensus<'_>) -> String {
    format!("/compare/{}/", level.level)
}

/// Two roadmaps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompareView {
    /// One.
    pub a: LinkView,
    /// The other.
    pub b: LinkView,
    /// Skills, then courses, then certificates.
    pub kinds: Vec<ComparedKindView>,
}

/// Items of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparedKindView {
    /// `skill`, `course` or `certification`.
    pub kind: &'static str,
    /// What both have, what both have most first.
    pub both: ListView<VersusView>,
    /// What only one has.
    pub only_a: ListView<ShareView>,
    /// What only the other has.
    pub only_b: ListView<ShareView>,
}

/// An item in both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersusView {
    /// In one.
    pub a: ShareView,
    /// In the other.
    pub b: ShareView,
    /// Where the bar of one begins: it grows to the left.
    pub start: String,
}

impl CompareView {
    /// Two of a level's roadmaps.
    pub fn new(words: &Words, level: &LevelCensus<'_>, (a, b): (usize, usize)) -> CompareView {
        let [(a_roadmap, a), (b_roadmap, b)] = [a, b].map(|place| &level.roadmaps[place]);
        let kinds = Kind::ALL.map(|kind| ComparedKindView::new(words, kind, a, b));
        let is_something = |view: &ComparedKindView| {
            !view.both.shown.is_empty() || !view.only_a.shown.is_empty() || !view.only_b.shown.is_empty()
        };
        CompareView {
            a: LinkView::new(words, level.level, a_roadmap),
            b: LinkView::new(words, level.level, b_roadmap),
            kinds: kinds.into_iter().filter(is_something).collect(),
        }
    }
}

impl ComparedKindView {
    fn new(words: &Words, kind: Kind, a: &Group<'_>, b: &Group<'_>) -> ComparedKindView {
        let list = |views| ListView::new(views, AT_ONCE, String::new());
        let mut both: Vec<(f64, &Item<'_>, &Item<'_>)> = a
            .items(kind)
            .iter()
            .filter_map(|item| Some((item, b.items(kind).get(&item.identity)?)))
            .map(|(in_a, in_b)| {
                let least = a.share(kind, &in_a.identity).min(b.share(kind, &in_b.identity));
                (least, in_a, in_b)
            })
            .collect();
        both.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| x.1.name.cmp(y.1.name)));
        let both = both.into_iter().map(|(_, in_a, in_b)| {
            let views = (ShareView::item(words, in_a, a), ShareView::item(words, in_b, b));
            VersusView {
                start: format!("{:.1}", 100.0 - 100.0 * a.share(kind, &in_a.identity)),
                a: views.0,
                b: views.1,
            }
        });
        ComparedKindView {
            kind: kind.as_str(),
            both: ListView::new(both.collect(), AT_ONCE, String::new()),
            only_a: list(only(words, kind, a, b)),
            only_b: list(only(words, kind, b, a)),
        }
    }
}

/// What a group has and another has not, as far as enough people of the other would have it.
fn only(words: &Words, kind: Kind, of: &Group<'_>, other: &Group<'_>) -> Vec<ShareView> {
    let mut items: Vec<&Item<'_>> =
        of.items(kind).iter().filter(|item| other.items(kind).people(&item.identity).is_none()).collect();
    items.sort_by_key(|item| Reverse(item.people));
    items.into_iter().map(|item| ShareView::item(words, item, of)).collect()
}

/// All comparisons of a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparisonsView {
    /// Each roadmap with those it is compared with, by name.
    pub roadmaps: Vec<ComparableView>,
    /// Whether only the nearest are compared.
    pub only_nearest: bool,
}

/// A roadmap and those it is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparableView {
    /// The roadmap.
    pub of: LinkView,
    /// The others, the most alike first.
    pub with: Vec<ComparisonView>,
}

/// A link to a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparisonView {
    /// The other roadmap.
    pub to: LinkView,
    /// The page of both.
    pub path: String,
}

impl ComparisonsView {
    /// Of a level.
    pub fn new(words: &Words, level: &LevelCensus<'_>) -> ComparisonsView {
        let mut places: Vec<usize> = (0..level.roadmaps.len()).collect();
        places.sort_by_key(|&place| (&level.roadmaps[place].0.name, &level.roadmaps[place].0.slug));
        let roadmaps = places.into_iter().map(|place| ComparableView {
            of: LinkView::new(words, level.level, level.roadmaps[place].0),
            with: comparisons(words, level, place),
        });
        ComparisonsView { roadmaps: roadmaps.collect(), only_nearest: level.roadmaps.len() > ALL_PAIRS }
    }
}

/// The comparisons of a roadmap, the most alike first.
pub fn comparisons(words: &Words, level: &LevelCensus<'_>, place: usize) -> Vec<ComparisonView> {
    let others = compared_with(level, place).into_iter();
    let view = |other: usize| ComparisonView {
        to: LinkView::new(words, level.level, level.roadmaps[other].0),
        path: path(level, place, other),
    };
    others.map(view).collect()
}
