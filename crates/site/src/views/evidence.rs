//! Charts of the method page.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use career_model::metadata::{Metadata, MethodRecall, PageMetrics, Recommender};
use career_model::roadmap::{Backgrounds, ItemCount, Roadmap};
use career_model::{Level, Model};
use career_training::people::table::{BINS, MONTHS_PER_BIN};
use charts::{BarRow, Bars, IntervalRow, Intervals, Lines, Scatter, Series, Unit};
use serde::Serialize;
use templates::Words;

use crate::views::cloud::cloud;
use crate::views::levels::title;
use crate::views::recommender::recommender;

/// Most skills in the chart of a page.
const MAX_SKILLS: usize = 5;

/// Most skills in the chart of all levels.
const MAX_SKILLS_OF_ALL: usize = 15;

/// Numbers of top skills for which the share of unique pages is drawn.
const TOP_N: std::ops::RangeInclusive<usize> = 2..=8;

/// Charts of the method page; a chart is absent if it has no data.
#[derive(Debug, Serialize)]
pub struct EvidenceView {
    /// People by years of experience.
    pub experience: Option<Bars>,
    /// Recall of hidden skills by each recommender.
    pub recall: Option<Intervals>,
    /// Charts of each level that has roadmaps.
    pub levels: Vec<LevelEvidence>,
    /// Share of people with a hit, per page.
    pub success: Option<Bars>,
    /// Share of pages that are unique by their top skills.
    pub unique: Option<Lines>,
    /// The most frequent skills of all levels.
    pub skills: Option<Bars>,
}

/// Charts of one level.
#[derive(Debug, Serialize)]
pub struct LevelEvidence {
    /// Title of the level.
    pub title: String,
    /// Its roadmaps in the plane of the first two principal components.
    pub map: Option<Scatter>,
    /// Skills of the two roadmaps that differ most.
    pub apart: Option<Bars>,
    /// The most frequent skills of each roadmap.
    pub skills: Vec<Bars>,
}

impl EvidenceView {
    /// The charts of a model.
    pub fn new(words: &Words, model: &Model) -> EvidenceView {
        let metadata = model.metadata();
        let levels = Level::ALL.into_iter().filter(|level| !model.level(*level).roadmaps.is_empty());
        EvidenceView {
            experience: experience(words, &metadata.experience),
            recall: recall(words, metadata),
            levels: levels.map(|level| LevelEvidence::new(words, model, level)).collect(),
            success: success(words, model),
            unique: unique(words, model),
            skills: skills_of_all(words, model),
        }
    }
}

impl LevelEvidence {
    fn new(words: &Words, model: &Model, level: Level) -> LevelEvidence {
        let roadmaps = &model.level(level).roadmaps;
        let skills = |(index, roadmap): (usize, &Roadmap)| {
            let id = format!("skills-{level}-{index}");
            Bars::new(words, &id, &roadmap.name, &rows(words, &roadmap.has, MAX_SKILLS))
        };
        LevelEvidence {
            title: title(words, level),
            map: map(words, level, roadmaps, pages_of(model, level)),
            apart: apart(words, level, roadmaps),
            skills: roadmaps.iter().enumerate().filter_map(skills).collect(),
        }
    }
}

fn pages_of(model: &Model, level: Level) -> &[PageMetrics] {
    model.metadata().level(level).map_or(&[], |metrics| &metrics.pages)
}

fn share(people: u64, of: u64) -> f64 {
    people as f64 / of.max(1) as f64
}

/// Skills, the most common first, then by name.
fn by_people(has: &Backgrounds) -> Vec<&ItemCount> {
    let mut skills: Vec<&ItemCount> = has.skills.iter().collect();
    skills.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.name.cmp(&b.name)));
    skills
}

/// The most frequent skills with their shares.
fn rows(words: &Words, has: &Backgrounds, most: usize) -> Vec<BarRow> {
    let row = |skill: &ItemCount| {
        let share = share(u64::from(skill.people), has.people);
        BarRow::new(&skill.name, &words.share(share, 0), share)
    };
    by_people(has).into_iter().take(most).map(row).collect()
}

/// One bar per bin of experience. A bar in which a level begins has the level in its label.
fn experience(words: &Words, people: &[u64]) -> Option<Bars> {
    let most = people.iter().copied().max().filter(|most| *most > 0)?;
    let last = people.iter().rposition(|people| *people > 0)?;
    let bar = |(bin, &people): (usize, &u64)| {
        let [from, to] = [bin, bin + 1].map(|bin| bin as u64 * MONTHS_PER_BIN / 12);
        let key = if bin + 1 == BINS { "method-years-and-more" } else { "method-years" };
        let years = words.text(key, &[("from", from.into()), ("to", to.into())]);
        let label = match level_beginning_in(bin) {
            Some(level) => with_level(words, &years, level),
            None => years,
        };
        let value = if people == 0 { words.text("method-few", &[]) } else { words.number(people) };
        BarRow::new(&label, &value, share(people, most))
    };
    let rows: Vec<BarRow> = people.iter().enumerate().take(last + 1).map(bar).collect();
    Bars::new(words, "experience", &words.text("method-picture-experience", &[]), &rows)
}

