//! From a profile to its roadmap, with the reasons.

use std::collections::HashSet;

use crate::clean::Rejection;
use crate::features::Input;
use crate::interests::Interests;
use crate::item_kind::ItemKind;
use crate::k_means::{KMeans, squared_distance};
use crate::label_topics::TopicMatch;
use crate::level::Level;
use crate::model::{Clusters, LevelModel, Model};
use crate::profile::Profile;
use crate::profile_item::ProfileItem;
use crate::roadmap::{Backgrounds, Roadmap};

/// The answer for one profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Classification<'m, 'p> {
    /// The person's level, whose pages were searched.
    pub level: Level,
    /// The profile gave no experience, so the level is an assumption (junior).
    pub level_assumed: bool,
    /// The person's cluster and page; `None` when the model knows nothing of the background.
    pub assignment: Option<Assignment<'m>>,
    /// Inputs the model knows, by descending contribution.
    pub known: Vec<KnownInput<'m, 'p>>,
    /// Inputs the model does not know.
    pub unknown: Vec<UnknownInput<'p>>,
    pub(crate) items: Vec<ProfileItem<'p>>,
    overview: &'m Backgrounds,
}

/// The cluster of a person, and its page.
#[derive(Clone, Debug, PartialEq)]
pub struct Assignment<'m> {
    /// The k-means cluster.
    pub cluster: usize,
    /// The page of that cluster.
    pub roadmap: &'m Roadmap,
    /// The Euclidean distance to every centroid: in PCA coordinates, or with the features `full` between unit
    /// vectors of interests.
    pub distances: Vec<f64>,
}

/// An input that the model knows.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownInput<'m, 'p> {
    /// The list it came from.
    pub kind: ItemKind,
    /// The text as given.
    pub raw: &'p str,
    /// The name of a degree field's topic; `None` for other kinds.
    pub topic: Option<&'m str>,
    /// Fewer than five people of the training data wrote the text, or nobody; its words led to the topic.
    pub by_similarity: bool,
    /// The exact share in the decision, which is linear in the inputs: the input's term in
    /// `d²(second nearest) − d²(nearest)`, or with the features `full` in the difference of the inner
    /// products with the two nearest centroids. Positive contributions favour the assigned cluster.
    pub contribution: f64,
}

/// An input that the model does not know.
#[derive(Clone, Debug, PartialEq)]
pub struct UnknownInput<'p> {
    /// The list it came from.
    pub kind: ItemKind,
    /// The text as given.
    pub raw: &'p str,
}

impl<'m> Classification<'m, '_> {
    /// The path of the person's page: the roadmap, or the level's overview.
    pub fn path(&self) -> String {
        match &self.assignment {
            Some(assignment) => assignment.roadmap.path(self.level),
            None => self.level.path(),
        }
    }

    /// Fingerprints of the person's items of a kind.
    pub(crate) fn held(&self, kind: ItemKind) -> HashSet<u64> {
        self.items.iter().filter(|item| item.kind == kind).map(|item| item.fingerprint).collect()
    }

    /// The backgrounds of the people on that page.
    pub fn has(&self) -> &'m Backgrounds {
        match &self.assignment {
            Some(assignment) => &assignment.roadmap.has,
            None => self.overview,
        }
    }
}

impl Model {
    /// Finds the roadmap of the people whose background is most like this profile.
    pub fn classify<'m, 'p>(&'m self, profile: &'p Profile) -> Classification<'m, 'p> {
        let level = profile.experience_months.map_or(Level::Junior, Level::from_months);
        let mut answer = Classification {
            level,
            level_assumed: profile.experience_months.is_none(),
            assignment: None,
            known: Vec::new(),
            unknown: Vec::new(),
            items: Vec::new(),
            overview: &self.level(level).overview,
        };
        if let Some(interests) = self.interests() {
            answer.items = interests.columns.encode(self.degree_topics(), self.skill_topics(), profile);
            if interests.n_components > 0 {
                self.assign_by_interests(interests, &mut answer);
                return answer;
            }
        }
        self.assign_by_background(profile, &mut answer);
        answer
    }

    /// The reference method: degree topics, courses and certificates in PCA coordinates, the nearest
    /// centroid.
    fn assign_by_background<'m, 'p>(&'m self, profile: &'p Profile, answer: &mut Classification<'m, 'p>) {
        let fitted = self.level(answer.level);
        let no_columns = Clusters::default();
        let clusters = fitted.clusters.as_ref().unwrap_or(&no_columns);
        let encoded = clusters.columns.encode(self.degree_topics(), profile);
        let mut margin = None;
        if !encoded.vector.is_zero() {
            let point = clusters.pca.transform(&encoded.vector);
            let (nearest, second) = two_nearest(clusters, &point);
            margin = Some((nearest, second));
            answer.assignment = Some(Assignment::new(fitted, clusters, nearest, &point));
        }
        self.report_skills(profile, answer);
        for Input { kind, raw, topic, column } in encoded.inputs {
            let Some(column) = column else {
                answer.unknown.push(UnknownInput { kind, raw });
                continue;
            };
            let contribution =
                margin.map_or(0.0, |(nearest, second)| contribution(clusters, column, nearest, second));
            answer.known.push(self.known_input(kind, raw, topic, contribution));
        }
        answer.known.sort_by(|a, b| b.contribution.total_cmp(&a.contribution));
    }

