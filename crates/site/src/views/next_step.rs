//! The next step: the roadmap of the next level that follows, and the items that are more common there.

use career_model::Level;
use career_model::roadmap::LISTED_FROM;
use serde::Serialize;
use templates::Words;

use crate::census::SIGNIFICANT_DEVIATIONS;
use crate::census::{Census, Group, Item, Kind};
use crate::views::levels::name;
use crate::views::link::LinkView;
use crate::views::share::{ShareView, width};

/// Most skills in the next step.
const MAX_SKILLS: usize = 8;
/// Most courses, and most certificates, in the next step.
const MAX_TITLES: usize = 3;

/// The next step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NextStepView {
    /// The roadmap of the next level, if one follows.
    pub to: Option<LinkView>,
    /// Lists of skills, courses and certificates.
    pub lists: Vec<GainListView>,
    /// Name of the next level within a sentence, if the lists compare whole levels: no roadmap follows, or no
    /// item is more common in the roadmap that does.
    pub of_level: Option<String>,
}

/// Items of one kind that are more common in the next step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GainListView {
    /// `skill`, `course` or `certification`.
    pub kind: &'static str,
    /// Items, the greatest difference of shares first.
    pub items: Vec<GainView>,
}

/// An item that is more common in the next step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GainView {
    /// Share in the next step; the mark is the share in this roadmap.
    pub there: ShareView,
    /// Numbers of people in both: `in 60 of 80 there, 20 of 120 here`.
    pub figure: String,
}

impl NextStepView {
    /// The step from a group of the level `from` to the roadmap `to`, given by level and position, or to the
    /// whole next level. `None` at the highest level without `to`.
    pub fn new(
        words: &Words,
        census: &Census<'_>,
        (from, here): (Level, &Group<'_>),
        to: Option<(Level, usize)>,
    ) -> Option<NextStepView> {
        let gain_lists = |there: &Group<'_>, own: Option<&Group<'_>>| -> Vec<GainListView> {
            let lists = Kind::ALL.map(|kind| GainListView::new(words, kind, here, there, own));
            lists.into_iter().filter(|list| !list.items.is_empty()).collect()
        };
        let to = to.and_then(|(level, index)| Some((level, census.level(level).roadmaps.get(index)?)));
        let lists = to.map(|(_, (_, there))| gain_lists(there, None)).unwrap_or_default();
        let link = to.map(|(level, (roadmap, _))| LinkView::new(words, level, roadmap));
        if !lists.is_empty() {
            return Some(NextStepView { to: link, lists, of_level: None });
        }
        let level = to.map(|(level, _)| level).or(from.next())?;
        // Also compare the two whole levels, or the list would have items that are only of another field.
        let lists = gain_lists(&census.level(level).overview, Some(&census.level(from).overview));
        let of_level = (!lists.is_empty()).then(|| name(words, level));
        Some(NextStepView { to: link, lists, of_level })
    }
}

impl GainListView {
    /// Items that are more common `there` than `here`. If the level `own` is given, only items that are also
    /// significantly more common `there` than in it.
    fn new(
        words: &Words,
        kind: Kind,
        here: &Group<'_>,
        there: &Group<'_>,
        own: Option<&Group<'_>>,
    ) -> GainListView {
        let at_most = if kind == Kind::Skill { MAX_SKILLS } else { MAX_TITLES };
        // A group that is too small has no counts to compare with.
        let comparable = !here.is_too_few();
        let mut gains: Vec<_> = there
            .items(kind)
            .iter()
            .filter(|item| comparable && own.is_none_or(|own| is_rising(item, own, there)))
            .map(|item| {
                let before = here.share(kind, &item.identity);
                (there.share(kind, &item.identity) - before, before, item)
            })
            .filter(|&(gain, _, _)| gain > 0.0)
            .collect();
        gains.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.2.name.cmp(b.2.name)));
        gains.truncate(at_most);
        let items = gains.into_iter().map(|(_, before, item)| {
            let people = here.items(kind).people(&item.identity);
            let is_rare_here = people.is_none() && here.items(kind).is_complete();
            // If the list was cut, the number of people with an item that is not in it is unknown.
            let key = match people {
                Some(_) => "next-figure",
                None if is_rare_here => "next-figure-rare",
                None => "next-figure-there",
            };
            let arguments = [
                ("there", item.people.into()),
                ("of_there", there.people().into()),
                ("here", people.unwrap_or(LISTED_FROM).into()),
                ("of_here", here.people().into()),
            ];
            GainView {
                there: ShareView {
                    mark: people.map(|_| width(before)),
                    ..ShareView::item(words, item, there)
                },
                figure: words.text(key, &arguments),
            }
        });
        GainListView { kind: kind.as_str(), items: items.collect() }
    }
}

/// True if an item is significantly more common `there` than in the level below: by more than two standard
/// errors of the difference of two proportions with pooled variance. False if the list of the level below was
/// cut and omits the item.
fn is_rising(item: &Item<'_>, below: &Group<'_>, there: &Group<'_>) -> bool {
    let known = below.items(item.kind).people(&item.identity);
    let Some(before) = known.or(below.items(item.kind).is_complete().then_some(LISTED_FROM)) else {
        return false;
    };
    let (before, of_before) = (f64::from(before), (below.people() as f64).max(1.0));
    let (after, of_after) = (f64::from(item.people), (there.people() as f64).max(1.0));
    let pooled = (before + after) / (of_before + of_after);
    let variance = pooled * (1.0 - pooled) * (1.0 / of_before + 1.0 / of_after);
    variance > 0.0 && after / of_after - before / of_before > SIGNIFICANT_DEVIATIONS * variance.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::backgrounds;

    #[test]
    fn rising_items_differ_from_the_level_below_by_more_than_chance() {
        let is_rising = |below: (u64, u32), there: (u64, u32)| {
            let [below, there] =
                [below, there].map(|(people, python)| backgrounds(people, &[("Python", python)]));
            let (below, there) = (Group::new(&below), Group::new(&there));
            super::is_rising(there.items(Kind::Skill).iter().next().expect("one"), &below, &there)
        };
        assert!(is_rising((400, 40), (100, 40)));
        // A standard error of about 5 points, and differences of 8 and of 11 points.
        assert!(!is_rising((100, 10), (100, 18)) && is_rising((100, 10), (100, 21)));
        assert!(!is_rising((400, 200), (100, 50)) && !is_rising((400, 200), (100, 30)));
        // Fewer than five people of the level below, which is known because its list was not cut.
        assert!(is_rising((400, 0), (100, 20)) && !is_rising((12, 0), (100, 20)));
    }
}
