//! The silhouette (Rousseeuw 1987) of weighted points, exactly.

use career_model::k_means::squared_distance;
use ndarray::Array2;
use rayon::prelude::*;

use crate::maths::random::{generator, uniform};

/// The mean silhouette of each labelling, scikit-learn's `silhouette_score`.
///
/// A row of weight w is w equal points: its own copies are at distance 0, and the mean distance within
/// its cluster is over the cluster's weight minus one. A point alone in its cluster has
/// silhouette 0. Every distance is computed once for all labellings: `O(n_rows² · labellings)`.
pub fn silhouette_scores(points: &Array2<f64>, weights: &[f64], labellings: &[&[u32]]) -> Vec<f64> {
    let n_clusters: Vec<usize> = labellings.iter().map(|labels| 1 + max(labels)).collect();
    let sizes: Vec<Vec<f64>> = labellings
        .iter()
        .zip(&n_clusters)
        .map(|(labels, &n)| {
            let mut sizes = vec![0.0; n];
            for (&label, weight) in labels.iter().zip(weights) {
                sizes[label as usize] += weight;
            }
            sizes
        })
        .collect();
    // The clusters of all labellings are numbered consecutively, so that one pass over the points serves them
    // all.
    let starts: Vec<usize> =
        n_clusters.iter().scan(0, |next, n| Some(std::mem::replace(next, *next + n))).collect();
    let width: usize = n_clusters.iter().sum();
    let clusters: Vec<u32> = (0..weights.len())
        .flat_map(|row| {
            labellings.iter().zip(&starts).map(move |(labels, start)| labels[row] + *start as u32)
        })
        .collect();
    let n_labellings = labellings.len();
    let per_row: Vec<Vec<f64>> = (0..weights.len())
        .into_par_iter()
        .map_init(
            || vec![0.0; width],
            |sums, row| {
                sums.fill(0.0);
                let point = row_of(points, row);
                for (other, weight) in weights.iter().enumerate() {
                    let distance = weight * squared_distance(point, row_of(points, other)).sqrt();
                    for &cluster in &clusters[other * n_labellings..(other + 1) * n_labellings] {
                        sums[cluster as usize] += distance;
                    }
                }
                (0..n_labellings)
                    .map(|l| {
                        let sums = &sums[starts[l]..starts[l] + n_clusters[l]];
                        silhouette(labellings[l][row] as usize, sums, &sizes[l])
                    })
                    .collect()
            },
        )
        .collect();
    let total: f64 = weights.iter().sum();
    (0..n_labellings)
        .map(|l| per_row.iter().zip(weights).map(|(scores, weight)| scores[l] * weight).sum::<f64>() / total)
        .collect()
}

/// One point's silhouette from the sums of its distances to every cluster.
fn silhouette(own: usize, sums: &[f64], sizes: &[f64]) -> f64 {
    if sizes[own] <= 1.0 {
        return 0.0;
    }
    let within = sums[own] / (sizes[own] - 1.0);
    let other = (0..sums.len()).filter(|&cluster| cluster != own && sizes[cluster] > 0.0);
    let nearest = other.map(|cluster| sums[cluster] / sizes[cluster]).fold(f64::INFINITY, f64::min);
    let longest = within.max(nearest);
    if nearest.is_finite() && longest > 0.0 { (nearest - within) / longest } else { 0.0 }
}

/// A simple random sample of people, as rows with the weights they have in the sample.
pub fn sample_people(weights: &[f64], sample_size: usize, seed: u64) -> Vec<(usize, f64)> {
    let mut left: f64 = weights.iter().sum();
    let mut wanted = sample_size as f64;
    let mut rng = generator(seed, "silhouette sample", 0);
    let mut sample = Vec::new();
    for (row, &weight) in weights.iter().enumerate() {
        let mut drawn = 0.0;
        // Selection sampling (Knuth, algorithm S): person by person, without replacement.
        for _ in 0..weight as u64 {
            if uniform(&mut rng) * left < wanted {
                drawn += 1.0;
                wanted -= 1.0;
            }
            left -= 1.0;
        }
        if drawn > 0.0 {
            sample.push((row, drawn));
        }
    }
    sample
}

fn max(labels: &[u32]) -> usize {
    labels.iter().copied().max().unwrap_or(0) as usize
}

fn row_of(points: &Array2<f64>, row: usize) -> &[f64] {
    let n = points.ncols();
    points.as_slice().map_or(&[], |all| &all[row * n..(row + 1) * n])
}
