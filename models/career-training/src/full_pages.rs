//! Pages of the groups of every level, links between them, and how each came out.

use career_model::Level;
use career_model::k_means::KMeans;
use career_model::metadata::PageMetrics;
use career_model::model::{Clusters, LevelModel};
use career_model::roadmap::{Roadmap, RoadmapLink};
use ndarray::{Array1, Array2, Axis};

use crate::interests::placement::Placement;
use crate::interests::search::Fitted;
use crate::interests::spherical::unit_mean;
use crate::interests::table::InterestTable;
use crate::page_metrics::{page_metrics, plane_of};
use crate::roadmap_names::{NamedBy, roadmap_names};
use crate::roadmaps::overview;
use crate::tally::{Tally, Vocabulary};

/// Pages of the groups.
pub(crate) struct Pages<'a> {
    pub(crate) vocabulary: Vocabulary<'a>,
    pub(crate) table: &'a InterestTable,
    pub(crate) fitted: &'a Fitted,
    pub(crate) seed: u64,
}

impl Pages<'_> {
    /// A level's part of the model, without links.
    pub(crate) fn level(&self, level: Level) -> LevelModel {
        let vocabulary = self.vocabulary;
        let own = &self.fitted.groups.levels[level.index()];
        let everyone = overview(vocabulary, level);
        let people: Vec<_> = vocabulary.people.iter_leveled().collect();
        let mut tallies = vec![Tally::new(vocabulary); own.pages.len()];
        for row in self.rows(level.index()) {
            if let Some(page) = self.fitted.groups.page_of(row, level.index()) {
                tallies[page as usize].add(vocabulary, people[self.table.person_of[row]].1);
            }
        }
        let by = match &self.fitted.placement {
            Placement::Interests(_) => NamedBy::Skills,
            Placement::Seed(_) => NamedBy::Studies,
        };
        let names = roadmap_names(&tallies, &everyone, vocabulary, by);
        let roadmap = |(tally, (name, slug)): (&Tally, (String, _))| Roadmap {
            slug,
            name,
            has: tally.backgrounds_within(vocabulary, &everyone),
            next: None,
        };
        let (columns, pca) = match &self.fitted.placement {
            Placement::Interests(_) => Default::default(),
            Placement::Seed(setting) => setting.levels[level.index()].clone().unwrap_or_default(),
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
        LevelModel {
            overview: everyone.backgrounds(vocabulary),
            clusters: (!own.pages.is_empty()).then_some(clusters),
            roadmaps: tallies.iter().zip(names).map(roadmap).collect(),
        }
    }

    /// Links a level's pages to those of the next level whose people they are most like.
    pub(crate) fn link(&self, level: usize, roadmaps: &mut [Roadmap]) {
        let next = &self.fitted.groups.levels[level + 1];
        if next.pages.is_empty() {
            return;
        }
        let points = self.next_level_points(level);
        for (page, roadmap) in (0..).zip(roadmaps) {
            let rows = self.rows(level).filter(|&row| self.fitted.groups.page_of(row, level) == Some(page));
            let mean = match &self.fitted.placement {
                Placement::Interests(_) => unit_mean(&points, rows),
                Placement::Seed(_) => plain_mean(&points, rows),
            };
            let mean = mean.insert_axis(Axis(0));
            let cluster = self.fitted.groups.metric().nearest(&mean, &next.centroids)[0];
            let link = RoadmapLink::new(Level::ALL[level + 1], next.page_of_cluster[cluster as usize]);
            roadmap.next = Some(link);
        }
    }

    /// Everyone's coordinates as people of the next level would have them: each level has its own in the setting of the
    /// method's source.
    fn next_level_points(&self, level: usize) -> Array2<f64> {
        match &self.fitted.placement {
            Placement::Interests(_) => self.fitted.points.clone(),
            Placement::Seed(setting) => {
                let table =
                    InterestTable { level_of: vec![level + 1; self.table.n_people()], ..self.table.clone() };
                setting.points(self.vocabulary.people, self.vocabulary.degree_topics, &table)
            }
        }
    }

    /// How the level's pages came out.
    pub(crate) fn metrics(&self, level: Level, roadmaps: &[Roadmap]) -> Vec<PageMetrics> {
        let groups = &self.fitted.groups;
        let placed: Vec<usize> =
            self.rows(level.index()).filter(|&row| groups.page_of(row, level.index()).is_some()).collect();
        let people: Vec<_> = self.vocabulary.people.iter_leveled().collect();
        let in_plane = self.fitted.points.dot(&plane_of(&self.fitted.points, &placed, self.seed));
        let page = |(page, roadmap): (u32, &Roadmap)| {
            let rows: Vec<usize> = placed
                .iter()
                .copied()
                .filter(|&row| groups.page_of(row, level.index()) == Some(page))
                .collect();
            let who: Vec<_> = rows.iter().map(|&row| people[self.table.person_of[row]].1).collect();
            page_metrics(self.vocabulary.people, roadmap, &who, &in_plane.select(Axis(0), &rows))
        };
        (0..).zip(roadmaps).map(page).collect()
    }

    /// How many people of a level have no place.
    pub(crate) fn without_place(&self, level: usize) -> u64 {
        self.rows(level).filter(|&row| self.fitted.groups.cluster_of[row].is_none()).count() as u64
    }

    fn rows(&self, level: usize) -> impl Iterator<Item = usize> {
        (0..self.table.n_people()).filter(move |&row| self.table.level_of[row] == level)
    }
}

fn plain_mean(points: &Array2<f64>, rows: impl Iterator<Item = usize>) -> Array1<f64> {
    let rows: Vec<usize> = rows.collect();
    let own = points.select(Axis(0), &rows);
    own.mean_axis(Axis(0)).unwrap_or_else(|| Array1::zeros(points.ncols()))
}
