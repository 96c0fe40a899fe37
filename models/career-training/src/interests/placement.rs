//! Where a person stands among others: fitted on some people, and asked of any.

use ndarray::{Array2, Axis};

use super::blocks::BlockWeights;
use super::continuity::Continued;
use super::groups::{GroupParams, Inputs};
use super::seed_setting::SeedSetting;
use super::table::{Columns, InterestTable};
use super::{Expectations, Interests, unit_coordinates};
use crate::tally::Vocabulary;

/// People who are learned from, and what was learned of them.
#[derive(Clone, Copy, Debug)]
pub struct Learned<'a> {
    /// Labels and topics.
    pub vocabulary: Vocabulary<'a>,
    /// What the table's columns are.
    pub columns: &'a Columns,
    /// Who has what.
    pub table: &'a InterestTable,
    /// Item–item weights and the prior.
    pub interests: &'a Interests,
    /// Groups to be continued, where there are any.
    pub continued: Option<&'a Continued>,
    /// Seed of everything random.
    pub seed: u64,
}

/// What a row's coordinates are made of.
#[derive(Clone, Debug)]
pub enum Placement {
    /// Coordinates per column, `n_columns × n_components`: a person's are their sum, at length 1.
    Interests(Array2<f64>),
    /// The projection of the method's source.
    Seed(SeedSetting),
}

/// Directions of one weighting, the most that are needed: fewer are the first of them.
#[derive(Clone, Debug)]
pub struct Directions {
    weights: BlockWeights,
    expectations: Expectations,
    directions: Array2<f64>,
}

impl Learned<'_> {
    /// The leading directions under a weighting.
    pub fn directions(&self, weights: BlockWeights, n_components: usize) -> Directions {
        let expectations = self.interests.expectations(self.columns, weights);
        let directions = expectations.directions(self.table, n_components, self.seed);
        Directions { weights, expectations, directions }
    }

    /// How a candidate places people; `known` are directions of any weightings that are at hand.
    pub fn placement(&self, params: GroupParams, known: &[Directions]) -> Placement {
        match params.inputs {
            Inputs::Seed => Placement::Seed(SeedSetting::fit(
                self.vocabulary.people,
                self.vocabulary.degree_topics,
                &self.table.person_of,
            )),
            Inputs::Interests(weights) => {
                let enough = |known: &&Directions| {
                    known.weights == weights && known.directions.ncols() >= params.n_components
                };
                match known.iter().find(enough) {
                    Some(known) => known.placement(params.n_components),
                    None => self.directions(weights, params.n_components).placement(params.n_components),
                }
            }
        }
    }

    /// The coordinates of rows, of these people or of others.
    pub fn points(&self, placement: &Placement, table: &InterestTable) -> Array2<f64> {
        match placement {
            Placement::Interests(loadings) => unit_coordinates(table, loadings),
            Placement::Seed(setting) => {
                setting.points(self.vocabulary.people, self.vocabulary.degree_topics, table)
            }
        }
    }
}

impl Directions {
    fn placement(&self, n_components: usize) -> Placement {
        let n_components = n_components.min(self.directions.ncols());
        let (first, _) = self.directions.view().split_at(Axis(1), n_components);
        let loadings = self.expectations.loadings(&first.to_owned());
        // As a model holds them, so that everyone is where serving finds them.
        Placement::Interests(loadings.mapv(|value| f64::from(value as f32)))
    }
}
