//! Small tables of counts for the tests.
#![allow(dead_code, reason = "each test uses its part")]

use career_model::sparse::SparseVector;
use career_training::maths::csr::CsrMatrix;
use proptest::prelude::*;

/// Dense rows with a weight each.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) n_columns: usize,
    pub(crate) rows: Vec<Vec<f64>>,
    pub(crate) weights: Vec<f64>,
}

impl Table {
    pub(crate) fn csr(&self) -> CsrMatrix {
        CsrMatrix::from_rows(self.n_columns, self.rows.iter().map(|row| sparse(row)))
    }
}

/// A dense row as a sparse one.
pub(crate) fn sparse(row: &[f64]) -> SparseVector {
    let entries = row.iter().enumerate().filter(|(_, v)| **v != 0.0).map(|(j, v)| (j as u32, *v));
    SparseVector::from_entries(entries.collect())
}

/// One row per person.
pub(crate) fn repeated(table: &Table) -> Vec<Vec<f64>> {
    let copies = |(row, weight): (&Vec<f64>, &f64)| std::iter::repeat_n(row.clone(), *weight as usize);
    table.rows.iter().zip(&table.weights).flat_map(copies).collect()
}

/// Tables of mostly zeros, ones and twos, with up to `rows` rows and `columns` columns, weights 1 to 4.
pub(crate) fn table(rows: usize, columns: usize) -> impl Strategy<Value = Table> {
    (2..=rows, 1..=columns).prop_flat_map(|(n, d)| {
        let value = prop_oneof![4 => Just(0.0), 2 => Just(1.0), 1 => Just(2.0)];
        let rows = proptest::collection::vec(proptest::collection::vec(value, d), n);
        let weights = proptest::collection::vec((1..5_u8).prop_map(f64::from), n);
        (rows, weights).prop_map(move |(rows, weights)| Table { n_columns: d, rows, weights })
    })
}
