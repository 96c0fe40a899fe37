//! Metrics of recommendations: the hidden skills they find.

use std::collections::HashSet;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use serde::Serialize;

/// Draws of the bootstrap.
const DRAWS: usize = 1_000;

/// The metrics of a person's list, each 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scores {
    /// Hidden skills among the first five recommendations, divided by the largest possible number.
    pub recall_5: f64,
    /// Hidden skills among the first ten recommendations, divided by the largest possible number.
    pub recall_10: f64,
    /// 1 if a hidden skill is among the first five recommendations, otherwise 0.
    pub hit_5: f64,
    /// Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002).
    pub ndcg_10: f64,
}

/// A mean over people with its 95% interval: percentiles of the bootstrap (Efron 1979).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// The mean.
    pub mean: f64,
    /// The 2.5th percentile of the draws.
    pub low: f64,
    /// The 97.5th percentile of the draws.
    pub high: f64,
}

/// The metrics of a list of recommendations: fingerprints, best first.
pub fn scores(list: &[u64], hidden: &HashSet<u64>) -> Scores {
    let found = |k: usize| list.iter().take(k).filter(|skill| hidden.contains(skill)).count() as f64;
    let max = |k: usize| hidden.len().min(k).max(1) as f64;
    let discount = |rank: usize| 1.0 / (rank as f64 + 2.0).log2();
    let gain: f64 = list
        .iter()
        .take(10)
        .enumerate()
        .filter(|(_, skill)| hidden.contains(skill))
        .map(|(rank, _)| discount(rank))
        .sum();
    let ideal: f64 = (0..hidden.len().clamp(1, 10)).map(discount).sum();
    Scores {
        recall_5: found(5) / max(5),
        recall_10: found(10) / max(10),
        hit_5: f64::from(u8::from(found(5) > 0.0)),
        ndcg_10: gain / ideal,
    }
}

impl Interval {
    /// The interval of the mean of `values`.
    pub fn of_mean(values: &[f64], seed: u64) -> Interval {
        Interval::of(values.len(), seed, |people| {
            people.iter().map(|&person| values[person]).sum::<f64>() / people.len().max(1) as f64
        })
    }

    /// The interval of the ratio of two means over the same people.
    pub fn of_ratio(values: &[f64], base: &[f64], seed: u64) -> Interval {
        Interval::of(values.len().min(base.len()), seed, |people| {
            let sum = |values: &[f64]| people.iter().map(|&person| values[person]).sum::<f64>();
            let denominator = sum(base);
            if denominator > 0.0 { sum(values) / denominator } else { 0.0 }
        })
    }

    fn of(n: usize, seed: u64, statistic: impl Fn(&[usize]) -> f64) -> Interval {
        let everyone: Vec<usize> = (0..n).collect();
        let mean = statistic(&everyone);
        if n == 0 {
            return Interval { mean: 0.0, low: 0.0, high: 0.0 };
        }
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut draws: Vec<f64> = (0..DRAWS)
            .map(|_| {
                let drawn: Vec<usize> = (0..n).map(|_| (rng.next_u64() % n as u64) as usize).collect();
                statistic(&drawn)
            })
            .collect();
        draws.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| draws[((DRAWS - 1) as f64 * share).round() as usize];
        Interval { mean, low: at(0.025), high: at(0.975) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn scores_equal_values_computed_by_hand() {
        let hidden = HashSet::from([1, 2, 3]);
        let found = scores(&[9, 1, 8, 7, 2, 6, 3], &hidden);
        assert!((found.recall_5 - 2.0 / 3.0).abs() < 1e-12);
        assert!((found.recall_10 - 1.0).abs() < 1e-12 && (found.hit_5 - 1.0).abs() < 1e-12);
        let gain = 1.0 / 3_f64.log2() + 1.0 / 6_f64.log2() + 1.0 / 8_f64.log2();
        let ideal = 1.0 + 1.0 / 3_f64.log2() + 1.0 / 4_f64.log2();
        assert!((found.ndcg_10 - gain / ideal).abs() < 1e-12);
        assert_eq!(scores(&[], &hidden), Scores::default());
        let many: HashSet<u64> = (0..30).collect();
        let five = scores(&[1, 2, 3, 4, 5], &many);
        assert!((five.recall_5 - 1.0).abs() < 1e-12, "a list of five cannot find more");
    }

    proptest! {
        #[test]
        fn scores_are_shares_and_a_better_rank_is_never_worse(
            list in proptest::collection::vec(0..40_u64, 0..15),
            hidden in proptest::collection::hash_set(0..40_u64, 1..20),
        ) {
            let found = scores(&list, &hidden);
            for score in [found.recall_5, found.recall_10, found.hit_5] {
                prop_assert!((0.0..=1.0).contains(&score) || list.len() > hidden.len());
            }
            let first = list.iter().position(|skill| hidden.contains(skill));
            if let Some(rank) = first.filter(|rank| *rank > 0) {
                let mut better = list;
                better.swap(rank, rank - 1);
                prop_assert!(scores(&better, &hidden).ndcg_10 >= found.ndcg_10);
            }
        }

        #[test]
        fn an_interval_contains_its_mean(
            values in proptest::collection::vec(0.0..1.0_f64, 1..40),
            seed in any::<u64>(),
        ) {
            let interval = Interval::of_mean(&values, seed);
            prop_assert!(interval.low <= interval.mean + 1e-9 && interval.mean <= interval.high + 1e-9);
            let one = Interval::of_ratio(&values, &values, seed);
            let is_one = (one.low - 1.0).abs() < 1e-9 && (one.high - 1.0).abs() < 1e-9;
            prop_assert!(values.iter().all(|v| *v == 0.0) || is_one);
        }
    }
}
