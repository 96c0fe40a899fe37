//! Groups of people: clusters, and the pages of every level that they become.

use career_model::Level;
use career_model::k_means::KMeans;
use ndarray::{Array2, Axis};

use super::blocks::BlockWeights;
use super::metric::Metric;
use super::stability::{Draw, PageNumbers, Resampling, bootstrap_jaccard};
use crate::cluster_merge::{ClusterGroup, join_with_nearest, merge_small_clusters};

/// Above this many people starts agree, and fewer are enough.
const MANY_ROWS: usize = 5_000;

/// So many times fewer.
const FEWER: u64 = 8;

/// Who is clustered with whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everyone together: a kind of person is the same kind at every level.
    Shared,
    /// Every level by itself, as the method's source has it.
    PerLevel,
}

/// What people are placed by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Inputs {
    /// Degree topics, courses and certificates in PCA coordinates, per level and by distance: the method's source.
    Seed,
    /// All that they list, smoothed, by angle; blocks count this much.
    Interests(BlockWeights),
}

/// How groups are made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupParams {
    /// What people are placed by.
    pub inputs: Inputs,
    /// Who is clustered with whom.
    pub scope: Scope,
    /// Coordinates of a person.
    pub n_components: usize,
    /// Clusters, of everyone or of each level.
    pub n_clusters: usize,
}

impl GroupParams {
    /// What its clusters compare by.
    pub fn metric(&self) -> Metric {
        match self.inputs {
            Inputs::Seed => Metric::Euclidean,
            Inputs::Interests(_) => Metric::Cosine,
        }
    }
}

/// One level's clusters and pages.
#[derive(Clone, Debug)]
pub struct LevelGroups {
    /// Centroids, `n_clusters × n_components`.
    pub centroids: Array2<f64>,
    /// Pages: the clusters that share each, largest first. Empty when nobody is in one.
    pub pages: Vec<ClusterGroup>,
    /// Per cluster its page.
    pub page_of_cluster: Vec<u32>,
}

/// Groups of all levels.
#[derive(Clone, Debug)]
pub struct Groups {
    /// Junior, senior, expert.
    pub levels: Vec<LevelGroups>,
    /// Per row its cluster in its level; `None` for who has no coordinates.
    pub cluster_of: Vec<Option<u32>>,
    metric: Metric,
    scopes: Vec<(Vec<usize>, usize)>,
}

/// Clusters rows (all zero: no coordinates), and makes the pages of every level: clusters with too few people of it
/// share one.
///
/// A level with fewer than `min_people` has no pages.
pub fn fit_groups(
    points: &Array2<f64>,
    level_of: &[usize],
    params: GroupParams,
    min_people: u64,
    n_init: u64,
    seed: u64,
) -> Groups {
    let cluster = |_: usize, rows: &[usize], k: usize| {
        let n_init = if rows.len() > MANY_ROWS { n_init.div_ceil(FEWER) } else { n_init };
        params.metric().fit(&points.select(Axis(0), rows), k, n_init, seed)
    };
    make_groups(points, level_of, params, cluster, |_, k_means, people_in| {
        if people_in.iter().sum::<u64>() >= min_people {
            merge_small_clusters(k_means, people_in)
        } else {
            Vec::new()
        }
    })
}

