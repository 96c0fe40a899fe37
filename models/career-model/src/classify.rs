//! From a profile to its roadmap, with the reasons.

use std::collections::HashSet;

use crate::clean::Why;
use crate::features::{Field, Input};
use crate::interests::{Interests, Listed};
use crate::k_means::{KMeans, squared_distance};
use crate::label_topics::TopicMatch;
use crate::level::Level;
use crate::model::{Clusters, Model};
use crate::profile::Profile;
use crate::roadmap::{Backgrounds, Roadmap};

/// The answer for one profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Classification<'m, 'p> {
    /// The level whose pages were searched.
    pub level: Level,
    /// The profile gave no experience, so the level is an assumption (junior).
    pub level_assumed: bool,
    /// Where the person belongs; `None` when nothing in the background is known.
    pub place: Option<Place<'m>>,
    /// Inputs the model knows, by descending contribution.
    pub understood: Vec<Understood<'m, 'p>>,
    /// Inputs it does not.
    pub not_understood: Vec<NotUnderstood<'p>>,
    pub(crate) listed: Vec<Listed<'p>>,
    overview: &'m Backgrounds,
}

/// A cluster and its page.
#[derive(Clone, Debug, PartialEq)]
pub struct Place<'m> {
    /// The k-means cluster.
    pub cluster: usize,
    /// The page of that cluster.
    pub roadmap: &'m Roadmap,
    /// The Euclidean distance to every centroid: in PCA coordinates, or with the features `full` between unit vectors
    /// of interests.
    pub distances: Vec<f64>,
}

/// An input that had a say.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood<'m, 'p> {
    /// Which list it came from.
    pub field: Field,
    /// The text as given.
    pub raw: &'p str,
    /// What it was taken for: a degree topic's name; `None` for courses and certificates.
    pub topic: Option<&'m str>,
    /// The text was not in the training data; it was placed by its words.
    pub by_similarity: bool,
    /// How much it moved the decision, exactly, because the decision is linear in the inputs: its term in
    /// `d²(second nearest) − d²(nearest)`, or with the features `full` in the difference of the inner products with the
    /// two nearest centroids. Positive speaks for the cluster that was chosen.
    pub contribution: f64,
}

/// An input that had none.
#[derive(Clone, Debug, PartialEq)]
pub struct NotUnderstood<'p> {
    /// Which list it came from.
    pub field: Field,
    /// The text as given.
    pub raw: &'p str,
}

impl<'m> Classification<'m, '_> {
    /// The page to send the person to: the roadmap's, or the level's overview.
    pub fn path(&self) -> String {
        match &self.place {
            Some(place) => place.roadmap.path(self.level),
            None => self.level.path(),
        }
    }

    /// Fingerprints of what is listed of a field.
    pub(crate) fn held(&self, field: Field) -> HashSet<u64> {
        self.listed.iter().filter(|input| input.field == field).map(|input| input.fingerprint).collect()
    }

    /// What the people on that page have.
    pub fn has(&self) -> &'m Backgrounds {
        match &self.place {
            Some(place) => &place.roadmap.has,
            None => self.overview,
        }
    }
}

impl Model {
    /// Finds the roadmap of the people this profile is most like.
    pub fn classify<'m, 'p>(&'m self, profile: &'p Profile) -> Classification<'m, 'p> {
        let level = profile.experience_months.map_or(Level::Junior, Level::from_months);
        let fitted = self.level(level);
        let mut answer = Classification {
            level,
            level_assumed: profile.experience_months.is_none(),
            place: None,
            understood: Vec::new(),
            not_understood: Vec::new(),
            listed: Vec::new(),
            overview: &fitted.overview,
        };
        if let Some(interests) = self.interests() {
            answer.listed = interests.columns.encode(self.degree_topics(), self.skill_topics(), profile);
            if interests.n_components > 0 {
                self.place_by_interests(interests, &mut answer);
                return answer;
            }
        }
        let no_columns = Clusters::default();
        let clusters = fitted.clusters.as_ref().unwrap_or(&no_columns);
        let encoded = clusters.columns.encode(self.degree_topics(), profile);
        let mut margin = None;
        if !encoded.vector.is_zero() {
            let point = clusters.pca.transform(&encoded.vector);
            let (nearest, second) = two_nearest(clusters, &point);
            margin = Some((nearest, second));
            let roadmap = clusters.roadmap_of_cluster[nearest] as usize;
            answer.place = Some(Place {
                cluster: nearest,
                roadmap: &fitted.roadmaps[roadmap],
                distances: clusters.k_means.squared_distances(&point).iter().map(|d| d.sqrt()).collect(),
            });
        }
        self.tell_of_skills(profile, &mut answer);
        for Input { field, raw, topic, column } in encoded.inputs {
            let Some(column) = column else {
                answer.not_understood.push(NotUnderstood { field, raw });
                continue;
            };
            answer.understood.push(Understood {
                field,
                raw,
                topic: topic.map(|found| self.degree_topics().names[found.topic() as usize].as_str()),
                by_similarity: matches!(topic, Some(TopicMatch::Similar { .. })),
                contribution: margin
                    .map_or(0.0, |(nearest, second)| contribution(clusters, column, nearest, second)),
            });
        }
        answer.understood.sort_by(|a, b| b.contribution.total_cmp(&a.contribution));
        answer
    }

