//! Silhouettes, and what they are worth: the same on people whose columns were shuffled.

use career_model::sparse::SparseVector;
use ndarray::{Array2, Axis};

use super::groups::{GroupParams, fit_groups};
use super::table::InterestTable;
use super::{InterestParams, fit_interests, unit_coordinates};
use crate::csr::CsrMatrix;
use crate::random::{generator, uniform};
use crate::silhouette::silhouette_scores;

/// The most people a silhouette is computed on, evenly over the table.
const MAX_PEOPLE: usize = 4_000;

/// The mean silhouette (Rousseeuw 1987) of a grouping of unit rows; rows in no group are left out. `None` with fewer
/// than two groups.
pub fn mean_silhouette(points: &Array2<f64>, cluster_of: &[Option<u32>]) -> Option<f64> {
    let placed: Vec<usize> = (0..points.nrows()).filter(|&row| cluster_of[row].is_some()).collect();
    let step = placed.len().div_ceil(MAX_PEOPLE).max(1);
    let rows: Vec<usize> = placed.into_iter().step_by(step).collect();
    let labels: Vec<u32> = rows.iter().filter_map(|&row| cluster_of[row]).collect();
    if labels.iter().all(|label| Some(label) == labels.first()) {
        return None;
    }
    let scores = silhouette_scores(&points.select(Axis(0), &rows), &vec![1.0; rows.len()], &[&labels]);
    scores.first().copied()
}

/// The table with every column's holders drawn anew: as many people have each thing, and nothing belongs together.
pub fn shuffled(table: &InterestTable, seed: u64) -> InterestTable {
    let shuffle = |matrix: &CsrMatrix, which: &str| {
        let columns = matrix.transpose();
        let n_rows = matrix.n_rows();
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); n_rows];
        let mut people: Vec<usize> = (0..n_rows).collect();
        for column in 0..columns.n_rows() {
            let mut rng = generator(seed, which, column as u64);
            // The first places of a Fisher–Yates shuffle.
            for place in 0..columns.row(column).count() {
                let other = place + (uniform(&mut rng) * (n_rows - place) as f64) as usize;
                people.swap(place, other);
                rows[people[place]].push(column as u32);
            }
        }
        let rows = rows.into_iter().map(|indices| SparseVector { values: vec![1.0; indices.len()], indices });
        CsrMatrix::from_rows(matrix.n_columns(), rows)
    };
    InterestTable {
        items: shuffle(&table.items, "null items"),
        context: shuffle(&table.context, "null context"),
        ..table.clone()
    }
}

/// The mean silhouette that the same method finds in a shuffled table.
pub fn null_silhouette(
    table: &InterestTable,
    n_levels: usize,
    params: &InterestParams,
    groups: GroupParams,
    n_init: u64,
) -> Option<f64> {
    let table = shuffled(table, params.seed);
    let interests = fit_interests(&table, n_levels, params);
    let directions = interests.directions(&table, groups.n_components, params.seed);
    let points = unit_coordinates(&table, &interests.loadings(&directions));
    let found = fit_groups(&points, &table.level_of, groups, 1, n_init, params.seed);
    mean_silhouette(&points, &found.cluster_of)
}
