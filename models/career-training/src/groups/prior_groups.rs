//! Groups that continue those of an earlier model, so that most people keep their page.
//!
//! A search on new data may choose other groups that are as good, and then a shared link would lead to a page
//! about other people. Here everyone starts in the cluster to which the earlier model assigns them, with that
//! model's setting, and k-means continues from there. The coordinates are fitted anew: people, not numbers,
//! carry the groups from one model to the next.

use career_model::metadata::{GroupInputs, SearchMetrics};
use career_model::{Level, Model, PerLevel, Profile};
use ndarray::{Array2, Axis};
use rayon::prelude::*;

use crate::groups::clustering::{Groups, ScopeRows, make_groups};
use crate::groups::merge::{merge_small_clusters, merge_small_pages};
use crate::groups::params::{GroupParams, Inputs, Scope};
use crate::interests::blocks::BlockWeights;
use crate::interests::table::InterestTable;
use crate::maths::spherical_k_means::{SphericalFit, nearest_of_all, refine, unit_mean};
use crate::people::interner::{LabelId, Labels};
use crate::people::table::{People, Person};

/// The most people that the earlier model classifies; the others start in the nearest cluster.
const MAX_CLASSIFIED: usize = 50_000;

/// The groups of an earlier model, and the cluster of every person in it.
#[derive(Clone, Debug)]
pub struct PriorGroups {
    /// The setting of the earlier model.
    pub params: GroupParams,
    /// Per person, by position in [`People::iter_leveled`], the cluster.
    cluster_of: Vec<Option<u32>>,
    /// Per level, per cluster the page; empty for a level without pages.
    page_of_cluster: PerLevel<Vec<u32>>,
}

impl PriorGroups {
    /// Classifies people with the earlier model; `None` if its groups are not made from interests.
    pub fn new(model: &Model, people: &People) -> Option<PriorGroups> {
        let page_of_cluster = PerLevel::from_fn(|level| {
            let clusters = model.level(level).clusters.as_ref();
            clusters.map_or_else(Vec::new, |clusters| clusters.roadmap_of_cluster.clone())
        });
        let n_clusters = page_of_cluster.values().map(Vec::len).max().filter(|n| *n > 0)?;
        let params = params(model.metadata().search.as_ref()?, n_clusters)?;
        let everyone: Vec<(Level, Person<'_>)> = people.iter_leveled().collect();
        let step = everyone.len().div_ceil(MAX_CLASSIFIED).max(1);
        let clusters = everyone.par_iter().enumerate().map(|(index, (level, person))| {
            let profile = index.is_multiple_of(step).then(|| profile(people, *level, *person))?;
            Some(model.classify(&profile).assignment?.cluster as u32)
        });
        Some(PriorGroups { params, cluster_of: clusters.collect(), page_of_cluster })
    }

    /// The groups of the people of a table; `points` are their coordinates.
    pub fn fit(
        &self,
        table: &InterestTable,
        points: &Array2<f64>,
        min_people: u64,
        n_init: u64,
        seed: u64,
    ) -> Groups {
        let cluster = |scope: ScopeRows<'_>| {
            let points = points.select(Axis(0), scope.rows);
            let known: Vec<Option<u32>> =
                scope.rows.iter().map(|&row| self.cluster_of[table.person_of[row]]).collect();
            let n_clusters = match scope.level {
                None => self.params.n_clusters,
                Some(level) => self.page_of_cluster[level].len(),
            };
            if n_clusters == 0 {
                // In the earlier model, the level had too few people for clusters.
                return self.params.metric().fit(&points, scope.n_clusters, n_init, seed);
            }
            let SphericalFit { centroids, labels } = continue_from(&points, &known, n_clusters);
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

/// Spherical k-means, starting from the known clusters.
fn continue_from(points: &Array2<f64>, known: &[Option<u32>], n_clusters: usize) -> SphericalFit {
    let mut centroids = Array2::zeros((n_clusters, points.ncols()));
    for (cluster, mut centroid) in (0..).zip(centroids.axis_iter_mut(Axis(0))) {
        let members = known.iter().enumerate().filter(|(_, of)| **of == Some(cluster)).map(|(row, _)| row);
        centroid.assign(&unit_mean(points, members));
    }
    let nearest = nearest_of_all(points, &centroids);
    let labels = known.iter().zip(nearest).map(|(known, nearest)| known.unwrap_or(nearest));
    refine(points, labels.collect(), n_clusters)
}

/// The setting of the earlier model, from its metadata.
fn params(search: &SearchMetrics, n_clusters: usize) -> Option<GroupParams> {
    let weights = BlockWeights::from_slice(&search.block_weights)?;
    (search.group_inputs() == Some(GroupInputs::Interests)).then_some(GroupParams {
        inputs: Inputs::Interests(weights),
        scope: if search.shared { Scope::Shared } else { Scope::PerLevel },
        n_components: usize::try_from(search.n_components).ok()?,
        n_clusters,
    })
}

/// A person's profile for the earlier model. Cleaned text stays the same when it is cleaned again.
fn profile(people: &People, level: Level, person: Person<'_>) -> Profile {
    let texts = |labels: &Labels, ids: &[LabelId]| -> Vec<String> {
        ids.iter().map(|&id| labels.text(id).to_owned()).collect()
    };
    let background = &people.backgrounds[person.background as usize];
    Profile {
        experience_months: Some(*level.months().start()),
        position: Some(texts(&people.position_words, person.position_words).join(" ")),
        degree_fields: texts(&people.degree_fields, &background.degree_fields),
        courses: texts(&people.courses, &background.courses),
        certifications: texts(&people.certifications, &background.certifications),
        skills: texts(&people.skill_spellings, person.skill_spellings),
        ..Profile::default()
    }
}
