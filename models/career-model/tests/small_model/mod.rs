//! A model small enough to write by hand, shared by the tests of this crate.
#![allow(dead_code, reason = "each test uses its part")]

use career_model::Level;
use career_model::clean::Cleaning;
use career_model::clean::skill_fingerprint;
use career_model::features::{FeatureColumns, NO_COLUMN};
use career_model::fingerprint::{FingerprintIndex, fingerprint};
use career_model::interests::{InterestColumns, Interests};
use career_model::k_means::KMeans;
use career_model::label_topics::LabelTopics;
use career_model::metadata::{LevelMetrics, Metadata, PageMetrics, TopicMetrics};
use career_model::model::{Clusters, LevelModel, ModelParts};
use career_model::pca::Pca;
use career_model::ranker::{Ranker, Target};
use career_model::roadmap::{Backgrounds, ItemCount, Roadmap, RoadmapLink, RoadmapSlug, TopicSkills};
use career_model::sparse::SparseVector;
use career_model::tfidf::TfidfVectorizer;

/// Two degree topics, two courses; juniors in two clusters, seniors in one, too few experts.
pub(crate) fn parts() -> ModelParts {
    ModelParts {
        metadata: metadata(),
        degree_topics: degree_topics(),
        skill_topics: LabelTopics::default(),
        levels: vec![
            level(&["Computing · Rust", "Design"], Some(&RoadmapLink::new(Level::Senior, 0))),
            level(&["Computing"], None),
            LevelModel { overview: backgrounds(7, "Go"), clusters: None, roadmaps: Vec::new() },
        ],
        interests: None,
    }
}

/// The same with the features `full`: columns rust (0), go (1), a course (2), computing (3), backend (4), in
/// two coordinates; Rust predicts Go, and backend predicts Rust.
pub(crate) fn full_parts() -> ModelParts {
    let mut parts = parts();
    let mut ranker = Ranker::default();
    for weights in [vec![(1, 0.5)], vec![(0, 0.5)], vec![(0, 0.25), (1, -0.125)], vec![], vec![(0, 0.5)]] {
        ranker.push_column(weights, 10);
    }
    let target = |kind, name: &str, fingerprint| Target {
        kind,
        item: ItemCount { name: name.to_owned(), people: 12 },
        fingerprint,
    };
    ranker.targets = vec![
        target(0, "Rust", skill_fingerprint("Rust")),
        target(0, "Go", skill_fingerprint("Go")),
        target(1, "Compilers", fingerprint("compilers")),
    ];
    ranker.base = vec![vec![0.25, 0.5, 0.125]; 3];
    parts.interests = Some(Interests {
        columns: InterestColumns {
            skills: FingerprintIndex::from_pairs([("rust", 0), ("go", 1)]),
            courses: FingerprintIndex::from_pairs([("compilers", 2)]),
            certifications: FingerprintIndex::default(),
            degree_topics: vec![3, career_model::features::NO_COLUMN],
            position_words: FingerprintIndex::from_pairs([("backend", 4)]),
            n_items: 3,
            n_columns: 5,
        },
        n_components: 2,
        loadings: vec![1.0, 0.25, -0.5, 1.0, 0.25, 0.125, 0.5, -0.25, 0.125, 0.0625],
        ranker,
    });
    for level in &mut parts.levels {
        if let Some(clusters) = &mut level.clusters {
            let k_means = KMeans { n_dimensions: 2, centroids: vec![1.0, 0.0, 0.0, 1.0] };
            let roadmap_of_cluster = clusters.roadmap_of_cluster.clone();
            *clusters = Clusters { k_means, roadmap_of_cluster, ..Clusters::default() };
        }
    }
    parts
}

fn metadata() -> Metadata {
    Metadata {
        features: "seed".to_owned(),
        clusters: "auto".to_owned(),
        seed: 300,
        data_sha256: "00ff".to_owned(),
        people: 70_000,
        records: 70_300,
        is_sample: true,
        rejected: 5_000_000_000,
        without_experience: 3,
        experience: vec![12, 0, 28],
        skills: TopicMetrics::default(),
        degree_fields: TopicMetrics { labels: 4, without_topic: 1, n_topics: 2, inertia: 0.25 },
        levels: vec![LevelMetrics {
            level: "junior".to_owned(),
            people: 40,
            pages: vec![PageMetrics { success: 0.5, centre: vec![0.0, 1.0], spread: vec![0.25, 0.0, 0.5] }],
            silhouette: Some(0.5),
            explained_variance_ratio: vec![0.75],
            note: Some("a note".to_owned()),
            ..LevelMetrics::default()
        }],
        search: None,
    }
}

/// "computer science" and "graphic design"; "computer" and "science" are one topic's words, "design" the
/// other's.
fn degree_topics() -> LabelTopics {
    LabelTopics {
        cleaning: Cleaning::Canonical,
        vectorizer: TfidfVectorizer {
            vocabulary: FingerprintIndex::from_pairs([("computer", 0), ("design", 1), ("science", 2)]),
            idf: vec![1.0, 1.5, 1.25],
        },
        known: FingerprintIndex::from_pairs([("computer science", 0), ("graphic design", 1)]),
        means: vec![
            SparseVector { indices: vec![0, 2], values: vec![0.6, 0.8] },
            SparseVector { indices: vec![1], values: vec![1.0] },
        ],
        names: vec!["Computing".to_owned(), "Design".to_owned()],
    }
}

fn level(names: &[&str], next: Option<&RoadmapLink>) -> LevelModel {
    let roadmap = |name: &&str| Roadmap {
        slug: RoadmapSlug::new(&name.to_lowercase().replace(" · ", "-")).expect("made of words"),
        name: (*name).to_owned(),
        has: backgrounds(20, "Rust"),
        next: next.cloned(),
    };
    let last = names.len() as u32 - 1;
    LevelModel {
        overview: backgrounds(40, "Rust"),
        clusters: Some(Clusters {
            columns: FeatureColumns {
                degree_topics: if last == 1 { vec![0, 1] } else { vec![0, NO_COLUMN] },
                titles: FingerprintIndex::from_pairs([("drawing", 1), ("compilers", 2)]),
                n_features: 3,
            },
            pca: Pca {
                n_components: 1,
                loadings: vec![-0.5, 0.75, -0.25],
                offset: vec![0.125],
                explained_variance_ratio: vec![0.75],
            },
            k_means: KMeans { n_dimensions: 1, centroids: vec![-0.6, 0.6] },
            roadmap_of_cluster: vec![0, last],
        }),
        roadmaps: names.iter().map(roadmap).collect(),
    }
}

fn backgrounds(people: u64, skill: &str) -> Backgrounds {
    let counted = |name: &str| vec![ItemCount { name: name.to_owned(), people: 12 }];
    Backgrounds {
        people,
        degree_topics: counted("Computing"),
        skill_topics: vec![TopicSkills { name: "Languages".to_owned(), people: 13, skills: vec![0] }],
        skills: counted(skill),
        skill_fingerprints: vec![skill_fingerprint(skill)],
        courses: counted("Compilers"),
        certifications: Vec::new(),
        positions: counted("Backend Developer"),
        experience: vec![12, 40, 300],
    }
}
