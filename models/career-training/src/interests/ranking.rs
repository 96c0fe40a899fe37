//! Scores of items: for a page, and for a person.

use career_model::Level;
use ndarray::Array1;

use crate::interests::weights::InterestWeights;

/// A page's shares are shrunk as if this many people of the level belonged to it: for a page of ten people,
/// the page and the level count equally.
const SHRINK: f64 = 10.0;

/// The exponent of the lift over the level.
const LIFT: f64 = 0.25;

/// Bounds the lift of items that nearly nobody of the level has.
const FLOOR: f64 = 0.02;

/// `share · lift^¼`, with the share shrunk towards the level's: high for items that many of a group have,
/// higher for items that fewer others of the level have.
pub fn page_score(people: f64, of: f64, level_share: f64) -> f64 {
    let share = (people + SHRINK * level_share) / (of + SHRINK);
    share * ((share + FLOOR) / (level_share + FLOOR)).powf(LIFT)
}

/// The score of every item for a person with these items and this context: the item–item weights, plus the
/// prior, which counts less the more items there are.
pub fn personal_scores(
    weights: &InterestWeights,
    items: impl Iterator<Item = usize>,
    context: impl Iterator<Item = usize>,
    level: Level,
) -> Array1<f64> {
    let mut scores = weights.ranking_prior.base[level].clone();
    for column in context {
        scores += &weights.ranking_prior.weights.row(column);
    }
    let mut listed = Array1::zeros(scores.len());
    let mut n = 0.0;
    for item in items {
        listed += &weights.ranking.row(item);
        n += 1.0;
    }
    listed + scores / (1.0 + n)
}
