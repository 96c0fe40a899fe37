//! Silhouettes of the reference method in both of its spaces, and those of shuffled columns for comparison.

use std::collections::BTreeMap;

use career_model::k_means::KMeans;
use career_model::pca::Pca;
use career_model::sparse::SparseVector;
use ndarray::Array2;

use crate::maths::csr::CsrMatrix;
use crate::maths::pca::fit_pca;
use crate::maths::random::{generator, uniform};
use crate::maths::silhouette::{sample_people, silhouette_scores};
use crate::reference::n_clusters::fit_chosen;

/// The most people that a silhouette is computed on; of more, a simple random sample is used.
const MAX_PEOPLE: usize = 2_000;

/// Mean silhouettes (Rousseeuw 1987) of one clustering, between −1 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReferenceSilhouettes {
    /// By the distances between feature rows.
    pub features: f64,
    /// By the distances between PCA coordinates, on which the clusters were fitted.
    pub components: f64,
}

/// The silhouettes of the clusters that a fit assigns to `rows`: `n_people × n_features`, one row per person.
pub fn reference_silhouettes(
    rows: &CsrMatrix,
    pca: &Pca,
    k_means: &KMeans,
    seed: u64,
) -> ReferenceSilhouettes {
    let (rows, weights) = distinct(rows);
    of_distinct(&rows, &weights, pca, k_means, seed)
}

/// The silhouettes that the method finds in shuffled rows: the means over `n_shuffles`, each with PCA and
/// k-means fitted anew with the same numbers of components and clusters.
pub fn shuffled_silhouettes(
    rows: &CsrMatrix,
    n_components: usize,
    n_clusters: usize,
    n_shuffles: u64,
    seed: u64,
) -> ReferenceSilhouettes {
    let mut sum = ReferenceSilhouettes { features: 0.0, components: 0.0 };
    for shuffle in 0..n_shuffles {
        let (rows, weights) = distinct(&shuffled_columns(rows, seed, shuffle));
        let pca = fit_pca(&rows, &weights, n_components);
        let points = project(&rows, &pca);
        let found = fit_chosen(&points, &weights, n_clusters, seed);
        let own = of_distinct(&rows, &weights, &pca, &found.k_means, seed);
        sum.features += own.features / n_shuffles as f64;
        sum.components += own.components / n_shuffles as f64;
    }
    sum
}

/// The rows with every column's entries given to people drawn anew: columns keep their entries and become
/// independent.
pub fn shuffled_columns(rows: &CsrMatrix, seed: u64, shuffle: u64) -> CsrMatrix {
    let columns = rows.transpose();
    let n_rows = rows.n_rows();
    let mut people: Vec<usize> = (0..n_rows).collect();
    let mut shuffled = vec![SparseVector::default(); n_rows];
    let mut rng = generator(seed, "shuffled columns", shuffle);
    for column in 0..columns.n_rows() {
        // The first steps of a Fisher–Yates shuffle.
        for (step, (_, value)) in columns.row(column).enumerate() {
            let other = step + (uniform(&mut rng) * (n_rows - step) as f64) as usize;
            people.swap(step, other);
            let row = &mut shuffled[people[step]];
            row.indices.push(column as u32);
            row.values.push(value);
        }
    }
    CsrMatrix::from_rows(rows.n_columns(), shuffled)
}

/// Distinct rows, and the number of people of each.
fn distinct(rows: &CsrMatrix) -> (CsrMatrix, Vec<f64>) {
    let mut people_of: BTreeMap<Vec<(usize, u64)>, (usize, f64)> = BTreeMap::new();
    for row in 0..rows.n_rows() {
        let key = rows.row(row).map(|(column, value)| (column, value.to_bits())).collect();
        people_of.entry(key).or_insert((row, 0.0)).1 += 1.0;
    }
    let vectors = people_of.values().map(|(row, _)| rows.row_vector(*row));
    let weights = people_of.values().map(|(_, weight)| *weight).collect();
    (CsrMatrix::from_rows(rows.n_columns(), vectors), weights)
}

fn of_distinct(
    rows: &CsrMatrix,
    weights: &[f64],
    pca: &Pca,
    k_means: &KMeans,
    seed: u64,
) -> ReferenceSilhouettes {
    let everyone: f64 = weights.iter().sum();
    let sample: Vec<(usize, f64)> = if everyone > MAX_PEOPLE as f64 {
        sample_people(weights, MAX_PEOPLE, seed)
    } else {
        weights.iter().copied().enumerate().collect()
    };
    let rows = CsrMatrix::from_rows(rows.n_columns(), sample.iter().map(|(row, _)| rows.row_vector(*row)));
    let weights: Vec<f64> = sample.iter().map(|(_, weight)| *weight).collect();
    let coordinates = project(&rows, pca);
    let label = |row: usize| k_means.predict(&coordinates.row(row).to_vec()) as u32;
    let labels: Vec<u32> = (0..rows.n_rows()).map(label).collect();
    let mean = |points: &Array2<f64>| {
        silhouette_scores(points, &weights, &[&labels]).first().copied().unwrap_or(0.0)
    };
    ReferenceSilhouettes { features: mean(&narrowed(&rows)), components: mean(&coordinates) }
}

