//! Recall of hidden skills.

use career_model::metadata::{MethodRecall, Recommender};
use ndarray::Array1;

use crate::groups::embedding::InterestFit;
use crate::interests::table::InterestTable;
use crate::maths::random::{generator, uniform};
use crate::selection::candidate::GroupsFit;
use crate::selection::held_out::{HeldOut, HiddenItems, mean};
use crate::selection::page_scores::{level_shares, page_scores};

/// The number of recommendations that recall looks at.
pub const TOP: usize = 5;

/// Bootstrap samples of an interval.
const N_SAMPLES: u64 = 1_000;

/// Per held-out person, recall@5 of hidden items in the order of their page; people without a page get the
/// level's order.
pub fn page_recall(fit: &InterestFit<'_>, groups_fit: &GroupsFit, held_out: &HeldOut) -> Vec<f64> {
    let groups = &groups_fit.groups;
    let scores = page_scores(fit.table, groups);
    let shares = level_shares(fit.table);
    let points = groups_fit.embedding.transform(fit.vocabulary, &held_out.shown);
    let nearest = groups.levels.each_ref().map(|level| groups.metric().nearest(&points, &level.centroids));
    let recall = |row: usize| {
        let level = held_out.shown.level_of[row];
        let own = &groups.levels[level];
        let has_page = points.row(row).iter().any(|value| *value != 0.0) && !own.pages.is_empty();
        let page = own.page_of_cluster[nearest[level][row] as usize] as usize;
        let scores = if has_page { &scores[level][page] } else { &shares[level] };
        recall_at(TOP, scores, &held_out.shown, row, &held_out.hidden[row])
    };
    held_out.by_person(recall)
}

/// The number of hidden items among the `k` best-scored items that the person does not show, divided by
/// `min(k, hidden)`.
pub fn recall_at(
    k: usize,
    scores: &Array1<f64>,
    shown: &InterestTable,
    row: usize,
    hidden: &HiddenItems,
) -> f64 {
    let mut held = vec![false; scores.len()];
    shown.items.row(row).for_each(|(item, _)| held[item] = true);
    let mut order: Vec<usize> = (0..scores.len()).filter(|&item| !held[item]).collect();
    let by_score = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
    if order.len() > k {
        order.select_nth_unstable_by(k, by_score);
        order.truncate(k);
    }
    let found = order.iter().filter(|item| hidden.columns.contains(item)).count();
    found as f64 / hidden.n_hidden.min(k).max(1) as f64
}

/// A recommender's mean recall with its 95% interval: percentiles of the bootstrap over people (Efron 1979).
pub fn with_interval(recommender: Recommender, recall: &[f64], seed: u64) -> MethodRecall {
    let n = recall.len();
    let mut means: Vec<f64> = (0..N_SAMPLES)
        .map(|sample| {
            let mut rng = generator(seed, "interval", sample);
            let drawn = (0..n).map(|_| recall[(uniform(&mut rng) * n as f64) as usize]);
            // As in `mean`, `sum` of nothing would be -0.0.
            drawn.fold(0.0, |sum, recall| sum + recall) / n.max(1) as f64
        })
        .collect();
    means.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| means[((N_SAMPLES - 1) as f64 * share).round() as usize];
    MethodRecall { method: recommender.to_string(), mean: mean(recall), low: at(0.025), high: at(0.975) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_has_a_recall_of_zero_without_a_sign() {
        let recall = with_interval(Recommender::Page, &[], 1);
        for figure in [recall.mean, recall.low, recall.high] {
            assert_eq!(figure.to_bits(), 0.0_f64.to_bits());
        }
    }
}
