//! PCA against its definition: the dense covariance matrix and its eigenvectors.

mod tables;

use career_training::maths::csr::CsrMatrix;
use career_training::maths::pca::fit_pca;
use nalgebra::{DMatrix, SymmetricEigen};
use proptest::prelude::*;
use tables::{Table, repeated, table};

/// Eigenvalues, descending, and the total variance, from one dense row per person.
fn by_definition(table: &Table) -> (Vec<f64>, f64) {
    let people = repeated(table);
    let (n, d) = (people.len(), table.n_columns);
    let mean: Vec<f64> = (0..d).map(|j| people.iter().map(|row| row[j]).sum::<f64>() / n as f64).collect();
    let covariance = DMatrix::from_fn(d, d, |i, j| {
        people.iter().map(|row| (row[i] - mean[i]) * (row[j] - mean[j])).sum::<f64>() / (n as f64 - 1.0)
    });
    let total = covariance.trace();
    let mut values: Vec<f64> = SymmetricEigen::new(covariance).eigenvalues.iter().copied().collect();
    values.sort_by(|a, b| b.total_cmp(a));
    (values, total)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn explains_the_variance_that_the_covariance_matrix_has(table in table(30, 24)) {
        let (values, total) = by_definition(&table);
        prop_assume!(total > 1e-9);
        let pca = fit_pca(&table.csr(), &table.weights, 5);
        for (ratio, value) in pca.explained_variance_ratio.iter().zip(&values) {
            prop_assert!((ratio - value / total).abs() < 1e-8, "{ratio} {}", value / total);
        }
    }

    #[test]
    fn components_are_orthonormal_and_their_largest_loading_is_positive(table in table(30, 24)) {
        let pca = fit_pca(&table.csr(), &table.weights, 5);
        let k = pca.n_components as usize;
        let component = |c: usize| -> Vec<f64> {
            (0..table.n_columns).map(|j| f64::from(pca.loadings[j * k + c])).collect()
        };
        for a in 0..k {
            for b in 0..k {
                let dot: f64 = component(a).iter().zip(component(b)).map(|(x, y)| x * y).sum();
                prop_assert!((dot - f64::from(u8::from(a == b))).abs() < 1e-6, "{a} {b} {dot}");
            }
            // Of two loadings that differ only by rounding, either may be the largest.
            let most = component(a).into_iter().fold(0.0, |most, v| v.max(most));
            let least = component(a).into_iter().fold(0.0, |least, v| v.min(least));
            prop_assert!(most > -least - 1e-6, "{most} {least}");
        }
    }

    #[test]
    fn projected_people_have_mean_zero_and_the_explained_variance(table in table(30, 24)) {
        let (values, total) = by_definition(&table);
        prop_assume!(total > 1e-9);
        let pca = fit_pca(&table.csr(), &table.weights, 5);
        let n: f64 = table.weights.iter().sum();
        for (c, value) in values.iter().enumerate().take(pca.n_components as usize) {
            let at = |row: usize| pca.transform(&table.csr().row_vector(row))[c];
            let weighted = |f: &dyn Fn(f64) -> f64| -> f64 {
                table.weights.iter().enumerate().map(|(row, w)| w * f(at(row))).sum()
            };
            prop_assert!(weighted(&|z| z).abs() < 1e-6 * n);
            prop_assert!((weighted(&|z| z * z) / (n - 1.0) - value).abs() < 1e-6 * total.max(1.0));
        }
    }

    #[test]
    fn a_weight_is_so_many_equal_rows(table in table(20, 12)) {
        let weighted = fit_pca(&table.csr(), &table.weights, 5);
        let people = repeated(&table);
        let ones = vec![1.0; people.len()];
        let rows = CsrMatrix::from_rows(table.n_columns, people.iter().map(|row| tables::sparse(row)));
        let single = fit_pca(&rows, &ones, 5);
        for (a, b) in weighted.explained_variance_ratio.iter().zip(&single.explained_variance_ratio) {
            prop_assert!((a - b).abs() < 1e-8);
        }
    }
}

#[test]
fn a_large_sparse_matrix_converges_to_the_dense_answer() {
    // 300 columns are more than the subspace holds, so it restarts.
    let rows: Vec<Vec<f64>> = (0..400_usize)
        .map(|i| {
            (0..300_usize)
                .map(|j| f64::from(u8::from((i * 7 + j * 13) % 31 == 0 || i % (j + 2) == 1)))
                .collect()
        })
        .collect();
    let table = Table { n_columns: 300, weights: (0..400).map(|i| f64::from(1 + i % 4)).collect(), rows };
    let (values, total) = by_definition(&table);
    let pca = fit_pca(&table.csr(), &table.weights, 5);
    for (ratio, value) in pca.explained_variance_ratio.iter().zip(&values) {
        assert!((ratio - value / total).abs() < 1e-9, "{ratio} {}", value / total);
    }
}

#[test]
fn equal_rows_have_no_components_and_no_error() {
    let none = fit_pca(&CsrMatrix::from_rows(0, [tables::sparse(&[]), tables::sparse(&[])]), &[1.0, 1.0], 5);
    assert_eq!(none.n_components, 0);
    let constant = fit_pca(&CsrMatrix::from_rows(2, [tables::sparse(&[1.0, 1.0])]), &[9.0], 5);
    assert!(constant.explained_variance_ratio.iter().all(|&ratio| ratio == 0.0));
}
