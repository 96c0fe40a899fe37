//! Silhouettes, with a null: the silhouettes of the same method on people with shuffled columns.

use career_model::{Level, Model, Profile};
use career_training::maths::csr::CsrMatrix;
use career_training::reference::silhouettes::{reference_silhouettes, shuffled_silhouettes};
use serde::Serialize;

/// Shuffles to average over.
const SHUFFLES: u64 = 5;

/// The silhouettes that the source of the reference method published, juniors first, without a null.
pub fn published(level: Level) -> f64 {
    match level {
        Level::Junior => 0.74,
        Level::Senior => 0.69,
        Level::Expert => 0.67,
    }
}

/// The silhouettes of an evaluation.
#[derive(Clone, Debug, Serialize)]
pub struct Silhouettes {
    /// Silhouettes of the reference method, for each level with clusters.
    #[serde(rename = "seed")]
    pub reference: Vec<LevelSilhouettes>,
    /// Silhouettes of our groups of all levels, between unit vectors of interests.
    pub ours: Option<SilhouettePair>,
}

/// Silhouettes of a level's clusters by the reference method.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LevelSilhouettes {
    pub level: &'static str,
    /// People of the training set.
    pub people: u64,
    pub n_clusters: u64,
    /// Between feature rows: degree topics, courses and certificates.
    pub features: SilhouettePair,
    /// Between PCA coordinates.
    pub components: SilhouettePair,
    /// The published silhouette of the level.
    pub published: f64,
}

/// A mean silhouette, and its null.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SilhouettePair {
    /// The mean silhouette of the people.
    pub own: f64,
    /// The mean silhouette of the same method with as many clusters on people with shuffled columns.
    pub shuffled: f64,
}

impl Silhouettes {
    /// The silhouettes of the reference method's model on its training set, and those that the full model has
    /// stored.
    pub fn of(reference: &Model, full: &Model, training: &[&Profile], seed: u64) -> Silhouettes {
        let search = full.metadata().search.as_ref();
        let own = search.and_then(|search| search.silhouette.zip(search.silhouette_shuffled));
        Silhouettes {
            reference: Level::ALL
                .into_iter()
                .filter_map(|level| of_level(reference, level, training, seed))
                .collect(),
            ours: own.map(|(own, shuffled)| SilhouettePair { own, shuffled }),
        }
    }
}

/// `None` for a level without clusters.
fn of_level(model: &Model, level: Level, training: &[&Profile], seed: u64) -> Option<LevelSilhouettes> {
    let clusters = model.level(level).clusters.as_ref()?;
    let here = |profile: &&&Profile| profile.experience_months.map(Level::from_months) == Some(level);
    let encoded =
        training.iter().filter(here).map(|profile| clusters.columns.encode(model.degree_topics(), profile));
    let rows =
        CsrMatrix::from_rows(clusters.columns.n_features as usize, encoded.map(|encoded| encoded.vector));
    let own = reference_silhouettes(&rows, &clusters.pca, &clusters.k_means, seed);
    let n_clusters = clusters.k_means.n_clusters();
    let null = shuffled_silhouettes(&rows, clusters.pca.n_components as usize, n_clusters, SHUFFLES, seed);
    Some(LevelSilhouettes {
        level: level.as_str(),
        people: rows.n_rows() as u64,
        n_clusters: n_clusters as u64,
        features: SilhouettePair { own: own.features, shuffled: null.features },
        components: SilhouettePair { own: own.components, shuffled: null.components },
        published: published(level),
    })
}
