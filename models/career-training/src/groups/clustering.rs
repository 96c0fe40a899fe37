//! Groups: clusters, and the pages of every level that they become.

use career_model::k_means::KMeans;
use career_model::{Level, PerLevel};
use ndarray::{Array2, Axis};

use crate::groups::merge::{ClusterGroup, join_with_nearest, merge_small_clusters};
use crate::groups::params::{GroupParams, Scope};
use crate::groups::stability::{Bootstrap, ClusteredRows, PageLabels, Resample, bootstrap_jaccard};
use crate::maths::metric::Metric;

/// Above this many people the starts of k-means agree, and fewer are enough.
const MANY_ROWS: usize = 5_000;

/// The divisor of the number of starts for many people.
const FEWER_STARTS: u64 = 8;

/// The smallest mean number of people per cluster.
const MIN_ROWS_PER_CLUSTER: usize = 4;

/// The clusters and pages of one level.
#[derive(Clone, Debug)]
pub struct LevelGroups {
    /// Centroids, `n_clusters × n_components`.
    pub centroids: Array2<f64>,
    /// Pages: the clusters that share each, largest first. Empty for a level with too few people.
    pub pages: Vec<ClusterGroup>,
    /// Per cluster its page.
    pub page_of_cluster: Vec<u32>,
}

/// The groups of all levels.
#[derive(Clone, Debug)]
pub struct Groups {
    /// The clusters and pages of every level.
    pub levels: PerLevel<LevelGroups>,
    /// Per row its cluster in its level; `None` for a person without coordinates.
    pub cluster_of: Vec<Option<u32>>,
    metric: Metric,
    scopes: Vec<ClusteredRows>,
}

/// Rows that are clustered together: all of them, or those of one level.
#[derive(Clone, Copy, Debug)]
pub(super) struct ScopeRows<'a> {
    /// The level of the rows; `None` for all levels.
    pub(super) level: Option<Level>,
    /// The rows.
    pub(super) rows: &'a [usize],
    /// The requested number of clusters.
    pub(super) n_clusters: usize,
}

/// Clusters rows (an all-zero row has no coordinates), and makes the pages of every level. Clusters with too
/// few people of a level share a page.
///
/// A level with fewer than `min_people` has no pages.
pub fn fit_groups(
    points: &Array2<f64>,
    level_of: &[Level],
    params: GroupParams,
    min_people: u64,
    n_init: u64,
    seed: u64,
) -> Groups {
    let cluster = |scope: ScopeRows<'_>| {
        let n_init = if scope.rows.len() > MANY_ROWS { n_init.div_ceil(FEWER_STARTS) } else { n_init };
        params.metric().fit(&points.select(Axis(0), scope.rows), scope.n_clusters, n_init, seed)
    };
    make_groups(points, level_of, params, cluster, |_, k_means, people_in| {
        if people_in.iter().sum::<u64>() >= min_people {
            merge_small_clusters(k_means, people_in)
        } else {
            Vec::new()
        }
    })
}

