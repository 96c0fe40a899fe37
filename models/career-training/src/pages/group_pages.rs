//! Roadmap pages of groups, with the features `full`: links between them, and their metrics.

use career_model::Level;
use career_model::k_means::KMeans;
use career_model::metadata::PageMetrics;
use career_model::model::{Clusters, LevelModel};
use career_model::roadmap::{Roadmap, RoadmapLink};
use disclosure::LevelMembers;
use ndarray::{Array1, Array2, Axis};

use crate::groups::embedding::Embedding;
use crate::interests::table::InterestTable;
use crate::maths::spherical_k_means::unit_mean;
use crate::pages::overview::overview;
use crate::pages::page_metrics::{page_metrics, plane_of};
use crate::pages::roadmap_names::{NameSource, roadmap_names};
use crate::pages::tally::Tally;
use crate::selection::candidate::GroupsFit;
use crate::topics::vocabulary::Vocabulary;

/// The pages of fitted groups.
pub(crate) struct GroupPages<'a> {
    pub(crate) vocabulary: Vocabulary<'a>,
    pub(crate) table: &'a InterestTable,
    pub(crate) fit: &'a GroupsFit,
    pub(crate) seed: u64,
}

impl GroupPages<'_> {
    /// The model of a level, without links, and the people of its groups.
    pub(crate) fn level(&self, level: Level) -> (LevelModel, LevelMembers) {
        let vocabulary = self.vocabulary;
        let own = &self.fit.groups.levels[level];
        let everyone = overview(vocabulary, level);
        let people: Vec<_> = vocabulary.people.iter_leveled().collect();
        let mut tallies = vec![Tally::new(vocabulary); own.pages.len()];
        for row in self.table.rows_of_level(level) {
            if let Some(page) = self.fit.groups.page_of(row, level) {
                tallies[page as usize].add(vocabulary, people[self.table.person_of[row]].1);
            }
        }
        let source = match &self.fit.embedding {
            Embedding::Interests(_) => NameSource::Skills,
            Embedding::Reference(_) => NameSource::Studies,
        };
        let names = roadmap_names(&tallies, &everyone, vocabulary, source);
        let roadmap = |(tally, (name, slug)): (&Tally, (String, _))| Roadmap {
            slug,
            name,
            has: tally.backgrounds_within(vocabulary, &everyone),
            next: None,
        };
        let (columns, pca) = match &self.fit.embedding {
            Embedding::Interests(_) => Default::default(),
            Embedding::Reference(projection) => projection.levels[level].clone().unwrap_or_default(),
        };
        let clusters = Clusters {
            k_means: KMeans {
                n_dimensions: own.centroids.ncols() as u32,
                centroids: own.centroids.iter().copied().collect(),
            },
            roadmap_of_cluster: own.page_of_cluster.clone(),
            columns,
            pca,
        };
        let members = LevelMembers {
            overview: everyone.members.clone(),
            roadmaps: tallies.iter().map(|tally| tally.members.clone()).collect(),
        };
        let model = LevelModel {
            overview: everyone.backgrounds(vocabulary),
            clusters: (!own.pages.is_empty()).then_some(clusters),
            roadmaps: tallies.iter().zip(names).map(roadmap).collect(),
        };
        (model, members)
    }

    /// Links a level's pages to those pages of the next level that are nearest to the mean of their people.
    pub(crate) fn link(&self, level: Level, next_level: Level, roadmaps: &mut [Roadmap]) {
        let next = &self.fit.groups.levels[next_level];
        if next.pages.is_empty() {
            return;
        }
        let points = self.points_in_level(next_level);
        for (page, roadmap) in (0..).zip(roadmaps) {
            let on_page = |&row: &usize| self.fit.groups.page_of(row, level) == Some(page);
            let rows = self.table.rows_of_level(level).filter(on_page);
            let mean = match &self.fit.embedding {
                Embedding::Interests(_) => unit_mean(&points, rows),
                Embedding::Reference(_) => mean_point(&points, rows),
            };
            let mean = mean.insert_axis(Axis(0));
            let cluster = self.fit.groups.metric().nearest(&mean, &next.centroids)[0];
            roadmap.next = Some(RoadmapLink::new(next_level, next.page_of_cluster[cluster as usize]));
        }
    }

    /// Everyone's coordinates, as if they were in this level: in the reference setting, each level has its
    /// own.
    fn points_in_level(&self, level: Level) -> Array2<f64> {
        match &self.fit.embedding {
            Embedding::Interests(_) => self.fit.points.clone(),
            embedding @ Embedding::Reference(_) => {
                let level_of = vec![level; self.table.n_people()];
                embedding.transform(self.vocabulary, &InterestTable { level_of, ..self.table.clone() })
            }
        }
    }

    /// The metrics of a level's pages.
    pub(crate) fn metrics(&self, level: Level, roadmaps: &[Roadmap]) -> Vec<PageMetrics> {
        let groups = &self.fit.groups;
        let assigned: Vec<usize> =
            self.table.rows_of_level(level).filter(|&row| groups.page_of(row, level).is_some()).collect();
        let people: Vec<_> = self.vocabulary.people.iter_leveled().collect();
        let in_plane = self.fit.points.dot(&plane_of(&self.fit.points, &assigned, self.seed));
        let page = |(page, roadmap): (u32, &Roadmap)| {
            let on_page = |row: &usize| groups.page_of(*row, level) == Some(page);
            let rows: Vec<usize> = assigned.iter().copied().filter(on_page).collect();
            let persons: Vec<_> = rows.iter().map(|&row| people[self.table.person_of[row]].1).collect();
            page_metrics(self.vocabulary.people, roadmap, &persons, &in_plane.select(Axis(0), &rows))
        };
        (0..).zip(roadmaps).map(page).collect()
    }

    /// The number of people of a level without a cluster.
    pub(crate) fn without_cluster(&self, level: Level) -> u64 {
        let rows = self.table.rows_of_level(level);
        rows.filter(|&row| self.fit.groups.cluster_of[row].is_none()).count() as u64
    }
}

fn mean_point(points: &Array2<f64>, rows: impl Iterator<Item = usize>) -> Array1<f64> {
    let rows: Vec<usize> = rows.collect();
    let own = points.select(Axis(0), &rows);
    own.mean_axis(Axis(0)).unwrap_or_else(|| Array1::zeros(points.ncols()))
}
