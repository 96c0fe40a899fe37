//! Counts of the whole model: which items the people of each level and roadmap have.
//!
//! Only what may be shown is in it: nothing that fewer than five people have, and nothing of a group of fewer than ten.

mod group;
mod lift;
mod similar;

use career_model::roadmap::Roadmap;
use career_model::{Level, Model};
use rayon::prelude::*;

pub use group::{Group, Item, Items, Kind, Topics, is_shown};
pub use lift::{BEYOND_CHANCE, Compared, compared};
pub use similar::{Near, nearest};

/// A level's people, together and by roadmap.
#[derive(Clone, Debug)]
pub struct LevelCensus<'m> {
    /// The level.
    pub level: Level,
    /// All of its people.
    pub overview: Group<'m>,
    /// Every roadmap, in the model's order.
    pub roadmaps: Vec<(&'m Roadmap, Group<'m>)>,
    /// For each the others, the most alike first.
    pub nearest: Vec<Vec<Near>>,
}

/// Every level's people.
#[derive(Clone, Debug)]
pub struct Census<'m> {
    /// The model they are of.
    pub model: &'m Model,
    levels: [LevelCensus<'m>; 3],
}

impl<'m> Census<'m> {
    /// Of a model.
    pub fn new(model: &'m Model) -> Census<'m> {
        let levels = Level::ALL.map(|level| {
            let fitted = model.level(level);
            let roadmaps: Vec<(&Roadmap, Group<'_>)> =
                fitted.roadmaps.par_iter().map(|roadmap| (roadmap, Group::new(&roadmap.has))).collect();
            let groups: Vec<&Group<'_>> = roadmaps.iter().map(|(_, group)| group).collect();
            let nearest = nearest(&groups);
            LevelCensus { level, overview: Group::new(&fitted.overview), roadmaps, nearest }
        });
        Census { model, levels }
    }

    /// One level.
    pub fn level(&self, level: Level) -> &LevelCensus<'m> {
        &self.levels[level.index()]
    }
}
