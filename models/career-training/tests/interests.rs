//! Interests: item–item weights, the prior, directions, groups and their stability, against their
//! definitions.

use career_model::sparse::SparseVector;
use career_model::{Level, Profile};
use career_training::PeopleBuilder;
use career_training::groups::clustering::fit_groups;
use career_training::groups::params::{GroupParams, Inputs, Scope};
use career_training::interests::blocks::BlockWeights;
use career_training::interests::columns::Columns;
use career_training::interests::correspondence::correspondence;
use career_training::interests::ease::{EaseParams, ease};
use career_training::interests::prior::fit_prior;
use career_training::interests::ranking::page_score;
use career_training::interests::table::InterestTable;
use career_training::maths::csr::CsrMatrix;
use career_training::maths::metric::Metric;
use career_training::maths::spherical_k_means::{fit_spherical, nearest_of_all, normalize_rows};
use career_training::maths::truncated_svd::singular_directions;
use career_training::selection::held_out::hide;
use career_training::selection::null::shuffled;
use nalgebra::{DMatrix, DVector};
use ndarray::Array2;
use proptest::prelude::*;

const PLAIN: EaseParams = EaseParams { lambda: 2.0, dropout: 0.0, length_exponent: 0.0 };

fn matrix(n_columns: usize, rows: &[Vec<bool>]) -> CsrMatrix {
    let row = |row: &Vec<bool>| {
        let indices: Vec<u32> = (0..n_columns as u32).filter(|&column| row[column as usize]).collect();
        SparseVector { values: vec![1.0; indices.len()], indices }
    };
    CsrMatrix::from_rows(n_columns, rows.iter().map(row))
}

fn held(n_columns: usize, most: usize) -> impl Strategy<Value = Vec<Vec<bool>>> {
    proptest::collection::vec(proptest::collection::vec(proptest::bool::weighted(0.4), n_columns), 1..most)
}

/// Points in `n_columns` dimensions, not all of them zero.
fn points(n_columns: usize, most: usize) -> impl Strategy<Value = Array2<f64>> {
    proptest::collection::vec(proptest::collection::vec(-1.0..1.0_f64, n_columns), 4..most)
        .prop_map(move |rows| Array2::from_shape_fn((rows.len(), n_columns), |(i, j)| rows[i][j]))
}

