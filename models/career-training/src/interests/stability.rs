//! Would other people of the same kind have given the same groups?

use ndarray::{Array2, Axis};
use rayon::prelude::*;

use super::spherical::{fit_spherical, nearest_of_all};
use crate::random::{generator, uniform};

/// Bootstrap Jaccard of each group (Hennig 2007, "Cluster-wise assessment of cluster stability"): people are drawn
/// with replacement and clustered anew, and each group is compared with the new group that overlaps it most,
/// `|A ∩ B| / |A ∪ B|`. The mean over the draws; 0.75 and more counts as stable, 0.5 and less as dissolved.
///
/// `groups` are per level: `group_of` says each row's group, or `None` for who is in none; `scope_of` says which rows
/// are clustered together. New groups are compared within `level_of`, as the groups are.
#[derive(Clone, Copy, Debug)]
pub struct Resampling<'a> {
    /// Unit rows.
    pub points: &'a Array2<f64>,
    /// Per row its level.
    pub level_of: &'a [usize],
    /// Sets of rows that are clustered together, with the number of clusters.
    pub scopes: &'a [(Vec<usize>, usize)],
    /// Draws.
    pub n_draws: u64,
    /// Starts of k-means per draw.
    pub n_init: u64,
}

/// The bootstrap Jaccard per group; `group_of` is each row's group below `n_groups`.
pub fn bootstrap_jaccard(
    what: Resampling<'_>,
    group_of: &[Option<u32>],
    n_groups: usize,
    seed: u64,
) -> Vec<f64> {
    let draws: Vec<Vec<f64>> = (0..what.n_draws)
        .into_par_iter()
        .map(|draw| {
            let mut cluster_of = vec![0_usize; what.points.nrows()];
            let mut n_clusters = 0;
            for (scope, (rows, k)) in what.scopes.iter().enumerate() {
                if rows.is_empty() {
                    n_clusters += 1;
                    continue;
                }
                let mut rng = generator(seed, "bootstrap", draw << 8 | scope as u64);
                let drawn: Vec<usize> =
                    rows.iter().map(|_| rows[(uniform(&mut rng) * rows.len() as f64) as usize]).collect();
                let again = fit_spherical(&what.points.select(Axis(0), &drawn), *k, what.n_init, seed ^ draw);
                let labels = nearest_of_all(&what.points.select(Axis(0), rows), &again.centroids);
                for (&row, label) in rows.iter().zip(labels) {
                    cluster_of[row] = n_clusters + label as usize;
                }
                n_clusters += again.centroids.nrows();
            }
            best_overlaps(what.level_of, group_of, n_groups, &cluster_of, n_clusters)
        })
        .collect();
    let mean = |group: usize| draws.iter().map(|draw| draw[group]).sum::<f64>() / draws.len().max(1) as f64;
    (0..n_groups).map(mean).collect()
}

/// Per group the largest Jaccard with any new cluster of its level.
fn best_overlaps(
    level_of: &[usize],
    group_of: &[Option<u32>],
    n_groups: usize,
    cluster_of: &[usize],
    n_clusters: usize,
) -> Vec<f64> {
    let n_levels = level_of.iter().max().map_or(0, |most| most + 1);
    let mut level_of_group = vec![0; n_groups];
    let mut group_sizes = vec![0_u32; n_groups];
    let mut cluster_sizes = vec![0_u32; n_levels * n_clusters];
    let mut both = Array2::<u32>::zeros((n_groups, n_clusters));
    for (row, group) in group_of.iter().enumerate() {
        let Some(group) = group.map(|group| group as usize) else { continue };
        cluster_sizes[level_of[row] * n_clusters + cluster_of[row]] += 1;
        level_of_group[group] = level_of[row];
        group_sizes[group] += 1;
        both[[group, cluster_of[row]]] += 1;
    }
    let jaccard = |group: usize, cluster: usize| {
        let common = both[[group, cluster]];
        let all = group_sizes[group] + cluster_sizes[level_of_group[group] * n_clusters + cluster] - common;
        f64::from(common) / f64::from(all.max(1))
    };
    (0..n_groups)
        .map(|group| (0..n_clusters).map(|cluster| jaccard(group, cluster)).fold(0.0, f64::max))
        .collect()
}
