//! Interests: what a person holds, smoothed by what such people hold beside it.
//!
//! ```text
//! items, context ─► EASE and prior ─► expected items ─► directions ─► unit coordinates ─► spherical k-means
//! ```
//!
//! Everything up to the coordinates is linear in what a person lists, so a model needs one row of coordinates per
//! column, and the share of every input in a decision is exact.

pub mod blocks;
pub mod continuity;
pub mod correspondence;
pub mod ease;
pub mod groups;
pub mod held_out;
pub mod metric;
pub mod null;
pub mod placement;
pub mod prior;
pub mod projection;
pub mod ranking;
pub mod recall;
pub mod search;
pub mod seed_setting;
pub mod spherical;
pub mod stability;
pub mod table;

use ndarray::{Array2, Axis, concatenate};

use blocks::BlockWeights;
use correspondence::{correspondence, scale_columns, support};
use ease::{EaseParams, ease};
use prior::{Prior, fit_prior};
use projection::singular_directions;
use spherical::normalize_rows;
use table::{Columns, InterestTable};

/// The people that directions are found on, at most, evenly over the table; more do not move them.
const MAX_PEOPLE_FOR_DIRECTIONS: usize = 4_000;

/// Numbers of the method; the same for every file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InterestParams {
    /// Item–item weights for the personal ranking.
    pub ranking: EaseParams,
    /// How much the leading directions count beside them.
    pub correspondence: f64,
    /// Scores are divided by this power of the number of people: of two things as likely, the rarer tells more.
    pub rarity: f64,
    /// Item–item weights for a person's place among others.
    pub place: EaseParams,
    /// Penalty of the prior.
    pub prior_lambda: f64,
    /// Seed of everything random.
    pub seed: u64,
}

impl InterestParams {
    /// The values that were best on people held out of several populations (`docs/recommendations.md`).
    pub fn new(seed: u64) -> InterestParams {
        InterestParams {
            ranking: EaseParams { lambda: 30.0, dropout: 0.5, length_exponent: 0.5 },
            correspondence: 0.4,
            rarity: 0.1,
            place: EaseParams { lambda: 50.0, dropout: 0.0, length_exponent: 0.0 },
            prior_lambda: 10.0,
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
    /// The prior as the personal ranking uses it.
    pub ranking_prior: Prior,
}

/// What each column says about all items, weighted by block, `n_columns × n_items`: a person's expected items, but for
/// what the level expects, are the sum over what they have.
#[derive(Clone, Debug)]
pub struct Expectations {
    rows: Array2<f64>,
}

/// Learns the item–item weights and the prior.
pub fn fit_interests(table: &InterestTable, n_levels: usize, params: &InterestParams) -> Interests {
    let items = &table.items;
    let prior = fit_prior(&table.context, items, &table.level_of, n_levels, params.prior_lambda);
    let rarity = support(items).mapv(|people| people.max(1.0).powf(-params.rarity));
    let mut ranking = ease(items, params.ranking);
    ranking.scaled_add(params.correspondence, &correspondence(items, params.seed));
    scale_columns(&mut ranking, &rarity);
    let mut ranking_prior = prior.clone();
    scale_columns(&mut ranking_prior.weights, &rarity);
    ranking_prior.base.iter_mut().for_each(|base| *base *= &rarity);
    Interests { ranking, place: ease(items, params.place), prior, ranking_prior }
}

impl Interests {
    /// What each column says, weighted by block.
    pub fn expectations(&self, columns: &Columns, weights: BlockWeights) -> Expectations {
        let mut rows = concatenate![Axis(0), self.place, self.prior.weights];
        for (mut row, weight) in rows.axis_iter_mut(Axis(0)).zip(weights.of_columns(columns)) {
            row *= weight;
        }
        Expectations { rows }
    }
}

impl Expectations {
    /// The directions in which people differ most, `n_items × n_components`.
    pub fn directions(&self, table: &InterestTable, n_components: usize, seed: u64) -> Array2<f64> {
        let n = table.n_people();
        let step = n.div_ceil(MAX_PEOPLE_FOR_DIRECTIONS).max(1);
        let rows: Vec<usize> = (0..n).step_by(step).collect();
        let mut expected = Array2::zeros((rows.len(), self.rows.ncols()));
        for (mut own, &row) in expected.axis_iter_mut(Axis(0)).zip(&rows) {
            for (column, value) in table.columns_of(row) {
                own.scaled_add(value, &self.rows.row(column));
            }
        }
        normalize_rows(&mut expected);
        singular_directions(&expected.view(), n_components, seed)
    }

    /// Coordinates per column, items first, `n_columns × n_components`: a person's are the sum over what they have.
    pub fn loadings(&self, directions: &Array2<f64>) -> Array2<f64> {
        self.rows.dot(directions)
    }
}

/// The coordinates of every row, brought to length 1; zero for who has nothing that counts.
pub fn unit_coordinates(table: &InterestTable, loadings: &Array2<f64>) -> Array2<f64> {
    let mut points = Array2::zeros((table.n_people(), loadings.ncols()));
    for (row, mut point) in points.axis_iter_mut(Axis(0)).enumerate() {
        for (column, value) in table.columns_of(row) {
            point.scaled_add(value, &loadings.row(column));
        }
    }
    normalize_rows(&mut points);
    points
}