/// The level that begins in a bin; the highest one, should several do.
fn level_beginning_in(bin: usize) -> Option<Level> {
    let first_bin = |level: &Level| u64::from(*level.months().start()) / MONTHS_PER_BIN;
    Level::ALL.into_iter().rfind(|level| first_bin(level) == bin as u64)
}

/// `8 to 10 years: senior from 100 months`
fn with_level(words: &Words, years: &str, level: Level) -> String {
    let key = match level {
        Level::Junior => "method-years-junior",
        Level::Senior => "method-years-senior",
        Level::Expert => "method-years-expert",
    };
    words.text(key, &[("years", years.into()), ("months", (*level.months().start()).into())])
}

fn recall(words: &Words, metadata: &Metadata) -> Option<Intervals> {
    let row = |(method, recall): (Recommender, &MethodRecall)| {
        let row = IntervalRow::new(&recommender(words, method), recall.mean, recall.low, recall.high);
        if matches!(method, Recommender::Page | Recommender::Personal) { row.ours() } else { row }
    };
    let rows: Vec<IntervalRow> = metadata.search.as_ref()?.recalls().map(row).collect();
    let [title, axis] =
        ["method-picture-recall", "method-picture-recall-axis"].map(|key| words.text(key, &[]));
    Intervals::new(words, "recall", &title, &axis, Unit::Share, &rows)
}

fn map(words: &Words, level: Level, roadmaps: &[Roadmap], pages: &[PageMetrics]) -> Option<Scatter> {
    let points = roadmaps
        .iter()
        .zip(pages)
        .enumerate()
        .flat_map(|(index, (roadmap, page))| cloud(page, roadmap.has.people, index));
    let names: Vec<String> = roadmaps.iter().map(|roadmap| roadmap.name.clone()).collect();
    let axes = ["method-direction-first", "method-direction-second"].map(|key| words.text(key, &[]));
    let picture = Scatter::new(
        words,
        &format!("map-{level}"),
        &words.text("method-picture-map", &[("level", title(words, level).into())]),
        [&axes[0], &axes[1]],
        &points.collect::<Vec<_>>(),
        &names,
    );
    picture.map(Scatter::without_point_table)
}

/// Skills of the two roadmaps whose shares of skills differ most.
fn apart(words: &Words, level: Level, roadmaps: &[Roadmap]) -> Option<Bars> {
    let shares = |roadmap: &Roadmap| -> BTreeMap<String, f64> {
        let share = |people| share(u64::from(people), roadmap.has.people);
        roadmap.has.skills.iter().map(|skill| (skill.name.clone(), share(skill.people))).collect()
    };
    let all: Vec<_> = roadmaps.iter().map(shares).collect();
    let share_in = |page: usize, skill: &str| all[page].get(skill).copied().unwrap_or(0.0);
    let (a, b) = farthest(&all)?;
    let mut skills: Vec<&str> = Vec::new();
    for roadmap in [&roadmaps[a], &roadmaps[b]] {
        skills.extend(by_people(&roadmap.has).iter().take(MAX_SKILLS).map(|skill| skill.name.as_str()));
    }
    let mut seen = BTreeSet::new();
    skills.retain(|skill| seen.insert(*skill));
    let row = |skill: &&str| {
        let (first, second) = (share_in(a, skill), share_in(b, skill));
        let format = |share: f64| if share > 0.0 { words.share(share, 0) } else { "–".to_owned() };
        BarRow::new(skill, &format(first), first).second(&format(second), second)
    };
    let rows: Vec<BarRow> = skills.iter().map(row).collect();
    let heading = words.text("method-picture-apart", &[("level", title(words, level).into())]);
    let names = [roadmaps[a].name.as_str(), &roadmaps[b].name];
    Bars::paired(words, &format!("apart-{level}"), &heading, names, &rows)
}

/// Positions of the two that differ most, by the sum of absolute differences, the last of equal pairs. `None`
/// if there are fewer than two.
fn farthest(all: &[BTreeMap<String, f64>]) -> Option<(usize, usize)> {
    // All pairs are compared, so names are replaced by numbers, in the order of the names.
    let names: BTreeSet<&String> = all.iter().flat_map(BTreeMap::keys).collect();
    let numbers: HashMap<&String, usize> = names.into_iter().zip(0..).collect();
    let vectors: Vec<Vec<(usize, f64)>> = all
        .iter()
        .map(|shares| shares.iter().map(|(name, share)| (numbers[name], *share)).collect())
        .collect();
    let pairs = (0..all.len()).flat_map(|a| (a + 1..all.len()).map(move |b| (a, b)));
    let far = pairs.map(|(a, b)| (manhattan(&vectors[a], &vectors[b]), (a, b)));
    far.max_by(|x, y| x.0.total_cmp(&y.0)).map(|(_, pair)| pair)
}

