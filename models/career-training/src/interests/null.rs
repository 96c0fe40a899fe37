//! Silhouettes, and what they are worth: the same on people whose columns were shuffled.

use career_model::Level;
use career_model::sparse::SparseVector;
use ndarray::{Array2, Axis};

use super::groups::{GroupParams, Groups, Inputs, fit_groups};
use super::placement::Learned;
use super::search::Search;
use super::table::InterestTable;
use super::{InterestParams, fit_interests, unit_coordinates};
use crate::csr::CsrMatrix;
use crate::random::{generator, uniform};
use crate::silhouette::silhouette_scores;

/// The most people a silhouette is computed on, evenly over the table.
const MAX_PEOPLE: usize = 4_000;

/// The mean silhouette (Rousseeuw 1987) over everyone in a cluster, among those who were clustered together. `None`
/// where nobody has another cluster to be nearer to.
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

/// The mean silhouette that the same method finds in a shuffled table; `None` in the setting of the method's source,
/// which is measured in `site-gen evaluate`.
pub fn null_silhouette(learned: &Learned<'_>, params: GroupParams, search: Search) -> Option<f64> {
    let Inputs::Interests(weights) = params.inputs else { return None };
    let seed = learned.seed;
    let table = shuffled(learned.table, seed);
    let interests = fit_interests(&table, Level::ALL.len(), &InterestParams::new(seed));
    let expectations = interests.expectations(learned.columns, weights);
    let directions = expectations.directions(&table, params.n_components, seed);
    let points = unit_coordinates(&table, &expectations.loadings(&directions));
    let found = fit_groups(&points, &table.level_of, params, 1, search.n_init(), seed);
    mean_silhouette(&points, &found)
}
