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
    anchors: Option<&'a Anchors>,
}

/// Makes the model to publish of one with exact counts: figures that are published already stay while they
/// are true enough, all others are rounded. Groups are the same if their addresses are, so addresses must be
/// assigned first.
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
        let pages: Vec<Backgrounds> = own
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
            .map(|(roadmap, shown)| Cells { exact: &roadmap.has, shown })
            .collect();
        let overview = without_small_rests(&own.overview, &cells);
        let members = of_level.map(|members| &members.overview);
        let overview =
            earlier.figures_of(&GroupOf { path: level.path(), exact: &overview, members }, &mut anchors);
        let level = &mut parts.levels[level.index()];
        level.overview = overview;
        level.roadmaps.iter_mut().zip(pages).for_each(|(roadmap, has)| roadmap.has = has);
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
        Earlier { figures: overviews.into_iter().chain(roadmaps).collect(), anchors: Some(live.anchors) }
    }

    /// The figures of a group, and its anchor.
    fn figures_of(&self, of: &GroupOf<'_>, anchors: &mut Anchors) -> Backgrounds {
        let before = self.figures.get(&of.path).copied();
        let anchor = self.anchors.and_then(|anchors| anchors.get(&of.path));
        if let (Some(before), Some(anchor), Some(members)) = (before, anchor, of.members)
            && anchor.difference(members).round()
                < MIN_CHANGES.max(MIN_CHANGED_SHARE * of.exact.people as f64)
        {
            anchors.insert(of.path.clone(), anchor.clone());
            return group::kept(of.exact, before);
        }
        if let Some(members) = of.members {
            anchors.insert(of.path.clone(), members.clone());
        }
        group::published(of.exact, before)
    }
}