const USUAL: Inputs = Inputs::Interests(BlockWeights::USUAL);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Each column is the ridge regression of an item on all others (Steck 2019, equation 5).
    #[test]
    fn ease_predicts_every_item_from_the_others(rows in held(7, 30)) {
        let weights = ease(&matrix(7, &rows), PLAIN);
        let count = |a: usize, b: usize| rows.iter().filter(|row| row[a] && row[b]).count() as f64;
        for item in 0..7 {
            let others: Vec<usize> = (0..7).filter(|&other| other != item).collect();
            let ridge = |i: usize, j: usize| if i == j { PLAIN.lambda } else { 0.0 };
            let gram = DMatrix::from_fn(6, 6, |i, j| count(others[i], others[j]) + ridge(i, j));
            let target = DVector::from_fn(6, |i, _| count(others[i], item));
            let direct = gram.lu().solve(&target).expect("positive definite");
            prop_assert_eq!(weights[[item, item]], 0.0);
            for (i, &other) in others.iter().enumerate() {
                prop_assert!((weights[[other, item]] - direct[i]).abs() < 1e-9);
            }
        }
    }

    /// Summed over everybody, the prior's expectation equals the number of people with each item.
    #[test]
    fn the_expectations_of_the_prior_add_up(rows in held(9, 30)) {
        let part = |from: usize, to: usize| -> Vec<Vec<bool>> {
            rows.iter().map(|row| row[from..to].to_vec()).collect()
        };
        let (context, items) = (matrix(3, &part(0, 3)), matrix(5, &part(3, 8)));
        let level_of: Vec<Level> = rows.iter().map(|row| Level::ALL[usize::from(row[8])]).collect();
        let prior = fit_prior(&context, &items, &level_of, 2.0);
        for item in 0..5 {
            let expected: f64 = (0..rows.len())
                .map(|row| {
                    let context = context.row(row).map(|(column, _)| prior.weights[[column, item]]);
                    prior.base[level_of[row]][item] + context.sum::<f64>()
                })
                .sum();
            let actual = rows.iter().filter(|row| row[3 + item]).count() as f64;
            prop_assert!((expected - actual).abs() < 1e-8, "{expected} {actual}");
        }
    }

    /// The directions are orthonormal and explain as much as the leading singular vectors.
    #[test]
    fn directions_are_the_leading_singular_vectors(points in points(8, 30), seed in any::<u64>()) {
        let found = singular_directions(&points.view(), 3, seed);
        let n = found.ncols();
        let gram = found.t().dot(&found);
        let one = |i: usize, j: usize| f64::from(u8::from(i == j));
        prop_assert!(gram.indexed_iter().all(|((i, j), value)| (value - one(i, j)).abs() < 1e-8));
        let kept = points.dot(&found).iter().map(|v| v * v).sum::<f64>();
        let singular = DMatrix::from_fn(points.nrows(), 8, |i, j| points[[i, j]]).singular_values();
        let most: f64 = singular.iter().take(n).map(|v| v * v).sum();
        prop_assert!(kept <= most + 1e-9 && kept >= most * 0.98, "{kept} {most}");
    }

    #[test]
    fn everybody_is_with_the_centroid_of_the_largest_cosine(
        mut points in points(4, 40), seed in any::<u64>(),
    ) {
        normalize_rows(&mut points);
        let fit = fit_spherical(&points, 3, 2, seed);
        prop_assert_eq!(&nearest_of_all(&points, &fit.centroids), &fit.labels);
        for centroid in fit.centroids.rows() {
            let norm = centroid.dot(&centroid);
            prop_assert!((norm - 1.0).abs() < 1e-9 || norm == 0.0);
        }
    }

    #[test]
    fn stability_is_a_share_whatever_the_people(mut points in points(3, 60), seed in any::<u64>()) {
        normalize_rows(&mut points);
        let level_of: Vec<Level> = (0..points.nrows()).map(|row| Level::ALL[row % 3]).collect();
        for scope in [Scope::Shared, Scope::PerLevel] {
            let params = GroupParams { inputs: USUAL, scope, n_components: 3, n_clusters: 3 };
            let groups = fit_groups(&points, &level_of, params, 1, 2, seed);
            for (row, &level) in level_of.iter().enumerate() {
                let page = groups.page_of(row, level).expect("everybody has a page");
                prop_assert!((page as usize) < groups.levels[level].pages.len());
            }
            let samples = groups.resample(&points, 3, 1, seed);
            let all = groups.stability(&samples, &level_of).into_vec().concat();
            prop_assert!(all.iter().all(|jaccard| (0.0..=1.0).contains(jaccard)));
        }
    }

    #[test]
    fn a_page_ranks_by_people_and_by_what_the_level_has_less_often(
        of in 10.0..500.0_f64, share in 0.0..0.9_f64, more in 0.01..0.1_f64, level in 0.0..1.0_f64,
    ) {
        let people = share * of;
        prop_assert!(page_score(people + more * of, of, level) > page_score(people, of, level));
        // Of two items with as many people in a large group, the one that is rarer in the level comes first.
        let half = |level: f64| page_score(0.5 * 1e6, 1e6, level);
        prop_assert!(half(level) >= half((level + more).min(1.0)) - 1e-4);
    }
}

