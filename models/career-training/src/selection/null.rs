//! Silhouettes of groups, and for comparison of groups of people with shuffled columns.

use career_model::sparse::SparseVector;
use ndarray::{Array2, Axis};

use crate::groups::clustering::{Groups, fit_groups};
use crate::groups::embedding::InterestFit;
use crate::groups::params::{GroupParams, Inputs};
use crate::interests::table::InterestTable;
use crate::interests::weights::{InterestParams, fit_interest_weights, unit_coordinates};
use crate::maths::csr::CsrMatrix;
use crate::maths::random::{generator, uniform};
use crate::maths::silhouette::silhouette_scores;
use crate::selection::search_space::Search;

/// The most people that a silhouette is computed on, evenly spread over the table.
const MAX_PEOPLE: usize = 4_000;

/// The mean silhouette (Rousseeuw 1987) over everyone in a cluster, among people who were clustered together.
/// `None` if there is only one cluster.
pub fn mean_silhouette(points: &Array2<f64>, groups: &Groups) -> Option<f64> {
    let (mut sum, mut people) = (0.0, 0.0);
    for rows in groups.scopes() {
        let step = rows.len().div_ceil(MAX_PEOPLE).max(1);
        let sample: Vec<usize> = rows.iter().copied().step_by(step).collect();
        let labels: Vec<u32> = sample.iter().filter_map(|&row| groups.cluster_of[row]).collect();
        if labels.iter().all(|label| Some(label) == labels.first()) {
            continue;
        }
        let own = points.select(Axis(0), &sample);
        if let Some(score) = silhouette_scores(&own, &vec![1.0; sample.len()], &[&labels]).first() {
            sum += score * rows.len() as f64;
            people += rows.len() as f64;
        }
    }
    (people > 0.0).then(|| sum / people)
}

/// The table with the people of every column drawn anew: columns keep their sums and become independent.
pub fn shuffled(table: &InterestTable, seed: u64) -> InterestTable {
    let shuffle = |matrix: &CsrMatrix, which: &str| {
        let columns = matrix.transpose();
        let n_rows = matrix.n_rows();
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); n_rows];
        let mut people: Vec<usize> = (0..n_rows).collect();
        for column in 0..columns.n_rows() {
            let mut rng = generator(seed, which, column as u64);
            // The first steps of a Fisher–Yates shuffle.
            for step in 0..columns.row(column).count() {
                let other = step + (uniform(&mut rng) * (n_rows - step) as f64) as usize;
                people.swap(step, other);
                rows[people[step]].push(column as u32);
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

/// The mean silhouette that the same method finds in a shuffled table; `None` for the reference setting,
/// which `site-gen evaluate` measures.
pub fn null_silhouette(fit: &InterestFit<'_>, params: GroupParams, search: Search) -> Option<f64> {
    let Inputs::Interests(weights) = params.inputs else { return None };
    let seed = fit.seed;
    let table = shuffled(fit.table, seed);
    let interests = fit_interest_weights(&table, &InterestParams::new(seed));
    let expectations = interests.expectations(fit.columns, weights);
    let directions = expectations.directions(&table, params.n_components, seed);
    let points = unit_coordinates(&table, &expectations.loadings(&directions));
    let groups = fit_groups(&points, &table.level_of, params, 1, search.n_init(), seed);
    mean_silhouette(&points, &groups)
}
