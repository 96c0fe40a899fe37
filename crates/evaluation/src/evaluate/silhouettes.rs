//! Silhouettes beside what the same method finds in people whose columns were shuffled.

use career_model::{Level, Model, Profile};
use career_training::maths::csr::CsrMatrix;
use career_training::reference::silhouettes::{reference_silhouettes, shuffled_silhouettes};
use serde::Serialize;

/// Shuffles whose silhouettes are averaged.
const SHUFFLES: u64 = 5;

/// What the method's source published, juniors first. It says nothing of shuffled people.
pub const PUBLISHED: [f64; 3] = [0.74, 0.69, 0.67];

/// The silhouettes of an evaluation.
#[derive(Clone, Debug, Serialize)]
pub struct Silhouettes {
    /// The seed's method, for each level that has clusters.
    pub seed: Vec<LevelSilhouettes>,
    /// Our groups of all levels, between unit vectors of interests.
    pub ours: Option<Beside>,
}

/// One level's clusters by the seed's method.
#[derive(Clone, Debug, Serialize)]
pub struct LevelSilhouettes {
    /// Which.
    pub level: &'static str,
    /// People learned from.
    pub people: u64,
    /// k-means clusters.
    pub n_clusters: u64,
    /// Between feature rows: degree topics, courses and certificates.
    pub features: Beside,
    /// Between PCA coordinates.
    pub components: Beside,
    /// What the source published for the level.
    pub published: f64,
}

/// A mean silhouette, and its null.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Beside {
    /// Of the people.
    pub own: f64,
    /// Of the same method with as many clusters on people whose columns were shuffled.
    pub shuffled: f64,
}

impl Silhouettes {
    /// The silhouettes of the seed's model on the people it has learned from, and what the full model knows of its own.
    pub fn of(seed_model: &Model, full: &Model, learned: &[&Profile], seed: u64) -> Silhouettes {
        let search = full.metadata().search.as_ref();
        let own = search.and_then(|search| search.silhouette.zip(search.silhouette_shuffled));
        Silhouettes {
            seed: Level::ALL
                .into_iter()
                .filter_map(|level| of_level(seed_model, level, learned, seed))
                .collect(),
            ours: own.map(|(own, shuffled)| Beside { own, shuffled }),
        }
    }
}

/// `None` for a level without clusters.
fn of_level(model: &Model, level: Level, learned: &[&Profile], seed: u64) -> Option<LevelSilhouettes> {
    let clusters = model.level(level).clusters.as_ref()?;
    let here = |profile: &&&Profile| profile.experience_months.map(Level::from_months) == Some(level);
    let encoded =
        learned.iter().filter(here).map(|profile| clusters.columns.encode(model.degree_topics(), profile));
    let rows =
        CsrMatrix::from_rows(clusters.columns.n_features as usize, encoded.map(|encoded| encoded.vector));
    let own = reference_silhouettes(&rows, &clusters.pca, &clusters.k_means, seed);
    let n_clusters = clusters.k_means.n_clusters();
    let null = shuffled_silhouettes(&rows, clusters.pca.n_components as usize, n_clusters, SHUFFLES, seed);
    Some(LevelSilhouettes {
        level: level.as_str(),
        people: rows.n_rows() as u64,
        n_clusters: n_clusters as u64,
        features: Beside { own: own.features, shuffled: null.features },
        components: Beside { own: own.components, shuffled: null.components },
        published: PUBLISHED[level.index()],
    })
}
