//! Open data: `index.json` beside each roadmap page. `docs/pages.md` describes its fields.
//!
//! It is made from the census, and so has the same limits as pages.

use career_model::roadmap::{ItemCount, Roadmap};
use serde::Serialize;

use crate::census::{Census, Group, Item, Kind, LevelCensus};
use crate::census::{LevelComparison, compare_with_level};
use crate::history::Figures;
use crate::views::neighbours::MAX_NEIGHBOURS;
use crate::views::path::{PathSkill, stages};
use crate::views::profile::experience;

/// Terms of use.
const LICENSE: &str = "Counts of people, made from profiles by career-roadmap: no item of fewer than 5 \
                       people, no group of fewer than 10. Counts are facts; the operator of this site is \
                       responsible for its terms of use.";

/// Open data of a roadmap.
#[derive(Debug, Serialize)]
pub struct OpenData<'m> {
    v: u32,
    license: &'static str,
    /// The release that first published these figures; `null` if nothing is published.
    release: Option<&'m Figures>,
    level: &'static str,
    name: &'m str,
    path: String,
    people: u64,
    level_people: u64,
    experience_months: Option<Quartiles>,
    positions: Vec<NameCount<'m>>,
    studies: Vec<NameCount<'m>>,
    skills: Vec<OpenItem<'m>>,
    courses: Vec<OpenItem<'m>>,
    certifications: Vec<OpenItem<'m>>,
    next: Option<OpenNext<'m>>,
    neighbours: Vec<OpenNeighbour<'m>>,
}

/// The experience that a quarter, a half and three quarters of the people have at most.
#[derive(Debug, Serialize)]
struct Quartiles {
    q1: u32,
    median: u32,
    q3: u32,
}

#[derive(Debug, Serialize)]
struct NameCount<'m> {
    name: &'m str,
    people: u32,
}

#[derive(Debug, Serialize)]
struct OpenItem<'m> {
    id: String,
    name: &'m str,
    people: u32,
    share: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    level_people: Option<u64>,
    /// Share of the group divided by the share of the level.
    #[serde(skip_serializing_if = "Option::is_none")]
    lift: Option<f64>,
    /// Written only if true.
    #[serde(rename = "telling", skip_serializing_if = "std::ops::Not::not")]
    is_significant: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<&'m str>,
}

#[derive(Debug, Serialize)]
struct OpenNext<'m> {
    level: &'static str,
    name: &'m str,
    path: String,
    people: u64,
}

#[derive(Debug, Serialize)]
struct OpenNeighbour<'m> {
    name: &'m str,
    path: String,
    /// Cosine similarity of the shares of skills.
    likeness: f64,
}

impl<'m> OpenData<'m> {
    /// The data of the level's roadmap at `index`.
    pub fn new(
        census: &'m Census<'m>,
        level_census: &'m LevelCensus<'m>,
        index: usize,
        release: Option<&'m Figures>,
    ) -> OpenData<'m> {
        let (roadmap, group) = &level_census.roadmaps[index];
        let skills =
            stages(census.model, group, Some(&level_census.overview)).into_iter().flat_map(|stage| {
                let open = |skill: PathSkill<'m, 'm>| OpenItem {
                    stage: Some(stage.key),
                    topic: skill.topic,
                    ..OpenItem::new(skill.item, group, skill.level)
                };
                stage.skills.into_iter().map(open).collect::<Vec<OpenItem<'m>>>()
            });
        let titles = |kind| -> Vec<OpenItem<'m>> {
            let items = group.items(kind).iter();
            items
                .map(|item| {
                    OpenItem::new(item, group, compare_with_level(item, group, &level_census.overview))
                })
                .collect()
        };
        OpenData {
            v: 1,
            license: LICENSE,
            release,
            level: level_census.level.as_str(),
            name: &roadmap.name,
            path: roadmap.path(level_census.level),
            people: group.people(),
            level_people: level_census.overview.people(),
            experience_months: experience(group).map(|[q1, median, q3]| Quartiles { q1, median, q3 }),
            positions: name_counts(group, &group.backgrounds.positions),
            studies: name_counts(group, &group.backgrounds.degree_topics),
            skills: skills.collect(),
            courses: titles(Kind::Course),
            certifications: titles(Kind::Certification),
            next: next(census, roadmap),
            neighbours: level_census.nearest[index]
                .iter()
                .filter(|&&(_, likeness)| likeness > 0.0)
                .take(MAX_NEIGHBOURS)
                .map(|&(other, likeness)| OpenNeighbour {
                    name: &level_census.roadmaps[other].0.name,
                    path: level_census.roadmaps[other].0.path(level_census.level),
                    likeness: rounded(likeness),
                })
                .collect(),
        }
    }

    /// The contents of `index.json`.
    pub fn json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// The contents of `index.json` of a retired roadmap.
pub fn redirect_json(to: &str) -> Vec<u8> {
    serde_json::to_vec(&serde_json::json!({ "v": 1, "moved_to": to })).unwrap_or_default()
}

impl<'m> OpenItem<'m> {
    fn new(item: &Item<'m>, group: &Group<'_>, level: Option<LevelComparison>) -> OpenItem<'m> {
        OpenItem {
            id: item.id(),
            name: item.name,
            people: item.people,
            share: rounded(group.share(item.kind, &item.identity)),
            level_people: level.map(|level| level.people),
            lift: level.map(|level| rounded(level.lift)),
            is_significant: level.is_some_and(|level| level.is_significant),
            stage: None,
            topic: None,
        }
    }
}

fn name_counts<'m>(group: &Group<'m>, items: &'m [ItemCount]) -> Vec<NameCount<'m>> {
    group.shown(items).map(|item| NameCount { name: &item.name, people: item.people }).collect()
}

fn next<'m>(census: &'m Census<'m>, roadmap: &Roadmap) -> Option<OpenNext<'m>> {
    let link = roadmap.next.as_ref()?;
    let (next, group) = census.level(link.level()).roadmaps.get(link.roadmap as usize)?;
    Some(OpenNext {
        level: link.level().as_str(),
        name: &next.name,
        path: next.path(link.level()),
        people: group.people(),
    })
}

/// Rounds to three decimals, which is precise enough for counts of people.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}
