//! Dense symmetric systems of the size of a vocabulary.

use nalgebra::{Cholesky, DMatrix};
use ndarray::{Array2, ArrayView2, Axis, concatenate};

/// Blocks of this size are inverted directly.
const BLOCK: usize = 48;

/// The inverse of a symmetric positive definite matrix; `None` if it is not positive definite.
///
/// By halves, with the Schur complement (Golub and Van Loan, §2.1.4), so that nearly all work is products of
/// blocks, which run at the machine's speed; a column-wise Cholesky is some ten times slower here.
pub(crate) fn spd_inverse(matrix: &ArrayView2<'_, f64>) -> Option<Array2<f64>> {
    let n = matrix.nrows();
    if n <= BLOCK {
        let direct = DMatrix::from_fn(n, n, |row, column| matrix[[row, column]]);
        let inverse = Cholesky::new(direct)?.inverse();
        return Some(Array2::from_shape_fn((n, n), |(row, column)| inverse[(row, column)]));
    }
    let half = n / 2;
    let (upper, lower) = matrix.split_at(Axis(0), half);
    let (a, _) = upper.split_at(Axis(1), half);
    let (b, c) = lower.split_at(Axis(1), half);
    let a_inverse = spd_inverse(&a)?;
    let w = b.dot(&a_inverse);
    let schur = &c - &w.dot(&b.t());
    let schur_inverse = spd_inverse(&schur.view())?;
    let lower = -schur_inverse.dot(&w);
    let upper_left = a_inverse - w.t().dot(&lower);
    let top = concatenate![Axis(1), upper_left, lower.t()];
    let bottom = concatenate![Axis(1), lower, schur_inverse];
    Some(concatenate![Axis(0), top, bottom])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_matrix_times_its_inverse_is_one(
            n in 1_usize..200, values in proptest::collection::vec(-1.0..1.0_f64, 400),
        ) {
            let factor = Array2::from_shape_fn((n, n), |(i, j)| values[(i * 31 + j * 17) % values.len()]);
            let matrix = factor.dot(&factor.t()) + Array2::<f64>::eye(n) * 3.0;
            let product = spd_inverse(&matrix.view()).unwrap().dot(&matrix);
            let error = product - Array2::<f64>::eye(n);
            let worst = error.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
            prop_assert!(worst < 1e-8, "{worst}");
        }
    }

    #[test]
    fn what_is_not_positive_definite_has_none() {
        assert_eq!(spd_inverse(&Array2::<f64>::zeros((3, 3)).view()), None);
        assert_eq!(spd_inverse(&(-Array2::<f64>::eye(100)).view()), None);
    }
}
