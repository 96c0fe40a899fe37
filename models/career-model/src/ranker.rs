//! What a person should learn next: the personal ranking.

use std::cmp::Ordering;
use std::collections::HashSet;

use wincode::{SchemaRead, SchemaWrite};

use crate::features::Field;
use crate::interests::Listed;
use crate::level::Level;
use crate::roadmap::Counted;

/// Something that can be recommended.
#[derive(Clone, Debug, Default, PartialEq, Eq, SchemaRead, SchemaWrite)]
pub struct Target {
    /// 0 a skill, 1 a course, 2 a certificate.
    pub kind: u8,
    /// As most people write it, and how many people of all levels have it: at least five.
    pub item: Counted,
    /// What it is however it is spelled: a skill's [`crate::clean::skill_fingerprint`], a title's own.
    pub fingerprint: u64,
}

impl Target {
    /// The list of a profile that it belongs to; `None` for a kind that is not known here.
    pub fn field(&self) -> Option<Field> {
        [Field::Skill, Field::Course, Field::Certification].get(usize::from(self.kind)).copied()
    }
}

/// Scores of targets, linear in what a person lists but for one factor:
/// `Σ weights of items + (base of the level + Σ weights of context) / (1 + number of items)`.
///
/// The weights of items are EASE's and those of correspondence, those of context a ridge regression's; both are divided by a
/// small power of the number of people who have the target, cut to the largest per column and
/// held as 8-bit numbers with a scale per column.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct Ranker {
    /// What can be recommended.
    pub targets: Vec<Target>,
    /// Where each column's weights begin; one more than columns.
    pub offsets: Vec<u32>,
    /// Positions in `targets`.
    pub places: Vec<u32>,
    /// The weights, in units of the column's scale, plus 128.
    pub weights: Vec<u8>,
    /// Per column the size of one unit.
    pub scales: Vec<f32>,
    /// Per level and target, the expected share of people who have it.
    pub base: Vec<Vec<f32>>,
}

/// The most of a kind that are ranked for a person: more than anybody reads.
pub const MAX_RANKED: usize = 100;

/// Largest weight in units.
const UNITS: f64 = 127.0;

impl Ranker {
    /// Adds the next column's weights (target, weight): the `most` largest by magnitude.
    pub fn push_column(&mut self, mut weights: Vec<(u32, f64)>, most: usize) {
        if self.offsets.is_empty() {
            self.offsets.push(0);
        }
        weights.sort_unstable_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
        weights.truncate(most);
        let scale = weights.first().map_or(0.0, |largest| largest.1.abs() / UNITS);
        let units = |weight: f64| if scale > 0.0 { (weight / scale).round() } else { 0.0 };
        weights.retain(|&(_, weight)| units(weight) != 0.0);
        weights.sort_unstable_by_key(|weight| weight.0);
        for (target, weight) in weights {
            self.places.push(target);
            self.weights.push((units(weight) + 128.0) as u8);
        }
        self.scales.push(scale as f32);
        self.offsets.push(self.places.len() as u32);
    }

    /// The score of every target for a person who lists this.
    pub fn scores(&self, level: Level, listed: &[Listed<'_>], n_items: u32) -> Vec<f64> {
        let mut own = vec![0.0; self.targets.len()];
        let mut expected: Vec<f64> = self.base[level.index()].iter().copied().map(f64::from).collect();
        let mut n = 0.0;
        for &column in listed.iter().flat_map(|input| &input.columns) {
            let scores = if column < n_items {
                n += 1.0;
                &mut own
            } else {
                &mut expected
            };
            let scale = f64::from(self.scales[column as usize]);
            let range = self.offsets[column as usize] as usize..self.offsets[column as usize + 1] as usize;
            for (&place, &weight) in self.places[range.clone()].iter().zip(&self.weights[range]) {
                scores[place as usize] += scale * (f64::from(weight) - 128.0);
            }
        }
        own.iter().zip(expected).map(|(own, expected)| own + expected / (1.0 + n)).collect()
    }

    /// The best targets of a kind by score, at most `most` and [`MAX_RANKED`], but for those the person has; equal scores
    /// by name.
    pub fn ranked(&self, field: Field, scores: &[f64], held: &HashSet<u64>, most: usize) -> Vec<&Counted> {
        let most = most.min(MAX_RANKED);
        let wanted = |target: &Target| target.field() == Some(field) && !held.contains(&target.fingerprint);
        let mut places: Vec<usize> =
            (0..self.targets.len()).filter(|&place| wanted(&self.targets[place])).collect();
        let by_score = |a: &usize, b: &usize| {
            let names = || self.targets[*a].item.name.cmp(&self.targets[*b].item.name);
            scores[*b].total_cmp(&scores[*a]).then_with(names)
        };
        // Twice as many, because some are spellings of one thing; all of them, should that not be enough.
        if places.len() > 2 * most {
            places.select_nth_unstable_by(2 * most, by_score);
        }
        let mut best = self.distinct(&places, 2 * most, by_score);
        if best.len() < most && places.len() > 2 * most {
            best = self.distinct(&places, places.len(), by_score);
        }
        best.into_iter().take(most).map(|place| &self.targets[place].item).collect()
    }

    /// The first places in their order, without those that are spellings of one before: the best speaks for them.
    fn distinct(
        &self,
        places: &[usize],
        first: usize,
        order: impl Fn(&usize, &usize) -> Ordering,
    ) -> Vec<usize> {
        let mut places = places[..first.min(places.len())].to_vec();
        places.sort_unstable_by(order);
        let mut seen = HashSet::new();
        places.retain(|&place| seen.insert(self.targets[place].fingerprint));
        places
    }
}