    /// With the features `seed`, skills and the job title have no say in the place; whether they are known is told all
    /// the same.
    fn tell_of_skills<'m, 'p>(&'m self, profile: &'p Profile, answer: &mut Classification<'m, 'p>) {
        let tell = |answer: &mut Classification<'m, 'p>, field, raw, known| {
            if known {
                let silent = Understood { field, raw, topic: None, by_similarity: false, contribution: 0.0 };
                answer.understood.push(silent);
            } else {
                answer.not_understood.push(NotUnderstood { field, raw });
            }
        };
        // Where there is a ranking, it knows.
        if self.interests().is_some() {
            let ranked = answer.listed.clone().into_iter();
            for input in ranked.filter(|input| matches!(input.field, Field::Skill | Field::Position)) {
                tell(answer, input.field, input.raw, input.known);
            }
            return;
        }
        let topics = self.skill_topics();
        for raw in &profile.skills {
            let known = match topics.cleaning.skill(raw) {
                Err(Why::Empty) => continue,
                Err(_) => false,
                Ok(label) => topics.known.get(&label).is_some() || self.name_of(Field::Skill, raw).is_some(),
            };
            tell(answer, Field::Skill, raw, known);
        }
    }

    fn place_by_interests<'m, 'p>(&'m self, interests: &'m Interests, answer: &mut Classification<'m, 'p>) {
        let listed = std::mem::take(&mut answer.listed);
        let point = interests.point(&listed);
        let norm = point.iter().map(|value| value * value).sum::<f64>().sqrt();
        let fitted = self.level(answer.level);
        let clusters = fitted.clusters.as_ref().filter(|_| norm > 0.0);
        let mut between = None;
        if let Some(clusters) = clusters {
            let unit: Vec<f64> = point.iter().map(|value| value / norm).collect();
            let (nearest, second) = two_most_alike(&clusters.k_means, &unit);
            between = Some((clusters.k_means.centroid(nearest), clusters.k_means.centroid(second)));
            answer.place = Some(Place {
                cluster: nearest,
                roadmap: &fitted.roadmaps[clusters.roadmap_of_cluster[nearest] as usize],
                distances: clusters.k_means.squared_distances(&unit).iter().map(|d| d.sqrt()).collect(),
            });
        }
        for input in &listed {
            let Listed { field, raw, topic, known, columns, .. } = input;
            if !known {
                answer.not_understood.push(NotUnderstood { field: *field, raw });
                continue;
            }
            let contribution = |column: &u32| -> f64 {
                let Some((nearest, second)) = between else { return 0.0 };
                let loadings = interests.loadings_of(*column);
                loadings.zip(nearest.iter().zip(second)).map(|(loading, (a, b))| loading * (a - b)).sum()
            };
            answer.understood.push(Understood {
                field: *field,
                raw,
                topic: topic.map(|found| self.degree_topics().names[found.topic() as usize].as_str()),
                by_similarity: matches!(topic, Some(TopicMatch::Similar { .. })),
                contribution: columns.iter().map(contribution).sum(),
            });
        }
        answer.understood.sort_by(|a, b| b.contribution.total_cmp(&a.contribution));
        answer.listed = listed;
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
