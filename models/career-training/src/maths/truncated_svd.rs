//! The leading singular vectors of a matrix.

use ndarray::{Array2, ArrayView2, Axis};

use crate::maths::random::{generator, uniform};

/// Additional directions, which make the leading ones converge quickly.
const SPARE: usize = 8;

/// Rounds of subspace iteration; few are enough, because the leading singular values of interests differ
/// much.
const ROUNDS: usize = 16;

/// The `n_components` leading right singular vectors of `rows` (`n × n_items`), as columns: scikit-learn's
/// `TruncatedSVD`, whose `components_` are their transpose. Each one's largest entry is positive.
///
/// Randomised subspace iteration on the Gram matrix (Halko, Martinsson and Tropp 2011, algorithm 4.4).
pub fn singular_directions(rows: &ArrayView2<'_, f64>, n_components: usize, seed: u64) -> Array2<f64> {
    let n_items = rows.ncols();
    let n_components = n_components.min(n_items).min(rows.nrows());
    if n_components == 0 {
        return Array2::zeros((n_items, 0));
    }
    leading_directions(&rows.t().dot(rows), n_components, seed)
}

/// The leading eigenvectors of a positive semi-definite matrix, as columns; fewer if it has fewer columns.
pub(crate) fn leading_directions(gram: &Array2<f64>, n_components: usize, seed: u64) -> Array2<f64> {
    let n_items = gram.nrows();
    let n_components = n_components.min(n_items);
    if n_components == 0 {
        return Array2::zeros((n_items, 0));
    }
    let mut rng = generator(seed, "singular directions", 0);
    let width = (n_components + SPARE).min(n_items);
    let mut basis = Array2::from_shape_simple_fn((n_items, width), || uniform(&mut rng) - 0.5);
    for _ in 0..ROUNDS {
        orthonormalize(&mut basis);
        basis = gram.dot(&basis);
    }
    orthonormalize(&mut basis);
    // Within the subspace, the eigenvectors by descending eigenvalue.
    let small = basis.t().dot(gram).dot(&basis);
    let eigen = nalgebra::SymmetricEigen::new(nalgebra::DMatrix::from_fn(width, width, |i, j| small[[i, j]]));
    let mut order: Vec<usize> = (0..width).collect();
    order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
    let rotation = Array2::from_shape_fn((width, n_components), |(i, j)| eigen.eigenvectors[(i, order[j])]);
    let mut directions = basis.dot(&rotation);
    for mut direction in directions.axis_iter_mut(Axis(1)) {
        let largest = direction.iter().fold(0.0_f64, |most, &v| if v.abs() > most.abs() { v } else { most });
        if largest < 0.0 {
            direction.mapv_inplace(|v| -v);
        }
    }
    directions
}

/// Gram–Schmidt, twice, over the columns; a column that depends on earlier ones becomes zero.
fn orthonormalize(basis: &mut Array2<f64>) {
    for column in 0..basis.ncols() {
        for _ in 0..2 {
            let (before, mut rest) = basis.view_mut().split_at(Axis(1), column);
            let mut own = rest.column_mut(0);
            let parts = before.t().dot(&own);
            own -= &before.dot(&parts);
        }
        let norm = basis.column(column).dot(&basis.column(column)).sqrt();
        let scale = if norm > 1e-12 { 1.0 / norm } else { 0.0 };
        basis.column_mut(column).mapv_inplace(|v| v * scale);
    }
}
