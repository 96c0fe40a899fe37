//! What changed over releases, and pages of roadmaps that are no more.

use career_model::Model;
use serde::Serialize;

use crate::releases::changes::{Change, Named, SkillMoved, SkillsMoved};
use crate::releases::permalinks::{Permalink, Permalinks};
use crate::views::levels::title;
use crate::views::number::{grouped, percent, plural};

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
    /// What was learned from, in a line.
    pub learned_from: String,
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
    pub level: &'static str,
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
    /// The people behind it.
    pub people: String,
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
    /// The people behind that page, as text.
    pub by_people: Option<String>,
}

impl ChangeView {
    /// In words.
    pub fn new(change: &Change) -> ChangeView {
        ChangeView {
            anchor: format!("release-{}", change.sequence),
            urn: format!("urn:career-roadmap:release:{}", change.release),
            day: day(&change.published_at),
            moment: change.published_at.clone(),
            headline: headline(change),
            learned_from: format!(
                "{} {}, {} {}",
                grouped(change.people),
                plural(change.people, "person", "people"),
                grouped(change.roadmaps),
                plural(change.roadmaps, "roadmap", "roadmaps")
            ),
            is_rollback: change.back_to.is_some(),
            new: change.new.iter().map(ChangedView::new).collect(),
            revived: change.revived.iter().map(ChangedView::new).collect(),
            retired: change
                .retired
                .iter()
                .map(|retired| ReplacedView {
                    roadmap: ChangedView::new(&retired.roadmap),
                    by_path: retired.by.clone(),
                    by_name: retired.by_name.clone(),
                })
                .collect(),
            moved: change.moved.iter().map(MovedView::new).collect(),
        }
    }
}

impl ChangedView {
    fn new(named: &Named) -> ChangedView {
        ChangedView { name: named.name.clone(), level: title(named.level), path: named.path.clone() }
    }
}

impl MovedView {
    fn new(moved: &SkillsMoved) -> MovedView {
        let all = |skills: &[SkillMoved]| skills.iter().map(SkillMovedView::new).collect();
        MovedView {
            roadmap: ChangedView::new(&moved.roadmap),
            rose: all(&moved.rose),
            fell: all(&moved.fell),
        }
    }
}

impl SkillMovedView {
    fn new(moved: &SkillMoved) -> SkillMovedView {
        let share = |(people, of): (u64, u64)| percent(people, of);
        let (people, of) = moved.after;
        SkillMovedView {
            skill: moved.skill.clone(),
            before: share(moved.before),
            after: share(moved.after),
            people: format!("{} of {} people", grouped(people), grouped(of)),
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
            by_people: by.map(|(_, roadmap)| grouped(roadmap.has.people)),
            by_path,
        }
    }
}

/// `3 new roadmaps, 1 retired`, or that nothing came or went.
fn headline(change: &Change) -> String {
    let counted = |n: usize, what: &str| (n > 0).then(|| format!("{} {what}", grouped(n as u64)));
    let parts = [
        counted(change.new.len(), plural(change.new.len() as u64, "new roadmap", "new roadmaps")),
        counted(change.revived.len(), "back"),
        counted(change.retired.len(), "retired"),
        counted(change.moved.len(), "with other skills than before"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match (&change.back_to, parts.is_empty()) {
        (Some(_), true) => "Back to an earlier release".to_owned(),
        (Some(_), false) => format!("Back to an earlier release: {}", parts.join(", ")),
        (None, true) => "The same roadmaps, counted anew".to_owned(),
        (None, false) => parts.join(", "),
    }
}

/// `25 November 2026`; the text as it is when it is no moment.
fn day(moment: &str) -> String {
    let parsed: Result<jiff::Timestamp, _> = moment.parse();
    parsed.map_or_else(
        |_| moment.to_owned(),
        |moment| moment.to_zoned(jiff::tz::TimeZone::UTC).strftime("%-d %B %Y").to_string(),
    )
}
