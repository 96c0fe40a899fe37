//! The report of an evaluation.

use std::collections::HashSet;

use career_model::Level;
use career_training::selection::search_space::STABLE;
use serde::Serialize;

use crate::evaluate::methods::{Answers, Method, Role};
use crate::evaluate::metrics::{Interval, Scores, scores};
use crate::evaluate::{
    ExperienceBin, PageReport, ReferenceMeasures, Silhouettes, SkipReason, Split, TestPerson,
};

/// The report of an evaluation.
#[derive(Clone, Debug, Serialize)]
pub struct EvaluationReport {
    /// People of the training set.
    pub learned: u64,
    /// Test people.
    pub asked: u64,
    /// People of the test set who were skipped.
    pub not_asked: SkipCounts,
    /// How the test set was chosen: `person` or `time`.
    pub split: &'static str,
    /// The random seed.
    pub seed: u64,
    /// The compared methods.
    pub methods: Vec<MethodReport>,
    /// Share of test people without a roadmap: they get their level's overview.
    pub without_place: f64,
    /// Different skills that can be recommended: those of at least three people of the training set.
    pub catalogue: u64,
    /// Recall without each block of inputs.
    pub ablation: Vec<Ablation>,
    /// The reference method's own measures.
    #[serde(rename = "seed_measures")]
    pub reference_measures: ReferenceComparison,
    /// Silhouettes, with those of shuffled people.
    pub silhouettes: Silhouettes,
    /// The distribution of experience of all people in the files.
    pub experience: Vec<ExperienceBin>,
}

/// Numbers of people of the test set who were skipped, by reason.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct SkipCounts {
    /// Without months of experience.
    pub no_months: u64,
    /// With months of experience, but fewer than five different skills.
    pub too_few_skills: u64,
}

/// Recall without a block of inputs.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Ablation {
    /// The name of the block.
    pub without: &'static str,
    /// Recall@5 of the page.
    pub page: f64,
    /// Recall@5 of the personal ranking.
    pub personal: f64,
}

/// The reference method's own measures, for both models.
#[derive(Clone, Debug, Serialize)]
pub struct ReferenceComparison {
    /// Measures of the reference method's model.
    #[serde(rename = "seed")]
    pub reference: ReferenceMeasures,
    /// Measures of our model.
    pub full: ReferenceMeasures,
}

/// The metrics of a method.
#[derive(Clone, Debug, Serialize)]
pub struct MethodReport {
    /// The method.
    #[serde(rename = "name")]
    pub method: Method,
    /// Its role in the comparison.
    pub role: Role,
    /// Recall@5 of hidden skills.
    pub recall_5: Interval,
    /// Recall@5 divided by that of [`Method::LevelPopularity`].
    pub recall_5_ratio: Interval,
    /// Recall@10 of hidden skills.
    pub recall_10: Interval,
    /// Share of people with a hidden skill among the first five recommendations.
    pub hit_5: Interval,
    /// Normalised discounted cumulative gain of the first ten recommendations.
    pub ndcg_10: Interval,
    /// Recall@5 by level, without levels that have no test people.
    pub levels: Vec<LevelRecall>,
    /// Different skills among the first five recommendations of all people.
    pub coverage: u64,
    /// The coverage as a share of all skills that can be recommended.
    pub coverage_share: f64,
}

/// The recall in a level.
#[derive(Clone, Debug, Serialize)]
pub struct LevelRecall {
    /// The level.
    pub level: &'static str,
    /// Test people of the level.
    pub asked: u64,
    /// Recall@5 of hidden skills.
    pub recall_5: Interval,
}

impl SkipCounts {
    /// Counts a skipped person.
    pub fn add(&mut self, reason: SkipReason) {
        match reason {
            SkipReason::NoMonths => self.no_months += 1,
            SkipReason::TooFewSkills => self.too_few_skills += 1,
        }
    }
}

impl MethodReport {
    /// The metrics of a method's answers, also relative to those of `base`. `catalogue` is the number of
    /// skills that can be recommended.
    pub fn new(
        answers: &Answers,
        base: &Answers,
        test: &[TestPerson],
        catalogue: usize,
        seed: u64,
    ) -> MethodReport {
        let scored = |answers: &Answers| -> Vec<Scores> {
            answers.lists.iter().zip(test).map(|(list, person)| scores(list, &person.hidden)).collect()
        };
        let (own, base) = (scored(answers), scored(base));
        let of =
            |scores: &[Scores], part: fn(&Scores) -> f64| -> Vec<f64> { scores.iter().map(part).collect() };
        let mean = |part: fn(&Scores) -> f64| Interval::of_mean(&of(&own, part), seed);
        let level = |level: Level| {
            let here: Vec<f64> = own
                .iter()
                .zip(test)
                .filter(|(_, person)| person.level == level)
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
    /// The name of a split in the report.
    pub fn split_name(split: Split) -> &'static str {
        match split {
            Split::Person => "person",
            Split::Time => "time",
        }
    }

    /// The pages of our model.
    pub fn pages(&self) -> &[PageReport] {
        &self.reference_measures.full.pages
    }

    /// The number of our pages with a bootstrap Jaccard of at least [`STABLE`].
    pub fn n_stable(&self) -> usize {
        self.pages().iter().filter(|page| page.jaccard.is_some_and(|jaccard| jaccard >= STABLE)).count()
    }
}
