//! Correspondence: item–item weights from the leading directions of the whole table.

use ndarray::{Array1, Array2, Axis};

use crate::interests::ease::gram;
use crate::maths::csr::CsrMatrix;
use crate::maths::truncated_svd::leading_directions;

/// The most directions; their number is the square root of the number of people.
const MAX_DIRECTIONS: usize = 128;

/// The exponent by which long lists count less, as in
/// [`crate::interests::ease::EaseParams::length_exponent`].
const LENGTH_EXPONENT: f64 = 0.5;

/// Item → items by projection on the leading directions of correspondence, `n_items × n_items`, with a zero
/// diagonal: a person who holds items `x` scores `x·D^−½·V·Vᵀ·D^½`, where `D` holds the numbers of people and
/// `V` the leading eigenvectors of `D^−½·XᵀWX·D^−½`.
///
/// EASE separates similar items, but is noisy for pairs that few people have; these directions are the
/// opposite. The scaling is that of correspondence analysis (Greenacre 1984), so that the commonest items get
/// no direction of their own.
pub fn correspondence(items: &CsrMatrix, seed: u64) -> Array2<f64> {
    let root = support(items).mapv(|people| people.max(1.0).sqrt());
    let mut scaled = gram(items, LENGTH_EXPONENT);
    for ((a, b), value) in scaled.indexed_iter_mut() {
        *value /= root[a] * root[b];
    }
    let n_directions = ((items.n_rows() as f64).sqrt().round() as usize).min(MAX_DIRECTIONS);
    let directions = leading_directions(&scaled, n_directions, seed);
    let mut weights = directions.dot(&directions.t());
    for ((a, b), value) in weights.indexed_iter_mut() {
        *value = if a == b { 0.0 } else { *value * root[b] / root[a] };
    }
    weights
}

/// Per item the number of people who have it.
pub fn support(items: &CsrMatrix) -> Array1<f64> {
    let mut support = Array1::zeros(items.n_columns());
    for row in 0..items.n_rows() {
        items.row(row).for_each(|(item, value)| support[item] += value);
    }
    support
}

/// Scales the columns of item → items, or of context → items, by one number each.
pub(crate) fn scale_columns(weights: &mut Array2<f64>, by: &Array1<f64>) {
    for mut row in weights.axis_iter_mut(Axis(0)) {
        row *= by;
    }
}
