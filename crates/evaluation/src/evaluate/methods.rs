//! The compared methods, and their recommendations to the test people.

use std::collections::{HashMap, HashSet};
use std::fmt;

use career_model::clean::skill_fingerprint;
use career_model::roadmap::ItemCount;
use career_model::{Level, Model, PerLevel, Profile};
use career_training::interests::ease::{EaseParams, ease};
use career_training::interests::table::ones;
use career_training::maths::csr::CsrMatrix;
use serde::{Serialize, Serializer};

use crate::evaluate::metrics::scores;
use crate::evaluate::test_people::TestPerson;

/// Recommendations per person.
const TOP: usize = 10;

/// Smallest number of people with a skill that the baselines recommend.
const MIN_SUPPORT: u32 = 3;

/// Neighbours of the nearest-neighbour method.
const NEIGHBOURS: usize = 30;

/// EASE as published (Steck 2019), on skills only.
const CEILING: EaseParams = EaseParams { lambda: 50.0, dropout: 0.0, length_exponent: 0.0 };

/// A compared method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Method {
    Popularity,
    LevelPopularity,
    ReferencePage,
    Page,
    PersonalRanking,
    NearestPeople,
    Ease,
}

impl Method {
    /// Every method, in the order of the report.
    pub const ALL: [Method; 7] = [
        Method::Popularity,
        Method::LevelPopularity,
        Method::ReferencePage,
        Method::Page,
        Method::PersonalRanking,
        Method::NearestPeople,
        Method::Ease,
    ];

