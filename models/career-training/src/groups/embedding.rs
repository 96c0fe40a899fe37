//! Coordinates of people: fitted on some, computed for any.

use ndarray::{Array2, Axis};

use crate::groups::params::{GroupParams, Inputs};
use crate::groups::prior_groups::PriorGroups;
use crate::groups::reference_projection::ReferenceProjection;
use crate::interests::blocks::BlockWeights;
use crate::interests::columns::Columns;
use crate::interests::table::InterestTable;
use crate::interests::weights::{Expectations, InterestWeights, unit_coordinates};
use crate::topics::vocabulary::Vocabulary;

/// A training table with the weights fitted on it: everything that a candidate's groups are fitted from.
#[derive(Clone, Copy, Debug)]
pub struct InterestFit<'a> {
    /// Labels and topics.
    pub vocabulary: Vocabulary<'a>,
    /// The columns of the table.
    pub columns: &'a Columns,
    /// The people of the fit.
    pub table: &'a InterestTable,
    /// Item–item weights and the prior.
    pub weights: &'a InterestWeights,
    /// The groups of an earlier model to continue from, if any.
    pub prior_groups: Option<&'a PriorGroups>,
    /// The random seed.
    pub seed: u64,
}

/// A fitted mapping from rows to coordinates.
#[derive(Clone, Debug)]
pub enum Embedding {
    /// Coordinates per column, `n_columns × n_components`: a person's are their sum, scaled to length 1.
    Interests(Array2<f64>),
    /// The projection of the reference method.
    Reference(Box<ReferenceProjection>),
}

/// The leading directions for one set of block weights. A candidate with fewer components takes the first of
/// them.
#[derive(Clone, Debug)]
pub struct LeadingDirections {
    weights: BlockWeights,
    expectations: Expectations,
    directions: Array2<f64>,
}

impl InterestFit<'_> {
    /// The leading directions for a set of block weights.
    pub fn directions(&self, weights: BlockWeights, n_components: usize) -> LeadingDirections {
        let expectations = self.weights.expectations(self.columns, weights);
        let directions = expectations.directions(self.table, n_components, self.seed);
        LeadingDirections { weights, expectations, directions }
    }

    /// Fits the embedding of a candidate; `known` are directions that were computed before.
    pub fn embedding(&self, params: GroupParams, known: &[LeadingDirections]) -> Embedding {
        match params.inputs {
            Inputs::Reference => Embedding::Reference(Box::new(ReferenceProjection::fit(
                self.vocabulary.people,
                self.vocabulary.degree_topics,
                &self.table.person_of,
            ))),
            Inputs::Interests(weights) => {
                let fits = |known: &&LeadingDirections| {
                    known.weights == weights && known.directions.ncols() >= params.n_components
                };
                match known.iter().find(fits) {
                    Some(known) => known.embedding(params.n_components),
                    None => self.directions(weights, params.n_components).embedding(params.n_components),
                }
            }
        }
    }
}

impl Embedding {
    /// The coordinates of a table's rows, `n_people × n_components`; zero for rows without a known column.
    pub fn transform(&self, vocabulary: Vocabulary<'_>, table: &InterestTable) -> Array2<f64> {
        match self {
            Embedding::Interests(loadings) => unit_coordinates(table, loadings),
            Embedding::Reference(projection) => {
                projection.transform(vocabulary.people, vocabulary.degree_topics, table)
            }
        }
    }
}

impl LeadingDirections {
    fn embedding(&self, n_components: usize) -> Embedding {
        let n_components = n_components.min(self.directions.ncols());
        let (first, _) = self.directions.view().split_at(Axis(1), n_components);
        let loadings = self.expectations.loadings(&first.to_owned());
        // A model holds loadings in single precision; with the same rounding, serving finds the same groups.
        Embedding::Interests(loadings.mapv(|value| f64::from(value as f32)))
    }
}
