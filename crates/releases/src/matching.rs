//! Assigns links to the groups of a new model, so that a link keeps meaning the same kind of people.
//!
//! Within a level, groups are assigned to the links of the live release so that as many people as possible
//! keep their page (Kuhn–Munkres on the people of the panel; without a panel, on the cosine of signatures). A
//! pair counts only if it holds at least half of the old page's people or half of the new group's people. A
//! group without a live link revives a retired link of the same kind of people, or gets a new link. A live
//! link without a group is retired, and its page names the replacement.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use career_model::{Level, Model, Roadmap, RoadmapSlug};
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;
use site::census::Census;
use site::history::{Permalink, Permalinks, Signature};
use site::views::compare::pairs;
use training::panel::Overlap;

/// Smallest cosine of two signatures of the same kind of people.
const MIN_COSINE: f64 = 0.5;

/// Characters kept free for a number after a slug: a hyphen and digits.
const NUMBER_LEN: usize = 8;

/// What happens to an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was live and stays live.
    Kept,
    /// It is published for the first time.
    New,
    /// It was retired and is live again.
    Revived,
    /// It was live and is replaced by this path.
    Retired(String),
}

/// A model with links.
#[derive(Clone, Debug)]
pub struct MatchedModel {
    /// The model; its slugs are the links.
    pub model: Model,
    /// Every address ever published, including those of this model.
    pub permalinks: Permalinks,
    /// Path in the model as fitted → path of the link.
    pub link_of: BTreeMap<String, String>,
    /// Addresses that are or were live → what happens to them.
    pub fates: BTreeMap<String, Fate>,
}

/// The links that are published already.
#[derive(Clone, Copy, Debug)]
pub struct PublishedLinks<'a> {
    /// Paths of the live release's roadmaps.
    pub live: &'a BTreeSet<String>,
    /// Every address ever published.
    pub permalinks: &'a Permalinks,
    /// The panel's people by page of the live and of the new model; `None` without a panel.
    pub overlap: Option<&'a Overlap>,
}

/// Assigns links to a newly fitted model.
///
/// # Errors
/// A model that is inconsistent: a bug.
pub fn match_links(model: &Model, published: PublishedLinks<'_>) -> Result<MatchedModel> {
    let mut link_of = BTreeMap::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for level in Level::ALL {
        let groups = Groups::new(model, level, published);
        let mut links: Vec<Option<String>> = groups.assigned();
        groups.revive(&mut links);
        for (roadmap, link) in groups.new.iter().zip(links) {
            let link = link.unwrap_or_else(|| free_link(level, &roadmap.slug, published.permalinks, &taken));
            taken.insert(link.clone());
            link_of.insert(roadmap.path(level), link);
        }
    }
    with_links(model, link_of, published)
}

/// Takes a model's own slugs as its links, for a rollback.
///
/// # Errors
/// A model that is inconsistent: a bug.
pub fn keep_links(model: &Model, published: PublishedLinks<'_>) -> Result<MatchedModel> {
    let own = model.roadmaps().map(|(level, roadmap)| (roadmap.path(level), roadmap.path(level)));
    with_links(model, own.collect(), published)
}

/// One level's old links and new groups.
struct Groups<'a> {
    level: Level,
    old: Vec<(&'a String, &'a Permalink)>,
    new: Vec<&'a Roadmap>,
    signatures: Vec<Signature>,
    published: PublishedLinks<'a>,
}

