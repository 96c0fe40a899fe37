//! The rows, in the forms that k-means needs.

use std::collections::HashMap;

use crate::maths::csr::CsrMatrix;

/// The rows, also by column, and their squared lengths (1, or 0 for rows without words).
pub(super) struct Data<'a> {
    pub(super) rows: &'a CsrMatrix,
    pub(super) columns: CsrMatrix,
    pub(super) squared_norms: Vec<f64>,
    /// Rows that equal no earlier row.
    pub(super) distinct: Vec<usize>,
    /// Per row the position in `distinct` of the row that it equals.
    pub(super) same_as: Vec<usize>,
}

impl<'a> Data<'a> {
    pub(super) fn new(rows: &'a CsrMatrix) -> Data<'a> {
        let squared_norms = (0..rows.n_rows()).map(|row| rows.row(row).map(|(_, v)| v * v).sum()).collect();
        let mut positions: HashMap<Vec<(usize, u64)>, usize> = HashMap::new();
        let mut distinct = Vec::new();
        let same_as = (0..rows.n_rows()).map(|row| {
            let content = rows.row(row).map(|(column, value)| (column, value.to_bits())).collect();
            *positions.entry(content).or_insert_with(|| {
                distinct.push(row);
                distinct.len() - 1
            })
        });
        let same_as = same_as.collect();
        Data { rows, columns: rows.transpose(), squared_norms, distinct, same_as }
    }

    /// The mean over columns of the variance over rows.
    pub(super) fn mean_variance(&self) -> f64 {
        let (n, d) = (self.rows.n_rows() as f64, self.rows.n_columns() as f64);
        let variance = |column| {
            let (sum, squares) =
                self.columns.row(column).fold((0.0, 0.0), |(s, q), (_, v): (usize, f64)| (s + v, q + v * v));
            squares / n - (sum / n) * (sum / n)
        };
        (0..self.rows.n_columns()).map(variance).sum::<f64>() / d.max(1.0)
    }
}
