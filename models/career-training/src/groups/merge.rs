//! From clusters to pages: a cluster with too few people shares a page with its nearest neighbour.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use career_model::k_means::{KMeans, squared_distance};
use career_model::roadmap::MIN_PEOPLE_PER_PAGE;

/// Clusters that share a page.
#[derive(Clone, Debug, PartialEq)]
pub struct ClusterGroup {
    /// The clusters, ascending.
    pub clusters: Vec<usize>,
    /// The number of people in them.
    pub people: u64,
    centroid: Vec<f64>,
}

/// Merges the smallest group below [`MIN_PEOPLE_PER_PAGE`] into the group with the nearest centroid
/// until every group is large enough or one is left. Groups come out largest first.
pub fn merge_small_clusters(k_means: &KMeans, people_in: &[u64]) -> Vec<ClusterGroup> {
    merge_small(singles(k_means, people_in))
}

/// The same, starting from pages that clusters already share; clusters beyond `page_of_cluster` start alone.
pub(crate) fn merge_small_pages(
    k_means: &KMeans,
    people_in: &[u64],
    page_of_cluster: &[u32],
) -> Vec<ClusterGroup> {
    let mut pages: BTreeMap<u32, ClusterGroup> = BTreeMap::new();
    let mut others = Vec::new();
    for (cluster, single) in singles(k_means, people_in).into_iter().enumerate() {
        match page_of_cluster.get(cluster) {
            None => others.push(single),
            Some(&page) => match pages.entry(page) {
                Entry::Occupied(mut page) => page.get_mut().absorb(single),
                Entry::Vacant(page) => drop(page.insert(single)),
            },
        }
    }
    merge_small(pages.into_values().chain(others).collect())
}

fn singles(k_means: &KMeans, people_in: &[u64]) -> Vec<ClusterGroup> {
    let single = |(cluster, &people): (usize, &u64)| ClusterGroup {
        clusters: vec![cluster],
        people,
        centroid: k_means.centroid(cluster).to_vec(),
    };
    people_in.iter().enumerate().map(single).collect()
}

fn merge_small(mut groups: Vec<ClusterGroup>) -> Vec<ClusterGroup> {
    while groups.len() > 1 {
        let smallest = (0..groups.len()).min_by_key(|&group| groups[group].people).unwrap_or(0);
        if groups[smallest].people >= MIN_PEOPLE_PER_PAGE {
            break;
        }
        absorb(&mut groups, smallest);
    }
    largest_first(&mut groups);
    groups
}

/// Joins a group with the one that has the nearest centroid; a single group stays. Groups come out largest
/// first.
pub fn join_with_nearest(groups: &mut Vec<ClusterGroup>, index: usize) {
    if groups.len() > 1 {
        absorb(groups, index);
        largest_first(groups);
    }
}

fn absorb(groups: &mut Vec<ClusterGroup>, index: usize) {
    let small = groups.swap_remove(index);
    let nearest = groups.iter_mut().min_by(|a, b| {
        let distance = |group: &ClusterGroup| squared_distance(&group.centroid, &small.centroid);
        distance(a).total_cmp(&distance(b)).then(a.clusters.cmp(&b.clusters))
    });
    if let Some(nearest) = nearest {
        nearest.absorb(small);
    }
}

fn largest_first(groups: &mut [ClusterGroup]) {
    groups.sort_by(|a, b| b.people.cmp(&a.people).then(a.clusters.cmp(&b.clusters)));
}

impl ClusterGroup {
    fn absorb(&mut self, other: ClusterGroup) {
        let (own, new) = (self.people as f64, other.people as f64);
        if own + new > 0.0 {
            for (mean, value) in self.centroid.iter_mut().zip(&other.centroid) {
                *mean = (*mean * own + value * new) / (own + new);
            }
        }
        self.people += other.people;
        self.clusters.extend(other.clusters);
        self.clusters.sort_unstable();
    }
}
