//! Scores of items for every page and level.

use career_model::{Level, PerLevel};
use ndarray::Array1;

use crate::groups::clustering::Groups;
use crate::interests::ranking::page_score;
use crate::interests::table::InterestTable;

/// Per level and page the score of every item.
pub fn page_scores(table: &InterestTable, groups: &Groups) -> PerLevel<Vec<Array1<f64>>> {
    let n_items = table.items.n_columns();
    let mut counts: PerLevel<Vec<(f64, Array1<f64>)>> =
        PerLevel::from_fn(|level| vec![(0.0, Array1::zeros(n_items)); groups.levels[level].pages.len()]);
    let mut of_level = PerLevel::from_fn(|_| (0.0, Array1::<f64>::zeros(n_items)));
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
    PerLevel::from_fn(|level: Level| {
        let (people, items) = &of_level[level];
        let shares = items / people.max(1.0);
        counts[level]
            .iter()
            .map(|(of, items)| {
                Array1::from_shape_fn(n_items, |item| page_score(items[item], *of, shares[item]))
            })
            .collect()
    })
}

/// Per level the share of people with each item.
pub fn level_shares(table: &InterestTable) -> PerLevel<Array1<f64>> {
    let mut shares = PerLevel::from_fn(|_| Array1::zeros(table.items.n_columns()));
    let mut people = PerLevel::<f64>::default();
    for (row, &level) in table.level_of.iter().enumerate() {
        people[level] += 1.0;
        table.items.row(row).for_each(|(item, value)| shares[level][item] += value);
    }
    PerLevel::from_fn(|level| &shares[level] / people[level].max(1.0))
}
