//! What serving needs of interests: columns by fingerprint, loadings, and the ranking in few bytes.

use career_model::clean::skill_fingerprint;
use career_model::features::NO_COLUMN;
use career_model::fingerprint::{FingerprintIndex, fingerprint};
use career_model::interests::{InterestColumns, Interests as InterestModel};
use career_model::ranker::{Ranker, Target};
use career_model::roadmap::{Counted, MIN_PEOPLE_PER_ITEM};
use ndarray::Array2;

use crate::interests::Interests;
use crate::interests::table::{Columns, Value, shown};
use crate::tally::Vocabulary;

/// Weights kept per column: with so many of a thousand, rankings of held-out people are as good as with all.
const WEIGHTS_PER_COLUMN: usize = 200;

/// The serving part; `loadings` are `n_columns × n_components`, of no component when people are placed by something else.
pub(crate) fn interest_model(
    vocabulary: Vocabulary<'_>,
    columns: &Columns,
    interests: &Interests,
    loadings: &Array2<f64>,
) -> InterestModel {
    let people = vocabulary.people;
    let index = |text: &dyn Fn(Value) -> Option<String>| {
        let found: Vec<(String, u32)> =
            (0..).zip(&columns.values).filter_map(|(column, value)| Some((text(*value)?, column))).collect();
        FingerprintIndex::from_pairs(found.iter().map(|(text, column)| (text.as_str(), *column)))
    };
    let mut degree_topics = vec![NO_COLUMN; vocabulary.degree_topics.topics.len()];
    for (column, value) in (0..).zip(&columns.values) {
        if let Value::DegreeTopic(topic) = value {
            degree_topics[*topic as usize] = column;
        }
    }
    let taken = |wanted: fn(Value) -> Option<u32>, text: &dyn Fn(u32) -> String| {
        index(&|value| wanted(value).map(text))
    };
    InterestModel {
        columns: InterestColumns {
            skills: taken(|value| if let Value::Skill(id) = value { Some(id) } else { None }, &|id| {
                people.skill_spellings.text(id).to_owned()
            }),
            courses: taken(|value| if let Value::Course(id) = value { Some(id) } else { None }, &|id| {
                people.courses.text(id).to_owned()
            }),
            certifications: taken(
                |value| if let Value::Certification(id) = value { Some(id) } else { None },
                &|id| people.certifications.text(id).to_owned(),
            ),
            degree_topics,
            position_words: taken(
                |value| if let Value::PositionWord(id) = value { Some(id) } else { None },
                &|id| people.position_words.text(id).to_owned(),
            ),
            n_items: columns.n_items as u32,
            n_columns: columns.values.len() as u32,
        },
        n_components: loadings.ncols() as u32,
        loadings: loadings.iter().map(|&loading| loading as f32).collect(),
        ranker: ranker(vocabulary, columns, interests),
    }
}

fn ranker(vocabulary: Vocabulary<'_>, columns: &Columns, interests: &Interests) -> Ranker {
    let mut ranker = Ranker { offsets: vec![0], ..Ranker::default() };
    let mut target_of = vec![None; columns.n_items];
    for (item, value) in columns.values[..columns.n_items].iter().enumerate() {
        let (kind, print): (u8, fn(&str) -> u64) = match value {
            Value::Course(_) => (1, |name| fingerprint(&career_model::clean::course(name))),
            Value::Certification(_) => (2, |name| fingerprint(career_model::clean::certification(name))),
            _ => (0, skill_fingerprint),
        };
        let enough = columns.support[item] >= MIN_PEOPLE_PER_ITEM;
        let Some(name) = shown(vocabulary.people, *value).filter(|_| enough) else { continue };
        target_of[item] = Some(ranker.targets.len() as u32);
        let item = Counted { name: name.to_owned(), people: columns.support[item] };
        ranker.targets.push(Target { kind, item, fingerprint: print(name) });
    }
    let rows = interests.ranking.rows().into_iter().chain(interests.ranking_prior.weights.rows());
    for row in rows {
        let weights = row.iter().zip(&target_of).filter_map(|(&weight, target)| Some(((*target)?, weight)));
        ranker.push_column(weights.collect(), WEIGHTS_PER_COLUMN);
    }
    let of_level = |base: &ndarray::Array1<f64>| {
        base.iter()
            .zip(&target_of)
            .filter(|(_, target)| target.is_some())
            .map(|(&value, _)| value as f32)
            .collect()
    };
    ranker.base = interests.ranking_prior.base.iter().map(of_level).collect();
    ranker
}
