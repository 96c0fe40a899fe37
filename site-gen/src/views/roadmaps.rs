//! A roadmap as a page, a card and a link.

use std::collections::HashMap;

use career_model::clean::{self, skill_identity};
use career_model::roadmap::{Backgrounds, Counted, MIN_PEOPLE_PER_PAGE, Roadmap};
use career_model::{Level, Model};
use serde::Serialize;

use crate::views::backgrounds::BackgroundsView;
use crate::views::levels::title;
use crate::views::number::grouped;
use crate::views::share::{ShareView, is_shown};

/// Skills on a card.
const TOP_SKILLS: usize = 4;
/// Skills that are named for the next step.
const NEXT_SKILLS: usize = 6;
/// Courses, and certificates, that are.
const NEXT_TITLES: usize = 3;

/// A roadmap page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoadmapView {
    /// Its name.
    pub name: String,
    /// Its people and what they have.
    pub group: BackgroundsView,
    /// Where the road goes on.
    pub next: Option<LinkView>,
    /// What is more common there.
    pub next_skills: Vec<ShareView>,
    /// Courses that are.
    pub next_courses: Vec<ShareView>,
    /// Certificates that are.
    pub next_certifications: Vec<ShareView>,
    /// Whether people were grouped by all that they list, or by background alone.
    pub by_interests: bool,
}

/// A roadmap to be linked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Its name.
    pub name: String,
    /// Its level's name in text.
    pub level: &'static str,
    /// Its page.
    pub path: String,
    /// How many people, as text.
    pub people: String,
}

/// A roadmap in a list of roadmaps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CardView {
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
    /// A roadmap of the model.
    pub fn new(model: &Model, roadmap: &Roadmap) -> RoadmapView {
        let next = roadmap.next.as_ref().and_then(|link| {
            let level = link.level();
            Some((level, model.level(level).roadmaps.get(link.roadmap as usize)?))
        });
        RoadmapView {
            name: roadmap.name.clone(),
            group: BackgroundsView::new(&roadmap.has),
            next: next.map(|(level, next)| LinkView::new(level, next)),
            next_skills: gained(&roadmap.has, next.map(|next| &next.1.has), &SKILLS),
            next_courses: gained(&roadmap.has, next.map(|next| &next.1.has), &COURSES),
            next_certifications: gained(&roadmap.has, next.map(|next| &next.1.has), &CERTIFICATIONS),
            by_interests: model.interests().is_some(),
        }
    }
}

impl LinkView {
    fn new(level: Level, roadmap: &Roadmap) -> LinkView {
        LinkView {
            name: roadmap.name.clone(),
            level: title(level),
            path: roadmap.path(level),
            people: grouped(roadmap.has.people),
        }
    }

    /// The level's other roadmaps, by name.
    pub fn others(model: &Model, level: Level, of: &Roadmap) -> Vec<LinkView> {
        let others = model.level(level).roadmaps.iter().filter(|other| other.slug != of.slug);
        let mut links: Vec<LinkView> = others.map(|other| LinkView::new(level, other)).collect();
        links.sort_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
        links
    }
}

impl CardView {
    /// The level's roadmaps, the largest first.
    pub fn all(model: &Model, level: Level) -> Vec<CardView> {
        let mut roadmaps: Vec<&Roadmap> = model.level(level).roadmaps.iter().collect();
        roadmaps.sort_by(|a, b| b.has.people.cmp(&a.has.people).then_with(|| a.name.cmp(&b.name)));
        roadmaps.into_iter().map(|roadmap| CardView::new(level, roadmap)).collect()
    }

    fn new(level: Level, roadmap: &Roadmap) -> CardView {
        let has = &roadmap.has;
        let skills = has.skills.iter().filter(|skill| is_shown(skill.people) && shows_items(has));
        CardView {
            name: roadmap.name.clone(),
            path: roadmap.path(level),
            people: grouped(has.people),
            top_skills: skills
                .take(TOP_SKILLS)
                .map(|skill| ShareView::new(&skill.name, skill.people, has.people))
                .collect(),
        }
    }
}

fn shows_items(has: &Backgrounds) -> bool {
    has.people >= MIN_PEOPLE_PER_PAGE
}

/// A list of a group's, how its items are told apart, and how they are shown.
struct List {
    items: fn(&Backgrounds) -> &[Counted],
    identity: fn(&str) -> String,
    view: fn(&Counted, u64) -> ShareView,
    at_most: usize,
}

const SKILLS: List =
    List { items: |has| &has.skills, identity: skill_identity, view: ShareView::skill, at_most: NEXT_SKILLS };

const COURSES: List = List {
    items: |has| &has.courses,
    identity: clean::course,
    view: |item, group| ShareView::new(&item.name, item.people, group),
    at_most: NEXT_TITLES,
};

const CERTIFICATIONS: List = List {
    items: |has| &has.certifications,
    identity: |title| clean::certification(title).to_owned(),
    view: |item, group| ShareView::new(&item.name, item.people, group),
    at_most: NEXT_TITLES,
};

/// What more of the people have in `next` than in `here`, the highest gain first.
fn gained(here: &Backgrounds, next: Option<&Backgrounds>, list: &List) -> Vec<ShareView> {
    let Some(next) = next.filter(|next| shows_items(here) && shows_items(next)) else { return Vec::new() };
    let share = |people: u32, of: &Backgrounds| f64::from(people) / of.people as f64;
    let here_shares: HashMap<String, f64> = (list.items)(here)
        .iter()
        .map(|item| ((list.identity)(&item.name), share(item.people, here)))
        .collect();
    let mut gains: Vec<(f64, &Counted)> = (list.items)(next)
        .iter()
        .filter(|item| is_shown(item.people))
        .map(|item| {
            let before = here_shares.get(&(list.identity)(&item.name)).copied().unwrap_or(0.0);
            (share(item.people, next) - before, item)
        })
        .filter(|&(gain, _)| gain > 0.0)
        .collect();
    gains.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    gains.truncate(list.at_most);
    gains.into_iter().map(|(_, item)| (list.view)(item, next.people)).collect()
}
