//! EASE: what people have beside an item, in closed form.

use ndarray::Array2;

use crate::csr::CsrMatrix;
use crate::dense::spd_inverse;

/// The item–item weights `B` that minimise `‖X − XB‖² + λ‖B‖²` with a zero diagonal, `n_items × n_items`: a
/// person who holds items `x` scores `x·B`.
///
/// Steck, "Embarrassingly Shallow Autoencoders for Sparse Data" (2019): with `P = (XᵀX + λI)⁻¹`,
/// `B_ij = −P_ij / P_jj`. Items that nobody has come out zero.
pub fn ease(items: &CsrMatrix, lambda: f64) -> Array2<f64> {
    let n = items.n_columns();
    let mut gram = Array2::<f64>::eye(n) * lambda;
    for row in 0..items.n_rows() {
        for (a, value) in items.row(row) {
            for (b, other) in items.row(row) {
                gram[[a, b]] += value * other;
            }
        }
    }
    let mut weights =
        spd_inverse(gram.view()).unwrap_or_else(|| unreachable!("λ > 0 makes it positive definite"));
    let diagonal = weights.diag().to_owned();
    for (column, &pivot) in diagonal.iter().enumerate() {
        weights.column_mut(column).mapv_inplace(|value| -value / pivot);
        weights[[column, column]] = 0.0;
    }
    weights
}
