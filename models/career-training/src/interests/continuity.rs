//! Groups that continue those of an earlier model, so that most people stay where they were.
//!
//! A search among new people may end at other groups that are as good; whoever has shared a page then finds that it means
//! someone else. Here everyone begins in the cluster in which the earlier model puts them, with its setting, and k-means goes
//! on from there. Coordinates are learned anew: it is people who carry groups from one model to the next, not numbers.

use career_model::metadata::SearchMetrics;
use career_model::{Level, Model, Profile};
use ndarray::{Array2, Axis};
use rayon::prelude::*;

use super::blocks::BlockWeights;
use super::groups::{GroupParams, Groups, Inputs, Scope, make_groups};
use super::placement::Learned;
use super::spherical::{SphericalFit, nearest_of_all, refine, unit_mean};
use crate::cluster_merge::{merge_small_clusters, merge_small_pages};
use crate::interner::LabelId;
use crate::people::{People, Person};

/// The most people who are asked where they were; the others begin with the nearest.
const MOST_ASKED: usize = 50_000;

/// The groups of an earlier model, and who was in which.
#[derive(Clone, Debug)]
pub struct Continued {
    /// Its setting.
    pub params: GroupParams,
    /// Per person, by position in [`People::iter_leveled`], the cluster.
    cluster_of: Vec<Option<u32>>,
    /// Per level, per cluster the page; empty for a level without pages.
    page_of_cluster: Vec<Vec<u32>>,
}

impl Continued {
    /// Asks the model where everyone is. `None` when it does not group by interests: then there is nothing to continue.
    pub fn of(model: &Model, people: &People) -> Option<Continued> {
        let page_of_cluster = Level::ALL.map(|level| {
            let clusters = model.level(level).clusters.as_ref();
            clusters.map_or_else(Vec::new, |clusters| clusters.roadmap_of_cluster.clone())
        });
        let n_clusters = page_of_cluster.iter().map(Vec::len).max().filter(|n| *n > 0)?;
        let params = params(model.metadata().search.as_ref()?, n_clusters)?;
        let everyone: Vec<(Level, Person<'_>)> = people.iter_leveled().collect();
        let step = everyone.len().div_ceil(MOST_ASKED).max(1);
        let asked = everyone.par_iter().enumerate().map(|(place, (level, person))| {
            let asked = place.is_multiple_of(step).then(|| profile(people, *level, *person))?;
            Some(model.classify(&asked).place?.cluster as u32)
        });
        Some(Continued { params, cluster_of: asked.collect(), page_of_cluster: page_of_cluster.to_vec() })
    }

    /// The groups of these people.
    pub(super) fn groups(
        &self,
        learned: &Learned<'_>,
        points: &Array2<f64>,
        min_people: u64,
        n_init: u64,
    ) -> Groups {
        let table = learned.table;
        let cluster = |scope: usize, rows: &[usize], k: usize| {
            let points = points.select(Axis(0), rows);
            let known: Vec<Option<u32>> =
                rows.iter().map(|&row| self.cluster_of[table.person_of[row]]).collect();
            let n_clusters = match self.params.scope {
                Scope::Shared => self.params.n_clusters,
                Scope::PerLevel => self.page_of_cluster[scope].len(),
            };
            if n_clusters == 0 {
                // The level had too few people to be clustered.
                return self.params.metric().fit(&points, k, n_init, learned.seed);
            }
            let SphericalFit { centroids, labels } = go_on(&points, &known, n_clusters);
            (centroids, labels)
        };
        make_groups(points, &table.level_of, self.params, cluster, |level, k_means, people_in| {
            match self.page_of_cluster[level].as_slice() {
                _ if people_in.iter().sum::<u64>() < min_people => Vec::new(),
                [] => merge_small_clusters(k_means, people_in),
                pages => merge_small_pages(k_means, people_in, pages),
            }
        })
    }
}

/// Spherical k-means from the clusters in which people were.
fn go_on(points: &Array2<f64>, known: &[Option<u32>], n_clusters: usize) -> SphericalFit {
    let mut centroids = Array2::zeros((n_clusters, points.ncols()));
    for (cluster, mut centroid) in (0..).zip(centroids.axis_iter_mut(Axis(0))) {
        let members = known.iter().enumerate().filter(|(_, of)| **of == Some(cluster)).map(|(row, _)| row);
        centroid.assign(&unit_mean(points, members));
    }
    let nearest = nearest_of_all(points, &centroids);
    let labels = known.iter().zip(nearest).map(|(known, nearest)| known.unwrap_or(nearest));
    refine(points, labels.collect(), n_clusters)
}

/// The setting that a model says it was made with.
fn params(search: &SearchMetrics, n_clusters: usize) -> Option<GroupParams> {
    let &[titles, degree_topics, position_words] = search.block_weights.as_slice() else { return None };
    let weights = BlockWeights { titles, degree_topics, position_words };
    (search.inputs == "interests").then_some(GroupParams {
        inputs: Inputs::Interests(weights),
        scope: if search.shared { Scope::Shared } else { Scope::PerLevel },
        n_components: usize::try_from(search.n_components).ok()?,
        n_clusters,
    })
}

/// A person as the model is asked about them; cleaning what is clean leaves it as it is.
fn profile(people: &People, level: Level, person: Person<'_>) -> Profile {
    let texts = |labels: &crate::interner::Labels, ids: &[LabelId]| -> Vec<String> {
        ids.iter().map(|&id| labels.text(id).to_owned()).collect()
    };
    let background = &people.backgrounds[person.background as usize];
    let months = match level {
        Level::Junior => 0,
        Level::Senior => 100,
        Level::Expert => 251,
    };
    Profile {
        experience_months: Some(months),
        position: Some(texts(&people.position_words, person.position_words).join(" ")),
        degree_fields: texts(&people.degree_fields, &background.degree_fields),
        courses: texts(&people.courses, &background.courses),
        certifications: texts(&people.certifications, &background.certifications),
        skills: texts(&people.skill_spellings, person.skill_spellings),
        ..Profile::default()
    }
}