/// Separate clusters are found again in every sample; clusters of evenly spread people are not.
#[test]
fn separate_clusters_are_stable_and_evenly_spread_people_are_not() {
    let of = |angle: &dyn Fn(usize) -> f64| {
        Array2::from_shape_fn(
            (120, 2),
            |(row, axis)| if axis == 0 { angle(row).cos() } else { angle(row).sin() },
        )
    };
    let level_of = vec![Level::Junior; 120];
    let params = GroupParams { inputs: USUAL, scope: Scope::PerLevel, n_components: 2, n_clusters: 3 };
    let stability = |points: &Array2<f64>| {
        let groups = fit_groups(points, &level_of, params, 10, 5, 1);
        groups.stability(&groups.resample(points, 20, 3, 1), &level_of)[Level::Junior].clone()
    };
    let apart = stability(&of(&|row| (row % 3) as f64 * 2.0 + (row / 3) as f64 * 0.005));
    assert!(apart.iter().all(|jaccard| *jaccard > 0.99), "{apart:?}");
    let spread = stability(&of(&|row| row as f64 * std::f64::consts::TAU / 120.0));
    assert!(spread.iter().all(|jaccard| *jaccard < 0.95), "{spread:?}");
}

#[test]
fn a_long_list_counts_less_and_dropout_tempers() {
    let rows: Vec<Vec<bool>> = vec![vec![true, true, false, false], vec![true, true, true, true]];
    let items = matrix(4, &rows);
    let plain = ease(&items, PLAIN);
    let shortened = ease(&items, EaseParams { length_exponent: 1.0, ..PLAIN });
    assert!(shortened[[2, 3]] < plain[[2, 3]], "a pair that only the long list contains gets less weight");
    let tempered = ease(&items, EaseParams { dropout: 0.5, ..PLAIN });
    assert!(tempered[[0, 1]] < plain[[0, 1]]);
}

#[test]
fn the_euclidean_metric_finds_the_nearest_centroid() {
    let points = Array2::from_shape_fn((30, 2), |(row, axis)| ((row * 13 + axis * 7) % 17) as f64 - 8.0);
    let centroids =
        Array2::from_shape_vec((3, 2), vec![-4.0, 1.0, 9.0, -3.0, 0.5, 0.5]).expect("six numbers");
    let found = Metric::Euclidean.nearest(&points, &centroids);
    for (point, found) in points.rows().into_iter().zip(found) {
        let distance = |k: usize| (&point - &centroids.row(k)).mapv(|v| v * v).sum();
        let nearest = (0..3).min_by(|&a, &b| f64::total_cmp(&distance(a), &distance(b)));
        assert_eq!(nearest, Some(found as usize), "{point}");
    }
}

/// Hidden items are not shown, and each person occurs several times with other items hidden.
#[test]
fn held_out_people_do_not_show_hidden_items() {
    let mut builder = PeopleBuilder::default();
    for person in 0..40_u32 {
        let skills = (0..8).map(|n| format!("skill {}", (person + n * 5) % 12)).collect();
        builder.push(&Profile { experience_months: Some(30), skills, ..Profile::default() });
    }
    let people = builder.finish();
    let everyone: Vec<usize> = (0..40).collect();
    let columns = Columns::new(&people, &[], &everyone);
    let held_out = hide(&people, &[], &columns, &everyone, 1);
    assert!(held_out.rows_per_person > 1 && held_out.shown.n_people() == 40 * held_out.rows_per_person);
    for (row, hidden) in held_out.hidden.iter().enumerate() {
        let shown: Vec<usize> = held_out.shown.items.row(row).map(|(item, _)| item).collect();
        assert!(hidden.columns.iter().all(|item| !shown.contains(item)), "row {row}");
        assert_eq!((hidden.columns.len(), hidden.n_hidden, shown.len()), (2, 2, 6), "row {row}");
    }
    let differ = held_out
        .hidden
        .chunks(held_out.rows_per_person)
        .filter(|own| own.iter().any(|other| other != &own[0]));
    assert!(differ.count() > 30);
}