/// Groups by a clustering of the rows of a scope (its position, its rows, the number asked for → centroids, and per row its
/// cluster), and by the pages of a level (its position, its clusters, people in each).
pub(super) fn make_groups(
    points: &Array2<f64>,
    level_of: &[usize],
    params: GroupParams,
    cluster: impl Fn(usize, &[usize], usize) -> (Array2<f64>, Vec<u32>),
    pages: impl Fn(usize, &KMeans, &[u64]) -> Vec<ClusterGroup>,
) -> Groups {
    let placed = |row: &usize| points.row(*row).iter().any(|value| *value != 0.0);
    let n_levels = Level::ALL.len();
    let everyone: Vec<usize> = (0..points.nrows()).filter(placed).collect();
    let scopes: Vec<Vec<usize>> = match params.scope {
        Scope::Shared => vec![everyone],
        Scope::PerLevel => (0..n_levels)
            .map(|level| everyone.iter().copied().filter(|&row| level_of[row] == level).collect())
            .collect(),
    };
    let mut cluster_of = vec![None; points.nrows()];
    let mut centroids = Vec::new();
    for (scope, rows) in scopes.iter().enumerate() {
        if rows.is_empty() {
            centroids.push(Array2::zeros((1, points.ncols())));
            continue;
        }
        let k = params.n_clusters.min(rows.len() / 4).max(1);
        let (own, labels) = cluster(scope, rows, k);
        for (&row, label) in rows.iter().zip(labels) {
            cluster_of[row] = Some(label);
        }
        centroids.push(own);
    }
    let level = |level: usize| {
        let centroids = &centroids[level.min(centroids.len() - 1)];
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
    };
    let levels = (0..n_levels).map(level).collect();
    let scopes = scopes.into_iter().zip(&centroids).map(|(rows, own)| (rows, own.nrows())).collect();
    Groups { levels, cluster_of, metric: params.metric(), scopes }
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
    /// What its clusters compare by.
    pub fn metric(&self) -> Metric {
        self.metric
    }

    /// The rows that were clustered together.
    pub fn scopes(&self) -> impl Iterator<Item = &[usize]> {
        self.scopes.iter().map(|(rows, _)| rows.as_slice())
    }

    /// Per row its page in its level.
    pub fn page_of(&self, row: usize, level: usize) -> Option<u32> {
        let groups = &self.levels[level];
        if groups.pages.is_empty() {
            None
        } else {
            Some(groups.page_of_cluster[self.cluster_of[row]? as usize])
        }
    }

    /// Clusters other draws of the same people.
    pub fn draws(&self, points: &Array2<f64>, n_draws: u64, n_init: u64, seed: u64) -> Vec<Draw> {
        Resampling { points, metric: self.metric, scopes: &self.scopes, n_draws, n_init }.draws(seed)
    }

    /// The bootstrap Jaccard of every page, per level.
    pub fn stability(&self, draws: &[Draw], level_of: &[usize]) -> Vec<Vec<f64>> {
        let mut first = vec![0_u32];
        for level in &self.levels {
            first.push(first[first.len() - 1] + level.pages.len() as u32);
        }
        let page_of: Vec<Option<u32>> = level_of
            .iter()
            .enumerate()
            .map(|(row, &level)| self.page_of(row, level).map(|page| first[level] + page))
            .collect();
        let pages = self.levels.iter().flat_map(|level| &level.pages);
        let is_joint: Vec<bool> = pages.map(|page| page.clusters.len() > 1).collect();
        let numbers = PageNumbers { level_of, page_of: &page_of, is_joint: &is_joint };
        let all = bootstrap_jaccard(draws, numbers);
        first.windows(2).map(|pair| all[pair[0] as usize..pair[1] as usize].to_vec()).collect()
    }

    /// Joins the least stable page with the nearest of its level, again and again, until at least `share` of all pages
    /// have a bootstrap Jaccard of `stable` or no level has two pages. The stability that is left, per level.
    pub fn join_unstable(
        &mut self,
        draws: &[Draw],
        level_of: &[usize],
        stable: f64,
        share: f64,
    ) -> Vec<Vec<f64>> {
        loop {
            let stability = self.stability(draws, level_of);
            let all: Vec<f64> = stability.concat();
            let n_stable = all.iter().filter(|jaccard| **jaccard >= stable).count();
            let worst = stability
                .iter()
                .enumerate()
                .filter(|(_, level)| level.len() > 1)
                .flat_map(|(level, pages)| pages.iter().enumerate().map(move |(page, j)| (*j, level, page)))
                .min_by(|a, b| a.0.total_cmp(&b.0));
            let Some((_, level, page)) = worst.filter(|_| (n_stable as f64) < share * all.len() as f64)
            else {
                return stability;
            };
            let level = &mut self.levels[level];
            join_with_nearest(&mut level.pages, page);
            level.number_pages();
        }
    }
}
