//! How much of what was hidden is found.

use career_model::metadata::MethodRecall;
use ndarray::Array1;

use super::placement::Learned;
use super::ranking::page_scores;
use super::search::Fitted;
use super::table::InterestTable;
use crate::random::{generator, uniform};

/// Recommendations that count.
pub const TOP: usize = 5;

/// Draws of the bootstrap.
const DRAWS: u64 = 1_000;

/// People who are asked, with what they show and what is hidden of it.
#[derive(Clone, Debug)]
pub struct HeldOut {
    /// What they show.
    pub shown: InterestTable,
    /// Per row the hidden items (columns), and how many were hidden, with those that have no column.
    pub hidden: Vec<(Vec<usize>, usize)>,
    /// How many rows each person has, side by side.
    pub rows_per_person: usize,
}

impl HeldOut {
    /// Per person the mean over the person's rows.
    pub fn by_person(&self, of_row: impl Fn(usize) -> f64) -> Vec<f64> {
        let rows: Vec<f64> = (0..self.shown.n_people()).map(of_row).collect();
        rows.chunks(self.rows_per_person.max(1)).map(mean).collect()
    }
}

/// Per person asked, recall@5 of hidden items by the order of their page; who has no page gets the level's order.
pub fn page_recall(learned: &Learned<'_>, fitted: &Fitted, asked: &HeldOut) -> Vec<f64> {
    let groups = &fitted.groups;
    let scores = page_scores(learned.table, groups);
    let shares = level_shares(learned.table, groups.levels.len());
    let points = learned.points(&fitted.placement, &asked.shown);
    let nearest: Vec<Vec<u32>> =
        groups.levels.iter().map(|level| groups.metric().nearest(&points, &level.centroids)).collect();
    let recall = |row: usize| {
        let level = asked.shown.level_of[row];
        let own = &groups.levels[level];
        let has_place = points.row(row).iter().any(|value| *value != 0.0) && !own.pages.is_empty();
        let page = own.page_of_cluster[nearest[level][row] as usize] as usize;
        let scores = if has_place { &scores[level][page] } else { &shares[level] };
        recall_at(TOP, scores, &asked.shown, row, &asked.hidden[row])
    };
    asked.by_person(recall)
}

/// The mean; 0 of nothing.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Per level the share of people with each item.
pub fn level_shares(table: &InterestTable, n_levels: usize) -> Vec<Array1<f64>> {
    let mut shares = vec![Array1::zeros(table.items.n_columns()); n_levels];
    let mut people = vec![0.0_f64; n_levels];
    for (row, &level) in table.level_of.iter().enumerate() {
        people[level] += 1.0;
        table.items.row(row).for_each(|(item, value)| shares[level][item] += value);
    }
    shares.iter().zip(people).map(|(share, people)| share / people.max(1.0)).collect()
}

/// Of the `k` best-scored items that the person does not show, how many are hidden ones, over `min(k, hidden)`.
pub fn recall_at(
    k: usize,
    scores: &Array1<f64>,
    shown: &InterestTable,
    row: usize,
    (hidden, n_hidden): &(Vec<usize>, usize),
) -> f64 {
    let mut held = vec![false; scores.len()];
    shown.items.row(row).for_each(|(item, _)| held[item] = true);
    let mut order: Vec<usize> = (0..scores.len()).filter(|&item| !held[item]).collect();
    let by_score = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
    if order.len() > k {
        order.select_nth_unstable_by(k, by_score);
        order.truncate(k);
    }
    let found = order.iter().filter(|item| hidden.contains(item)).count();
    found as f64 / (*n_hidden).min(k).max(1) as f64
}

/// A method's mean with its 95% interval: percentiles of the bootstrap over people (Efron 1979).
pub fn with_interval(method: &str, recall: &[f64], seed: u64) -> MethodRecall {
    let n = recall.len();
    let mut means: Vec<f64> = (0..DRAWS)
        .map(|draw| {
            let mut rng = generator(seed, "interval", draw);
            let drawn = (0..n).map(|_| recall[(uniform(&mut rng) * n as f64) as usize]);
            drawn.sum::<f64>() / n.max(1) as f64
        })
        .collect();
    means.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| means[((DRAWS - 1) as f64 * share).round() as usize];
    MethodRecall { method: method.to_owned(), mean: mean(recall), low: at(0.025), high: at(0.975) }
}
