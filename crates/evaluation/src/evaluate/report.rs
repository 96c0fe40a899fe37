//! What an evaluation says, for machines and for people.

use std::collections::HashSet;

use career_model::Level;
use career_training::selection::search_space::STABLE;
use serde::Serialize;

use crate::evaluate::methods::{Answers, Method, Role};
use crate::evaluate::metrics::{Interval, Scores, scores};
use crate::evaluate::{Asked, ExperienceBin, NotAsked, PageReport, SeedMeasures, Silhouettes, Split};

/// An evaluation.
#[derive(Clone, Debug, Serialize)]
pub struct EvaluationReport {
    /// People learned from.
    pub learned: u64,
    /// People asked.
    pub asked: u64,
    /// People kept out of learning who could not be asked.
    pub not_asked: NotAskedCounts,
    /// How people were split: `person` or `time`.
    pub split: &'static str,
    /// The seed of everything random.
    pub seed: u64,
    /// Every method.
    pub methods: Vec<MethodReport>,
    /// Share of the people asked of whom the model could make nothing: they get their level's overview.
    pub without_place: f64,
    /// Different skills that could be recommended: those that at least three of the people learned from list.
    pub catalogue: u64,
    /// What is lost when a block of inputs is left out of learning and asking.
    pub ablation: Vec<Ablation>,
    /// The source's own measures, of its method and of ours.
    pub seed_measures: SeedComparison,
    /// Silhouettes beside those of shuffled people.
    pub silhouettes: Silhouettes,
    /// Months of experience of everybody in the files who has them.
    pub experience: Vec<ExperienceBin>,
}

/// Why people kept out of learning could not be asked.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct NotAskedCounts {
    /// No months of experience.
    pub no_months: u64,
    /// With months, but fewer than five different skills.
    pub too_few_skills: u64,
}

/// One block of inputs left out.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Ablation {
    /// Which.
    pub without: &'static str,
    /// Recall@5 of the page.
    pub page: f64,
    /// Recall@5 of the personal ranking.
    pub personal: f64,
}

/// The source's measures side by side.
#[derive(Clone, Debug, Serialize)]
pub struct SeedComparison {
    /// Of the seed's method.
    pub seed: SeedMeasures,
    /// Of ours.
    pub full: SeedMeasures,
}

/// How a method did.
#[derive(Clone, Debug, Serialize)]
pub struct MethodReport {
    /// The method.
    #[serde(rename = "name")]
    pub method: Method,
    /// Its part in the comparison.
    pub role: Role,
    /// Hidden skills found among the first five.
    pub recall_5: Interval,
    /// Over the recall of what is most frequent in the level.
    pub recall_5_ratio: Interval,
    /// Hidden skills found among the first ten.
    pub recall_10: Interval,
    /// People for whom any was found among the first five.
    pub hit_5: Interval,
    /// Discounted gain of the first ten.
    pub ndcg_10: Interval,
    /// Recall of the first five by level; none where nobody was asked.
    pub levels: Vec<LevelRecall>,
    /// Different skills in anybody's first five.
    pub coverage: u64,
    /// The same over all that could be recommended.
    pub coverage_share: f64,
}

/// Recall in one level.
#[derive(Clone, Debug, Serialize)]
pub struct LevelRecall {
    /// Which.
    pub level: &'static str,
    /// People asked.
    pub asked: u64,
    /// Hidden skills found among the first five.
    pub recall_5: Interval,
}

impl NotAskedCounts {
    /// One more.
    pub fn add(&mut self, why: NotAsked) {
        match why {
            NotAsked::NoMonths => self.no_months += 1,
            NotAsked::TooFewSkills => self.too_few_skills += 1,
        }
    }
}

impl MethodReport {
    /// How a method's answers did beside those of the level's popularity; `catalogue` skills could be recommended.
    pub fn new(
        answers: &Answers,
        base: &Answers,
        asked: &[Asked],
        catalogue: usize,
        seed: u64,
    ) -> MethodReport {
        let scored = |answers: &Answers| -> Vec<Scores> {
            answers.lists.iter().zip(asked).map(|(list, asked)| scores(list, &asked.hidden)).collect()
        };
        let (own, base) = (scored(answers), scored(base));
        let of =
            |scores: &[Scores], part: fn(&Scores) -> f64| -> Vec<f64> { scores.iter().map(part).collect() };
        let mean = |part: fn(&Scores) -> f64| Interval::of_mean(&of(&own, part), seed);
        let level = |level: Level| {
            let here: Vec<f64> = own
                .iter()
                .zip(asked)
                .filter(|(_, asked)| asked.level == level)
                .map(|(scores, _)| scores.recall_5)
                .collect();
            (!here.is_empty()).then(|| LevelRecall {
                level: level.as_str(),
                asked: here.len() as u64,
                recall_5: Interval::of_mean(&here, seed),
            })
        };
        let recommended: HashSet<u64> =
            answers.lists.iter().flat_map(|list| list.iter().take(5).copied()).collect();
        MethodReport {
            method: answers.method,
            role: answers.method.role(),
            recall_5: mean(|scores| scores.recall_5),
            recall_5_ratio: Interval::of_ratio(
                &of(&own, |scores| scores.recall_5),
                &of(&base, |scores| scores.recall_5),
                seed,
            ),
            recall_10: mean(|scores| scores.recall_10),
            hit_5: mean(|scores| scores.hit_5),
            ndcg_10: mean(|scores| scores.ndcg_10),
            levels: Level::ALL.into_iter().filter_map(level).collect(),
            coverage: recommended.len() as u64,
            coverage_share: recommended.len() as f64 / catalogue.max(1) as f64,
        }
    }
}

impl EvaluationReport {
    /// The name of a split.
    pub fn split_name(split: Split) -> &'static str {
        match split {
            Split::Person => "person",
            Split::Time => "time",
        }
    }

    /// Our pages.
    pub fn pages(&self) -> &[PageReport] {
        &self.seed_measures.full.pages
    }

    /// Pages with a bootstrap Jaccard of 0.75 or more.
    pub fn n_stable(&self) -> usize {
        self.pages().iter().filter(|page| page.jaccard.is_some_and(|jaccard| jaccard >= STABLE)).count()
    }
}
