//! From a model with exact counts to the model that may be published.

use std::collections::HashMap;

use career_model::check::CheckError;
use career_model::roadmap::Backgrounds;
use career_model::{Level, Model, PerLevel};

use crate::group;
use crate::members::{Anchors, Members};
use crate::metadata;
use crate::sketch::Sketch;
use crate::totals::{Cells, without_small_rests};

/// A group keeps its figures while fewer people than this have joined or left it since they were made: five
/// people who are replaced by others, or who change their profiles.
pub const MIN_CHANGES: f64 = 10.0;

/// A larger group keeps its figures while fewer than this share of its people have joined or left: most
/// shares move by less than five points then.
pub const MIN_CHANGED_SHARE: f64 = 0.2;

/// The release before.
#[derive(Clone, Copy, Debug)]
pub struct Live<'a> {
    /// Its model, with published counts.
    pub model: &'a Model,
    /// The people behind its figures; empty if they are not known.
    pub anchors: &'a Anchors,
}

/// A model that may be published, and the people behind its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// The model.
    pub model: Model,
    /// The people of every group when its figures were made; empty without [`Members`].
    pub anchors: Anchors,
}

/// One group of the new model.
struct GroupOf<'a> {
    path: String,
    exact: &'a Backgrounds,
    members: Option<&'a Sketch>,
}

/// The groups that are published, and the people behind them.
#[derive(Default)]
struct Earlier<'a> {
    figures: HashMap<String, &'a Backgrounds>,
    names: HashMap<String, String>,
    anchors: Option<&'a Anchors>,
}

/// The figures of a group to publish.
struct Figures {
    has: Backgrounds,
    /// Whether they are those of the release before.
    are_kept: bool,
}

/// Makes the model to publish of one with exact counts: figures that are published already stay while they
/// are true enough, all others are rounded. A roadmap keeps its name with its figures. Groups are the same if
/// their addresses are, so addresses must be assigned first.
///
/// # Errors
/// An inconsistent model: a bug.
pub fn publish(
    exact: &Model,
    members: Option<&Members>,
    live: Option<Live<'_>>,
) -> Result<Published, CheckError> {
    let earlier = live.map_or_else(Earlier::default, Earlier::new);
    let mut parts = exact.parts().clone();
    let mut anchors = Anchors::new();
    for level in Level::ALL {
        let own = exact.level(level);
        let of_level = members.map(|members| &members[level]);
        let pages: Vec<Figures> = own
            .roadmaps
            .iter()
            .enumerate()
            .map(|(page, roadmap)| {
                let members = of_level.and_then(|members| members.roadmaps.get(page));
                earlier.figures_of(
                    &GroupOf { path: roadmap.path(level), exact: &roadmap.has, members },
                    &mut anchors,
                )
            })
            .collect();
        let cells: Vec<Cells<'_>> = own
            .roadmaps
            .iter()
            .zip(&pages)
            .map(|(roadmap, shown)| Cells { exact: &roadmap.has, shown: &shown.has })
            .collect();
        let overview = without_small_rests(&own.overview, &cells);
        let members = of_level.map(|members| &members.overview);
        let overview =
            earlier.figures_of(&GroupOf { path: level.path(), exact: &overview, members }, &mut anchors);
        let public = &mut parts.levels[level.index()];
        public.overview = overview.has;
        for (page, Figures { has, are_kept }) in pages.into_iter().enumerate() {
            let name = are_kept.then(|| earlier.name_of(&own.roadmaps[page].path(level), &has)).flatten();
            public.roadmaps[page].has = has;
            let is_free = |name: &String| {
                public.roadmaps.iter().all(|other| other.name.to_lowercase() != name.to_lowercase())
            };
            if let Some(name) = name.filter(is_free) {
                public.roadmaps[page].name = name;
            }
        }
    }
    let shown = PerLevel::from_fn(|level| &parts.levels[level.index()].overview);
    let before = live.map(|live| live.model.metadata());
    parts.metadata = metadata::published(exact.metadata(), before, &shown);
    Ok(Published { model: parts.checked()?, anchors })
}

impl<'a> Earlier<'a> {
    fn new(live: Live<'a>) -> Earlier<'a> {
        let overviews = Level::ALL.map(|level| (level.path(), &live.model.level(level).overview));
        let roadmaps = live.model.roadmaps().map(|(level, roadmap)| (roadmap.path(level), &roadmap.has));
        let names = live.model.roadmaps().map(|(level, roadmap)| (roadmap.path(level), roadmap.name.clone()));
        Earlier {
            figures: overviews.into_iter().chain(roadmaps).collect(),
            names: names.collect(),
            anchors: Some(live.anchors),
        }
    }

    /// The figures of a group, and its anchor.
    fn figures_of(&self, of: &GroupOf<'_>, anchors: &mut Anchors) -> Figures {
        let before = self.figures.get(&of.path).copied();
        let anchor = self.anchors.and_then(|anchors| anchors.get(&of.path));
        if let (Some(before), Some(anchor), Some(members)) = (before, anchor, of.members)
            && anchor.difference(members).round()
                < MIN_CHANGES.max(MIN_CHANGED_SHARE * of.exact.people as f64)
        {
            anchors.insert(of.path.clone(), anchor.clone());
            return Figures { has: group::kept(of.exact, before), are_kept: true };
        }
        if let Some(members) = of.members {
            anchors.insert(of.path.clone(), members.clone());
        }
        Figures { has: group::published(of.exact, before), are_kept: false }
    }

    /// The published name of a roadmap, if everything in it is still shown.
    fn name_of(&self, path: &str, has: &Backgrounds) -> Option<String> {
        let name = self.names.get(path)?;
        let lists = [&has.degree_topics, &has.skills, &has.courses, &has.certifications];
        let items = lists.into_iter().flatten().map(|item| &item.name);
        let shown: Vec<&String> = items.chain(has.skill_topics.iter().map(|topic| &topic.name)).collect();
        let is_shown = |part: &str| shown.iter().any(|item| item.eq_ignore_ascii_case(part));
        name.split(" · ").all(is_shown).then(|| name.clone())
    }
}
