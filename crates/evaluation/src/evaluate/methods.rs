//! The methods that are compared: what each of them recommends to everybody who is asked.

use std::collections::{HashMap, HashSet};
use std::fmt;

use career_model::clean::skill_fingerprint;
use career_model::roadmap::ItemCount;
use career_model::{Level, Model, Profile};
use career_training::interests::ease::{EaseParams, ease};
use career_training::interests::table::ones;
use career_training::maths::csr::CsrMatrix;
use serde::{Serialize, Serializer};

use crate::evaluate::asked::Asked;
use crate::evaluate::metrics::scores;

/// Recommendations that are looked at.
const TOP: usize = 10;

/// Skills of fewer people are not recommended by the baselines.
const MIN_SUPPORT: u32 = 3;

/// Neighbours of the nearest-neighbour baseline.
const NEIGHBOURS: usize = 30;

/// EASE as it is published; skills only.
const CEILING: EaseParams = EaseParams { lambda: 50.0, dropout: 0.0, length_exponent: 0.0 };

/// A method of recommending that is compared.
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

    /// Its name in the report.
    pub fn name(self) -> &'static str {
        match self {
            Method::Popularity => "Most frequent of all",
            Method::LevelPopularity => "Most frequent of the level",
            Method::ReferencePage => "The seed's page",
            Method::Page => "Our page",
            Method::PersonalRanking => "Ranked for the person",
            Method::NearestPeople => "30 nearest people",
            Method::Ease => "EASE with all weights",
        }
    }

    /// Its part in the comparison.
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

/// The part of a method in the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// To be beaten.
    Baseline,
    /// Shipped.
    Ours,
    /// Too large or too slow to ship; shows what is possible.
    Ceiling,
}

/// A method's lists, in the order of the people asked: skills by fingerprint, best first, none that the person shows.
#[derive(Clone, Debug)]
pub struct Answers {
    /// The method.
    pub method: Method,
    /// One list a person.
    pub lists: Vec<Vec<u64>>,
}

/// Everybody's answers by every method, and how many skills there are to recommend: those that at least three of the
/// people learned from list. `learned` are the people the models have seen.
pub fn answer_all(
    learned: &[&Profile],
    asked: &[Asked],
    reference: &Model,
    full: &Model,
) -> (Vec<Answers>, usize) {
    let skills = Skills::of(learned);
    let by_model = |model: &Model, personal: bool| -> Vec<Vec<u64>> {
        asked.iter().map(|asked| by_model(model, asked, personal)).collect()
    };
    let weights = ease(&skills.rows, CEILING);
    let by_ease = |asked: &Asked| {
        let mut scores = vec![0.0; skills.all.len()];
        for place in skills.places(&asked.shown) {
            scores.iter_mut().zip(weights.row(place)).for_each(|(score, weight)| *score += weight);
        }
        skills.best(&scores, &asked.shown)
    };
    let everyone = |scores: &dyn Fn(&Asked) -> Vec<f64>| -> Vec<Vec<u64>> {
        asked.iter().map(|asked| skills.best(&scores(asked), &asked.shown)).collect()
    };
    let lists = |method| match method {
        Method::Popularity => everyone(&|_| skills.support.clone()),
        Method::LevelPopularity => everyone(&|asked| skills.of_level[asked.level.index()].clone()),
        Method::ReferencePage => by_model(reference, false),
        Method::Page => by_model(full, false),
        Method::PersonalRanking => by_model(full, true),
        Method::NearestPeople => everyone(&|asked| skills.of_neighbours(&asked.shown)),
        Method::Ease => asked.iter().map(by_ease).collect(),
    };
    let answers = Method::ALL.map(|method| Answers { method, lists: lists(method) }).into();
    (answers, skills.all.len())
}

/// A model's list for a person: the personal ranking, or the page's order.
fn by_model(model: &Model, asked: &Asked, personal: bool) -> Vec<u64> {
    let found = model.classify(&asked.shown);
    let answer = model.recommend(&found, &asked.shown);
    fingerprints(if personal { &answer.skills } else { &answer.page_skills })
}

