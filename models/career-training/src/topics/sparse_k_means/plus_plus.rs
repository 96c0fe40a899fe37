//! The initial centres of k-means.

use rand_chacha::ChaCha8Rng;

use crate::maths::random::weighted_draw;
use crate::topics::sparse_k_means::data::Data;

/// Greedy k-means++: each centre is the best of `2 + ln k` rows drawn with probability by squared
/// distance to the centres so far (Arthur and Vassilvitskii 2007, with scikit-learn's local trials).
/// Returns each row's nearest centre.
pub(super) fn plus_plus(data: &Data<'_>, n_clusters: usize, rng: &mut ChaCha8Rng) -> Vec<u32> {
    let n_rows = data.rows.n_rows();
    let trials = 2 + (n_clusters as f64).ln() as usize;
    let uniform: Vec<f64> = (1..=n_rows).map(|n| n as f64).collect();
    let first = weighted_draw(rng, &uniform);
    let mut labels = vec![0_u32; n_rows];
    let mut closest: Vec<f64> = vec![f64::INFINITY; n_rows];
    let mut near = DistanceScratch::new(n_rows);
    for (row, distance) in near.distances(data, first, &closest) {
        closest[row] = distance;
    }
    let mut cumulative = vec![0.0; n_rows];
    for centre in 1..n_clusters {
        let mut total = 0.0;
        for (sum, distance) in cumulative.iter_mut().zip(&closest) {
            total += distance;
            *sum = total;
        }
        if total <= 0.0 {
            break;
        }
        let mut best: Option<(f64, Vec<(usize, f64)>)> = None;
        for _ in 0..trials {
            let candidate = weighted_draw(rng, &cumulative);
            let nearer = near.distances(data, candidate, &closest);
            let gain: f64 = nearer.iter().map(|&(row, distance)| closest[row] - distance).sum();
            if best.as_ref().is_none_or(|(most, _)| gain > *most) {
                best = Some((gain, nearer));
            }
        }
        for (row, distance) in best.map(|(_, nearer)| nearer).unwrap_or_default() {
            closest[row] = distance;
            labels[row] = centre as u32;
        }
    }
    labels
}

/// Scratch space for the distances from one row to all others.
struct DistanceScratch {
    dots: Vec<f64>,
    touched: Vec<usize>,
}

impl DistanceScratch {
    fn new(n_rows: usize) -> DistanceScratch {
        DistanceScratch { dots: vec![0.0; n_rows], touched: Vec::new() }
    }

    /// The rows that are closer to `centre` than `closest` holds, with the squared distance.
    fn distances(&mut self, data: &Data<'_>, centre: usize, closest: &[f64]) -> Vec<(usize, f64)> {
        let norm = data.squared_norms[centre];
        // The squared distance to a row without a shared word is |x|² + |c|². After the first centre that is
        // never nearer, unless one of the two rows has no words.
        let everyone = closest[centre].is_infinite() || norm == 0.0;
        for (column, value) in data.rows.row(centre) {
            for (row, other) in data.columns.row(column) {
                if self.dots[row] == 0.0 && !everyone {
                    self.touched.push(row);
                }
                self.dots[row] += value * other;
            }
        }
        if everyone {
            self.touched.extend(0..closest.len());
        }
        let mut nearer = Vec::new();
        for row in self.touched.drain(..) {
            let distance = if row == centre {
                0.0
            } else {
                (data.squared_norms[row] + norm - 2.0 * self.dots[row]).max(0.0)
            };
            self.dots[row] = 0.0;
            if distance < closest[row] {
                nearer.push((row, distance));
            }
        }
        nearer
    }
}
