//! The measures that the source of the reference method defined: success, and unique clusters.

use std::collections::{BTreeMap, HashSet};

use career_model::clean::skill_fingerprint;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::{Model, PerLevel, Profile};
use serde::Serialize;

/// Skills per person in the success: the source's data had three skills per person.
const SKILLS_PER_PERSON: usize = 3;

/// Skills per page in the success.
const SKILLS_PER_PAGE: usize = 5;

/// Numbers of top skills in the unique clusters.
const TOP_N: std::ops::RangeInclusive<usize> = 2..=8;

/// The measures of one model.
#[derive(Clone, Debug, Serialize)]
pub struct ReferenceMeasures {
    /// Success on the training set, as the source measured it: the share of people with at least one of their
    /// first three skills among the first five of their page.
    pub success_in_sample: f64,
    /// Success on the test set.
    pub success_held_out: f64,
    /// All pages.
    pub pages: Vec<PageReport>,
    /// For 2 to 8 top skills, the number of pages with a unique set of top skills.
    pub unique_clusters: BTreeMap<usize, u64>,
}

/// The measures of a page.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PageReport {
    pub path: String,
    pub name: String,
    pub level: &'static str,
    pub people: u64,
    /// Bootstrap Jaccard of its people, 0 to 1; pages of the reference method have none.
    pub jaccard: Option<f64>,
    /// Success on the training set; `None` with fewer than five people.
    pub in_sample: Option<f64>,
    /// Success on the test set; `None` with fewer than five people.
    pub held_out: Option<f64>,
}

impl PageReport {
    /// `senior: Data Science`. The level comes first, so that it stays if the title is cut.
    pub fn title(&self) -> String {
        format!("{}: {}", self.level, self.name)
    }
}

impl ReferenceMeasures {
    /// Measures a model on its training set and on the test set.
    pub fn of(model: &Model, training: &[&Profile], test: &[&Profile]) -> ReferenceMeasures {
        let (in_sample, held_out) = (by_page(model, training), by_page(model, test));
        let total = |pages: &BTreeMap<String, (u64, u64)>| {
            let (found, people) = pages.values().fold((0, 0), |sum, page| (sum.0 + page.0, sum.1 + page.1));
            share(found, people).unwrap_or(0.0)
        };
        let stability = |level| model.metadata().level(level).map_or(&[][..], |metrics| &metrics.stability);
        let mut stability = PerLevel::from_fn(|level| stability(level).iter());
        let pages = model.roadmaps().map(|(level, roadmap)| {
            let path = roadmap.path(level);
            let of = |pages: &BTreeMap<String, (u64, u64)>| {
                let (found, people) = *pages.get(&path)?;
                reported_share(found, people)
            };
            PageReport {
                name: roadmap.name.clone(),
                level: level.as_str(),
                people: roadmap.has.people,
                jaccard: stability[level].next().copied(),
                in_sample: of(&in_sample),
                held_out: of(&held_out),
                path: path.clone(),
            }
        });
        ReferenceMeasures {
            success_in_sample: total(&in_sample),
            success_held_out: total(&held_out),
            pages: pages.collect(),
            unique_clusters: TOP_N.map(|n| (n, unique(model, n))).collect(),
        }
    }
}

/// A share of people; `None` with fewer than [`MIN_PEOPLE_PER_ITEM`] people.
fn reported_share(found: u64, people: u64) -> Option<f64> {
    share(found, people).filter(|_| people >= u64::from(MIN_PEOPLE_PER_ITEM))
}

fn share(found: u64, people: u64) -> Option<f64> {
    (people > 0).then(|| found as f64 / people as f64)
}

/// Path → (people with a hit, all people). People without skills are not counted.
fn by_page(model: &Model, people: &[&Profile]) -> BTreeMap<String, (u64, u64)> {
    let mut pages: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for profile in
        people.iter().filter(|profile| profile.experience_months.is_some() && !profile.skills.is_empty())
    {
        let classification = model.classify(profile);
        let top = classification.has().skills.iter().take(SKILLS_PER_PAGE);
        let top: HashSet<u64> = top.map(|skill| skill_fingerprint(&skill.name)).collect();
        let mut own = profile.skills.iter().take(SKILLS_PER_PERSON);
        let hit = own.any(|skill| top.contains(&skill_fingerprint(skill)));
        let page = pages.entry(classification.path()).or_default();
        page.0 += u64::from(hit);
        page.1 += 1;
    }
    pages
}

/// The number of pages with a set of top skills that no other page of any level has.
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
    use super::reported_share;

    #[test]
    fn shares_of_few_people_are_not_reported() {
        let shares = [reported_share(4, 4), reported_share(0, 0), reported_share(3, 5)];
        assert_eq!(shares, [None, None, Some(0.6)]);
    }
}