/// The mean recall@5 of a model's lists.
pub fn mean_recall(model: &Model, asked: &[Asked], personal: bool) -> f64 {
    let recall = |asked: &Asked| scores(&by_model(model, asked, personal), &asked.hidden).recall_5;
    asked.iter().map(recall).sum::<f64>() / asked.len().max(1) as f64
}

fn fingerprints(items: &[&ItemCount]) -> Vec<u64> {
    items.iter().take(TOP).map(|item| skill_fingerprint(&item.name)).collect()
}

/// Who has which skill, of the people learned from.
struct Skills {
    /// The skills, by fingerprint, ascending.
    all: Vec<u64>,
    place_of: HashMap<u64, usize>,
    rows: CsrMatrix,
    support: Vec<f64>,
    of_level: Vec<Vec<f64>>,
    /// `ln((1 + n) / (1 + people)) + 1`, as scikit-learn's `TfidfTransformer` weighs.
    idf: Vec<f64>,
}

impl Skills {
    fn of(learned: &[&Profile]) -> Skills {
        let leveled = learned
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
        let place_of: HashMap<u64, usize> =
            all.iter().enumerate().map(|(place, skill)| (*skill, place)).collect();
        let mut support = vec![0.0; all.len()];
        let mut of_level = vec![vec![0.0; all.len()]; Level::ALL.len()];
        let rows: Vec<_> = people
            .iter()
            .map(|(level, skills)| {
                let mut row: Vec<u32> =
                    skills.iter().filter_map(|skill| Some(*place_of.get(skill)? as u32)).collect();
                row.sort_unstable();
                for &place in &row {
                    support[place as usize] += 1.0;
                    of_level[level.index()][place as usize] += 1.0;
                }
                ones(row)
            })
            .collect();
        let n = people.len() as f64;
        let idf = support.iter().map(|people| ((1.0 + n) / (1.0 + people)).ln() + 1.0).collect();
        let rows = CsrMatrix::from_rows(all.len(), rows);
        Skills { all, place_of, rows, support, of_level, idf }
    }

    /// Where a person's skills are, ascending: sums of scores are the same every time only in one order.
    fn places(&self, profile: &Profile) -> Vec<usize> {
        let mut places: Vec<usize> =
            held(profile).iter().filter_map(|skill| self.place_of.get(skill).copied()).collect();
        places.sort_unstable();
        places
    }

    /// The best-scored skills that the person does not show.
    fn best(&self, scores: &[f64], shown: &Profile) -> Vec<u64> {
        let held = held(shown);
        let mut order: Vec<usize> =
            (0..scores.len()).filter(|&place| !held.contains(&self.all[place])).collect();
        let by_score = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
        if order.len() > TOP {
            order.select_nth_unstable_by(TOP, by_score);
            order.truncate(TOP);
        }
        order.sort_unstable_by(by_score);
        order.into_iter().map(|place| self.all[place]).collect()
    }

    /// The skills of the nearest people, by the cosine of TF-IDF rows.
    fn of_neighbours(&self, shown: &Profile) -> Vec<f64> {
        let own = self.places(shown);
        let mut weight = vec![0.0; self.all.len()];
        own.iter().for_each(|&place| weight[place] = self.idf[place] * self.idf[place]);
        let mut near: Vec<(f64, usize)> = (0..self.rows.n_rows())
            .map(|row| {
                let (mut dot, mut norm) = (0.0, 0.0);
                for (place, _) in self.rows.row(row) {
                    dot += weight[place];
                    norm += self.idf[place] * self.idf[place];
                }
                (if norm > 0.0 { dot / norm.sqrt() } else { 0.0 }, row)
            })
            .collect();
        near.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut scores = vec![0.0; self.all.len()];
        for &(similarity, row) in near.iter().take(NEIGHBOURS) {
            self.rows.row(row).for_each(|(place, _)| scores[place] += similarity);
        }
        scores
    }
}

fn held(profile: &Profile) -> HashSet<u64> {
    profile.skills.iter().map(|skill| skill_fingerprint(skill)).collect()
}
