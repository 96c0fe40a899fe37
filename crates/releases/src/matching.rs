//! Which group of the new model gets which link: a shared link keeps meaning the same kind of person.
//!
//! Within a level, groups are assigned to the links of the live release so that the most people keep their page
//! (Kuhn–Munkres on the people both models were asked about; without people, on the cosine of signatures). A pair counts
//! only when at least half of the old page's people or half of the new group's are in it. What is left of the new groups
//! takes up a retired link of the same kind of people, or gets a link of its own; what is left of the old links is retired
//! and says what replaced it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use career_model::{Level, Model, Roadmap, RoadmapSlug};
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use site::census::Census;
use site::history::Signature;
use site::history::{Permalink, Permalinks};
use site::views::compare::pairs;
use training::panel::Overlap;

/// From this cosine on two signatures are of the same kind of people.
const ALIKE: f64 = 0.5;

/// Digits and a hyphen after a slug that is taken.
const ROOM_FOR_NUMBER: usize = 8;

/// What became of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was live and is.
    Kept,
    /// It never was.
    New,
    /// It had been retired and is live again.
    Revived,
    /// It was live; this replaced it.
    Retired(String),
}

/// The new model with its links.
#[derive(Clone, Debug)]
pub struct Matched {
    /// The model; its slugs are the links.
    pub model: Model,
    /// Every address ever published, with this model live.
    pub permalinks: Permalinks,
    /// Path within the model as fitted → path of the link.
    pub link_of: BTreeMap<String, String>,
    /// Addresses that are or were live, and what became of them.
    pub fates: BTreeMap<String, Fate>,
}

/// What the links of a new model follow from.
#[derive(Clone, Copy, Debug)]
pub struct Earlier<'a> {
    /// Paths of the live release's roadmaps.
    pub live: &'a BTreeSet<String>,
    /// Every address ever published.
    pub permalinks: &'a Permalinks,
    /// People whom both models were asked about, where there are any.
    pub overlap: Option<&'a Overlap>,
}

/// Gives a freshly fitted model its links.
///
/// # Errors
/// A model that is inconsistent: a bug.
pub fn match_links(model: &Model, earlier: Earlier<'_>) -> Result<Matched> {
    let mut link_of = BTreeMap::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for level in Level::ALL {
        let groups = Groups::new(model, level, earlier);
        let mut links: Vec<Option<String>> = groups.assigned();
        groups.revive(&mut links);
        for (roadmap, link) in groups.new.iter().zip(links) {
            let link = link.unwrap_or_else(|| free_link(level, &roadmap.slug, earlier.permalinks, &taken));
            taken.insert(link.clone());
            link_of.insert(roadmap.path(level), link);
        }
    }
    linked(model, link_of, earlier)
}

/// Takes a model's own slugs as its links: for a release that is taken back up.
///
/// # Errors
/// A model that is inconsistent: a bug.
pub fn keep_links(model: &Model, earlier: Earlier<'_>) -> Result<Matched> {
    let own = model.roadmaps().map(|(level, roadmap)| (roadmap.path(level), roadmap.path(level)));
    linked(model, own.collect(), earlier)
}

/// One level's old links and new groups.
struct Groups<'a> {
    level: Level,
    old: Vec<(&'a String, &'a Permalink)>,
    new: Vec<&'a Roadmap>,
    signatures: Vec<Signature>,
    earlier: Earlier<'a>,
}

