//! The census: for each level and roadmap of a model, the number of people with each item.
//!
//! It has only counts that may be shown: no item of fewer than five people, and no item of a group of fewer
//! than ten.

mod group;
mod lift;
mod similar;

use career_model::roadmap::Roadmap;
use career_model::{Level, Model, PerLevel};
use rayon::prelude::*;

pub use group::{Group, Item, Items, Kind, Topics, is_shown};
pub use lift::{LevelComparison, SIGNIFICANT_DEVIATIONS, compare_with_level};
pub use similar::{Neighbour, nearest};

/// Counts of a level, in total and by roadmap.
#[derive(Clone, Debug)]
pub struct LevelCensus<'m> {
    /// The level.
    pub level: Level,
    /// All people of the level.
    pub overview: Group<'m>,
    /// Every roadmap and its people, in the model's order.
    pub roadmaps: Vec<(&'m Roadmap, Group<'m>)>,
    /// For each roadmap its neighbours, the most similar first.
    pub nearest: Vec<Vec<Neighbour>>,
}

/// Counts of all levels.
#[derive(Clone, Debug)]
pub struct Census<'m> {
    /// The counted model.
    pub model: &'m Model,
    levels: PerLevel<LevelCensus<'m>>,
}

impl<'m> Census<'m> {
    /// Counts a model.
    pub fn new(model: &'m Model) -> Census<'m> {
        let levels = PerLevel::from_fn(|level| {
            let fitted = model.level(level);
            let roadmaps: Vec<(&Roadmap, Group<'_>)> =
                fitted.roadmaps.par_iter().map(|roadmap| (roadmap, Group::new(&roadmap.has))).collect();
            let groups: Vec<&Group<'_>> = roadmaps.iter().map(|(_, group)| group).collect();
            let nearest = nearest(&groups);
            LevelCensus { level, overview: Group::new(&fitted.overview), roadmaps, nearest }
        });
        Census { model, levels }
    }

    /// Counts of a level.
    pub fn level(&self, level: Level) -> &LevelCensus<'m> {
        &self.levels[level]
    }
}
