//! Groups of people: clusters of interests, and the pages of every level that they become.

use career_model::Level;
use career_model::k_means::KMeans;
use ndarray::{Array2, Axis};

use super::spherical::fit_spherical;
use super::stability::{Resampling, bootstrap_jaccard};
use crate::cluster_merge::{ClusterGroup, merge_small_clusters};

/// Who is clustered with whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everyone together: a kind of person is the same kind at every level.
    Shared,
    /// Every level by itself, as the method's source has it.
    PerLevel,
}

/// How groups are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupParams {
    /// Who is clustered with whom.
    pub scope: Scope,
    /// Coordinates of a person.
    pub n_components: usize,
    /// Clusters, of everyone or of each level.
    pub n_clusters: usize,
}

/// One level's clusters and pages.
#[derive(Clone, Debug)]
pub struct LevelGroups {
    /// Unit centroids, `n_clusters × n_components`.
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
    scopes: Vec<(Vec<usize>, usize)>,
}

/// Clusters unit rows, and makes the pages of every level: clusters with too few people of it share one.
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
    for rows in &scopes {
        if rows.is_empty() {
            centroids.push(Array2::zeros((1, points.ncols())));
            continue;
        }
        let k = params.n_clusters.min(rows.len() / 4).max(1);
        let fit = fit_spherical(&points.select(Axis(0), rows), k, n_init, seed);
        for (&row, label) in rows.iter().zip(fit.labels) {
            cluster_of[row] = Some(label);
        }
        centroids.push(fit.centroids);
    }
    let level = |level: usize| {
        let centroids = &centroids[level.min(centroids.len() - 1)];
        level_groups(centroids, level, level_of, &cluster_of, min_people)
    };
    let levels = (0..n_levels).map(level).collect();
    let scopes = scopes.into_iter().zip(&centroids).map(|(rows, own)| (rows, own.nrows())).collect();
    Groups { levels, cluster_of, scopes }
}

fn level_groups(
    centroids: &Array2<f64>,
    level: usize,
    level_of: &[usize],
    cluster_of: &[Option<u32>],
    min_people: u64,
) -> LevelGroups {
    let n_clusters = centroids.nrows();
    let mut people_in = vec![0_u64; n_clusters];
    for (cluster, _) in cluster_of.iter().zip(level_of).filter(|(_, of)| **of == level) {
        if let Some(cluster) = cluster {
            people_in[*cluster as usize] += 1;
        }
    }
    let k_means =
        KMeans { n_dimensions: centroids.ncols() as u32, centroids: centroids.iter().copied().collect() };
    let mut pages = Vec::new();
    if people_in.iter().sum::<u64>() >= min_people {
        pages = merge_small_clusters(&k_means, &people_in);
    }
    let mut page_of_cluster = vec![0; n_clusters];
    for (page, group) in (0..).zip(&pages) {
        for &cluster in &group.clusters {
            page_of_cluster[cluster] = page;
        }
    }
    LevelGroups { centroids: centroids.clone(), pages, page_of_cluster }
}

impl Groups {
    /// Per row its page in its level.
    pub fn page_of(&self, row: usize, level: usize) -> Option<u32> {
        let groups = &self.levels[level];
        if groups.pages.is_empty() {
            None
        } else {
            Some(groups.page_of_cluster[self.cluster_of[row]? as usize])
        }
    }

    /// The bootstrap Jaccard of every page, per level.
    pub fn stability(
        &self,
        points: &Array2<f64>,
        level_of: &[usize],
        n_draws: u64,
        n_init: u64,
        seed: u64,
    ) -> Vec<Vec<f64>> {
        let mut first = vec![0_u32];
        for level in &self.levels {
            first.push(first[first.len() - 1] + level.pages.len() as u32);
        }
        let group_of: Vec<Option<u32>> = (0..points.nrows())
            .map(|row| self.page_of(row, level_of[row]).map(|page| first[level_of[row]] + page))
            .collect();
        let what = Resampling { points, level_of, scopes: &self.scopes, n_draws, n_init };
        let all = bootstrap_jaccard(what, &group_of, first[self.levels.len()] as usize, seed);
        first.windows(2).map(|pair| all[pair[0] as usize..pair[1] as usize].to_vec()).collect()
    }
}
