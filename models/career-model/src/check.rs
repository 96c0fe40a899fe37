//! The checks between decoding a model and using it.

use crate::features::{FeatureColumns, NO_COLUMN};
use crate::fingerprint::FingerprintIndex;
use crate::interests::{InterestColumns, Interests};
use crate::k_means::KMeans;
use crate::label_topics::LabelTopics;
use crate::level::Level;
use crate::metadata::Metadata;
use crate::model::{Clusters, LevelModel, Model, ModelParts};
use crate::names::index::LazyNameIndex;
use crate::pca::Pca;
use crate::ranker::Ranker;
use crate::roadmap::{Backgrounds, MAX_POSITIONS, RoadmapSlug};
use crate::sparse::SparseVector;
use crate::tfidf::TfidfVectorizer;

/// A part of the model contradicts another.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// A number is NaN or infinite.
    #[error("{part} holds a number that is not finite")]
    NotFinite {
        /// The part.
        part: &'static str,
    },
    /// Two lengths that must agree do not.
    #[error("{part} has {actual} entries where {expected} belong")]
    Dimension {
        /// The part.
        part: &'static str,
        /// The length that the rest of the model requires.
        expected: usize,
        /// The actual length.
        actual: usize,
    },
    /// An index points past the end.
    #[error("{part} points to {index}, but there are {len}")]
    OutOfRange {
        /// The part.
        part: &'static str,
        /// The index.
        index: u64,
        /// The length of the indexed list.
        len: usize,
    },
    /// Entries that must ascend do not.
    #[error("{part} is not in ascending order")]
    NotAscending {
        /// The part.
        part: &'static str,
    },
    /// A slug could change the path of its URL.
    #[error("a roadmap of level {level} has a slug that is not one")]
    BadSlug {
        /// The level.
        level: Level,
    },
    /// Two roadmaps share a name or slug that must be unique.
    #[error("two roadmaps of level {level} share a {what}")]
    Duplicate {
        /// The level.
        level: Level,
        /// `name` or `slug`.
        what: &'static str,
    },
}

/// Lower quartile, median, upper quartile.
const QUARTILES: usize = 3;

type Checked = Result<(), CheckError>;

impl ModelParts {
    /// Checks every number, dimension, index, name and slug.
    ///
    /// # Errors
    /// The first contradiction found.
    pub fn checked(self) -> Result<Model, CheckError> {
        same_len("levels", Level::ALL.len(), self.levels.len())?;
        metadata(&self.metadata)?;
        label_topics(&self.degree_topics)?;
        label_topics(&self.skill_topics)?;
        if let Some(found) = &self.interests {
            check_interests(found, self.degree_topics.len())?;
        }
        for (level, fitted) in Level::ALL.into_iter().zip(&self.levels) {
            level_model(level, fitted, &self)?;
        }
        Ok(Model { parts: self, names: LazyNameIndex::default() })
    }
}

fn metadata(metadata: &Metadata) -> Checked {
    finite("metrics", &[metadata.skills.inertia, metadata.degree_fields.inertia])?;
    if let Some(search) = &metadata.search {
        finite("metrics", &search.block_weights)?;
        for recall in &search.recall {
            finite("metrics", &[recall.mean, recall.low, recall.high])?;
        }
        for value in [search.silhouette, search.silhouette_shuffled].into_iter().flatten() {
            finite("metrics", &[value])?;
        }
    }
    for level in &metadata.levels {
        finite("metrics", &level.stability)?;
        for page in &level.pages {
            same_len("a page's centre", 2, page.centre.len())?;
            same_len("a page's spread", 3, page.spread.len())?;
            finite("metrics", &page.centre)?;
            finite("metrics", &page.spread)?;
            finite("metrics", &[page.success])?;
        }
        finite("metrics", &level.explained_variance_ratio)?;
        for value in [level.silhouette, level.inertia].into_iter().flatten() {
            finite("metrics", &[value])?;
        }
    }
    Ok(())
}

