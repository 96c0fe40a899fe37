//! The measures of the method's source, as it defined them: in its own words success, and unique clusters.

use std::collections::{BTreeMap, HashSet};

use career_model::clean::skill_fingerprint;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::{Model, Profile};
use serde::Serialize;

/// Skills of a person that count: the source had three of each.
const OF_PERSON: usize = 3;

/// Skills of a page that count.
const OF_PAGE: usize = 5;

/// Numbers of top skills by which pages are told apart.
const TOP_N: std::ops::RangeInclusive<usize> = 2..=8;

/// The measures of one model.
#[derive(Clone, Debug, Serialize)]
pub struct SeedMeasures {
    /// Share of people of whose first three skills at least one is among their page's first five, of the people learned
    /// from: the source measured it so.
    pub success_in_sample: f64,
    /// The same of people the model has not seen.
    pub success_held_out: f64,
    /// Every page.
    pub pages: Vec<PageReport>,
    /// For 2 to 8 top skills, how many pages have a set of their own.
    pub unique_clusters: BTreeMap<usize, u64>,
}

/// One page.
#[derive(Clone, Debug, Serialize)]
pub struct PageReport {
    /// Its address.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: &'static str,
    /// People it counts.
    pub people: u64,
    /// Bootstrap Jaccard of its people, between 0 and 1; the seed's pages have none.
    pub jaccard: Option<f64>,
    /// Success of the people learned from; `None` when it would be of fewer than five.
    pub in_sample: Option<f64>,
    /// Success of people not seen, likewise.
    pub held_out: Option<f64>,
}

impl PageReport {
    /// `senior: Data Science`, so that a cut leaves the level.
    pub fn title(&self) -> String {
        format!("{}: {}", self.level, self.name)
    }
}

impl SeedMeasures {
    /// Measures a model on the people it has learned from, and on people it has not seen.
    pub fn of(model: &Model, learned: &[&Profile], unseen: &[&Profile]) -> SeedMeasures {
        let (in_sample, held_out) = (by_page(model, learned), by_page(model, unseen));
        let total = |pages: &BTreeMap<String, (u64, u64)>| {
            let (found, people) = pages.values().fold((0, 0), |sum, page| (sum.0 + page.0, sum.1 + page.1));
            share(found, people).unwrap_or(0.0)
        };
        let stability = model.metadata().levels.iter().map(|level| level.stability.iter());
        let mut stability: Vec<_> = stability.collect();
        let pages = model.roadmaps().map(|(level, roadmap)| {
            let path = roadmap.path(level);
            let of = |pages: &BTreeMap<String, (u64, u64)>| {
                let (found, people) = *pages.get(&path)?;
                said(found, people)
            };
            PageReport {
                name: roadmap.name.clone(),
                level: level.as_str(),
                people: roadmap.has.people,
                jaccard: stability[level.index()].next().copied(),
                in_sample: of(&in_sample),
                held_out: of(&held_out),
                path: path.clone(),
            }
        });
        SeedMeasures {
            success_in_sample: total(&in_sample),
            success_held_out: total(&held_out),
            pages: pages.collect(),
            unique_clusters: TOP_N.map(|n| (n, unique(model, n))).collect(),
        }
    }
}

/// A page's share; `None` when it would be of fewer than five people.
fn said(found: u64, people: u64) -> Option<f64> {
    share(found, people).filter(|_| people >= u64::from(MIN_PEOPLE_PER_ITEM))
}

fn share(found: u64, people: u64) -> Option<f64> {
    (people > 0).then(|| found as f64 / people as f64)
}

/// Per path the people with a hit, and all people; who lists no skill is not counted.
fn by_page(model: &Model, people: &[&Profile]) -> BTreeMap<String, (u64, u64)> {
    let mut pages: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for profile in
        people.iter().filter(|profile| profile.experience_months.is_some() && !profile.skills.is_empty())
    {
        let found = model.classify(profile);
        let top: HashSet<u64> =
            found.has().skills.iter().take(OF_PAGE).map(|skill| skill_fingerprint(&skill.name)).collect();
        let hit = profile.skills.iter().take(OF_PERSON).any(|skill| top.contains(&skill_fingerprint(skill)));
        let page = pages.entry(found.path()).or_default();
        page.0 += u64::from(hit);
        page.1 += 1;
    }
    pages
}

/// How many pages have a set of top skills that no other page of any level has.
fn unique(model: &Model, n: usize) -> u64 {
    let mut pages_with: BTreeMap<Vec<u64>, u64> = BTreeMap::new();
    for (_, roadmap) in model.roadmaps() {
        let mut top: Vec<u64> =
            roadmap.has.skills.iter().take(n).map(|skill| skill_fingerprint(&skill.name)).collect();
        top.sort_unstable();
        *pages_with.entry(top).or_default() += 1;
    }
    pages_with.values().filter(|pages| **pages == 1).count() as u64
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn what_would_be_of_few_people_is_not_said() {
        assert_eq!([said(4, 4), said(0, 0), said(3, 5)], [None, None, Some(0.6)]);
    }
}