impl<'a> Groups<'a> {
    fn new(model: &'a Model, level: Level, published: PublishedLinks<'a>) -> Groups<'a> {
        let fitted = model.level(level);
        let live =
            |(path, link): &(&String, &Permalink)| link.level == level && published.live.contains(*path);
        Groups {
            level,
            old: published.permalinks.entries.iter().filter(live).collect(),
            new: fitted.roadmaps.iter().collect(),
            signatures: fitted.roadmaps.iter().map(|r| Signature::new(&r.has, &fitted.overview)).collect(),
            published,
        }
    }

    /// For each new group, the live link it keeps.
    fn assigned(&self) -> Vec<Option<String>> {
        let mut links = vec![None; self.new.len()];
        // Kuhn–Munkres needs at least as many columns as rows; a column without a group means "retired".
        let columns = self.new.len().max(self.old.len());
        if self.old.is_empty() || self.new.is_empty() {
            return links;
        }
        let cells: Vec<Vec<Pair>> = (0..self.old.len())
            .map(|old| (0..self.new.len()).map(|new| self.pair(old, new)).collect())
            .collect();
        let weights = Matrix::from_fn(self.old.len(), columns, |(old, new)| {
            cells[old].get(new).map_or(0, Pair::weight)
        });
        let (_, chosen) = kuhn_munkres(&weights);
        for (old, new) in chosen.into_iter().enumerate() {
            if cells[old].get(new).is_some_and(Pair::is_same_kind) {
                links[new] = Some(self.old[old].0.clone());
            }
        }
        links
    }

    /// Gives groups without a link retired links of the same kind of people, the most similar pair first.
    fn revive(&self, links: &mut [Option<String>]) {
        let retired = |(path, link): &(&String, &Permalink)| {
            link.level == self.level && !self.published.live.contains(*path)
        };
        let mut similar: Vec<(f64, usize, &String)> = Vec::new();
        for (path, link) in self.published.permalinks.entries.iter().filter(retired) {
            for new in (0..links.len()).filter(|new| links[*new].is_none()) {
                let cosine = self.signatures[new].cosine(&link.signature);
                if cosine >= MIN_COSINE {
                    similar.push((cosine, new, path));
                }
            }
        }
        similar.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
        let mut taken = BTreeSet::new();
        for (_, new, path) in similar {
            if links[new].is_none() && taken.insert(path) {
                links[new] = Some(path.clone());
            }
        }
    }

    fn pair(&self, old: usize, new: usize) -> Pair {
        let (path, link) = self.old[old];
        let cosine = self.signatures[new].cosine(&link.signature);
        let Some(overlap) = self.published.overlap else {
            return Pair { cosine, shared: 0, old_people: 0, new_people: 0 };
        };
        let new_path = self.new[new].path(self.level);
        let people = |of: &dyn Fn(&String, Option<&String>) -> bool| -> u64 {
            let pairs = overlap.pairs.iter().filter(|((_, old, new), _)| of(old, new.as_ref()));
            pairs.map(|(_, people)| people).sum()
        };
        Pair {
            cosine,
            shared: people(&|old, new| old == path && new == Some(&new_path)),
            old_people: people(&|old, _| old == path),
            new_people: people(&|_, new| new == Some(&new_path)),
        }
    }
}

/// An old link and a new group.
#[derive(Clone, Copy, Debug)]
struct Pair {
    /// Cosine of the two signatures.
    cosine: f64,
    /// People of the panel in both.
    shared: u64,
    old_people: u64,
    new_people: u64,
}

impl Pair {
    /// Shared people, in millionths of a person; the cosine breaks ties.
    fn weight(&self) -> i64 {
        let people = i64::try_from(self.shared).unwrap_or(i64::MAX / 2_000_000).saturating_mul(1_000_000);
        people.saturating_add((self.cosine * 1e5) as i64)
    }

    fn is_same_kind(&self) -> bool {
        if self.old_people == 0 {
            // No person of the panel was on the old page.
            return self.cosine >= MIN_COSINE;
        }
        self.shared > 0 && (2 * self.shared >= self.old_people || 2 * self.shared >= self.new_people)
    }
}

/// The fitted slug; with the first number that makes a new address if the slug was ever published.
fn free_link(level: Level, slug: &RoadmapSlug, ever: &Permalinks, taken: &BTreeSet<String>) -> String {
    let max_len = RoadmapSlug::MAX_LEN - NUMBER_LEN;
    let base = slug.as_str().get(..max_len).unwrap_or(slug.as_str()).trim_end_matches('-');
    let numbered = (1_u64..).map(|n| if n == 1 { slug.to_string() } else { format!("{base}-{n}") });
    let mut paths = numbered.map(|slug| format!("{}{slug}/", level.path()));
    // The numbers are unbounded, so one of them is free.
    paths.find(|path| !ever.entries.contains_key(path) && !taken.contains(path)).unwrap_or_default()
}

