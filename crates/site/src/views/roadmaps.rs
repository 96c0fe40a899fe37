//! Roadmap pages, and roadmaps in lists.

use serde::Serialize;
use templates::Words;

use crate::census::{Census, Kind, LevelCensus};
use crate::views::backgrounds::BackgroundsView;
use crate::views::compare::{ComparisonView, comparisons, overview_path};
use crate::views::map::{MapView, largest_first};
use crate::views::neighbours::NeighbourView;
use crate::views::next_step::NextStepView;
use crate::views::profile::PeopleView;
use crate::views::share::ShareView;

/// Most skills of a roadmap in a list.
const MAX_TOP_SKILLS: usize = 4;

/// A roadmap page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoadmapView {
    /// Name of the roadmap.
    pub name: String,
    /// Its people and their items.
    pub group: BackgroundsView,
    /// The next step; absent at the highest level.
    pub next: Option<NextStepView>,
    /// The most similar roadmaps of the level.
    pub neighbours: Vec<NeighbourView>,
    /// Map of the level's roadmaps with this one highlighted.
    pub map: Option<MapView>,
    /// Experience, positions and studies of its people.
    pub profile: PeopleView,
    /// Comparisons with other roadmaps of the level, the most similar first.
    pub comparisons: Vec<ComparisonView>,
    /// Address of the level's comparisons.
    pub comparisons_path: String,
    /// Address of the open data.
    pub data_path: String,
    /// True if people are grouped by their interests, false if by their backgrounds.
    pub by_interests: bool,
}

/// A roadmap in a list of roadmaps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CardView {
    /// Rank by people among the level's roadmaps, from 1.
    pub number: usize,
    /// Name of the roadmap.
    pub name: String,
    /// Path of its page.
    pub path: String,
    /// Number of people.
    pub people: u64,
    /// The most common skills of its people.
    pub top_skills: Vec<ShareView>,
}

impl RoadmapView {
    /// The page of the level's roadmap at `index`.
    pub fn new(words: &Words, census: &Census<'_>, level: &LevelCensus<'_>, index: usize) -> RoadmapView {
        let (roadmap, group) = &level.roadmaps[index];
        let next = roadmap.next.as_ref().map(|link| (link.level(), link.roadmap as usize));
        RoadmapView {
            name: roadmap.name.clone(),
            group: BackgroundsView::new(words, census.model, group, Some(&level.overview)),
            next: NextStepView::new(words, census, (level.level, group), next),
            neighbours: NeighbourView::all(words, level, index),
            map: MapView::new(words, census.model, level, Some(index)),
            profile: PeopleView::new(words, group),
            comparisons: comparisons(words, level, index),
            comparisons_path: overview_path(level),
            data_path: data_path(level, index),
            by_interests: census.model.interests().is_some(),
        }
    }
}

/// Address of a roadmap's open data.
pub fn data_path(level: &LevelCensus<'_>, index: usize) -> String {
    format!("{}index.json", level.roadmaps[index].0.path(level.level))
}

impl CardView {
    /// The level's roadmaps, the largest first.
    pub fn all(words: &Words, level: &LevelCensus<'_>) -> Vec<CardView> {
        let ranks = largest_first(level);
        let cards = level.roadmaps.iter().zip(ranks).map(|((roadmap, group), rank)| CardView {
            number: rank + 1,
            name: roadmap.name.clone(),
            path: roadmap.path(level.level),
            people: group.people(),
            top_skills: (group.items(Kind::Skill).most_common(MAX_TOP_SKILLS))
                .into_iter()
                .map(|item| ShareView::item(words, item, group))
                .collect(),
        });
        let mut cards: Vec<CardView> = cards.collect();
        cards.sort_by_key(|card| card.number);
        cards
    }
}
