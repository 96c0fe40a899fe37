//! A roadmap as a page, a card and a link.

use serde::Serialize;
use templates::Words;

use crate::census::{Census, Kind, LevelCensus};
use crate::views::backgrounds::BackgroundsView;
use crate::views::compare::{ComparisonView, comparisons, overview_path};
use crate::views::map::{MapView, largest_first};
use crate::views::neighbours::NeighbourView;
use crate::views::next_step::NextStepView;
use crate::views::share::ShareView;
use crate::views::who::WhoView;

/// Skills on a card.
const TOP_SKILLS: usize = 4;

/// A roadmap page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoadmapView {
    /// Its name.
    pub name: String,
    /// Its people and what they have.
    pub group: BackgroundsView,
    /// Where the road goes on; absent at the top.
    pub next: Option<NextStepView>,
    /// The level's roadmaps that are most like it.
    pub neighbours: Vec<NeighbourView>,
    /// Where it lies among them.
    pub map: Option<MapView>,
    /// Who its people are.
    pub who: WhoView,
    /// Comparisons with others of the level, the most alike first.
    pub comparisons: Vec<ComparisonView>,
    /// The level's comparisons.
    pub comparisons_path: String,
    /// The page as open data.
    pub data_path: String,
    /// Whether people were grouped by all that they list, or by background alone.
    pub by_interests: bool,
}

/// A roadmap in a list of roadmaps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CardView {
    /// Where it stands among the level's roadmaps, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// Its page.
    pub path: String,
    /// How many people.
    pub people: u64,
    /// Its most common skills.
    pub top_skills: Vec<ShareView>,
}

impl RoadmapView {
    /// A level's roadmap, by its position there.
    pub fn new(words: &Words, census: &Census<'_>, level: &LevelCensus<'_>, place: usize) -> RoadmapView {
        let (roadmap, group) = &level.roadmaps[place];
        let next = roadmap.next.as_ref().map(|link| (link.level(), link.roadmap as usize));
        RoadmapView {
            name: roadmap.name.clone(),
            group: BackgroundsView::new(words, census.model, group, Some(&level.overview)),
            next: NextStepView::new(words, census, (level.level, group), next),
            neighbours: NeighbourView::all(words, level, place),
            map: MapView::new(words, census.model, level, Some(place)),
            who: WhoView::new(words, group),
            comparisons: comparisons(words, level, place),
            comparisons_path: overview_path(level),
            data_path: data_path(level, place),
            by_interests: census.model.interests().is_some(),
        }
    }
}

/// The address of a roadmap's open data.
pub fn data_path(level: &LevelCensus<'_>, place: usize) -> String {
    format!("{}index.json", level.roadmaps[place].0.path(level.level))
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
            top_skills: (group.items(Kind::Skill).most_common(TOP_SKILLS))
                .into_iter()
                .map(|item| ShareView::item(words, item, group))
                .collect(),
        });
        let mut cards: Vec<CardView> = cards.collect();
        cards.sort_by_key(|card| card.number);
        cards
    }
}
