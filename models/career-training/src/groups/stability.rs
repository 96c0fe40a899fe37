//! The stability of pages: whether other samples of the same people give the same pages.

use career_model::{Level, PerLevel};
use ndarray::{Array2, Axis};
use rayon::prelude::*;

use crate::maths::metric::Metric;
use crate::maths::random::{generator, uniform};

/// The largest bootstrap sample of a scope.
const MAX_SAMPLE: usize = 2_000;

/// Starts of k-means for a sample of that size.
const STARTS_FOR_MANY: u64 = 4;

/// Rows that were clustered together.
#[derive(Clone, Debug)]
pub struct ClusteredRows {
    /// The rows.
    pub rows: Vec<usize>,
    /// The number of their clusters.
    pub n_clusters: usize,
}

/// Bootstrap samples of people, each clustered anew.
#[derive(Clone, Copy, Debug)]
pub struct Bootstrap<'a> {
    /// One row per person.
    pub points: &'a Array2<f64>,
    /// The metric of the clusters.
    pub metric: Metric,
    /// The sets of rows that are clustered together.
    pub scopes: &'a [ClusteredRows],
    /// The number of samples.
    pub n_samples: u64,
    /// Starts of k-means per sample.
    pub n_init: u64,
}

/// The clustering of one bootstrap sample: per row its new cluster, and the number of clusters.
#[derive(Clone, Debug)]
pub struct Resample {
    cluster_of: Vec<usize>,
    n_clusters: usize,
}

impl Bootstrap<'_> {
    /// Clusters every sample. Each person, sampled or not, gets the nearest new cluster.
    pub fn resample(self, seed: u64) -> Vec<Resample> {
        (0..self.n_samples).into_par_iter().map(|sample| self.one(sample, seed)).collect()
    }

    fn one(self, sample: u64, seed: u64) -> Resample {
        let mut cluster_of = vec![0_usize; self.points.nrows()];
        let mut n_clusters = 0;
        for (index, scope) in self.scopes.iter().enumerate() {
            let rows = &scope.rows;
            if rows.is_empty() {
                n_clusters += 1;
                continue;
            }
            let mut rng = generator(seed, "bootstrap", sample << 8 | index as u64);
            let n_drawn = rows.len().min(MAX_SAMPLE);
            let drawn: Vec<usize> =
                (0..n_drawn).map(|_| rows[(uniform(&mut rng) * rows.len() as f64) as usize]).collect();
            let drawn = self.points.select(Axis(0), &drawn);
            let n_init = if n_drawn < MAX_SAMPLE { self.n_init } else { self.n_init.min(STARTS_FOR_MANY) };
            let (centroids, _) = self.metric.fit(&drawn, scope.n_clusters, n_init, seed ^ sample);
            let labels = self.metric.nearest(&self.points.select(Axis(0), rows), &centroids);
            for (&row, label) in rows.iter().zip(labels) {
                cluster_of[row] = n_clusters + label as usize;
            }
            n_clusters += centroids.nrows();
        }
        Resample { cluster_of, n_clusters }
    }
}

/// The page of every row; pages of all levels are numbered consecutively.
#[derive(Clone, Copy, Debug)]
pub struct PageLabels<'a> {
    /// Per row its level.
    pub level_of: &'a [Level],
    /// Per row its page; `None` for a row without a page.
    pub page_of: &'a [Option<u32>],
    /// Per page whether several clusters share it.
    pub is_joint: &'a [bool],
}

/// Bootstrap Jaccard of each page (Hennig 2007, "Cluster-wise assessment of cluster stability"): each is
/// compared with the new cluster of its level that overlaps it most, `|A ∩ B| / |A ∪ B|`. A page of several
/// clusters is also compared with the union of the new clusters whose people are mostly on this page. The
/// result is the mean over the samples; 0.75 and more counts as stable, 0.5 and less as dissolved.
pub fn bootstrap_jaccard(samples: &[Resample], pages: PageLabels<'_>) -> Vec<f64> {
    let n_pages = pages.is_joint.len();
    let overlaps: Vec<Vec<f64>> = samples.par_iter().map(|sample| overlaps(sample, pages)).collect();
    let mean = |page: usize| overlaps.iter().map(|own| own[page]).sum::<f64>() / samples.len().max(1) as f64;
    (0..n_pages).map(mean).collect()
}

fn overlaps(sample: &Resample, pages: PageLabels<'_>) -> Vec<f64> {
    let PageLabels { level_of, page_of, is_joint } = pages;
    let (n_pages, n_clusters) = (is_joint.len(), sample.n_clusters);
    let mut level_of_page = vec![Level::Junior; n_pages];
    let mut page_sizes = vec![0_u32; n_pages];
    let mut cluster_sizes = PerLevel::from_fn(|_| vec![0_u32; n_clusters]);
    let mut both = Array2::<u32>::zeros((n_pages, n_clusters));
    for (row, page) in page_of.iter().enumerate() {
        let Some(page) = page.map(|page| page as usize) else { continue };
        cluster_sizes[level_of[row]][sample.cluster_of[row]] += 1;
        level_of_page[page] = level_of[row];
        page_sizes[page] += 1;
        both[[page, sample.cluster_of[row]]] += 1;
    }
    let jaccard = |page: usize, common: u32, size: u32| {
        f64::from(common) / f64::from((page_sizes[page] + size - common).max(1))
    };
    let size = |page: usize, cluster: usize| cluster_sizes[level_of_page[page]][cluster];
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
