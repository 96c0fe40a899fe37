//! What an evaluation says, for machines and for people.

use std::collections::HashSet;
use std::fmt::Write as _;

use career_model::Level;
use career_training::interests::search::STABLE;
use serde::Serialize;

use super::methods::{Answers, Role};
use super::metrics::{Interval, Scores, scores};
use super::{Asked, SeedMeasures, Split};

/// An evaluation.
#[derive(Clone, Debug, Serialize)]
pub struct EvaluationReport {
    /// People learned from.
    pub learned: u64,
    /// People asked.
    pub asked: u64,
    /// Of the people kept out, those who could not be asked: no months of experience, or too few skills.
    pub not_asked: u64,
    /// How people were split: `person` or `time`.
    pub split: &'static str,
    /// The seed of everything random.
    pub seed: u64,
    /// Every method.
    pub methods: Vec<MethodReport>,
    /// Share of the people asked of whom the model could make nothing: they get their level's overview.
    pub without_place: f64,
    /// Bootstrap Jaccard of every page of the model, all levels.
    pub stability: Vec<f64>,
    /// What is lost when a block of inputs is left out of learning and asking.
    pub ablation: Vec<Ablation>,
    /// The source's own measures, of its method and of ours.
    pub seed_measures: SeedComparison,
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
    /// What it is called.
    pub name: &'static str,
    /// Whether it is ours, a baseline, or a ceiling.
    pub role: &'static str,
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

impl MethodReport {
    /// How a method's answers did beside those of the level's popularity.
    pub fn new(answers: &Answers, base: &Answers, asked: &[Asked], seed: u64) -> MethodReport {
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
            name: answers.name,
            role: match answers.role {
                Role::Baseline => "baseline",
                Role::Ours => "ours",
                Role::Ceiling => "ceiling",
            },
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

    /// Pages with a bootstrap Jaccard of 0.75 or more.
    pub fn n_stable(&self) -> usize {
        self.stability.iter().filter(|jaccard| **jaccard >= STABLE).count()
    }

    /// For people.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write_text(&mut text);
        text
    }

    fn write_text(&self, out: &mut String) -> std::fmt::Result {
        writeln!(
            out,
            "{} people learned from; {} asked with 30% of their skills hidden ({} kept out could not be asked)",
            self.learned, self.asked, self.not_asked
        )?;
        writeln!(
            out,
            "\n{:<28}{:>9}  {:<16}{:>7}  {:<14}{:>10}{:>8}{:>9}{:>10}",
            "method",
            "recall@5",
            "95% interval",
            "times",
            "95% interval",
            "recall@10",
            "hit@5",
            "nDCG@10",
            "coverage"
        )?;
        for method in &self.methods {
            let between = |interval: Interval, digits: usize| {
                format!("{:.digits$} to {:.digits$}", interval.low, interval.high)
            };
            writeln!(
                out,
                "{:<28}{:>9.3}  {:<16}{:>7.2}  {:<14}{:>10.3}{:>8.3}{:>9.3}{:>10}",
                method.name,
                method.recall_5.mean,
                between(method.recall_5, 3),
                method.recall_5_ratio.mean,
                between(method.recall_5_ratio, 2),
                method.recall_10.mean,
                method.hit_5.mean,
                method.ndcg_10.mean,
                method.coverage,
            )?;
        }
        writeln!(out, "\nrecall@5 by level")?;
        for method in &self.methods {
            write!(out, "{:<28}", method.name)?;
            for level in &method.levels {
                write!(out, "  {} {:.3} ({})", level.level, level.recall_5.mean, level.asked)?;
            }
            writeln!(out)?;
        }
        writeln!(out, "\nwithout              page  person")?;
        for Ablation { without, page, personal } in &self.ablation {
            writeln!(out, "{without:<18}{page:>7.3}{personal:>8.3}")?;
        }
        writeln!(out, "\nas the method's source measured    seed    ours")?;
        let SeedComparison { seed, full } = &self.seed_measures;
        for (name, a, b) in [
            ("success, people learned from", seed.success_in_sample, full.success_in_sample),
            ("success, people not seen", seed.success_held_out, full.success_held_out),
        ] {
            writeln!(out, "{name:<32}{a:>7.3}{b:>8.3}")?;
        }
        for (n, pages) in &seed.unique_clusters {
            let ours = full.unique_clusters.get(n).copied().unwrap_or(0);
            let name = format!("pages told apart by {n} skills");
            writeln!(
                out,
                "{name:<32}{:>7}{:>8}",
                format!("{pages}/{}", seed.pages.len()),
                format!("{ours}/{}", full.pages.len())
            )?;
        }
        let stable = self.n_stable();
        writeln!(
            out,
            "\n{stable} of {} pages are stable (bootstrap Jaccard of 0.75 or more); {:.1}% of the people asked have no page",
            self.stability.len(),
            100.0 * self.without_place
        )
    }
}