/// Compared with the definition, with dense matrices and every eigenvector.
#[test]
fn correspondence_is_a_projection_on_the_leading_directions() {
    let mut state = 7_u64;
    let mut flip = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) % 5 < 2
    };
    let rows: Vec<Vec<bool>> = (0..25).map(|_| (0..6).map(|_| flip()).collect()).collect();
    let items = matrix(6, &rows);
    let held = DMatrix::from_fn(25, 6, |row, column| f64::from(u8::from(rows[row][column])));
    let listed: Vec<f64> = (0..25).map(|row| held.row(row).sum()).collect();
    let people: Vec<f64> = (0..6).map(|column| held.column(column).sum()).collect();
    let scaled = DMatrix::from_fn(6, 6, |a, b| {
        let sum: f64 = (0..25).map(|row| held[(row, a)] * held[(row, b)] / listed[row].max(1.0).sqrt()).sum();
        sum / (people[a] * people[b]).sqrt()
    });
    let eigen = nalgebra::SymmetricEigen::new(scaled);
    let mut order: Vec<usize> = (0..6).collect();
    order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
    let found = correspondence(&items, 1);
    for a in 0..6 {
        for b in 0..6 {
            // √25 directions.
            let projected: f64 =
                order[..5].iter().map(|&k| eigen.eigenvectors[(a, k)] * eigen.eigenvectors[(b, k)]).sum();
            let expected = if a == b { 0.0 } else { projected * (people[b] / people[a]).sqrt() };
            assert!((found[[a, b]] - expected).abs() < 1e-6, "{a} {b}: {} {expected}", found[[a, b]]);
        }
    }
}

/// Unstable pages are joined until enough are stable; a single page is always stable.
#[test]
fn unstable_pages_are_joined_until_enough_are_stable() {
    let points = Array2::from_shape_fn((160, 2), |(row, axis)| {
        let angle = row as f64 * std::f64::consts::TAU / 160.0;
        if axis == 0 { angle.cos() } else { angle.sin() }
    });
    let level_of: Vec<Level> = (0..160).map(|row| Level::ALL[row % 2]).collect();
    let params = GroupParams { inputs: USUAL, scope: Scope::Shared, n_components: 2, n_clusters: 5 };
    let mut groups = fit_groups(&points, &level_of, params, 10, 5, 1);
    let samples = groups.resample(&points, 20, 3, 1);
    let before = groups.stability(&samples, &level_of).into_vec().concat();
    assert!(before.iter().filter(|jaccard| **jaccard >= 0.75).count() * 5 < before.len() * 4, "{before:?}");
    let after = groups.join_unstable(&samples, &level_of, 0.75, 0.8).into_vec().concat();
    assert!(after.iter().filter(|jaccard| **jaccard >= 0.75).count() * 5 >= after.len() * 4, "{after:?}");
    assert!(after.len() < before.len());
    for (row, &level) in level_of.iter().enumerate() {
        let page = groups.page_of(row, level).expect("joining loses nobody");
        assert!((page as usize) < groups.levels[level].pages.len());
    }
    let people: u64 = groups.levels[Level::Junior].pages.iter().map(|page| page.people).sum();
    assert_eq!(people, 80, "and counts everybody once");
    let one = groups.join_unstable(&samples, &level_of, 1.1, 1.0);
    assert!(one.values().flatten().all(|jaccard| (*jaccard - 1.0).abs() < 1e-12), "{one:?}");
}

/// In a shuffled table every item has as many people as before, but other ones.
#[test]
fn shuffled_columns_keep_their_sums_and_become_independent() {
    let rows: Vec<Vec<bool>> =
        (0..60).map(|row| (0..10).map(|column| (row < 30) == (column < 5)).collect()).collect();
    let items = matrix(10, &rows);
    let table = InterestTable {
        context: matrix(2, &vec![vec![true, false]; 60]),
        level_of: vec![Level::Junior; 60],
        person_of: (0..60).collect(),
        items,
    };
    let other = shuffled(&table, 3);
    let sums = |table: &InterestTable| -> Vec<usize> {
        let columns = table.items.transpose();
        (0..10).map(|column| columns.row(column).count()).collect()
    };
    assert_eq!(sums(&table), sums(&other));
    assert_ne!(table.items, other.items);
    let together = |table: &InterestTable| {
        (0..60).filter(|&row| table.items.row(row).filter(|(column, _)| *column < 2).count() == 2).count()
    };
    assert!(
        together(&other) * 5 < together(&table) * 4,
        "people with the first item have the second no more often than by chance"
    );
    assert_eq!(other.context.transpose().row(0).count(), 60);
}
