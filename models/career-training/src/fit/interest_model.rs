//! The part of a model for serving interests: columns by fingerprint, loadings, and the compact ranking.

use career_model::clean::{self, skill_fingerprint};
use career_model::features::NO_COLUMN;
use career_model::fingerprint::{FingerprintIndex, fingerprint};
use career_model::interests::{InterestColumns, Interests};
use career_model::ranker::{Ranker, Target};
use career_model::roadmap::ItemCount;
use career_model::{ItemKind, PerLevel};
use ndarray::Array2;

use crate::interests::columns::{ColumnKey, Columns};
use crate::interests::weights::InterestWeights;
use crate::people::table::People;
use crate::topics::vocabulary::Vocabulary;

/// Weights kept per column: with so few of a thousand, held-out recall is as good as with all.
const WEIGHTS_PER_COLUMN: usize = 200;

/// The serving part; `loadings` are `n_columns × n_components`, with no component if the groups are not made
/// from interests.
pub(super) fn interest_model(
    vocabulary: Vocabulary<'_>,
    columns: &Columns,
    weights: &InterestWeights,
    loadings: &Array2<f64>,
) -> Interests {
    let people = vocabulary.people;
    let mut degree_topics = vec![NO_COLUMN; vocabulary.degree_topics.topics.len()];
    for (column, key) in (0..).zip(&columns.keys).filter(|(_, key)| key.kind == ItemKind::DegreeField) {
        degree_topics[key.id as usize] = column;
    }
    let index = |kind| column_index(people, columns, kind);
    Interests {
        columns: InterestColumns {
            skills: index(ItemKind::Skill),
            courses: index(ItemKind::Course),
            certifications: index(ItemKind::Certification),
            degree_topics,
            position_words: index(ItemKind::Position),
            n_items: columns.n_items as u32,
            n_columns: columns.keys.len() as u32,
        },
        n_components: loadings.ncols() as u32,
        loadings: loadings.iter().map(|&loading| loading as f32).collect(),
        ranker: ranker(people, columns, weights),
    }
}

/// Text → column, for the columns of a kind.
fn column_index(people: &People, columns: &Columns, kind: ItemKind) -> FingerprintIndex {
    let own = (0..).zip(&columns.keys).filter(|(_, key)| key.kind == kind);
    FingerprintIndex::from_pairs(own.filter_map(|(column, key)| Some((key.text(people)?, column))))
}

/// The ranking; every item is a target, because enough people have it.
fn ranker(people: &People, columns: &Columns, weights: &InterestWeights) -> Ranker {
    let target = |(key, &people_with_item): (&ColumnKey, &u32)| {
        let name = key.shown(people).unwrap_or_default();
        Target {
            kind: key.kind.code(),
            item: ItemCount { name: name.to_owned(), people: people_with_item },
            fingerprint: target_fingerprint(key.kind, name),
        }
    };
    let targets = columns.keys[..columns.n_items].iter().zip(&columns.support).map(target).collect();
    let mut ranker = Ranker { targets, offsets: vec![0], ..Ranker::default() };
    let rows = weights.ranking.rows().into_iter().chain(weights.ranking_prior.weights.rows());
    for row in rows {
        ranker.push_column((0..).zip(row.iter().copied()).collect(), WEIGHTS_PER_COLUMN);
    }
    let of_level = |level| weights.ranking_prior.base[level].iter().map(|&value| value as f32).collect();
    ranker.base = PerLevel::from_fn(of_level).into_vec();
    ranker
}

/// The same for every spelling of an item.
fn target_fingerprint(kind: ItemKind, name: &str) -> u64 {
    match kind {
        ItemKind::Skill => skill_fingerprint(name),
        ItemKind::Course => fingerprint(&clean::course(name)),
        ItemKind::Certification => fingerprint(clean::certification(name)),
        ItemKind::DegreeField | ItemKind::Position => fingerprint(name),
    }
}
