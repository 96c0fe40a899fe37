//! A sparse matrix by rows.

use career_model::sparse::SparseVector;

/// Compressed sparse rows: the nonzero entries, row after row, by ascending column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CsrMatrix {
    n_columns: usize,
    offsets: Vec<usize>,
    indices: Vec<u32>,
    values: Vec<f64>,
}

impl CsrMatrix {
    /// A matrix of these rows.
    pub fn from_rows(n_columns: usize, rows: impl IntoIterator<Item = SparseVector>) -> CsrMatrix {
        let mut matrix = CsrMatrix { n_columns, offsets: vec![0], ..CsrMatrix::default() };
        for row in rows {
            matrix.indices.extend(row.indices);
            matrix.values.extend(row.values);
            matrix.offsets.push(matrix.indices.len());
        }
        matrix
    }

    /// The number of rows.
    pub fn n_rows(&self) -> usize {
        self.offsets.len() - 1
    }

    /// The number of columns.
    pub fn n_columns(&self) -> usize {
        self.n_columns
    }

    /// The nonzero entries of a row, with their columns.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let range = self.offsets[row]..self.offsets[row + 1];
        self.indices[range.clone()]
            .iter()
            .map(|&column| column as usize)
            .zip(self.values[range].iter().copied())
    }

    /// Whether all entries of a row are zero.
    pub fn row_is_zero(&self, row: usize) -> bool {
        self.offsets[row] == self.offsets[row + 1]
    }

    /// A copy of a row.
    pub fn row_vector(&self, row: usize) -> SparseVector {
        let range = self.offsets[row]..self.offsets[row + 1];
        SparseVector { indices: self.indices[range.clone()].to_vec(), values: self.values[range].to_vec() }
    }

    /// The transpose.
    pub fn transpose(&self) -> CsrMatrix {
        let mut offsets = vec![0; self.n_columns + 1];
        for &column in &self.indices {
            offsets[column as usize + 1] += 1;
        }
        for column in 0..self.n_columns {
            offsets[column + 1] += offsets[column];
        }
        let mut next = offsets.clone();
        let mut indices = vec![0; self.indices.len()];
        let mut values = vec![0.0; self.values.len()];
        for row in 0..self.n_rows() {
            for (column, value) in self.row(row) {
                indices[next[column]] = row as u32;
                values[next[column]] = value;
                next[column] += 1;
            }
        }
        CsrMatrix { n_columns: self.n_rows(), offsets, indices, values }
    }
}
