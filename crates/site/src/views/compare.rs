//! Comparisons of two roadmaps of a level.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::Serialize;
use templates::Words;

use crate::census::{Group, Item, Kind, LevelCensus};
use crate::views::link::LinkView;
use crate::views::share::{ListView, ShareView};

/// In a level of up to this many roadmaps, all pairs are compared, at most 190.
const ALL_PAIRS: usize = 20;
/// In a larger level, each roadmap is compared with this many of its neighbours.
const NEAREST: usize = 5;
/// Visible items of a list.
const VISIBLE: usize = 15;

/// The compared pairs of a level, as positions in the level. The first of a pair has the smaller slug.
pub fn pairs(level: &LevelCensus<'_>) -> BTreeSet<(usize, usize)> {
    let pairs_with =
        |index| compared_with(level, index).into_iter().map(move |other| ordered(level, index, other));
    (0..level.roadmaps.len()).flat_map(pairs_with).collect()
}

/// The roadmaps with which a roadmap is compared, the most similar first.
fn compared_with(level: &LevelCensus<'_>, index: usize) -> Vec<usize> {
    let all = level.roadmaps.len() <= ALL_PAIRS;
    let is_near =
        |from: usize, to: usize| level.nearest[from].iter().take(NEAREST).any(|&(other, _)| other == to);
    // Being among the nearest is not symmetric, but a comparison is.
    let mut others: Vec<usize> = level.nearest[index].iter().map(|&(other, _)| other).collect();
    others.retain(|&other| all || is_near(index, other) || is_near(other, index));
    others
}

fn ordered(level: &LevelCensus<'_>, a: usize, b: usize) -> (usize, usize) {
    if level.roadmaps[a].0.slug <= level.roadmaps[b].0.slug { (a, b) } else { (b, a) }
}

/// Address of a comparison.
pub fn path(level: &LevelCensus<'_>, a: usize, b: usize) -> String {
    let (a, b) = ordered(level, a, b);
    let [a, b] = [a, b].map(|index| &level.roadmaps[index].0.slug);
    format!("/compare/{}/{a}/{b}/", level.level)
}

/// Address of a level's comparisons.
pub fn overview_path(level: &LevelCensus<'_>) -> String {
    format!("/compare/{}/", level.level)
}

/// A comparison of two roadmaps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompareView {
    /// The first roadmap.
    pub a: LinkView,
    /// The second roadmap.
    pub b: LinkView,
    /// Skills, then courses, then certificates.
    pub kinds: Vec<ComparedKindView>,
}

/// Compared items of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparedKindView {
    /// `skill`, `course` or `certification`.
    pub kind: &'static str,
    /// Items that both list, by the smaller of the two shares, the largest first.
    pub both: ListView<VersusView>,
    /// Items that only the first lists.
    pub only_a: ListView<ShareView>,
    /// Items that only the second lists.
    pub only_b: ListView<ShareView>,
}

/// An item that both roadmaps list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersusView {
    /// Share in the first roadmap.
    pub a: ShareView,
    /// Share in the second roadmap.
    pub b: ShareView,
    /// Start of the first bar, 0 to 100, as text: it grows to the left.
    pub start: String,
}

impl CompareView {
    /// Compares two roadmaps of a level, given by their positions.
    pub fn new(words: &Words, level: &LevelCensus<'_>, (a, b): (usize, usize)) -> CompareView {
        let [(a_roadmap, a), (b_roadmap, b)] = [a, b].map(|index| &level.roadmaps[index]);
        let kinds = Kind::ALL.map(|kind| ComparedKindView::new(words, kind, a, b));
        let has_items = |view: &ComparedKindView| {
            !view.both.shown.is_empty() || !view.only_a.shown.is_empty() || !view.only_b.shown.is_empty()
        };
        CompareView {
            a: LinkView::new(words, level.level, a_roadmap),
            b: LinkView::new(words, level.level, b_roadmap),
            kinds: kinds.into_iter().filter(has_items).collect(),
        }
    }
}

impl ComparedKindView {
    fn new(words: &Words, kind: Kind, a: &Group<'_>, b: &Group<'_>) -> ComparedKindView {
        let list = |views| ListView::new(views, VISIBLE, String::new());
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
            both: ListView::new(both.collect(), VISIBLE, String::new()),
            only_a: list(only_in(words, kind, a, b)),
            only_b: list(only_in(words, kind, b, a)),
        }
    }
}

/// Items that a group lists and another does not, the most common first.
fn only_in(words: &Words, kind: Kind, group: &Group<'_>, other: &Group<'_>) -> Vec<ShareView> {
    let mut items: Vec<&Item<'_>> =
        group.items(kind).iter().filter(|item| other.items(kind).people(&item.identity).is_none()).collect();
    items.sort_by_key(|item| Reverse(item.people));
    items.into_iter().map(|item| ShareView::item(words, item, group)).collect()
}

/// All comparisons of a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparisonsView {
    /// Roadmaps with their comparisons, by name.
    pub roadmaps: Vec<ComparableView>,
    /// True if roadmaps are compared only with their neighbours.
    pub only_nearest: bool,
}

/// A roadmap and its comparisons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparableView {
    /// The roadmap.
    pub of: LinkView,
    /// Its comparisons, the most similar roadmap first.
    pub with: Vec<ComparisonView>,
}

/// A link to a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparisonView {
    /// The other roadmap.
    pub to: LinkView,
    /// Address of the comparison.
    pub path: String,
}

impl ComparisonsView {
    /// The comparisons of a level.
    pub fn new(words: &Words, level: &LevelCensus<'_>) -> ComparisonsView {
        let mut indices: Vec<usize> = (0..level.roadmaps.len()).collect();
        indices.sort_by_key(|&index| (&level.roadmaps[index].0.name, &level.roadmaps[index].0.slug));
        let roadmaps = indices.into_iter().map(|index| ComparableView {
            of: LinkView::new(words, level.level, level.roadmaps[index].0),
            with: comparisons(words, level, index),
        });
        ComparisonsView { roadmaps: roadmaps.collect(), only_nearest: level.roadmaps.len() > ALL_PAIRS }
    }
}

/// Comparisons of the roadmap at `index`, the most similar roadmap first.
pub fn comparisons(words: &Words, level: &LevelCensus<'_>, index: usize) -> Vec<ComparisonView> {
    let others = compared_with(level, index).into_iter();
    let view = |other: usize| ComparisonView {
        to: LinkView::new(words, level.level, level.roadmaps[other].0),
        path: path(level, index, other),
    };
    others.map(view).collect()
}
