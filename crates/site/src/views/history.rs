//! Changes of releases, and the pages of retired roadmaps.

use artifact_store::Timestamp;
use career_model::{Level, Model};
use serde::Serialize;
use templates::Words;

use crate::history::{Change, RoadmapName, SkillChange, SkillChanges};
use crate::history::{Permalink, Permalinks};
use crate::views::levels::title;

/// Changes of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeView {
    /// HTML id on the page: `release-7`.
    pub anchor: String,
    /// Permanent id in the feed.
    pub urn: String,
    /// Date of publication in words.
    pub day: String,
    /// Time of publication (RFC 3339).
    pub moment: String,
    /// Summary in one line.
    pub headline: String,
    /// Number of people in the model.
    pub people: u64,
    /// Number of live roadmaps.
    pub roadmaps: u64,
    /// True if the release restores an earlier one.
    pub is_rollback: bool,
    /// New roadmaps.
    pub new: Vec<RoadmapNameView>,
    /// Roadmaps that are live again.
    pub revived: Vec<RoadmapNameView>,
    /// Retired roadmaps.
    pub retired: Vec<ReplacementView>,
    /// Roadmaps whose shares of skills changed.
    pub moved: Vec<SkillChangesView>,
}

/// A roadmap with the name that it had in a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoadmapNameView {
    /// Name in that release.
    pub name: String,
    /// Title of its level.
    pub level: String,
    /// Path of its page.
    pub path: String,
}

/// A retired roadmap and the page that replaces it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReplacementView {
    /// The retired roadmap.
    pub roadmap: RoadmapNameView,
    /// Path of the page that replaces it.
    pub by_path: String,
    /// Name of that page.
    pub by_name: String,
}

/// A roadmap whose shares of skills changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SkillChangesView {
    /// The roadmap.
    pub roadmap: RoadmapNameView,
    /// Skills that became more common.
    pub rose: Vec<SkillChangeView>,
    /// Skills that became less common.
    pub fell: Vec<SkillChangeView>,
}

/// Share of a skill before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SkillChangeView {
    /// Name of the skill.
    pub skill: String,
    /// Share before, in percent.
    pub before: String,
    /// Share now, in percent.
    pub after: String,
    /// Number of people who have it now.
    pub people: u64,
    /// Number of all people now.
    pub of: u64,
}

/// The page of a retired roadmap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RetiredView {
    /// Latest name of the roadmap.
    pub name: String,
    /// Path of the page that replaces it.
    pub by_path: String,
    /// Name of that page; absent if it is the overview of the level.
    pub by_name: Option<String>,
    /// Number of people in the roadmap that replaces it.
    pub by_people: Option<u64>,
}

impl ChangeView {
    /// A release's changes in the language of the page.
    pub fn new(words: &Words, change: &Change) -> ChangeView {
        let changed = |named: &RoadmapName| RoadmapNameView::new(words, named);
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
                .map(|retired| ReplacementView {
                    roadmap: changed(&retired.roadmap),
                    by_path: retired.by.clone(),
                    by_name: match Level::ALL.iter().any(|level| level.path() == retired.by) {
                        true => words.text("changes-level-roadmaps", &[]),
                        false => retired.by_name.clone(),
                    },
                })
                .collect(),
            moved: change.moved.iter().map(|moved| SkillChangesView::new(words, moved)).collect(),
        }
    }
}

impl RoadmapNameView {
    fn new(words: &Words, named: &RoadmapName) -> RoadmapNameView {
        RoadmapNameView {
            name: named.name.clone(),
            level: title(words, named.level),
            path: named.path.clone(),
        }
    }
}

impl SkillChangesView {
    fn new(words: &Words, moved: &SkillChanges) -> SkillChangesView {
        let all =
            |skills: &[SkillChange]| skills.iter().map(|skill| SkillChangeView::new(words, skill)).collect();
        SkillChangesView {
            roadmap: RoadmapNameView::new(words, &moved.roadmap),
            rose: all(&moved.rose),
            fell: all(&moved.fell),
        }
    }
}

impl SkillChangeView {
    fn new(words: &Words, moved: &SkillChange) -> SkillChangeView {
        let share = |(people, of): (u64, u64)| words.percent(people, of);
        let (people, of) = moved.after;
        SkillChangeView {
            skill: moved.skill.clone(),
            before: share(moved.before),
            after: share(moved.after),
            people,
            of,
        }
    }
}

impl RetiredView {
    /// The page of a retired permalink. `model` is the live model.
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

/// `3 new roadmaps, 1 retired`, or a text that says that no roadmap changed.
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

/// Date of a time: `25 November 2026`; the unchanged text if it is not a valid time.
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
