//! Item–item weights and the prior, and the coordinates that follow from them.

use ndarray::{Array2, Axis, concatenate};

use crate::interests::blocks::BlockWeights;
use crate::interests::columns::Columns;
use crate::interests::correspondence::{correspondence, scale_columns, support};
use crate::interests::ease::{EaseParams, ease};
use crate::interests::prior::{Prior, fit_prior};
use crate::interests::table::InterestTable;
use crate::maths::spherical_k_means::normalize_rows;
use crate::maths::truncated_svd::singular_directions;

/// The most people that directions are fitted on, evenly spread over the table; more do not change them.
const MAX_PEOPLE_FOR_DIRECTIONS: usize = 4_000;

/// Parameters of the weights; the same for every file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InterestParams {
    /// Item–item weights for the personal ranking.
    pub ranking: EaseParams,
    /// The weight of [`correspondence`] beside them.
    pub correspondence: f64,
    /// Scores are divided by this power of the number of people: of two equally likely items, the rarer comes
    /// first.
    pub rarity: f64,
    /// Item–item weights for a person's coordinates.
    pub coordinates: EaseParams,
    /// The ridge penalty of the prior.
    pub prior_lambda: f64,
    /// The random seed.
    pub seed: u64,
}

impl InterestParams {
    /// The values with the best recall on held-out people of several populations (`docs/recommendations.md`).
    pub fn new(seed: u64) -> InterestParams {
        InterestParams {
            ranking: EaseParams { lambda: 30.0, dropout: 0.5, length_exponent: 0.5 },
            correspondence: 0.4,
            rarity: 0.1,
            coordinates: EaseParams { lambda: 50.0, dropout: 0.0, length_exponent: 0.0 },
            prior_lambda: 10.0,
            seed,
        }
    }
}

/// The weights fitted on a table of people.
#[derive(Clone, Debug)]
pub struct InterestWeights {
    /// Item → items for the personal ranking, `n_items × n_items`.
    pub ranking: Array2<f64>,
    /// Item → items for a person's coordinates, `n_items × n_items`.
    pub coordinates: Array2<f64>,
    /// Context → items.
    pub prior: Prior,
    /// The prior, scaled for the personal ranking.
    pub ranking_prior: Prior,
}

/// Per column the expected items, weighted by block, `n_columns × n_items`: a person's expected items,
/// without the level's own expectation, are the sum over their columns.
#[derive(Clone, Debug)]
pub struct Expectations {
    rows: Array2<f64>,
}

/// Fits the item–item weights and the prior.
pub fn fit_interest_weights(table: &InterestTable, params: &InterestParams) -> InterestWeights {
    let items = &table.items;
    let prior = fit_prior(&table.context, items, &table.level_of, params.prior_lambda);
    let rarity = support(items).mapv(|people| people.max(1.0).powf(-params.rarity));
    let mut ranking = ease(items, params.ranking);
    ranking.scaled_add(params.correspondence, &correspondence(items, params.seed));
    scale_columns(&mut ranking, &rarity);
    let mut ranking_prior = prior.clone();
    scale_columns(&mut ranking_prior.weights, &rarity);
    ranking_prior.base.iter_mut().for_each(|(_, base)| *base *= &rarity);
    InterestWeights { ranking, coordinates: ease(items, params.coordinates), prior, ranking_prior }
}

impl InterestWeights {
    /// Per column the expected items, weighted by block.
    pub fn expectations(&self, columns: &Columns, weights: BlockWeights) -> Expectations {
        let mut rows = concatenate![Axis(0), self.coordinates, self.prior.weights];
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

    /// Coordinates per column, items first, `n_columns × n_components`: a person's are the sum over their
    /// columns.
    pub fn loadings(&self, directions: &Array2<f64>) -> Array2<f64> {
        self.rows.dot(directions)
    }
}

/// The coordinates of every row, scaled to length 1; zero for rows without a column of positive weight.
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
