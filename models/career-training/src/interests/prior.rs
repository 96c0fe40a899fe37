//! The prior: expected items from level, job title and fields of study, for people who list few items.

use career_model::{Level, PerLevel};
use ndarray::{Array1, Array2};

use crate::maths::csr::CsrMatrix;
use crate::maths::dense::spd_inverse;

/// A ridge regression from context (position words, fields of study) to the share of people with each item,
/// around the level's own share.
#[derive(Clone, Debug)]
pub struct Prior {
    /// Per level the expected share of people with each item, for a person without context.
    pub base: PerLevel<Array1<f64>>,
    /// The effect of each context column, `n_context × n_items`.
    pub weights: Array2<f64>,
}

/// Fits `items − share in the level ≈ (context − mean) · weights` with penalty `λ‖weights‖²`.
///
/// `level_of` is each row's level; a level without people has the share of everybody.
pub fn fit_prior(context: &CsrMatrix, items: &CsrMatrix, level_of: &[Level], lambda: f64) -> Prior {
    let (n, n_context, n_items) = (items.n_rows(), context.n_columns(), items.n_columns());
    let mut everybody = Array1::<f64>::zeros(n_items);
    let mut shares = PerLevel::from_fn(|_| Array1::<f64>::zeros(n_items));
    let mut sizes = PerLevel::<f64>::default();
    for (row, &level) in level_of.iter().enumerate() {
        sizes[level] += 1.0;
        for (item, value) in items.row(row) {
            shares[level][item] += value;
            everybody[item] += value;
        }
    }
    everybody /= (n as f64).max(1.0);
    for (level, share) in shares.iter_mut() {
        if sizes[level] > 0.0 {
            *share /= sizes[level];
        } else {
            share.assign(&everybody);
        }
    }
    // Centred without dense matrices: Σ (c − m)(c − m)ᵀ = CᵀC − n m mᵀ, and likewise for CᵀY.
    let mut mean = Array1::<f64>::zeros(n_context);
    let mut gram = Array2::<f64>::eye(n_context) * lambda;
    let mut cross = Array2::<f64>::zeros((n_context, n_items));
    let mut context_in_level = PerLevel::from_fn(|_| Array1::<f64>::zeros(n_context));
    for (row, &level) in level_of.iter().enumerate() {
        for (a, value) in context.row(row) {
            mean[a] += value;
            context_in_level[level][a] += value;
            for (b, other) in context.row(row) {
                gram[[a, b]] += value * other;
            }
            for (item, held) in items.row(row) {
                cross[[a, item]] += value * held;
            }
        }
    }
    mean /= (n as f64).max(1.0);
    let column = mean.view().insert_axis(ndarray::Axis(1));
    gram -= &(column.dot(&column.t()) * n as f64);
    // The items are centred by level, and sum to zero over everybody, so the mean of the context drops out.
    for (level, share) in shares.iter() {
        let counts = context_in_level[level].view().insert_axis(ndarray::Axis(1));
        cross -= &counts.dot(&share.view().insert_axis(ndarray::Axis(0)));
    }
    let inverse =
        spd_inverse(&gram.view()).unwrap_or_else(|| unreachable!("λ > 0 makes it positive definite"));
    let weights = inverse.dot(&cross);
    let offset = mean.dot(&weights);
    Prior { base: shares.map(|share| share - &offset), weights }
}
