//! The personal ranking: what a person could learn next.

use std::cmp::Ordering;
use std::collections::HashSet;

use wincode::{SchemaRead, SchemaWrite};

use crate::item_kind::ItemKind;
use crate::level::Level;
use crate::profile_item::ProfileItem;
use crate::roadmap::ItemCount;

/// An item that can be recommended.
#[derive(Clone, Debug, Default, PartialEq, Eq, SchemaRead, SchemaWrite)]
pub struct Target {
    /// The code of the kind: [`ItemKind::code`].
    pub kind: u8,
    /// The name as most people write it, and the number of people of all levels who have it: at least five.
    pub item: ItemCount,
    /// The same for every spelling: a skill's [`crate::clean::skill_fingerprint`], or the fingerprint of a
    /// title.
    pub fingerprint: u64,
}

impl Target {
    /// The kind; `None` for a code that this program does not write.
    pub fn item_kind(&self) -> Option<ItemKind> {
        ItemKind::recommended_from_code(self.kind)
    }
}

/// Scores of targets, linear in a person's items except for one factor:
/// `Σ weights of items + (base of the level + Σ weights of context) / (1 + number of items)`.
///
/// The weights of items come from EASE and correspondence, those of context from a ridge regression. Both are
/// divided by a small power of the number of people who have the target, cut to the largest per column and
/// held as 8-bit numbers with a scale per column.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct Ranker {
    /// Everything that can be recommended.
    pub targets: Vec<Target>,
    /// Per column the position of its first weight, and the number of weights: `n_columns + 1` entries.
    pub offsets: Vec<u32>,
    /// Per weight the position of its target in `targets`.
    pub indices: Vec<u32>,
    /// The weights, in units of the column's scale, plus 128.
    pub weights: Vec<u8>,
    /// Per column the size of one unit.
    pub scales: Vec<f32>,
    /// Per level and target, the expected share of people who have it.
    pub base: Vec<Vec<f32>>,
}

/// The most items of a kind in a ranking: more than anybody reads.
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
            self.indices.push(target);
            self.weights.push((units(weight) + 128.0) as u8);
        }
        self.scales.push(scale as f32);
        self.offsets.push(self.indices.len() as u32);
    }

    /// The score of every target for a person with these items.
    pub fn scores(&self, level: Level, items: &[ProfileItem<'_>], n_items: u32) -> Vec<f64> {
        let mut own = vec![0.0; self.targets.len()];
        let mut expected: Vec<f64> = self.base[level.index()].iter().copied().map(f64::from).collect();
        let mut n = 0.0;
        for &column in items.iter().flat_map(|item| &item.columns) {
            let scores = if column < n_items {
                n += 1.0;
                &mut own
            } else {
                &mut expected
            };
            let scale = f64::from(self.scales[column as usize]);
            let range = self.offsets[column as usize] as usize..self.offsets[column as usize + 1] as usize;
            for (&target, &weight) in self.indices[range.clone()].iter().zip(&self.weights[range]) {
                scores[target as usize] += scale * (f64::from(weight) - 128.0);
            }
        }
        own.iter().zip(expected).map(|(own, expected)| own + expected / (1.0 + n)).collect()
    }

    /// The best targets of a kind by score, at most `most` and [`MAX_RANKED`], without those whose
    /// fingerprint is in `held`; equal scores by name.
    pub fn ranked(
        &self,
        kind: ItemKind,
        scores: &[f64],
        held: &HashSet<u64>,
        most: usize,
    ) -> Vec<&ItemCount> {
        let most = most.min(MAX_RANKED);
        let wanted =
            |target: &Target| target.item_kind() == Some(kind) && !held.contains(&target.fingerprint);
        let mut targets: Vec<usize> =
            (0..self.targets.len()).filter(|&target| wanted(&self.targets[target])).collect();
        let by_score = |a: &usize, b: &usize| {
            let names = || self.targets[*a].item.name.cmp(&self.targets[*b].item.name);
            scores[*b].total_cmp(&scores[*a]).then_with(names)
        };
        // Several targets can be spellings of one skill, so twice as many are sorted, and all if that is not
        // enough.
        if targets.len() > 2 * most {
            targets.select_nth_unstable_by(2 * most, by_score);
        }
        let mut best = self.distinct(&targets, 2 * most, by_score);
        if best.len() < most && targets.len() > 2 * most {
            best = self.distinct(&targets, targets.len(), by_score);
        }
        best.into_iter().take(most).map(|target| &self.targets[target].item).collect()
    }

    /// The first targets in this order, only the best of those that are spellings of one skill.
    fn distinct(
        &self,
        targets: &[usize],
        first: usize,
        order: impl Fn(&usize, &usize) -> Ordering,
    ) -> Vec<usize> {
        let mut targets = targets[..first.min(targets.len())].to_vec();
        targets.sort_unstable_by(order);
        let mut seen = HashSet::new();
        targets.retain(|&target| seen.insert(self.targets[target].fingerprint));
        targets
    }
}