/// The sum of absolute differences of two sparse vectors in ascending order of indices.
fn manhattan(mut a: &[(usize, f64)], mut b: &[(usize, f64)]) -> f64 {
    let mut sum = 0.0;
    loop {
        let difference = match (a.first(), b.first()) {
            (Some(x), Some(y)) if x.0 == y.0 => {
                (a, b) = (&a[1..], &b[1..]);
                (x.1 - y.1).abs()
            }
            (Some(x), y) if y.is_none_or(|y| x.0 < y.0) => {
                a = &a[1..];
                x.1.abs()
            }
            (_, Some(y)) => {
                b = &b[1..];
                y.1.abs()
            }
            _ => return sum,
        };
        sum += difference;
    }
}

fn success(words: &Words, model: &Model) -> Option<Bars> {
    let row = |level: Level| {
        let pages = model.level(level).roadmaps.iter().zip(pages_of(model, level));
        pages.map(move |(roadmap, page)| {
            let name = format!("{}: {}", title(words, level), roadmap.name);
            BarRow::new(&name, &words.share(page.success, 0), page.success)
        })
    };
    let rows: Vec<BarRow> = Level::ALL.into_iter().flat_map(row).collect();
    Bars::new(words, "success", &words.text("method-picture-success", &[]), &rows)
}

fn unique(words: &Words, model: &Model) -> Option<Lines> {
    let all: Vec<&Roadmap> = model.roadmaps().map(|(_, roadmap)| roadmap).collect();
    let unique_share = |n: usize| {
        let mut pages_with: BTreeMap<Vec<u64>, u64> = BTreeMap::new();
        for roadmap in &all {
            let mut top: Vec<u64> = roadmap.has.skill_fingerprints.iter().take(n).copied().collect();
            top.sort_unstable();
            *pages_with.entry(top).or_default() += 1;
        }
        share(pages_with.values().filter(|pages| **pages == 1).count() as u64, all.len() as u64)
    };
    let series = Series::new(
        &words.text("method-picture-unique-line", &[]),
        TOP_N.map(|n| (n as i32, unique_share(n))).collect(),
    );
    let heading = words.text("method-picture-unique", &[]);
    let axes = ["n", &words.text("method-picture-unique-axis", &[])];
    (!all.is_empty()).then(|| Lines::new(words, "unique", &heading, axes, Unit::Share, &[series]))?
}

/// The most frequent skills of all people, from the overviews of the levels.
fn skills_of_all(words: &Words, model: &Model) -> Option<Bars> {
    let mut people_with: BTreeMap<&str, u64> = BTreeMap::new();
    let mut people = 0;
    for level in Level::ALL {
        let overview = &model.level(level).overview;
        people += overview.people;
        for skill in &overview.skills {
            *people_with.entry(&skill.name).or_default() += u64::from(skill.people);
        }
    }
    let mut skills: Vec<(&str, u64)> = people_with.into_iter().collect();
    skills.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let row = |(name, with): &(&str, u64)| {
        let share = share(*with, people);
        BarRow::new(name, &words.share(share, 0), share)
    };
    let rows: Vec<BarRow> = skills.iter().take(MAX_SKILLS_OF_ALL).map(row).collect();
    Bars::new(words, "all-skills", &words.text("method-picture-skills", &[]), &rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_begins_in_one_bin() {
        let levels: Vec<Level> = (0..BINS).filter_map(level_beginning_in).collect();
        assert_eq!(levels, Level::ALL);
    }

    #[test]
    fn the_farthest_pair_has_the_largest_sum_of_differences() {
        let shares =
            |pairs: &[(&str, f64)]| pairs.iter().map(|&(name, share)| (name.to_owned(), share)).collect();
        let all: Vec<BTreeMap<String, f64>> = vec![
            shares(&[("Go", 0.5), ("Rust", 0.5)]),
            shares(&[("Go", 0.4), ("SQL", 0.2)]),
            shares(&[("Excel", 0.9), ("Go", 0.1), ("SQL", 0.2)]),
            shares(&[]),
        ];
        // 0 and 2: 0.9 + 0.4 + 0.5 + 0.2.
        assert_eq!(farthest(&all), Some((0, 2)));
        assert_eq!((farthest(&all[..1]), farthest(&[])), (None, None));
        let vector = |values: &[f64]| values.iter().copied().enumerate().collect::<Vec<(usize, f64)>>();
        let distance = |a: &[f64], b: &[f64]| manhattan(&vector(a), &vector(b));
        assert_eq!(distance(&[0.5, 0.0, 1.0], &[0.25]), 1.25);
        assert_eq!(distance(&[], &[0.25, 0.5]), 0.75);
        assert_eq!(manhattan(&[(0, 1.0), (7, 0.5)], &[(3, 0.25), (7, 1.0)]), 1.75);
    }
}
