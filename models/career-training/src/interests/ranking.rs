//! The order in which a page, and a person, is shown what they lack.

use ndarray::Array1;

use super::Interests;
use super::groups::Groups;
use super::table::InterestTable;

/// People of the level that a page's shares are shrunk by: a page of ten is half itself, half its level.
const SHRINK: f64 = 10.0;

/// How much being more frequent than in the level counts beside being frequent.
const LIFT: f64 = 0.25;

/// A share that keeps the lift of what nearly nobody of the level has in bounds.
const FLOOR: f64 = 0.02;

/// `share · lift^¼`, of shares shrunk towards the level's: high for what many of a group have, higher for what they have
/// and others of their level have not.
pub fn page_score(people: f64, of: f64, level_share: f64) -> f64 {
    let share = (people + SHRINK * level_share) / (of + SHRINK);
    share * ((share + FLOOR) / (level_share + FLOOR)).powf(LIFT)
}

/// Per level and page the score of every item.
pub fn page_scores(table: &InterestTable, groups: &Groups) -> Vec<Vec<Array1<f64>>> {
    let n_items = table.items.n_columns();
    let mut counts: Vec<Vec<(f64, Array1<f64>)>> =
        groups.levels.iter().map(|level| vec![(0.0, Array1::zeros(n_items)); level.pages.len()]).collect();
    let mut of_level = vec![(0.0, Array1::<f64>::zeros(n_items)); groups.levels.len()];
    for (row, &level) in table.level_of.iter().enumerate() {
        let mut tallies = vec![&mut of_level[level]];
        if let Some(page) = groups.page_of(row, level) {
            tallies.push(&mut counts[level][page as usize]);
        }
        for (people, items) in tallies {
            *people += 1.0;
            table.items.row(row).for_each(|(item, value)| items[item] += value);
        }
    }
    let scored = |level: usize| {
        let (people, items) = &of_level[level];
        let shares = items / people.max(1.0);
        counts[level]
            .iter()
            .map(|(of, items)| {
                Array1::from_shape_fn(n_items, |item| page_score(items[item], *of, shares[item]))
            })
            .collect()
    };
    (0..groups.levels.len()).map(scored).collect()
}

/// The score of every item for a person with these items and this context: what goes with the items, and the prior for as much as little
/// is listed.
pub fn personal_scores(
    interests: &Interests,
    items: impl Iterator<Item = usize>,
    context: impl Iterator<Item = usize>,
    level: usize,
) -> Array1<f64> {
    let mut scores = interests.ranking_prior.base[level].clone();
    for column in context {
        scores += &interests.ranking_prior.weights.row(column);
    }
    let mut listed = Array1::zeros(scores.len());
    let mut n = 0.0;
    for item in items {
        listed += &interests.ranking.row(item);
        n += 1.0;
    }
    listed + scores / (1.0 + n)
}
