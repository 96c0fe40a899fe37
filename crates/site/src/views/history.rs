//! What changed over releases, and pages of roadmaps that are no more.

use artifact_store::Timestamp;
use career_model::{Level, Model};
use serde::Serialize;
use templates::Words;

use crate::history::{Change, Named, SkillMoved, SkillsMoved};
use crate::history::{Permalink, Permalinks};
use crate::views::levels::title;

/// A release's changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeView {
    /// Its place on the page: `release-7`.
    pub anchor: String,
    /// Its identity in the feed, which never changes.
    pub urn: String,
    /// The day, in words.
    pub day: String,
    /// The moment, RFC 3339.
    pub moment: String,
    /// In a line.
    pub headline: String,
    /// People learned from.
    pub people: u64,
    /// Roadmaps that were live with it.
    pub roadmaps: u64,
    /// Whether it takes an earlier release back up.
    pub is_rollback: bool,
    /// New roadmaps.
    pub new: Vec<ChangedView>,
    /// Roadmaps that are back.
    pub revived: Vec<ChangedView>,
    /// Retired roadmaps.
    pub retired: Vec<ReplacedView>,
    /// Roadmaps whose skills moved.
    pub moved: Vec<MovedView>,
}

/// A roadmap that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedView {
    /// Its name then.
    pub name: String,
    /// Its level in text.
    pub level: String,
    /// Its page.
    pub path: String,
}

/// A retired roadmap and what stands in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReplacedView {
    /// The retired one.
    pub roadmap: ChangedView,
    /// The page in its place.
    pub by_path: String,
    /// That page's name.
    pub by_name: String,
}

/// A roadmap's skills that rose and fell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MovedView {
    /// The roadmap.
    pub roadmap: ChangedView,
    /// More have them.
    pub rose: Vec<SkillMovedView>,
    /// Fewer do.
    pub fell: Vec<SkillMovedView>,
}

/// A skill's share before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SkillMovedView {
    /// The skill.
    pub skill: String,
    /// In percent, before.
    pub before: String,
    /// In percent, after.
    pub after: String,
    /// People who have it.
    pub people: u64,
    /// Of how many.
    pub of: u64,
}

/// The page of a roadmap that is no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RetiredView {
    /// The name it had.
    pub name: String,
    /// What stands in its place.
    pub by_path: String,
    /// That page's name; absent when it is the level's overview.
    pub by_name: Option<String>,
    /// The people behind that page.
    pub by_people: Option<u64>,
}

impl ChangeView {
    /// In words.
    pub fn new(words: &Words, change: &Change) -> ChangeView {
        let changed = |named: &Named| ChangedView::new(words, named);
        ChangeView {
            anchor: format!("release-{}", change.sequence),
            urn: format!("urn:career-roadmap:release:{}", change.release),
            day: day(words, &change.published_at),
            moment: change.published_at.to_string(),
            headline: headline(words, change),
            people: change.people,
            roadmaps: change.roadmaps,
            is_rollback: change.back_to.is_some(),
            new: change.new.iter().map(changed).collect(),
            revived: change.revived.iter().map(changed).collect(),
            retired: change
                .retired
                .iter()
                .map(|retired| ReplacedView {
                    roadmap: changed(&retired.roadmap),
                    by_path: retired.by.clone(),
                    by_name: match Level::ALL.iter().any(|level| level.path() == retired.by) {
                        true => words.text("changes-level-roadmaps", &[]),
                        false => retired.by_name.clone(),
                    },
                })
                .collect(),
            moved: change.moved.iter().map(|moved| MovedView::new(words, moved)).collect(),
        }
    }
}

impl ChangedView {
    fn new(words: &Words, named: &Named) -> ChangedView {
        ChangedView { name: named.name.clone(), level: title(words, named.level), path: named.path.clone() }
    }
}

impl MovedView {
    fn new(words: &Words, moved: &SkillsMoved) -> MovedView {
        let all =
            |skills: &[SkillMoved]| skills.iter().map(|skill| SkillMovedView::new(words, skill)).collect();
        MovedView {
            roadmap: ChangedView::new(words, &moved.roadmap),
            rose: all(&moved.rose),
            fell: all(&moved.fell),
        }
    }
}

impl SkillMovedView {
    fn new(words: &Words, moved: &SkillMoved) -> SkillMovedView {
        let share = |(people, of): (u64, u64)| words.percent(people, of);
        let (people, of) = moved.after;
        SkillMovedView {
            skill: moved.skill.clone(),
            before: share(moved.before),
            after: share(moved.after),
            people,
            of,
        }
    }
}

impl RetiredView {
    /// The page of a retired link, with the model that is live.
    pub fn new(model: &Model, permalinks: &Permalinks, path: &str, link: &Permalink) -> RetiredView {
        let by_path = permalinks.resolve(path);
        let by = model.roadmaps().find(|(level, roadmap)| roadmap.path(*level) == by_path);
        RetiredView {
            name: link.name.clone(),
            by_name: by.map(|(_, roadmap)| roadmap.name.clone()),
            by_people: by.map(|(_, roadmap)| roadmap.has.people),
            by_path,
        }
    }
}

/// `3 new roadmaps, 1 retired`, or that nothing came or went.
fn headline(words: &Words, change: &Change) -> String {
    let counted = |key, n: usize| (n > 0).then(|| words.text(key, &[("n", n.into())]));
    let parts = [
        counted("changes-headline-new", change.new.len()),
        counted("changes-headline-back", change.revived.len()),
        counted("changes-headline-retired", change.retired.len()),
        counted("changes-headline-moved", change.moved.len()),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    match (&change.back_to, parts.is_empty()) {
        (Some(_), true) => words.text("changes-headline-rollback", &[]),
        (Some(_), false) => words.text("changes-headline-rollback-with", &[("parts", parts.into())]),
        (None, true) => words.text("changes-headline-same", &[]),
        (None, false) => parts,
    }
}

/// `25 November 2026`; the text as it is when it is no moment.
pub fn day(words: &Words, moment: &Timestamp) -> String {
    let Ok(moment) = moment.as_str().parse::<jiff::Timestamp>() else { return moment.to_string() };
    let date = moment.to_zoned(jiff::tz::TimeZone::UTC);
    let arguments = [
        ("day", date.day().into()),
        ("month", date.month().into()),
        // As text: a year has no thousands.
        ("year", date.year().to_string().into()),
    ];
    words.text("date", &arguments)
}