impl<'a> Groups<'a> {
    fn new(model: &'a Model, level: Level, earlier: Earlier<'a>) -> Groups<'a> {
        let fitted = model.level(level);
        let live = |(path, link): &(&String, &Permalink)| link.level == level && earlier.live.contains(*path);
        Groups {
            level,
            old: earlier.permalinks.entries.iter().filter(live).collect(),
            new: fitted.roadmaps.iter().collect(),
            signatures: fitted.roadmaps.iter().map(|r| Signature::new(&r.has, &fitted.overview)).collect(),
            earlier,
        }
    }

    /// Per new group the live link it keeps.
    fn assigned(&self) -> Vec<Option<String>> {
        let mut links = vec![None; self.new.len()];
        // Kuhn–Munkres wants no more rows than columns; columns without a group stand for "retired".
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

    /// Groups without a link take up retired ones of the same kind of people, the most alike first.
    fn revive(&self, links: &mut [Option<String>]) {
        let retired = |(path, link): &(&String, &Permalink)| {
            link.level == self.level && !self.earlier.live.contains(*path)
        };
        let mut alike: Vec<(f64, usize, &String)> = Vec::new();
        for (path, link) in self.earlier.permalinks.entries.iter().filter(retired) {
            for new in (0..links.len()).filter(|new| links[*new].is_none()) {
                let cosine = self.signatures[new].cosine(&link.signature);
                if cosine >= ALIKE {
                    alike.push((cosine, new, path));
                }
            }
        }
        alike.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
        let mut taken = BTreeSet::new();
        for (_, new, path) in alike {
            if links[new].is_none() && taken.insert(path) {
                links[new] = Some(path.clone());
            }
        }
    }

    fn pair(&self, old: usize, new: usize) -> Pair {
        let (path, link) = self.old[old];
        let cosine = self.signatures[new].cosine(&link.signature);
        let Some(overlap) = self.earlier.overlap else {
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
    /// Of their signatures.
    cosine: f64,
    /// People in both.
    shared: u64,
    old_people: u64,
    new_people: u64,
}

impl Pair {
    /// People first; where they leave it open, likeness. In millionths of a person.
    fn weight(&self) -> i64 {
        let people = i64::try_from(self.shared).unwrap_or(i64::MAX / 2_000_000).saturating_mul(1_000_000);
        people.saturating_add((self.cosine * 1e5) as i64)
    }

    fn is_same_kind(&self) -> bool {
        if self.old_people == 0 {
            // Nobody could be asked.
            return self.cosine >= ALIKE;
        }
        self.shared > 0 && (2 * self.shared >= self.old_people || 2 * self.shared >= self.new_people)
    }
}

/// The fitted slug, or that with the first number that makes an address never published before.
fn free_link(level: Level, slug: &RoadmapSlug, ever: &Permalinks, taken: &BTreeSet<String>) -> String {
    let room = RoadmapSlug::MAX_LEN - ROOM_FOR_NUMBER;
    let base = slug.as_str().get(..room).unwrap_or(slug.as_str()).trim_end_matches('-');
    let numbered = (1_u64..).map(|n| if n == 1 { slug.to_string() } else { format!("{base}-{n}") });
    let mut paths = numbered.map(|slug| format!("{}{slug}/", level.path()));
    // The numbers do not end, so there always is a free one.
    paths.find(|path| !ever.entries.contains_key(path) && !taken.contains(path)).unwrap_or_default()
}

/// The model with its links, and what became of every address.
fn linked(model: &Model, link_of: BTreeMap<String, String>, earlier: Earlier<'_>) -> Result<Matched> {
    let mut parts = model.parts().clone();
    for level in Level::ALL {
        for roadmap in &mut parts.levels[level.index()].roadmaps {
            let link = &link_of[&roadmap.path(level)];
            let slug = link
                .strip_prefix(&level.path())
                .and_then(|slug| RoadmapSlug::new(slug.trim_end_matches('/')));
            roadmap.slug = slug.with_context(|| format!("{link}: no link of the {level} level"))?;
        }
    }
    let model = parts.checked().context("the model with its links contradicts itself")?;
    let mut permalinks = earlier.permalinks.clone();
    let mut fates = BTreeMap::new();
    for (level, roadmap) in model.roadmaps() {
        let path = roadmap.path(level);
        // One that is neither live nor replaced was reserved by a publish that did not get through.
        let was_retired = permalinks.entries.get(&path).is_some_and(|link| link.replaced_by.is_some());
        let fate = match was_retired {
            _ if earlier.live.contains(&path) => Fate::Kept,
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
        let keeps = !earlier.live.contains(&path) && live.contains(&before);
        let successor = if keeps { before } else { successor(&path, &permalinks, &live, &link_of, earlier) };
        if earlier.live.contains(&path) {
            fates.insert(path.clone(), Fate::Retired(successor.clone()));
        }
        if let Some(link) = permalinks.entries.get_mut(&path) {
            link.replaced_by = Some(successor);
        }
    }
    Ok(Matched { model, permalinks, link_of, fates })
}

/// Comparisons have addresses, too.
fn remember_comparisons(model: &Model, permalinks: &mut Permalinks) {
    let census = Census::new(model);
    for level in Level::ALL.map(|level| census.level(level)) {
        for (a, b) in pairs(level) {
            let [a, b] = [a, b].map(|place| level.roadmaps[place].0);
            if let Some(link) = permalinks.entries.get_mut(&a.path(level.level)) {
                link.compared_with.insert(b.slug.to_string());
            }
        }
    }
}

/// Where most of a retired page's people are now; without people, the most alike roadmap of the level; when the level has
/// none, of all; when there are none, the level's overview.
fn successor(
    path: &str,
    permalinks: &Permalinks,
    live: &BTreeSet<String>,
    link_of: &BTreeMap<String, String>,
    earlier: Earlier<'_>,
) -> String {
    let mut people: BTreeMap<&String, u64> = BTreeMap::new();
    for ((_, old, new), count) in earlier.overlap.iter().flat_map(|overlap| &overlap.pairs) {
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
    let alike = roadmaps.iter().filter(|roadmap| !any || of_level(roadmap));
    let alike = alike.map(|(other, link)| (here.signature.cosine(&link.signature), *other));
    let best = alike.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)));
    best.map_or_else(|| here.level.path(), |(_, other)| other.clone())
}