fn level_model(level: Level, fitted: &LevelModel, parts: &ModelParts) -> Checked {
    let all = &parts.levels;
    match (&fitted.clusters, &parts.interests) {
        (Some(clusters), None) => check_clusters(clusters, parts.degree_topics.len(), fitted.roadmaps.len())?,
        // Without coordinates of interests, the levels have columns and PCA of their own.
        (Some(clusters), Some(interests)) if interests.n_components == 0 => {
            check_clusters(clusters, parts.degree_topics.len(), fitted.roadmaps.len())?;
        }
        (Some(clusters), Some(interests)) => {
            check_k_means(&clusters.k_means, interests.n_components as usize)?;
            check_roadmaps(&clusters.k_means, &clusters.roadmap_of_cluster, fitted.roadmaps.len())?;
        }
        (None, _) => {}
    }
    backgrounds(&fitted.overview)?;
    let (mut names, mut slugs) = (Vec::new(), Vec::new());
    for roadmap in &fitted.roadmaps {
        backgrounds(&roadmap.has)?;
        if RoadmapSlug::new(roadmap.slug.as_str()).is_none() {
            return Err(CheckError::BadSlug { level });
        }
        if let Some(next) = &roadmap.next {
            let next_level = in_range("next level", u64::from(next.level), all.len())?;
            in_range("next roadmap", u64::from(next.roadmap), all[next_level].roadmaps.len())?;
        }
        names.push(roadmap.name.as_str());
        slugs.push(roadmap.slug.as_str());
    }
    for (what, mut texts) in [("name", names), ("slug", slugs)] {
        texts.sort_unstable();
        if texts.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(CheckError::Duplicate { level, what });
        }
    }
    Ok(())
}

fn backgrounds(has: &Backgrounds) -> Checked {
    same_len("skill fingerprints", has.skills.len(), has.skill_fingerprints.len())?;
    same_len("positions", has.positions.len().min(MAX_POSITIONS), has.positions.len())?;
    if !has.experience.is_empty() {
        same_len("experience", QUARTILES, has.experience.len())?;
    }
    if !has.experience.is_sorted() {
        return Err(CheckError::NotAscending { part: "experience" });
    }
    for topic in &has.skill_topics {
        ascending("a topic's skills", &topic.skills)?;
        if let Some(&last) = topic.skills.last() {
            in_range("a topic's skills", u64::from(last), has.skills.len())?;
        }
    }
    Ok(())
}

fn check_clusters(clusters: &Clusters, n_degree_topics: usize, n_roadmaps: usize) -> Checked {
    let Clusters { columns, pca, k_means, roadmap_of_cluster } = clusters;
    feature_columns(columns, n_degree_topics)?;
    check_pca(pca, columns.n_features as usize)?;
    check_k_means(k_means, pca.n_components as usize)?;
    check_roadmaps(k_means, roadmap_of_cluster, n_roadmaps)
}

fn check_roadmaps(k_means: &KMeans, roadmap_of_cluster: &[u32], n_roadmaps: usize) -> Checked {
    same_len("roadmap of cluster", k_means.n_clusters(), roadmap_of_cluster.len())?;
    for &roadmap in roadmap_of_cluster {
        in_range("roadmap of cluster", u64::from(roadmap), n_roadmaps)?;
    }
    Ok(())
}

fn check_interests(interests: &Interests, n_degree_topics: usize) -> Checked {
    let InterestColumns {
        skills,
        courses,
        certifications,
        degree_topics,
        position_words,
        n_items,
        n_columns,
    } = &interests.columns;
    let (n_items, n_columns) = (*n_items as usize, *n_columns as usize);
    if n_items > n_columns {
        return Err(CheckError::Dimension { part: "interest columns", expected: n_columns, actual: n_items });
    }
    same_len("interest columns", n_degree_topics, degree_topics.len())?;
    for &column in degree_topics.iter().filter(|&&column| column != NO_COLUMN) {
        in_range("interest columns", u64::from(column), n_columns)?;
    }
    for index in [skills, courses, certifications, position_words] {
        fingerprint_index("interest columns", index, n_columns)?;
    }
    let loadings = n_columns.saturating_mul(interests.n_components as usize);
    same_len("interest loadings", loadings, interests.loadings.len())?;
    if !interests.loadings.iter().all(|loading| loading.is_finite()) {
        return Err(CheckError::NotFinite { part: "interest loadings" });
    }
    check_ranker(&interests.ranker, n_columns)
}

