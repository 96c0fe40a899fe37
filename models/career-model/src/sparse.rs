//! Sparse vectors: the nonzero entries, by ascending index.

use wincode::{SchemaRead, SchemaWrite};

/// A vector that holds only its nonzero entries, by ascending index.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct SparseVector {
    /// Positions, ascending, each once.
    pub indices: Vec<u32>,
    /// Values, one per position.
    pub values: Vec<f64>,
}

impl SparseVector {
    /// A vector of these entries; those with the same index are added up.
    pub fn from_entries(mut entries: Vec<(u32, f64)>) -> SparseVector {
        entries.sort_unstable_by_key(|entry| entry.0);
        let mut vector = SparseVector::default();
        for (index, value) in entries {
            match (vector.indices.last(), vector.values.last_mut()) {
                (Some(&last), Some(sum)) if last == index => *sum += value,
                _ => {
                    vector.indices.push(index);
                    vector.values.push(value);
                }
            }
        }
        vector
    }

    /// The entries, by ascending index.
    pub fn iter(&self) -> impl Iterator<Item = (u32, f64)> + '_ {
        self.indices.iter().copied().zip(self.values.iter().copied())
    }

    /// Whether every entry is zero.
    pub fn is_zero(&self) -> bool {
        self.indices.is_empty()
    }

    /// The inner product with another sparse vector.
    pub fn dot(&self, other: &SparseVector) -> f64 {
        let (mut a, mut b, mut sum) = (0, 0, 0.0);
        while let (Some(i), Some(j)) = (self.indices.get(a), other.indices.get(b)) {
            match i.cmp(j) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => {
                    sum += self.values[a] * other.values[b];
                    a += 1;
                    b += 1;
                }
            }
        }
        sum
    }

    /// Scales to Euclidean length 1; a zero vector stays zero.
    pub fn normalize(&mut self) {
        let norm = self.values.iter().map(|v| v * v).sum::<f64>().sqrt();
        if norm > 0.0 {
            for value in &mut self.values {
                *value /= norm;
            }
        }
    }
}
