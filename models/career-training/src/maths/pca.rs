//! Fitting a [`Pca`] on sparse, weighted rows.
//!
//! The covariance matrix is never formed: a block Krylov method (block Lanczos with full
//! reorthogonalisation, Golub and Van Loan §10.3) needs only its product with a few vectors, and
//! centring is a rank-one correction. The subspace grows until the leading eigenpairs have residuals
//! below `TOLERANCE`, so the result equals that of `svd_solver="full"` up to rounding.

use career_model::pca::Pca;
use nalgebra::{DMatrix, SymmetricEigen};
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, Slice};
use rand_chacha::ChaCha8Rng;

use crate::maths::csr::CsrMatrix;
use crate::maths::random::{generator, uniform};

/// The largest residual of an eigenpair, relative to the largest eigenvalue.
const TOLERANCE: f64 = 1e-10;

/// Vectors per step: more than components, so that equal eigenvalues are found together.
const BLOCK: usize = 8;

/// The dimension of the subspace at which it restarts from its best vectors.
const MAX_SUBSPACE: usize = 160;

/// A smaller share of the sum of squares is a rounding error, not a difference between rows.
const ROUNDING: f64 = 1e-13;

/// The most restarts; after that the result is used even if it has not converged.
const MAX_RESTARTS: usize = 50;

/// Fits `n_components` principal components (fewer if there are fewer rows or columns).
///
/// `rows` is `n_rows × n_features`, `weights` counts people per row. Signs follow scikit-learn's
/// `svd_flip(u_based_decision=False)`: each component's largest loading by magnitude is positive.
pub fn fit_pca(rows: &CsrMatrix, weights: &[f64], n_components: usize) -> Pca {
    let covariance = Covariance::new(rows, weights);
    let n_features = rows.n_columns();
    let n_people: f64 = weights.iter().sum();
    let n_components = n_components.min(n_features).min(n_people as usize);
    let (eigenvalues, mut components) = leading_eigenpairs(&covariance, n_components);
    for mut component in components.axis_iter_mut(Axis(0)) {
        let largest = component.iter().fold(0.0_f64, |most, &v| if v.abs() > most.abs() { v } else { most });
        if largest < 0.0 {
            component.mapv_inplace(|v| -v);
        }
    }
    let total = covariance.total_variance();
    let ratio = |value: &f64| if total > 0.0 { (value / total).clamp(0.0, 1.0) } else { 0.0 };
    Pca {
        n_components: components.nrows() as u32,
        loadings: components.t().iter().map(|&loading| loading as f32).collect(),
        offset: components.dot(&covariance.mean).to_vec(),
        explained_variance_ratio: eigenvalues.iter().map(ratio).collect(),
    }
}

/// `Σ w (x − mean)(x − mean)ᵀ / (Σ w − 1)`, as an operator.
struct Covariance<'a> {
    rows: &'a CsrMatrix,
    weights: &'a [f64],
    mean: Array1<f64>,
    n_people: f64,
}

impl<'a> Covariance<'a> {
    fn new(rows: &'a CsrMatrix, weights: &'a [f64]) -> Covariance<'a> {
        let n_people: f64 = weights.iter().sum();
        let mut mean = Array1::zeros(rows.n_columns());
        for (row, weight) in weights.iter().enumerate() {
            for (column, value) in rows.row(row) {
                mean[column] += weight * value / n_people;
            }
        }
        Covariance { rows, weights, mean, n_people }
    }

    fn degrees_of_freedom(&self) -> f64 {
        (self.n_people - 1.0).max(1.0)
    }

    fn total_variance(&self) -> f64 {
        let mut squares = 0.0;
        for (row, weight) in self.weights.iter().enumerate() {
            squares += weight * self.rows.row(row).map(|(_, value)| value * value).sum::<f64>();
        }
        let centred = squares - self.n_people * self.mean.dot(&self.mean);
        // For equal rows, this difference is nothing but rounding.
        if centred > ROUNDING * squares { centred / self.degrees_of_freedom() } else { 0.0 }
    }

    /// The covariance times each row of `block` (`b × n_features`).
    fn apply(&self, block: &Array2<f64>) -> Array2<f64> {
        // Feature-major, so that the inner loops run over neighbours in memory.
        let vectors = block.t().as_standard_layout().into_owned();
        let mut products: Array2<f64> = Array2::zeros(vectors.raw_dim());
        let mean_products = block.dot(&self.mean);
        let mut row_products = Array1::zeros(block.nrows());
        for (row, &weight) in self.weights.iter().enumerate() {
            row_products.fill(0.0);
            for (column, value) in self.rows.row(row) {
                row_products.scaled_add(value, &vectors.row(column));
            }
            row_products *= weight;
            for (column, value) in self.rows.row(row) {
                products.row_mut(column).scaled_add(value, &row_products);
            }
        }
        for (column, &mean) in self.mean.iter().enumerate() {
            products.row_mut(column).scaled_add(-mean * self.n_people, &mean_products);
        }
        products /= self.degrees_of_freedom();
        products.reversed_axes().as_standard_layout().into_owned()
    }
}

