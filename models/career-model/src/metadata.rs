//! What the model says about itself: counts and metrics, never weights.

use serde::{Deserialize, Serialize};
use wincode::{SchemaRead, SchemaWrite};

/// Where a model comes from and how it measured up. `model.json` is this, readable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
pub struct Metadata {
    /// The feature set: `seed` or `full`.
    pub features: String,
    /// What was asked for: `auto` or a number.
    pub clusters: String,
    /// The random seed of the fit.
    pub seed: u64,
    /// SHA-256 of the training data as read, in hexadecimal.
    pub data_sha256: String,
    /// People read.
    pub people: u64,
    /// Records that could not be read.
    pub rejected: u64,
    /// People without months of experience: they teach labels, but no level.
    pub without_experience: u64,
    /// People per two years of experience, from 0 to 2 years on, the last without an end; fewer than five count as none.
    pub experience: Vec<u64>,
    /// Topics of skills.
    pub skills: TopicMetrics,
    /// Topics of degree fields.
    pub degree_fields: TopicMetrics,
    /// Junior, senior, expert.
    pub levels: Vec<LevelMetrics>,
    /// How the groups were chosen, with the features `full`.
    pub search: Option<SearchMetrics>,
}

/// The search for groups: what was tried on people kept out of learning, and what was chosen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
pub struct SearchMetrics {
    /// Candidates tried.
    pub candidates: u64,
    /// Candidates of which enough pages were stable.
    pub admissible: u64,
    /// People who were asked.
    pub asked: u64,
    /// Recall@5 of hidden skills by several methods, with [`METHODS`] for names.
    pub recall: Vec<MethodRecall>,
    /// Mean silhouette of the groups, between unit vectors of interests.
    pub silhouette: Option<f64>,
    /// The same of the same method on people whose columns were shuffled, so that nothing belongs together.
    pub silhouette_shuffled: Option<f64>,
    /// What people are placed by: `interests`, or `seed` when the setting of the method's source was the best.
    pub inputs: String,
    /// How much blocks count for a person's place beside skills: courses and certificates, degree topics, position words.
    pub block_weights: Vec<f64>,
    /// Whether all levels are clustered together.
    pub shared: bool,
    /// Coordinates of a person.
    pub n_components: u64,
    /// Skills, courses and certificates that are columns.
    pub items: u64,
    /// Items that too few people have, or that are beyond the most that are kept.
    pub items_left_out: u64,
}

/// The methods that training compares: what is most frequent of all, and in the level, pages in the setting of the
/// method's source, the pages of the model, and its personal ranking.
pub const METHODS: [&str; 5] = ["popularity", "level_popularity", "seed_page", "page", "personal"];

/// How much a method found of what was hidden.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
pub struct MethodRecall {
    /// One of [`METHODS`].
    pub method: String,
    /// Mean recall@5 over the people asked.
    pub mean: f64,
    /// 2.5% of bootstrap draws are below.
    pub low: f64,
    /// 2.5% of bootstrap draws are above.
    pub high: f64,
}

impl SearchMetrics {
    /// A method's mean recall; 0 for one that was not asked.
    pub fn recall_of(&self, method: &str) -> f64 {
        self.recall.iter().find(|recall| recall.method == method).map_or(0.0, |recall| recall.mean)
    }

    /// A method's mean recall over that of what is most frequent in the level.
    pub fn times_popularity(&self, method: &str) -> f64 {
        self.recall_of(method) / self.recall_of(METHODS[1]).max(f64::MIN_POSITIVE)
    }
}

/// How one page came out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
pub struct PageMetrics {
    /// Of the people behind it who list skills, the share of whose first three at least one is among its first five: the
    /// measure of the method's source, on the people learned from.
    pub success: f64,
    /// The middle of its people in the plane where people differ most; two numbers.
    pub centre: Vec<f64>,
    /// Their variance there: along the first axis, between both, along the second.
    pub spread: Vec<f64>,
}

/// How label topics came out.
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

/// How one level's clusters came out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, SchemaRead, SchemaWrite)]
pub struct LevelMetrics {
    /// `junior`, `senior` or `expert`.
    pub level: String,
    /// People with this much experience.
    pub people: u64,
    /// People whose background holds nothing a column stands for; they are sent to the overview.
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
    /// Every roadmap, in their order.
    pub pages: Vec<PageMetrics>,
    /// Mean silhouette of the chosen clustering.
    pub silhouette: Option<f64>,
    /// People on whom the silhouette was computed, when it was not all of them.
    pub silhouette_sample: Option<u64>,
    /// Sum of squared distances to the centroids, in PCA coordinates.
    pub inertia: Option<f64>,
    /// Share of variance per principal component.
    pub explained_variance_ratio: Vec<f64>,
    /// Why the level has no clusters, no roadmaps, or another number of clusters than was asked for. Does not name
    /// the level.
    pub note: Option<String>,
}