/// Puts the links into the model, and decides the fate of every address.
fn with_links(
    model: &Model,
    link_of: BTreeMap<String, String>,
    published: PublishedLinks<'_>,
) -> Result<MatchedModel> {
    let mut parts = model.parts().clone();
    for level in Level::ALL {
        for roadmap in &mut parts.levels[level.index()].roadmaps {
            let link = &link_of[&roadmap.path(level)];
            let slug = link
                .strip_prefix(&level.path())
                .and_then(|slug| RoadmapSlug::new(slug.trim_end_matches('/')));
            roadmap.slug = slug.with_context(|| format!("{link}: not a link of the {level} level"))?;
        }
    }
    let model = parts.checked().context("the model with its links is inconsistent")?;
    let mut permalinks = published.permalinks.clone();
    let mut fates = BTreeMap::new();
    for (level, roadmap) in model.roadmaps() {
        let path = roadmap.path(level);
        // An address that is neither live nor replaced was reserved by a publish that failed.
        let was_retired = permalinks.entries.get(&path).is_some_and(|link| link.replaced_by.is_some());
        let fate = match was_retired {
            _ if published.live.contains(&path) => Fate::Kept,
            true => Fate::Revived,
            false => Fate::New,
        };
        let compared_with =
            permalinks.entries.remove(&path).map(|link| link.compared_with).unwrap_or_default();
        let link = Permalink {
            level,
            slug: roadmap.slug.to_string(),
            name: roadmap.name.clone(),
            replaced_by: None,
            compared_with,
            signature: Signature::new(&roadmap.has, &model.level(level).overview),
        };
        permalinks.entries.insert(path.clone(), link);
        fates.insert(path, fate);
    }
    remember_comparisons(&model, &mut permalinks);
    let live: BTreeSet<String> = fates.keys().cloned().collect();
    let gone: Vec<String> = permalinks.entries.keys().filter(|path| !live.contains(*path)).cloned().collect();
    for path in gone {
        let before = permalinks.resolve(&path);
        let keeps = !published.live.contains(&path) && live.contains(&before);
        let successor =
            if keeps { before } else { successor(&path, &permalinks, &live, &link_of, published) };
        if published.live.contains(&path) {
            fates.insert(path.clone(), Fate::Retired(successor.clone()));
        }
        if let Some(link) = permalinks.entries.get_mut(&path) {
            link.replaced_by = Some(successor);
        }
    }
    Ok(MatchedModel { model, permalinks, link_of, fates })
}

/// Adds the comparisons of the model's roadmaps: their pages have permanent addresses, too.
fn remember_comparisons(model: &Model, permalinks: &mut Permalinks) {
    let census = Census::new(model);
    for level in Level::ALL.map(|level| census.level(level)) {
        for (a, b) in pairs(level) {
            let [a, b] = [a, b].map(|index| level.roadmaps[index].0);
            if let Some(link) = permalinks.entries.get_mut(&a.path(level.level)) {
                link.compared_with.insert(b.slug.to_string());
            }
        }
    }
}

/// The replacement of a retired page: the page that most of its people get now; without a panel, the most
/// similar roadmap of the level; if the level has none, of all levels; if there are none at all, the level's
/// overview.
fn successor(
    path: &str,
    permalinks: &Permalinks,
    live: &BTreeSet<String>,
    link_of: &BTreeMap<String, String>,
    published: PublishedLinks<'_>,
) -> String {
    let mut people: BTreeMap<&String, u64> = BTreeMap::new();
    for ((_, old, new), count) in published.overlap.iter().flat_map(|overlap| &overlap.pairs) {
        if let Some(link) = new.as_ref().filter(|_| old == path).and_then(|new| link_of.get(new)) {
            *people.entry(link).or_default() += count;
        }
    }
    if let Some((link, _)) = people.into_iter().max_by_key(|(_, count)| *count) {
        return link.clone();
    }
    let here = &permalinks.entries[path];
    let roadmaps: Vec<(&String, &Permalink)> =
        permalinks.entries.iter().filter(|(other, _)| live.contains(*other)).collect();
    let of_level = |(_, link): &&(&String, &Permalink)| link.level == here.level;
    let any = roadmaps.iter().any(|roadmap| of_level(&roadmap));
    let candidates = roadmaps.iter().filter(|roadmap| !any || of_level(roadmap));
    let candidates = candidates.map(|(other, link)| (here.signature.cosine(&link.signature), *other));
    let best = candidates.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)));
    best.map_or_else(|| here.level.path(), |(_, other)| other.clone())
}