/// The `n` largest eigenvalues, descending, and their unit eigenvectors as rows.
fn leading_eigenpairs(covariance: &Covariance<'_>, n: usize) -> (Vec<f64>, Array2<f64>) {
    let n_features = covariance.rows.n_columns();
    if n == 0 {
        return (Vec::new(), Array2::zeros((0, n_features)));
    }
    let mut rng = generator(0, "pca", 0);
    let mut basis = Array2::zeros((0, n_features));
    let mut products = Array2::zeros((0, n_features));
    let mut block = random_block(&mut rng, BLOCK.max(n), n_features);
    for _ in 0..MAX_RESTARTS {
        loop {
            let fresh = orthonormal_to(&basis, &block);
            let exhausted = fresh.nrows() == 0;
            if !exhausted {
                let product = covariance.apply(&fresh);
                append(&mut basis, &fresh);
                append(&mut products, &product);
                block = product;
            }
            let full = exhausted || basis.nrows() >= n_features || basis.nrows() >= MAX_SUBSPACE;
            if !full && basis.nrows() % (4 * BLOCK) != 0 {
                continue;
            }
            let ritz = RitzPairs::of(&basis, &products);
            let n = n.min(ritz.values.len());
            let converged =
                (0..n).all(|pair| ritz.residual(pair, &basis, &products) <= TOLERANCE * ritz.values[0]);
            if converged || exhausted || basis.nrows() >= n_features {
                return (ritz.values[..n].to_vec(), ritz.vectors(n, &basis));
            }
            if full {
                let keep = (3 * BLOCK).min(ritz.values.len());
                let (kept, kept_products) = (ritz.vectors(keep, &basis), ritz.vectors(keep, &products));
                // The next block continues from the residuals of the leading pairs.
                block = first_rows(&kept_products, BLOCK.min(keep)).to_owned();
                basis = kept;
                products = kept_products;
                break;
            }
        }
    }
    let ritz = RitzPairs::of(&basis, &products);
    (ritz.values[..n.min(ritz.values.len())].to_vec(), ritz.vectors(n.min(ritz.values.len()), &basis))
}

/// Eigenpairs of the operator restricted to a subspace.
struct RitzPairs {
    /// Descending.
    values: Vec<f64>,
    /// Per pair, its coordinates in the basis, as rows.
    coordinates: Array2<f64>,
}

impl RitzPairs {
    fn of(basis: &Array2<f64>, products: &Array2<f64>) -> RitzPairs {
        let projected = basis.dot(&products.t());
        let m = projected.nrows();
        let symmetric = DMatrix::from_fn(m, m, |i, j| f64::midpoint(projected[[i, j]], projected[[j, i]]));
        let eigen = SymmetricEigen::new(symmetric);
        let mut order: Vec<usize> = (0..m).collect();
        order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
        let values = order.iter().map(|&pair| eigen.eigenvalues[pair]).collect();
        let coordinates = Array2::from_shape_fn((m, m), |(pair, i)| eigen.eigenvectors[(i, order[pair])]);
        RitzPairs { values, coordinates }
    }

    /// The first `n` pairs' vectors, from the rows of `basis` (or of the products, for their images).
    fn vectors(&self, n: usize, basis: &Array2<f64>) -> Array2<f64> {
        first_rows(&self.coordinates, n).dot(basis)
    }

    /// `|A v − λ v|`.
    fn residual(&self, pair: usize, basis: &Array2<f64>, products: &Array2<f64>) -> f64 {
        let coordinates: ArrayView1<'_, f64> = self.coordinates.row(pair);
        let difference = coordinates.dot(products) - coordinates.dot(basis) * self.values[pair];
        difference.dot(&difference).sqrt()
    }
}

/// A random block. Standard normal entries would be rotation invariant; uniform ones on ±½ work as well here.
fn random_block(rng: &mut ChaCha8Rng, n: usize, n_features: usize) -> Array2<f64> {
    Array2::from_shape_simple_fn((n.min(n_features), n_features), || uniform(rng) - 0.5)
}

/// The part of `block` orthogonal to `basis`, as orthonormal rows; dependent rows are dropped.
fn orthonormal_to(basis: &Array2<f64>, block: &Array2<f64>) -> Array2<f64> {
    let mut fresh: Array2<f64> = Array2::zeros((0, block.ncols()));
    for row in block.axis_iter(Axis(0)) {
        let mut vector = row.to_owned();
        let before = vector.dot(&vector).sqrt();
        // Twice is enough (Kahan, Parlett): the second pass removes the rounding errors of the first.
        for _ in 0..2 {
            for against in [basis, &fresh] {
                let coefficients = against.dot(&vector);
                vector -= &coefficients.dot(against);
            }
        }
        let norm = vector.dot(&vector).sqrt();
        if norm > 1e-10 * before && norm > f64::MIN_POSITIVE {
            vector /= norm;
            fresh.push_row(vector.view()).unwrap_or_else(|_| unreachable!("rows have one length"));
        }
    }
    fresh
}

fn first_rows(matrix: &Array2<f64>, n: usize) -> ArrayView2<'_, f64> {
    matrix.slice_axis(Axis(0), Slice::from(..n))
}

fn append(basis: &mut Array2<f64>, rows: &Array2<f64>) {
    basis.append(Axis(0), rows.view()).unwrap_or_else(|_| unreachable!("rows have one length"));
}

/// The same projection for some of its features, numbered anew: a row without the others keeps its
/// coordinates.
pub fn of_features(pca: &Pca, features: &[u32]) -> Pca {
    let n = pca.n_components as usize;
    let loadings = features.iter().flat_map(|&feature| {
        let start = feature as usize * n;
        pca.loadings[start..start + n].iter().copied()
    });
    Pca { loadings: loadings.collect(), ..pca.clone() }
}