fn check_ranker(ranker: &Ranker, n_columns: usize) -> Checked {
    let Ranker { targets, offsets, indices, weights, scales, base } = ranker;
    same_len("ranker offsets", n_columns + 1, offsets.len())?;
    same_len("ranker scales", n_columns, scales.len())?;
    same_len("ranker weights", indices.len(), weights.len())?;
    same_len("ranker levels", Level::ALL.len(), base.len())?;
    for level in base {
        same_len("ranker base", targets.len(), level.len())?;
    }
    if !offsets.is_sorted() {
        return Err(CheckError::NotAscending { part: "ranker offsets" });
    }
    same_len("ranker offsets", indices.len(), offsets.last().map_or(0, |&last| last as usize))?;
    for &target in indices {
        in_range("ranker targets", u64::from(target), targets.len())?;
    }
    if base.iter().flatten().chain(scales).all(|value| value.is_finite()) {
        Ok(())
    } else {
        Err(CheckError::NotFinite { part: "ranker" })
    }
}

fn feature_columns(columns: &FeatureColumns, n_degree_topics: usize) -> Checked {
    let n_features = columns.n_features as usize;
    same_len("degree topic columns", n_degree_topics, columns.degree_topics.len())?;
    for &column in columns.degree_topics.iter().filter(|&&column| column != NO_COLUMN) {
        in_range("degree topic columns", u64::from(column), n_features)?;
    }
    fingerprint_index("title columns", &columns.titles, n_features)
}

fn check_pca(pca: &Pca, n_features: usize) -> Checked {
    let n_components = pca.n_components as usize;
    let loadings = n_features.saturating_mul(n_components);
    same_len("PCA loadings", loadings, pca.loadings.len())?;
    same_len("PCA offset", n_components, pca.offset.len())?;
    same_len("PCA explained variance ratio", n_components, pca.explained_variance_ratio.len())?;
    if !pca.loadings.iter().all(|loading| loading.is_finite()) {
        return Err(CheckError::NotFinite { part: "PCA loadings" });
    }
    finite("PCA offset", &pca.offset)?;
    finite("PCA explained variance ratio", &pca.explained_variance_ratio)
}

fn check_k_means(k_means: &KMeans, n_components: usize) -> Checked {
    same_len("centroid dimensions", n_components, k_means.n_dimensions as usize)?;
    let dimensions = n_components.max(1);
    if k_means.centroids.is_empty() || !k_means.centroids.len().is_multiple_of(dimensions) {
        return Err(CheckError::Dimension {
            part: "centroids",
            expected: dimensions,
            actual: k_means.centroids.len() % dimensions,
        });
    }
    finite("centroids", &k_means.centroids)
}

fn label_topics(topics: &LabelTopics) -> Checked {
    let TfidfVectorizer { vocabulary, idf } = &topics.vectorizer;
    fingerprint_index("vocabulary", vocabulary, idf.len())?;
    finite("idf", idf)?;
    fingerprint_index("known labels", &topics.known, topics.names.len())?;
    same_len("topic means", topics.names.len(), topics.means.len())?;
    for mean in &topics.means {
        sparse("topic means", mean, idf.len())?;
    }
    Ok(())
}

fn fingerprint_index(part: &'static str, index: &FingerprintIndex, len: usize) -> Checked {
    same_len(part, index.fingerprints.len(), index.values.len())?;
    ascending(part, &index.fingerprints)?;
    for &value in &index.values {
        in_range(part, u64::from(value), len)?;
    }
    Ok(())
}

fn sparse(part: &'static str, vector: &SparseVector, len: usize) -> Checked {
    same_len(part, vector.indices.len(), vector.values.len())?;
    ascending(part, &vector.indices)?;
    if let Some(&last) = vector.indices.last() {
        in_range(part, u64::from(last), len)?;
    }
    finite(part, &vector.values)
}

fn finite(part: &'static str, values: &[f64]) -> Checked {
    if values.iter().all(|value| value.is_finite()) { Ok(()) } else { Err(CheckError::NotFinite { part }) }
}

fn ascending<T: PartialOrd>(part: &'static str, values: &[T]) -> Checked {
    if values.windows(2).all(|pair| pair[0] < pair[1]) {
        Ok(())
    } else {
        Err(CheckError::NotAscending { part })
    }
}

fn same_len(part: &'static str, expected: usize, actual: usize) -> Checked {
    if expected == actual { Ok(()) } else { Err(CheckError::Dimension { part, expected, actual }) }
}

fn in_range(part: &'static str, index: u64, len: usize) -> Result<usize, CheckError> {
    match usize::try_from(index) {
        Ok(index) if index < len => Ok(index),
        _ => Err(CheckError::OutOfRange { part, index, len }),
    }
}
