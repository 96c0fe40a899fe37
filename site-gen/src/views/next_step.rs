//! The step to the level above, as a list of what is more common there.

use career_model::Level;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use serde::Serialize;
use templates::Words;

use crate::views::census::{Census, Group, Kind};
use crate::views::levels::name;
use crate::views::roadmaps::LinkView;
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
    pub lists: Vec<GainedView>,
    /// The next level's name within a sentence, when the lists are of all its people: no roadmap follows, or its people share nothing
    /// that is more common among them.
    pub of_level: Option<String>,
}

/// What is more common there, of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GainedView {
    /// `skill`, `course` or `certification`.
    pub kind: &'static str,
    /// The greatest difference first.
    pub items: Vec<StepView>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepView {
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
        let gained = |there: &Group<'_>| -> Vec<GainedView> {
            let lists = Kind::ALL.map(|kind| GainedView::new(words, kind, here, there));
            lists.into_iter().filter(|list| !list.items.is_empty()).collect()
        };
        let to = to.and_then(|(level, place)| Some((level, census.level(level).roadmaps.get(place)?)));
        let lists = to.map(|(_, (_, there))| gained(there)).unwrap_or_default();
        let link = to.map(|(level, (roadmap, _))| LinkView::new(words, level, roadmap));
        if !lists.is_empty() {
            return Some(NextStepView { to: link, lists, of_level: None });
        }
        let level = to.map(|(level, _)| level).or(from.next())?;
        let lists = gained(&census.level(level).overview);
        let of_level = (!lists.is_empty()).then(|| name(words, level));
        Some(NextStepView { to: link, lists, of_level })
    }
}

impl GainedView {
    fn new(words: &Words, kind: Kind, here: &Group<'_>, there: &Group<'_>) -> GainedView {
        let at_most = if kind == Kind::Skill { SKILLS } else { TITLES };
        // Who is too few to show what they have has nothing to be compared with.
        let comparable = !here.is_too_few();
        let mut gains: Vec<_> = there
            .items(kind)
            .iter()
            .filter(|_| comparable)
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
            StepView {
                there: ShareView {
                    mark: people.map(|_| width(before)),
                    ..ShareView::item(words, item, there)
                },
                figure: words.text(key, &arguments),
            }
        });
        GainedView { kind: kind.as_str(), items: items.collect() }
    }
}
