//! EASE: item–item weights in closed form.

use ndarray::Array2;

use crate::maths::csr::CsrMatrix;
use crate::maths::dense::spd_inverse;

/// The regularisation of EASE.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EaseParams {
    /// The ridge penalty, in people.
    pub lambda: f64,
    /// Dropout, `p / (1 − p)`: each item is predicted as if the share `p` of the others were hidden.
    pub dropout: f64,
    /// The weight of a list `n` times as long as the mean is `n^−a`, because long lists connect everything.
    pub length_exponent: f64,
}

/// The item–item weights `B` that minimise `Σ w_r ‖x_r − x_r·B‖²`, regularised, with a zero diagonal,
/// `n_items × n_items`: a person who holds items `x` scores `x·B`.
///
/// Steck, "Embarrassingly Shallow Autoencoders for Sparse Data" (2019): with `G = XᵀWX` and
/// `P = (G + λI + d·diag(G))⁻¹`, `B_ij = −P_ij / P_jj`; the dropout term `d` is that of "Autoencoders that
/// don't overfit towards the identity" (2020). The weights of items that nobody has are zero.
pub fn ease(items: &CsrMatrix, params: EaseParams) -> Array2<f64> {
    let mut gram = gram(items, params.length_exponent);
    gram.diag_mut().mapv_inplace(|own| own * (1.0 + params.dropout) + params.lambda);
    let mut weights =
        spd_inverse(&gram.view()).unwrap_or_else(|| unreachable!("λ > 0 makes it positive definite"));
    let diagonal = weights.diag().to_owned();
    for (column, &pivot) in diagonal.iter().enumerate() {
        weights.column_mut(column).mapv_inplace(|value| -value / pivot);
        weights[[column, column]] = 0.0;
    }
    weights
}

/// `XᵀWX`, where a list `n` times as long as the mean has the weight `n^−length_exponent`.
pub(crate) fn gram(items: &CsrMatrix, length_exponent: f64) -> Array2<f64> {
    let n = items.n_columns();
    let listed = |row: usize| items.row(row).count() as f64;
    let mean = (0..items.n_rows()).map(listed).sum::<f64>() / (items.n_rows() as f64).max(1.0);
    let mut gram = Array2::<f64>::zeros((n, n));
    for row in 0..items.n_rows() {
        let weight = (listed(row) / mean.max(1.0)).max(f64::MIN_POSITIVE).powf(-length_exponent);
        for (a, value) in items.row(row) {
            for (b, other) in items.row(row) {
                gram[[a, b]] += weight * value * other;
            }
        }
    }
    gram
}