/// Groups from a clustering of each scope (returns centroids, and per row its cluster), and from the pages of
/// each level (its clusters, and the number of people in each).
pub(super) fn make_groups(
    points: &Array2<f64>,
    level_of: &[Level],
    params: GroupParams,
    cluster: impl Fn(ScopeRows<'_>) -> (Array2<f64>, Vec<u32>),
    pages: impl Fn(Level, &KMeans, &[u64]) -> Vec<ClusterGroup>,
) -> Groups {
    let has_coordinates = |row: &usize| points.row(*row).iter().any(|value| *value != 0.0);
    let everyone: Vec<usize> = (0..points.nrows()).filter(has_coordinates).collect();
    let scopes: Vec<(Option<Level>, Vec<usize>)> = match params.scope {
        Scope::Shared => vec![(None, everyone)],
        Scope::PerLevel => Level::ALL
            .into_iter()
            .map(|level| {
                let rows = everyone.iter().copied().filter(|&row| level_of[row] == level).collect();
                (Some(level), rows)
            })
            .collect(),
    };
    let mut cluster_of = vec![None; points.nrows()];
    let mut centroids = PerLevel::from_fn(|_| Array2::zeros((1, points.ncols())));
    let mut clustered = Vec::new();
    for (level, rows) in scopes {
        let mut own = Array2::zeros((1, points.ncols()));
        if !rows.is_empty() {
            let n_clusters = params.n_clusters.min(rows.len() / MIN_ROWS_PER_CLUSTER).max(1);
            let labels;
            (own, labels) = cluster(ScopeRows { level, rows: &rows, n_clusters });
            for (&row, label) in rows.iter().zip(labels) {
                cluster_of[row] = Some(label);
            }
        }
        clustered.push(ClusteredRows { rows, n_clusters: own.nrows() });
        match level {
            Some(level) => centroids[level] = own,
            None => centroids = PerLevel::from_fn(|_| own.clone()),
        }
    }
    let levels = PerLevel::from_fn(|level| {
        let centroids = &centroids[level];
        let mut people_in = vec![0_u64; centroids.nrows()];
        for (cluster, _) in cluster_of.iter().zip(level_of).filter(|(_, of)| **of == level) {
            if let Some(cluster) = *cluster {
                people_in[cluster as usize] += 1;
            }
        }
        let k_means =
            KMeans { n_dimensions: centroids.ncols() as u32, centroids: centroids.iter().copied().collect() };
        let pages = pages(level, &k_means, &people_in);
        let mut groups = LevelGroups { centroids: centroids.clone(), pages, page_of_cluster: Vec::new() };
        groups.number_pages();
        groups
    });
    Groups { levels, cluster_of, metric: params.metric(), scopes: clustered }
}

impl LevelGroups {
    fn number_pages(&mut self) {
        self.page_of_cluster = vec![0; self.centroids.nrows()];
        for (page, group) in (0..).zip(&self.pages) {
            for &cluster in &group.clusters {
                self.page_of_cluster[cluster] = page;
            }
        }
    }
}

impl Groups {
    /// The metric of the clusters.
    pub fn metric(&self) -> Metric {
        self.metric
    }

    /// The sets of rows that were clustered together.
    pub fn scopes(&self) -> impl Iterator<Item = &[usize]> {
        self.scopes.iter().map(|scope| scope.rows.as_slice())
    }

    /// The page of a row in a level; `None` if the row has no coordinates or the level no pages.
    pub fn page_of(&self, row: usize, level: Level) -> Option<u32> {
        let groups = &self.levels[level];
        if groups.pages.is_empty() {
            None
        } else {
            Some(groups.page_of_cluster[self.cluster_of[row]? as usize])
        }
    }

    /// Clusters bootstrap samples of the same people.
    pub fn resample(&self, points: &Array2<f64>, n_samples: u64, n_init: u64, seed: u64) -> Vec<Resample> {
        Bootstrap { points, metric: self.metric, scopes: &self.scopes, n_samples, n_init }.resample(seed)
    }

    /// The bootstrap Jaccard of every page, per level.
    pub fn stability(&self, samples: &[Resample], level_of: &[Level]) -> PerLevel<Vec<f64>> {
        let mut next = 0_u32;
        let first = self.levels.each_ref().map(|level| {
            let first = next;
            next += level.pages.len() as u32;
            first
        });
        let page_of: Vec<Option<u32>> = level_of
            .iter()
            .enumerate()
            .map(|(row, &level)| self.page_of(row, level).map(|page| first[level] + page))
            .collect();
        let pages = self.levels.values().flat_map(|level| &level.pages);
        let is_joint: Vec<bool> = pages.map(|page| page.clusters.len() > 1).collect();
        let labels = PageLabels { level_of, page_of: &page_of, is_joint: &is_joint };
        let all = bootstrap_jaccard(samples, labels);
        PerLevel::from_fn(|level| {
            let start = first[level] as usize;
            all[start..start + self.levels[level].pages.len()].to_vec()
        })
    }

    /// Joins the least stable page with the nearest of its level, until at least `share` of all pages have a
    /// bootstrap Jaccard of `stable` or no level has two pages. Returns the stability of the remaining pages,
    /// per level.
    pub fn join_unstable(
        &mut self,
        samples: &[Resample],
        level_of: &[Level],
        stable: f64,
        share: f64,
    ) -> PerLevel<Vec<f64>> {
        loop {
            let stability = self.stability(samples, level_of);
            let all = || stability.values().flatten();
            let n_stable = all().filter(|jaccard| **jaccard >= stable).count();
            let worst = stability
                .iter()
                .filter(|(_, level)| level.len() > 1)
                .flat_map(|(level, pages)| pages.iter().enumerate().map(move |(page, j)| (*j, level, page)))
                .min_by(|a, b| a.0.total_cmp(&b.0));
            let Some((_, level, page)) = worst.filter(|_| (n_stable as f64) < share * all().count() as f64)
            else {
                return stability;
            };
            let level = &mut self.levels[level];
            join_with_nearest(&mut level.pages, page);
            level.number_pages();
        }
    }
}
