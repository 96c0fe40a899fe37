//! What `model.json` holds about a model: counts and metrics, never weights.

mod feature_set;
mod level_note;
mod recommender;

use serde::{Deserialize, Serialize};
use wincode::{SchemaRead, SchemaWrite};

use crate::level::Level;

pub use crate::named::UnknownName;
pub use feature_set::{FeatureSet, GroupInputs};
pub use level_note::{LevelNote, UnknownNote};
pub use recommender::Recommender;

/// Origin and metrics of a model. `model.json` is this, readable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
pub struct Metadata {
    /// The feature set: `seed` or `full`; see [`FeatureSet`].
    pub features: String,
    /// The number of clusters asked for: `auto` or a number.
    pub clusters: String,
    /// The random seed of the fit.
    pub seed: u64,
    /// SHA-256 of the training data as read, in hexadecimal.
    pub data_sha256: String,
    /// People read, each once.
    pub people: u64,
    /// Records of them that were read; more than people if some people have several.
    pub records: u64,
    /// Some of the people are made up (by `site-gen sample`), so the model is not one of real people.
    pub is_sample: bool,
    /// Records that could not be read.
    pub rejected: u64,
    /// People without months of experience: their labels count, but they are in no level.
    pub without_experience: u64,
    /// People per two years of experience, from 0 to 2 years on; the last bin has no end. Fewer than five
    /// count as 0.
    pub experience: Vec<u64>,
    /// Topics of skills.
    pub skills: TopicMetrics,
    /// Topics of degree fields.
    pub degree_fields: TopicMetrics,
    /// Junior, senior, expert; see [`Metadata::level`].
    pub levels: Vec<LevelMetrics>,
    /// How the groups were chosen, with the features `full`.
    pub search: Option<SearchMetrics>,
}

impl Metadata {
    /// The metrics of a level, if there are any.
    pub fn level(&self, level: Level) -> Option<&LevelMetrics> {
        self.levels.get(level.index())
    }
}

/// The search for groups: its candidates, how they did on held-out people, and which one was chosen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
pub struct SearchMetrics {
    /// Candidates tried.
    pub candidates: u64,
    /// Candidates with enough stable pages.
    pub admissible: u64,
    /// Held-out people on whom the candidates were compared.
    pub asked: u64,
    /// Recall@5 of hidden skills, one entry per [`Recommender`].
    pub recall: Vec<MethodRecall>,
    /// Mean silhouette of the groups, between unit vectors of interests.
    pub silhouette: Option<f64>,
    /// The mean silhouette of the same method on people with shuffled columns, among whom there are no
    /// groups.
    pub silhouette_shuffled: Option<f64>,
    /// What the groups are made from: `interests`, or `seed` when the reference setting was the best
    /// candidate; see [`SearchMetrics::group_inputs`].
    pub inputs: String,
    /// Weights of the blocks relative to skills: courses and certificates, degree topics, position words.
    pub block_weights: Vec<f64>,
    /// Whether all levels are clustered together.
    pub shared: bool,
    /// Coordinates of a person.
    pub n_components: u64,
    /// Columns for skills, courses and certificates.
    pub items: u64,
    /// Items without a column: too few people list them, or they are beyond the maximum number of columns.
    pub items_left_out: u64,
}

/// The recall of one recommender.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
pub struct MethodRecall {
    /// The name of a [`Recommender`]; see [`MethodRecall::recommender`].
    pub method: String,
    /// Mean recall@5 over the held-out people.
    pub mean: f64,
    /// The 2.5th percentile of the bootstrap.
    pub low: f64,
    /// The 97.5th percentile of the bootstrap.
    pub high: f64,
}

impl MethodRecall {
    /// The recommender; `None` for a name that this program does not write.
    pub fn recommender(&self) -> Option<Recommender> {
        self.method.parse().ok()
    }
}

impl SearchMetrics {
    /// What the groups are made from; `None` for a name that this program does not write.
    pub fn group_inputs(&self) -> Option<GroupInputs> {
        self.inputs.parse().ok()
    }

    /// The recall of every recommender that was measured, in the order of `model.json`.
    pub fn recalls(&self) -> impl Iterator<Item = (Recommender, &MethodRecall)> {
        self.recall.iter().filter_map(|recall| Some((recall.recommender()?, recall)))
    }

    /// A recommender's mean recall; 0 if it was not measured.
    pub fn recall_of(&self, recommender: Recommender) -> f64 {
        self.recalls().find(|(of, _)| *of == recommender).map_or(0.0, |(_, recall)| recall.mean)
    }

    /// A recommender's mean recall divided by that of [`Recommender::LevelPopularity`].
    pub fn times_popularity(&self, recommender: Recommender) -> f64 {
        self.recall_of(recommender) / self.recall_of(Recommender::LevelPopularity).max(f64::MIN_POSITIVE)
    }
}

/// The metrics of one page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
pub struct PageMetrics {
    /// Of the page's people who list skills, the share with at least one of their first three skills among
    /// the page's first five: the measure of the reference method, on the training data.
    pub success: f64,
    /// The mean of the page's people in the plane of the largest variance; two numbers.
    pub centre: Vec<f64>,
    /// Their covariance there: along the first axis, between both, along the second.
    pub spread: Vec<f64>,
}

/// The metrics of the topics of one kind of label.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
pub struct TopicMetrics {
    /// Distinct cleaned labels.
    pub labels: u64,
    /// Labels that share no word with another label, and so belong to no topic.
    pub without_topic: u64,
    /// Topics with at least one label.
    pub n_topics: u64,
    /// Sum of squared distances between unit TF-IDF vectors and their centroids.
    pub inertia: f64,
}

/// The metrics of one level's clusters.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
pub struct LevelMetrics {
    /// `junior`, `senior` or `expert`.
    pub level: String,
    /// People of this level.
    pub people: u64,
    /// People whose background lights no column; they get the overview page.
    pub without_background: u64,
    /// Distinct backgrounds: rows of the training table.
    pub rows: u64,
    /// Columns of the feature matrix.
    pub n_features: u64,
    /// k-means clusters; 0 when there were too few people to fit.
    pub n_clusters: u64,
    /// Roadmap pages, after clusters below the minimum were merged.
    pub n_roadmaps: u64,
    /// Bootstrap Jaccard of every roadmap, with the features `full`.
    pub stability: Vec<f64>,
    /// The metrics of every roadmap, in the order of the roadmaps.
    pub pages: Vec<PageMetrics>,
    /// Mean silhouette of the chosen clustering.
    pub silhouette: Option<f64>,
    /// The size of the sample for the silhouette, when it was not computed on all people.
    pub silhouette_sample: Option<u64>,
    /// Sum of squared distances to the centroids, in PCA coordinates.
    pub inertia: Option<f64>,
    /// Share of variance per principal component.
    pub explained_variance_ratio: Vec<f64>,
    /// The text of a [`LevelNote`]; see [`LevelMetrics::cause`].
    pub note: Option<String>,
}

impl LevelMetrics {
    /// Why the level has no clusters, no roadmaps, or another number of clusters than was asked for; `None`
    /// also for a note that this program does not write.
    pub fn cause(&self) -> Option<LevelNote> {
        self.note.as_deref()?.parse().ok()
    }
}