    /// With the features `seed`, skills and the job title have no influence on the assignment; they are
    /// reported as known or unknown all the same.
    fn report_skills<'m, 'p>(&'m self, profile: &'p Profile, answer: &mut Classification<'m, 'p>) {
        let report = |answer: &mut Classification<'m, 'p>, kind, raw, known| {
            if known {
                answer.known.push(self.known_input(kind, raw, None, 0.0));
            } else {
                answer.unknown.push(UnknownInput { kind, raw });
            }
        };
        // A model with a ranking has a column for every skill it knows.
        if self.interests().is_some() {
            let ranked = answer.items.clone().into_iter();
            for item in ranked.filter(|item| matches!(item.kind, ItemKind::Skill | ItemKind::Position)) {
                report(answer, item.kind, item.raw, item.known);
            }
            return;
        }
        let topics = self.skill_topics();
        for raw in &profile.skills {
            let known = match topics.cleaning.skill(raw) {
                Err(Rejection::Empty) => continue,
                Err(_) => false,
                Ok(label) => {
                    topics.known.get(&label).is_some() || self.name_of(ItemKind::Skill, raw).is_some()
                }
            };
            report(answer, ItemKind::Skill, raw, known);
        }
    }

    fn assign_by_interests<'m, 'p>(&'m self, interests: &'m Interests, answer: &mut Classification<'m, 'p>) {
        let items = std::mem::take(&mut answer.items);
        let point = interests.point(&items);
        let norm = point.iter().map(|value| value * value).sum::<f64>().sqrt();
        let fitted = self.level(answer.level);
        let clusters = fitted.clusters.as_ref().filter(|_| norm > 0.0);
        let mut between = None;
        if let Some(clusters) = clusters {
            let unit: Vec<f64> = point.iter().map(|value| value / norm).collect();
            let (nearest, second) = two_most_alike(&clusters.k_means, &unit);
            between = Some((clusters.k_means.centroid(nearest), clusters.k_means.centroid(second)));
            answer.assignment = Some(Assignment::new(fitted, clusters, nearest, &unit));
        }
        for ProfileItem { kind, raw, topic, known, columns, .. } in &items {
            if !known {
                answer.unknown.push(UnknownInput { kind: *kind, raw });
                continue;
            }
            let contribution = |column: &u32| -> f64 {
                let Some((nearest, second)) = between else { return 0.0 };
                let loadings = interests.loadings_of(*column);
                loadings.zip(nearest.iter().zip(second)).map(|(loading, (a, b))| loading * (a - b)).sum()
            };
            let contribution = columns.iter().map(contribution).sum();
            answer.known.push(self.known_input(*kind, raw, *topic, contribution));
        }
        answer.known.sort_by(|a, b| b.contribution.total_cmp(&a.contribution));
        answer.items = items;
    }

    fn known_input<'m, 'p>(
        &'m self,
        kind: ItemKind,
        raw: &'p str,
        topic: Option<TopicMatch>,
        contribution: f64,
    ) -> KnownInput<'m, 'p> {
        KnownInput {
            kind,
            raw,
            topic: topic.map(|found| self.degree_topics().names[found.topic() as usize].as_str()),
            by_similarity: matches!(topic, Some(TopicMatch::Similar { .. })),
            contribution,
        }
    }
}

impl<'m> Assignment<'m> {
    fn new(level: &'m LevelModel, clusters: &Clusters, cluster: usize, point: &[f64]) -> Assignment<'m> {
        Assignment {
            cluster,
            roadmap: &level.roadmaps[clusters.roadmap_of_cluster[cluster] as usize],
            distances: clusters.k_means.squared_distances(point).iter().map(|d| d.sqrt()).collect(),
        }
    }
}

/// The centroid with the largest inner product (the first of equals) and the one after it.
fn two_most_alike(k_means: &KMeans, point: &[f64]) -> (usize, usize) {
    let score = |cluster: usize| -> f64 {
        k_means.centroid(cluster).iter().zip(point).map(|(centroid, value)| centroid * value).sum()
    };
    let best_but = |but: Option<usize>| {
        let others = (0..k_means.n_clusters()).filter(|cluster| Some(*cluster) != but);
        others.rev().max_by(|&a, &b| score(a).total_cmp(&score(b)))
    };
    let nearest = best_but(None).unwrap_or(0);
    (nearest, best_but(Some(nearest)).unwrap_or(nearest))
}

/// The nearest centroid (as [`crate::k_means::KMeans::predict`] finds it) and the one after it.
fn two_nearest(clusters: &Clusters, point: &[f64]) -> (usize, usize) {
    let nearest = clusters.k_means.predict(point);
    let second = (0..clusters.k_means.n_clusters()).filter(|&cluster| cluster != nearest).min_by(|&a, &b| {
        let distance = |cluster| squared_distance(clusters.k_means.centroid(cluster), point);
        distance(a).total_cmp(&distance(b))
    });
    (nearest, second.unwrap_or(nearest))
}

/// `2 · loadings · (nearest − second)`: one column's term in `d²(second) − d²(nearest)`.
fn contribution(clusters: &Clusters, column: u32, nearest: usize, second: usize) -> f64 {
    let (a, b) = (clusters.k_means.centroid(nearest), clusters.k_means.centroid(second));
    clusters
        .pca
        .loadings_of(column)
        .zip(a.iter().zip(b))
        .map(|(loading, (a, b))| 2.0 * loading * (a - b))
        .sum()
}
