//! A roadmap as a page, a card and a link.

use career_model::Level;
use career_model::roadmap::Roadmap;
use serde::Serialize;
use templates::Words;

use crate::views::backgrounds::BackgroundsView;
use crate::views::census::{Census, Kind, LevelCensus};
use crate::views::levels::title;
use crate::views::map::{MapView, largest_first};
use crate::views::neighbours::NeighbourView;
use crate::views::next_step::NextStepView;
use crate::views::number::grouped;
use crate::views::share::ShareView;

/// Skills on a card.
const TOP_SKILLS: usize = 4;

/// A roadmap page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoadmapView {
    /// Its name.
    pub name: String,
    /// Its people and what they have.
    pub group: BackgroundsView,
    /// Where the road goes on.
    pub next: Option<NextStepView>,
    /// The level's roadmaps that are most like it.
    pub neighbours: Vec<NeighbourView>,
    /// The other roadmaps of the level, by name.
    pub others: Vec<LinkView>,
    /// Where it lies among them.
    pub map: Option<MapView>,
    /// Whether people were grouped by all that they list, or by background alone.
    pub by_interests: bool,
}

/// A roadmap to be linked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Its name.
    pub name: String,
    /// Its level's name in text.
    pub level: String,
    /// Its page.
    pub path: String,
    /// How many people, as text.
    pub people: String,
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
    /// How many people, as text.
    pub people: String,
    /// Its most common skills.
    pub top_skills: Vec<ShareView>,
}

impl RoadmapView {
    /// A level's roadmap, by its position there.
    pub fn new(words: &Words, census: &Census<'_>, level: &LevelCensus<'_>, place: usize) -> RoadmapView {
        let (roadmap, group) = &level.roadmaps[place];
        let next = roadmap.next.as_ref().map(|link| (link.level(), link.roadmap as usize));
        let others = level.roadmaps.iter().filter(|(other, _)| other.slug != roadmap.slug);
        let mut others: Vec<LinkView> =
            others.map(|(other, _)| LinkView::new(words, level.level, other)).collect();
        others.sort_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
        RoadmapView {
            name: roadmap.name.clone(),
            group: BackgroundsView::new(census.model, group, Some(&level.overview)),
            next: next.and_then(|to| NextStepView::new(words, census, group, to)),
            neighbours: NeighbourView::all(words, level, place),
            others,
            map: MapView::new(census.model, level, Some(place)),
            by_interests: census.model.interests().is_some(),
        }
    }
}

impl LinkView {
    /// A roadmap of a level.
    pub fn new(words: &Words, level: Level, roadmap: &Roadmap) -> LinkView {
        LinkView {
            name: roadmap.name.clone(),
            level: title(words, level),
            path: roadmap.path(level),
            people: grouped(roadmap.has.people),
        }
    }
}

impl CardView {
    /// The level's roadmaps, the largest first.
    pub fn all(level: &LevelCensus<'_>) -> Vec<CardView> {
        let ranks = largest_first(level);
        let cards = level.roadmaps.iter().zip(ranks).map(|((roadmap, group), rank)| CardView {
            number: rank + 1,
            name: roadmap.name.clone(),
            path: roadmap.path(level.level),
            people: grouped(group.people()),
            top_skills: (group.items(Kind::Skill).iter().take(TOP_SKILLS))
                .map(|item| ShareView::item(item, group))
                .collect(),
        });
        let mut cards: Vec<CardView> = cards.collect();
        cards.sort_by_key(|card| card.number);
        cards
    }
}
