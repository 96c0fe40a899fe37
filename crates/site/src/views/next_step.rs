//! The step to the level above, as a list of what is more common there.

use career_model::Level;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use serde::Serialize;
use templates::Words;

use crate::census::SIGNIFICANT_DEVIATIONS;
use crate::census::{Census, Group, Item, Kind};
use crate::views::levels::name;
use crate::views::link::LinkView;
use crate::views::share::{ShareView, width};

/// Skills that are named for the next step.
const SKILLS: usize = 8;
/// Courses, and certificates, that are.
const TITLES: usize = 3;

/// Where the road goes on, and what is more common there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NextStepView {
    /// The roadmap of the next level, where one follows.
    pub to: Option<LinkView>,
    /// Skills, courses and certificates, the greatest difference first.
    pub lists: Vec<GainListView>,
    /// The next level's name within a sentence, when the lists are what comes with that level: no roadmap follows, or its people share
    /// nothing that is more common among them.
    pub of_level: Option<String>,
}

/// What is more common there, of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GainListView {
    /// `skill`, `course` or `certification`.
    pub kind: &'static str,
    /// The greatest difference first.
    pub items: Vec<GainView>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GainView {
    /// There; the mark is the share here.
    pub there: ShareView,
    /// How many have it there and here: `in 60 of 80 there, 20 of 120 here`.
    pub figure: String,
}

impl NextStepView {
    /// From people of a level to those of a roadmap, or else of all the level above; `None` at the top.
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
        // Beside their own level, or people would be sent to what is merely of another field.
        let lists = gain_lists(&census.level(level).overview, Some(&census.level(from).overview));
        let of_level = (!lists.is_empty()).then(|| name(words, level));
        Some(NextStepView { to: link, lists, of_level })
    }
}

impl GainListView {
    /// What is more common there than here; where `own` is a whole level, only what is more common there than in it, too, and more than
    /// chance would make it.
    fn new(
        words: &Words,
        kind: Kind,
        here: &Group<'_>,
        there: &Group<'_>,
        own: Option<&Group<'_>>,
    ) -> GainListView {
        let at_most = if kind == Kind::Skill { SKILLS } else { TITLES };
        // Who is too few to show what they have has nothing to be compared with.
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
            // What is not in a list that was cut may be anything below its end.
            let key = match people {
                Some(_) => "next-figure",
                None if is_rare_here => "next-figure-rare",
                None => "next-figure-there",
            };
            let arguments = [
                ("there", item.people.into()),
                ("of_there", there.people().into()),
                ("here", people.unwrap_or(MIN_PEOPLE_PER_ITEM).into()),
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

/// Whether an item comes with a level: its share there is above that of the level below by more than two standard errors of the
/// difference (two proportions, their variance pooled). What is not in a list that was cut may be anything, and is not told.
fn is_rising(item: &Item<'_>, below: &Group<'_>, there: &Group<'_>) -> bool {
    let known = below.items(item.kind).people(&item.identity);
    let Some(before) = known.or(below.items(item.kind).is_complete().then_some(MIN_PEOPLE_PER_ITEM)) else {
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
    use career_model::roadmap::{Backgrounds, ItemCount};

    use super::*;

    #[test]
    fn what_comes_with_a_level_is_more_than_chance_and_more_than_another_field() {
        let has = |people, python| {
            let skills = vec![ItemCount { name: "Python".to_owned(), people: python }];
            Backgrounds { people, skills, ..Backgrounds::default() }
        };
        let is_rising = |below: (u64, u32), there: (u64, u32)| {
            let (below, there) = (has(below.0, below.1), has(there.0, there.1));
            let (below, there) = (Group::new(&below), Group::new(&there));
            super::is_rising(there.items(Kind::Skill).iter().next().expect("one"), &below, &there)
        };
        assert!(is_rising((400, 40), (100, 40)));
        // A standard error of 4.7 points for a difference of 8, and of 11.
        assert!(!is_rising((100, 10), (100, 18)) && is_rising((100, 10), (100, 21)));
        assert!(!is_rising((400, 200), (100, 50)) && !is_rising((400, 200), (100, 30)));
        // Fewer than five of those below, which is known because their list was not cut.
        assert!(is_rising((400, 0), (100, 20)) && !is_rising((12, 0), (100, 20)));
    }
}
