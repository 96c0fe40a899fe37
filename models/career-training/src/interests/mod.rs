//! Interests: what a person holds, smoothed by what such people hold beside it.
//!
//! ```text
//! items, context ─► EASE and prior ─► expected items ─► directions ─► unit coordinates ─► spherical k-means
//! ```
//!
//! Everything up to the coordinates is linear in what a person lists, so a model needs one row of coordinates per
//! column, and the share of every input in a decision is exact.

pub mod ease;
pub mod groups;
pub mod held_out;
pub mod null;
pub mod prior;
pub mod projection;
pub mod ranking;
pub mod search;
pub mod spherical;
pub mod stability;
pub mod table;

use ndarray::{Array1, Array2, Axis, concatenate};

use ease::{EaseParams, ease};
use prior::{Prior, fit_prior};
use projection::singular_directions;
use spherical::normalize_rows;
use table::InterestTable;

/// The people that directions are found on, at most, evenly over the table; more do not move them.
const MAX_PEOPLE_FOR_DIRECTIONS: usize = 4_000;

/// Numbers of the method; the same for every file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InterestParams {
    /// Item–item weights for the personal ranking.
    pub ranking: EaseParams,
    /// Item–item weights for a person's place among others.
    pub place: EaseParams,
    /// Penalty of the prior.
    pub prior_lambda: f64,
    /// How much context moves a person's place beside the items listed.
    pub context_weight: f64,
    /// Seed of everything random.
    pub seed: u64,
}

impl InterestParams {
    /// The values that were best on people held out of two different populations (`docs/recommendations.md`).
    pub fn new(seed: u64) -> InterestParams {
        InterestParams {
            ranking: EaseParams { lambda: 30.0, dropout: 0.2, length_exponent: 0.5 },
            place: EaseParams { lambda: 50.0, dropout: 0.0, length_exponent: 0.0 },
            prior_lambda: 10.0,
            context_weight: 0.1,
            seed,
        }
    }
}

/// What is learned of a table of people.
#[derive(Clone, Debug)]
pub struct Interests {
    /// Item → items for the personal ranking, `n_items × n_items`.
    pub ranking: Array2<f64>,
    /// The same for a person's place.
    pub place: Array2<f64>,
    /// Context → items.
    pub prior: Prior,
    /// How much context counts for a person's place.
    pub context_weight: f64,
}

/// Learns the item–item weights and the prior.
pub fn fit_interests(table: &InterestTable, n_levels: usize, params: &InterestParams) -> Interests {
    Interests {
        ranking: ease(&table.items, params.ranking),
        place: ease(&table.items, params.place),
        prior: fit_prior(&table.context, &table.items, &table.level_of, n_levels, params.prior_lambda),
        context_weight: params.context_weight,
    }
}

impl Interests {
    /// The expected items of a row but for what its level expects: linear in the row.
    pub fn expected(&self, table: &InterestTable, row: usize) -> Array1<f64> {
        let mut expected = Array1::zeros(self.place.ncols());
        for (item, value) in table.items.row(row) {
            expected.scaled_add(value, &self.place.row(item));
        }
        for (column, value) in table.context.row(row) {
            expected.scaled_add(value * self.context_weight, &self.prior.weights.row(column));
        }
        expected
    }

    /// The directions in which people differ most, `n_items × n_components`.
    pub fn directions(&self, table: &InterestTable, n_components: usize, seed: u64) -> Array2<f64> {
        let n = table.n_people();
        let step = n.div_ceil(MAX_PEOPLE_FOR_DIRECTIONS).max(1);
        let rows: Vec<usize> = (0..n).step_by(step).collect();
        let mut expected = Array2::zeros((rows.len(), self.place.ncols()));
        for (place, &row) in rows.iter().enumerate() {
            expected.row_mut(place).assign(&self.expected(table, row));
        }
        normalize_rows(&mut expected);
        singular_directions(&expected.view(), n_components, seed)
    }

    /// Coordinates per column, items first, `n_columns × n_components`: a person's are the sum over what they have.
    pub fn loadings(&self, directions: &Array2<f64>) -> Array2<f64> {
        let items = self.place.dot(directions);
        let context = self.prior.weights.dot(directions) * self.context_weight;
        concatenate![Axis(0), items, context]
    }
}

/// The coordinates of every row, brought to length 1; zero for who has nothing that counts.
pub fn unit_coordinates(table: &InterestTable, loadings: &Array2<f64>) -> Array2<f64> {
    let (items, context) = loadings.view().split_at(Axis(0), table.items.n_columns());
    let mut points = Array2::zeros((table.n_people(), loadings.ncols()));
    for row in 0..table.n_people() {
        let mut point = points.row_mut(row);
        for (item, value) in table.items.row(row) {
            point.scaled_add(value, &items.row(item));
        }
        for (column, value) in table.context.row(row) {
            point.scaled_add(value, &context.row(column));
        }
    }
    normalize_rows(&mut points);
    points
}