/// The rows in PCA coordinates, `n_rows × n_components`.
fn project(rows: &CsrMatrix, pca: &Pca) -> Array2<f64> {
    let mut points = Array2::zeros((rows.n_rows(), pca.n_components as usize));
    for (row, mut point) in points.rows_mut().into_iter().enumerate() {
        let coordinates = pca.transform(&rows.row_vector(row));
        point.iter_mut().zip(coordinates).for_each(|(own, value)| *own = value);
    }
    points
}

/// Points with the same distances in fewer columns. Columns that only one row has add their squares to its
/// distance to every other row, so one column can replace them. Four of five titles are such columns.
fn narrowed(rows: &CsrMatrix) -> Array2<f64> {
    let mut holders: BTreeMap<usize, usize> = BTreeMap::new();
    let entries = || (0..rows.n_rows()).flat_map(|row| rows.row(row).map(move |entry| (row, entry)));
    entries().for_each(|(_, (column, _))| *holders.entry(column).or_default() += 1);
    let shared: BTreeMap<usize, usize> =
        holders.iter().filter(|(_, rows)| **rows > 1).map(|(column, _)| *column).zip(0..).collect();
    let mut alone: BTreeMap<usize, f64> = BTreeMap::new();
    for (row, (column, value)) in entries().filter(|(_, (column, _))| !shared.contains_key(column)) {
        debug_assert_eq!(holders[&column], 1);
        *alone.entry(row).or_default() += value * value;
    }
    let mut points = Array2::zeros((rows.n_rows(), shared.len() + alone.len()));
    for (row, (column, value)) in entries() {
        if let Some(&new) = shared.get(&column) {
            points[[row, new]] = value;
        }
    }
    for (column, (row, squares)) in (shared.len()..).zip(alone) {
        points[[row, column]] = squares.sqrt();
    }
    points
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const N_COLUMNS: usize = 6;

    fn rows() -> impl Strategy<Value = CsrMatrix> {
        let entry = prop_oneof![3 => Just(0.0), 2 => Just(1.0), 1 => Just(2.0)];
        proptest::collection::vec(proptest::collection::vec(entry, N_COLUMNS), 2..20).prop_map(|rows| {
            let row = |row: &Vec<f64>| {
                let entries = (0..).zip(row).filter(|(_, value)| **value > 0.0);
                SparseVector::from_entries(entries.map(|(column, value)| (column, *value)).collect())
            };
            CsrMatrix::from_rows(N_COLUMNS, rows.iter().map(row))
        })
    }

    fn columns(rows: &CsrMatrix) -> Vec<Vec<u64>> {
        let columns = rows.transpose();
        let sorted = |column: usize| {
            let mut values: Vec<u64> = columns.row(column).map(|(_, value)| value.to_bits()).collect();
            values.sort_unstable();
            values
        };
        (0..columns.n_rows()).map(sorted).collect()
    }

    fn distance(points: &Array2<f64>, a: usize, b: usize) -> f64 {
        (&points.row(a) - &points.row(b)).mapv(|d| d * d).sum().sqrt()
    }

    proptest! {
        #[test]
        fn shuffled_columns_keep_their_entries(rows in rows(), seed: u64) {
            let shuffled = shuffled_columns(&rows, seed, 0);
            prop_assert_eq!(shuffled.n_rows(), rows.n_rows());
            prop_assert_eq!(columns(&shuffled), columns(&rows));
        }

        #[test]
        fn narrowed_rows_are_as_far_apart(rows in rows()) {
            let dense = Array2::from_shape_fn((rows.n_rows(), N_COLUMNS), |(row, column)| {
                rows.row(row).find(|entry| entry.0 == column).map_or(0.0, |entry| entry.1)
            });
            let narrowed = narrowed(&rows);
            for (a, b) in (0..rows.n_rows()).flat_map(|a| (0..a).map(move |b| (a, b))) {
                prop_assert!((distance(&narrowed, a, b) - distance(&dense, a, b)).abs() < 1e-12);
            }
        }
    }

    /// Two kinds of people without a common item.
    fn two_kinds() -> CsrMatrix {
        let row =
            |kind: u32| SparseVector { indices: (8 * kind..8 * kind + 8).collect(), values: vec![1.0; 8] };
        CsrMatrix::from_rows(16, (0..60).map(|person| row(person % 2)))
    }

    #[test]
    fn two_kinds_are_apart_until_their_columns_are_shuffled() {
        let rows = two_kinds();
        let weights = vec![1.0; rows.n_rows()];
        let pca = fit_pca(&rows, &weights, 2);
        let found = fit_chosen(&project(&rows, &pca), &weights, 2, 1);
        let own = reference_silhouettes(&rows, &pca, &found.k_means, 1);
        assert!(own.features > 0.999 && own.components > 0.999, "{own:?}");
        let null = shuffled_silhouettes(&rows, 2, 2, 3, 1);
        assert!(null.features < 0.3 && null.components < 0.7, "{null:?}");
    }

    #[test]
    fn shuffles_differ_and_are_the_same_for_the_same_seed() {
        let rows = two_kinds();
        assert_eq!(shuffled_columns(&rows, 1, 0), shuffled_columns(&rows, 1, 0));
        assert_ne!(shuffled_columns(&rows, 1, 0), shuffled_columns(&rows, 1, 1));
        assert_ne!(shuffled_columns(&rows, 1, 0), shuffled_columns(&rows, 2, 0));
    }
}