    /// The name in the report.
    pub fn name(self) -> &'static str {
        match self {
            Method::Popularity => "Most frequent of all",
            Method::LevelPopularity => "Most frequent of the level",
            Method::ReferencePage => "Reference page",
            Method::Page => "Our page",
            Method::PersonalRanking => "Ranked for the person",
            Method::NearestPeople => "30 nearest people",
            Method::Ease => "EASE with all weights",
        }
    }

    /// The role in the comparison.
    pub fn role(self) -> Role {
        match self {
            Method::Popularity | Method::LevelPopularity | Method::ReferencePage => Role::Baseline,
            Method::Page | Method::PersonalRanking => Role::Ours,
            Method::NearestPeople | Method::Ease => Role::Ceiling,
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Serialize for Method {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// The role of a method in the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// A simple method, to compare with.
    Baseline,
    /// A method of this program.
    Ours,
    /// A method too large or too slow for this program, which shows what is possible.
    Ceiling,
}

/// A method's recommendations.
#[derive(Clone, Debug)]
pub struct Answers {
    /// The method.
    pub method: Method,
    /// A list per test person: fingerprints of skills, best first, without the shown skills.
    pub lists: Vec<Vec<u64>>,
}

/// The recommendations of all methods, and the number of skills that can be recommended: those of at least
/// [`MIN_SUPPORT`] people of `training`, the training set of both models.
pub fn answer_all(
    training: &[&Profile],
    test: &[TestPerson],
    reference: &Model,
    full: &Model,
) -> (Vec<Answers>, usize) {
    let skills = Skills::of(training);
    let by_model = |model: &Model, personal: bool| -> Vec<Vec<u64>> {
        test.iter().map(|person| by_model(model, person, personal)).collect()
    };
    let weights = ease(&skills.rows, CEILING);
    let by_ease = |person: &TestPerson| {
        let mut scores = vec![0.0; skills.all.len()];
        for index in skills.indices(&person.shown) {
            scores.iter_mut().zip(weights.row(index)).for_each(|(score, weight)| *score += weight);
        }
        skills.best(&scores, &person.shown)
    };
    let by_scores = |scores: &dyn Fn(&TestPerson) -> Vec<f64>| -> Vec<Vec<u64>> {
        test.iter().map(|person| skills.best(&scores(person), &person.shown)).collect()
    };
    let lists = |method| match method {
        Method::Popularity => by_scores(&|_| skills.support.clone()),
        Method::LevelPopularity => by_scores(&|person| skills.of_level[person.level].clone()),
        Method::ReferencePage => by_model(reference, false),
        Method::Page => by_model(full, false),
        Method::PersonalRanking => by_model(full, true),
        Method::NearestPeople => by_scores(&|person| skills.of_neighbours(&person.shown)),
        Method::Ease => test.iter().map(by_ease).collect(),
    };
    let answers = Method::ALL.map(|method| Answers { method, lists: lists(method) }).into();
    (answers, skills.all.len())
}

/// A model's list for a person: the personal ranking, or the order of the page.
fn by_model(model: &Model, person: &TestPerson, personal: bool) -> Vec<u64> {
    let classification = model.classify(&person.shown);
    let recommendation = model.recommend(&classification, &person.shown);
    fingerprints(if personal { &recommendation.skills } else { &recommendation.page_skills })
}

/// The mean recall@5 of a model's lists.
pub fn mean_recall(model: &Model, test: &[TestPerson], personal: bool) -> f64 {
    let recall = |person: &TestPerson| scores(&by_model(model, person, personal), &person.hidden).recall_5;
    test.iter().map(recall).sum::<f64>() / test.len().max(1) as f64
}

fn fingerprints(items: &[&ItemCount]) -> Vec<u64> {
    items.iter().take(TOP).map(|item| skill_fingerprint(&item.name)).collect()
}

/// The skills of the training set.
struct Skills {
    /// The fingerprints, ascending.
    all: Vec<u64>,
    index_of: HashMap<u64, usize>,
    /// People × skills.
    rows: CsrMatrix,
    /// People with each skill.
    support: Vec<f64>,
    /// People with each skill, by level.
    of_level: PerLevel<Vec<f64>>,
    /// `ln((1 + n) / (1 + people)) + 1`, the weights of scikit-learn's `TfidfTransformer`.
    idf: Vec<f64>,
}

impl Skills {
    fn of(training: &[&Profile]) -> Skills {
        let leveled = training
            .iter()
            .filter_map(|profile| Some((Level::from_months(profile.experience_months?), profile)));
        let people: Vec<(Level, HashSet<u64>)> =
            leveled.map(|(level, profile)| (level, held(profile))).collect();
        let mut people_of: HashMap<u64, u32> = HashMap::new();
        people
            .iter()
            .flat_map(|(_, skills)| skills)
            .for_each(|skill| *people_of.entry(*skill).or_default() += 1);
        let mut all: Vec<u64> =
            people_of.iter().filter(|(_, people)| **people >= MIN_SUPPORT).map(|(skill, _)| *skill).collect();
        all.sort_unstable();
        let index_of: HashMap<u64, usize> =
            all.iter().enumerate().map(|(index, skill)| (*skill, index)).collect();
        let mut support = vec![0.0; all.len()];
        let mut of_level = PerLevel::from_fn(|_| vec![0.0; all.len()]);
        let rows: Vec<_> = people
            .iter()
            .map(|(level, skills)| {
                let mut row: Vec<u32> =
                    skills.iter().filter_map(|skill| Some(*index_of.get(skill)? as u32)).collect();
                row.sort_unstable();
                for &index in &row {
                    support[index as usize] += 1.0;
                    of_level[*level][index as usize] += 1.0;
                }
                ones(row)
            })
            .collect();
        let n = people.len() as f64;
        let idf = support.iter().map(|people| ((1.0 + n) / (1.0 + people)).ln() + 1.0).collect();
        let rows = CsrMatrix::from_rows(all.len(), rows);
        Skills { all, index_of, rows, support, of_level, idf }
    }

    /// The indices of a person's skills, ascending: the order of a sum of scores must always be the same.
    fn indices(&self, profile: &Profile) -> Vec<usize> {
        let mut indices: Vec<usize> =
            held(profile).iter().filter_map(|skill| self.index_of.get(skill).copied()).collect();
        indices.sort_unstable();
        indices
    }

    /// The skills with the highest scores, without the shown ones.
    fn best(&self, scores: &[f64], shown: &Profile) -> Vec<u64> {
        let held = held(shown);
        let mut order: Vec<usize> =
            (0..scores.len()).filter(|&index| !held.contains(&self.all[index])).collect();
        let by_score = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
        if order.len() > TOP {
            order.select_nth_unstable_by(TOP, by_score);
            order.truncate(TOP);
        }
        order.sort_unstable_by(by_score);
        order.into_iter().map(|index| self.all[index]).collect()
    }

    /// Scores of skills: the summed similarity of the nearest people with the skill, by the cosine of TF-IDF
    /// rows.
    fn of_neighbours(&self, shown: &Profile) -> Vec<f64> {
        let own = self.indices(shown);
        let mut weight = vec![0.0; self.all.len()];
        own.iter().for_each(|&index| weight[index] = self.idf[index] * self.idf[index]);
        let mut near: Vec<(f64, usize)> = (0..self.rows.n_rows())
            .map(|row| {
                let (mut dot, mut norm) = (0.0, 0.0);
                for (index, _) in self.rows.row(row) {
                    dot += weight[index];
                    norm += self.idf[index] * self.idf[index];
                }
                (if norm > 0.0 { dot / norm.sqrt() } else { 0.0 }, row)
            })
            .collect();
        near.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut scores = vec![0.0; self.all.len()];
        for &(similarity, row) in near.iter().take(NEIGHBOURS) {
            self.rows.row(row).for_each(|(index, _)| scores[index] += similarity);
        }
        scores
    }
}

fn held(profile: &Profile) -> HashSet<u64> {
    profile.skills.iter().map(|skill| skill_fingerprint(skill)).collect()
}
