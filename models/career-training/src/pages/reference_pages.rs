//! Roadmap pages of one level with the reference method, and the link from each to the next level.

use career_model::Level;
use career_model::features::FeatureColumns;
use career_model::k_means::KMeans;
use career_model::model::Clusters;
use career_model::roadmap::{MIN_PEOPLE_PER_PAGE, Roadmap, RoadmapLink};
use career_model::sparse::SparseVector;
use disclosure::Sketch;

use crate::groups::merge::{ClusterGroup, merge_small_clusters};
use crate::pages::roadmap_names::{NameSource, roadmap_names};
use crate::pages::tally::Tally;
use crate::people::training_table::{ColumnValue, TrainingTable};
use crate::topics::vocabulary::Vocabulary;

/// A level's pages, and the mean background of the people of each.
#[derive(Clone, Debug, Default)]
pub(crate) struct LevelPages {
    /// The pages, for the model.
    pub(crate) roadmaps: Vec<Roadmap>,
    /// Cluster → roadmap.
    pub(crate) roadmap_of_cluster: Vec<u32>,
    /// Per roadmap, the mean feature row of its people.
    pub(crate) mean_rows: Vec<SparseVector>,
    /// Per roadmap its people.
    pub(crate) members: Vec<Sketch>,
}

/// The pages of a clustering; `labels` holds the cluster of every row of the served table. A page counts the
/// people whom the function would assign to it: people without a background are on the overview only. No
/// pages if fewer than [`MIN_PEOPLE_PER_PAGE`] people have a background.
pub(crate) fn level_pages(
    vocabulary: Vocabulary<'_>,
    level: Level,
    table: &TrainingTable,
    k_means: &KMeans,
    labels: &[u32],
    everyone: &Tally,
) -> LevelPages {
    let known = |row: usize| !table.rows.row_is_zero(row);
    let mut people_in = vec![0; k_means.n_clusters()];
    for (row, weight) in table.weights.iter().enumerate().filter(|&(row, _)| known(row)) {
        people_in[labels[row] as usize] += *weight as u64;
    }
    let groups = merge_small_clusters(k_means, &people_in);
    if groups.iter().any(|group| group.people < MIN_PEOPLE_PER_PAGE) {
        return LevelPages::default();
    }
    let roadmap_of_cluster = roadmap_of_cluster(&groups, people_in.len());
    let roadmap_of_row = |row: usize| roadmap_of_cluster[labels[row] as usize] as usize;
    let mut tallies = vec![Tally::new(vocabulary); groups.len()];
    for person in vocabulary.people.iter_level(level) {
        let row = table.row_of_background[person.background as usize].map(|row| row as usize);
        if let Some(row) = row.filter(|&row| known(row)) {
            tallies[roadmap_of_row(row)].add(vocabulary, person);
        }
    }
    let mut entries: Vec<Vec<(u32, f64)>> = vec![Vec::new(); groups.len()];
    for (row, weight) in table.weights.iter().enumerate().filter(|&(row, _)| known(row)) {
        let group = roadmap_of_row(row);
        let share = weight / groups[group].people as f64;
        entries[group].extend(table.rows.row(row).map(|(column, value)| (column as u32, share * value)));
    }
    let names = roadmap_names(&tallies, everyone, vocabulary, NameSource::Studies);
    let roadmaps = tallies
        .iter()
        .zip(names)
        .map(|(tally, (name, slug))| Roadmap { slug, name, has: tally.backgrounds(vocabulary), next: None })
        .collect();
    LevelPages {
        members: tallies.iter().map(|tally| tally.members.clone()).collect(),
        roadmaps,
        roadmap_of_cluster,
        mean_rows: entries.into_iter().map(SparseVector::from_entries).collect(),
    }
}

/// Links every roadmap to a roadmap of the next level: the one to which the mean background of its people, in
/// the next level's columns, is assigned.
pub(crate) fn link_next_level(
    vocabulary: Vocabulary<'_>,
    roadmaps: &mut [Roadmap],
    mean_rows: &[SparseVector],
    column_values: &[ColumnValue],
    next_level: Level,
    next: &Clusters,
) {
    for (roadmap, mean) in roadmaps.iter_mut().zip(mean_rows) {
        let entries = mean.iter().filter_map(|(column, share)| {
            let value = column_values[column as usize];
            Some((column_in(vocabulary, &next.columns, value)?, share))
        });
        let row = SparseVector::from_entries(entries.collect());
        if !row.is_zero() {
            let cluster = next.k_means.predict(&next.pca.transform(&row));
            roadmap.next = Some(RoadmapLink::new(next_level, next.roadmap_of_cluster[cluster]));
        }
    }
}

fn column_in(vocabulary: Vocabulary<'_>, columns: &FeatureColumns, value: ColumnValue) -> Option<u32> {
    match value {
        ColumnValue::DegreeTopic(topic) => columns.degree_topic(topic),
        ColumnValue::Course(label) => columns.title(vocabulary.people.courses.text(label)),
        ColumnValue::Certification(label) => columns.title(vocabulary.people.certifications.text(label)),
    }
}

fn roadmap_of_cluster(groups: &[ClusterGroup], n_clusters: usize) -> Vec<u32> {
    let mut roadmap_of_cluster = vec![0; n_clusters];
    for (roadmap, group) in (0..).zip(groups) {
        for &cluster in &group.clusters {
            roadmap_of_cluster[cluster] = roadmap;
        }
    }
    roadmap_of_cluster
}
