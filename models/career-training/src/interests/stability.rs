//! Would other people of the same kind have given the same pages?

use ndarray::{Array2, Axis};
use rayon::prelude::*;

use super::metric::Metric;
use crate::random::{generator, uniform};

/// The most people of a draw: of more, so many are drawn.
const MAX_DRAWN: usize = 2_000;

/// So many starts are enough for a draw of that size.
const STARTS_OF_MANY: u64 = 4;

/// People drawn with replacement, and clustered anew.
#[derive(Clone, Copy, Debug)]
pub struct Resampling<'a> {
    /// One row a person.
    pub points: &'a Array2<f64>,
    /// What clusters compare by.
    pub metric: Metric,
    /// Sets of rows that are clustered together, with the number of clusters.
    pub scopes: &'a [(Vec<usize>, usize)],
    /// Draws.
    pub n_draws: u64,
    /// Starts of k-means per draw.
    pub n_init: u64,
}

/// One draw: per row its new cluster, and how many of them there are.
#[derive(Clone, Debug)]
pub struct Draw {
    cluster_of: Vec<usize>,
    n_clusters: usize,
}

impl Resampling<'_> {
    /// The draws. Everyone, drawn or not, is then in the nearest new cluster.
    pub fn draws(self, seed: u64) -> Vec<Draw> {
        (0..self.n_draws).into_par_iter().map(|draw| self.draw(draw, seed)).collect()
    }

    fn draw(self, draw: u64, seed: u64) -> Draw {
        let mut cluster_of = vec![0_usize; self.points.nrows()];
        let mut n_clusters = 0;
        for (scope, (rows, k)) in self.scopes.iter().enumerate() {
            if rows.is_empty() {
                n_clusters += 1;
                continue;
            }
            let mut rng = generator(seed, "bootstrap", draw << 8 | scope as u64);
            let n_drawn = rows.len().min(MAX_DRAWN);
            let drawn: Vec<usize> =
                (0..n_drawn).map(|_| rows[(uniform(&mut rng) * rows.len() as f64) as usize]).collect();
            let drawn = self.points.select(Axis(0), &drawn);
            let n_init = if n_drawn < MAX_DRAWN { self.n_init } else { self.n_init.min(STARTS_OF_MANY) };
            let (centroids, _) = self.metric.fit(&drawn, *k, n_init, seed ^ draw);
            let labels = self.metric.nearest(&self.points.select(Axis(0), rows), &centroids);
            for (&row, label) in rows.iter().zip(labels) {
                cluster_of[row] = n_clusters + label as usize;
            }
            n_clusters += centroids.nrows();
        }
        Draw { cluster_of, n_clusters }
    }
}

/// Pages of all levels, numbered through.
#[derive(Clone, Copy, Debug)]
pub struct PageNumbers<'a> {
    /// Per row its level.
    pub level_of: &'a [usize],
    /// Per row its page, or `None` for who is in none.
    pub page_of: &'a [Option<u32>],
    /// Per page whether several clusters share it.
    pub is_joint: &'a [bool],
}

/// Bootstrap Jaccard of each page (Hennig 2007, "Cluster-wise assessment of cluster stability"): each is compared with
/// the new cluster of its level that overlaps it most, `|A ∩ B| / |A ∪ B|`. A page of several clusters is compared with
/// the union of the new clusters of which it holds the larger part of the people. The mean over the draws; 0.75 and
/// more counts as stable, 0.5 and less as dissolved.
pub fn bootstrap_jaccard(draws: &[Draw], pages: PageNumbers<'_>) -> Vec<f64> {
    let n_pages = pages.is_joint.len();
    let of_draws: Vec<Vec<f64>> = draws.par_iter().map(|draw| overlaps(draw, pages)).collect();
    let mean = |page: usize| of_draws.iter().map(|draw| draw[page]).sum::<f64>() / draws.len().max(1) as f64;
    (0..n_pages).map(mean).collect()
}

fn overlaps(draw: &Draw, pages: PageNumbers<'_>) -> Vec<f64> {
    let PageNumbers { level_of, page_of, is_joint } = pages;
    let (n_pages, n_clusters) = (is_joint.len(), draw.n_clusters);
    let n_levels = level_of.iter().max().map_or(0, |most| most + 1);
    let mut level_of_page = vec![0; n_pages];
    let mut page_sizes = vec![0_u32; n_pages];
    let mut cluster_sizes = vec![0_u32; n_levels * n_clusters];
    let mut both = Array2::<u32>::zeros((n_pages, n_clusters));
    for (row, page) in page_of.iter().enumerate() {
        let Some(page) = page.map(|page| page as usize) else { continue };
        cluster_sizes[level_of[row] * n_clusters + draw.cluster_of[row]] += 1;
        level_of_page[page] = level_of[row];
        page_sizes[page] += 1;
        both[[page, draw.cluster_of[row]]] += 1;
    }
    let jaccard = |page: usize, common: u32, size: u32| {
        f64::from(common) / f64::from((page_sizes[page] + size - common).max(1))
    };
    let size = |page: usize, cluster: usize| cluster_sizes[level_of_page[page] * n_clusters + cluster];
    (0..n_pages)
        .map(|page| {
            let best = (0..n_clusters)
                .map(|cluster| jaccard(page, both[[page, cluster]], size(page, cluster)))
                .fold(0.0, f64::max);
            if !is_joint[page] {
                return best;
            }
            let held = (0..n_clusters).filter(|&cluster| 2 * both[[page, cluster]] > size(page, cluster));
            let (common, of) = held.fold((0, 0), |(common, of), cluster| {
                (common + both[[page, cluster]], of + size(page, cluster))
            });
            best.max(jaccard(page, common, of))
        })
        .collect()
}
