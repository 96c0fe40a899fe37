//! A model written by hand: two degree topics, juniors in two clusters, seniors in one, too few experts.
#![allow(dead_code, reason = "each test uses its part")]

use career_model::clean::Cleaning;
use career_model::clean::skill_fingerprint;
use career_model::features::{FeatureColumns, NO_COLUMN};
use career_model::fingerprint::FingerprintIndex;
use career_model::k_means::KMeans;
use career_model::label_topics::LabelTopics;
use career_model::metadata::Metadata;
use career_model::model::{Clusters, LevelModel, Model, ModelParts};
use career_model::pca::Pca;
use career_model::roadmap::{Backgrounds, ItemCount, Roadmap, RoadmapSlug, TopicSkills};
use career_model::sparse::SparseVector;
use career_model::tfidf::TfidfVectorizer;

/// The model.
pub(crate) fn model() -> Model {
    named("Computing", 70)
}

/// The same with another name for its first page, and another number of people.
pub(crate) fn named(first: &str, people: u64) -> Model {
    let metadata = Metadata { data_sha256: "5eed".repeat(16), people, ..Metadata::default() };
    let experts = LevelModel { overview: backgrounds(7, &["Go"]), ..LevelModel::default() };
    let levels = vec![level(&[first, "Design"]), level(&[first]), experts];
    let parts = ModelParts { metadata, degree_topics: degree_topics(), levels, ..ModelParts::default() };
    parts.checked().expect("consistent")
}

fn degree_topics() -> LabelTopics {
    let words = ["comp", "computer", "design", "graphic", "maths", "sci", "science"];
    LabelTopics {
        cleaning: Cleaning::Canonical,
        vectorizer: TfidfVectorizer {
            vocabulary: FingerprintIndex::from_pairs(words.into_iter().zip(0..)),
            idf: vec![1.5, 1.0, 1.5, 1.5, 2.0, 1.5, 1.25],
        },
        known: FingerprintIndex::from_pairs([("computer science", 0), ("graphic design", 1)]),
        means: vec![
            SparseVector { indices: vec![0, 1, 5, 6], values: vec![0.4, 0.5, 0.4, 0.6] },
            SparseVector { indices: vec![2, 3], values: vec![0.7, 0.7] },
        ],
        names: vec!["Computing".to_owned(), "Design".to_owned()],
    }
}

fn level(names: &[&str]) -> LevelModel {
    let roadmap = |name: &&str| Roadmap {
        slug: RoadmapSlug::new(&name.to_lowercase()).expect("a word"),
        name: (*name).to_owned(),
        has: backgrounds(20, &["Rust (Programming Language)", "C++", "<b>R & D</b>", "日本語"]),
        next: None,
    };
    let last = names.len() as u32 - 1;
    LevelModel {
        overview: backgrounds(40, &["Rust"]),
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

fn backgrounds(people: u64, skills: &[&str]) -> Backgrounds {
    let counted = |names: &[&str]| -> Vec<ItemCount> {
        names.iter().map(|name| ItemCount { name: (*name).to_owned(), people: 12 }).collect()
    };
    Backgrounds {
        people,
        degree_topics: counted(&["Computing"]),
        skill_topics: vec![TopicSkills {
            name: "Languages".to_owned(),
            people: 13,
            skills: (0..skills.len() as u32).collect(),
        }],
        skills: counted(skills),
        skill_fingerprints: skills.iter().map(|skill| skill_fingerprint(skill)).collect(),
        courses: counted(&["Compilers"]),
        certifications: counted(&["A certificate"]),
        positions: counted(&["Software Engineer"]),
        experience: vec![6, 30, 90],
    }
}
