//! The search for groups: candidates are fitted on the training part and compared on held-out people.

use rayon::prelude::*;

use crate::groups::embedding::InterestFit;
use crate::groups::params::GroupParams;
use crate::interests::blocks::BlockWeights;
use crate::progress::FitError;
use crate::selection::candidate::fit_candidate;
use crate::selection::held_out::{HeldOut, mean};
use crate::selection::recall::page_recall;
use crate::selection::search_space::{STABLE, STABLE_SHARE, Search};

/// A candidate with its scores.
#[derive(Clone, Debug, PartialEq)]
pub struct CandidateScore {
    /// The candidate.
    pub params: GroupParams,
    /// Recall@5 of hidden skills by the page's order, on held-out people.
    pub recall: f64,
    /// The number of pages of all levels.
    pub n_pages: usize,
    /// The share of stable pages.
    pub stable: f64,
}

impl CandidateScore {
    /// Whether enough of its pages are stable.
    pub fn is_admissible(&self) -> bool {
        self.n_pages > 0 && self.stable >= STABLE_SHARE
    }
}

/// Scores every candidate on held-out people, then variants of the best one. When the fit continues from the
/// groups of an earlier model, there are no variants.
///
/// # Errors
/// The error of `on_done`, which is called after every candidate; no further candidate begins then.
pub fn search(
    fit: &InterestFit<'_>,
    held_out: &HeldOut,
    candidates: &[GroupParams],
    search: Search,
    min_people: u64,
    on_done: &(dyn Fn() -> Result<(), FitError> + Sync),
) -> Result<Vec<CandidateScore>, FitError> {
    let most = candidates.iter().map(|candidate| candidate.n_components).max().unwrap_or(0);
    let usual = [fit.directions(BlockWeights::USUAL, most)];
    let score = |candidates: &[GroupParams]| -> Result<Vec<CandidateScore>, FitError> {
        candidates
            .par_iter()
            .map(|&params| {
                let groups = fit_candidate(fit, params, &usual, search, min_people);
                let stability: Vec<f64> = groups.stability.values().flatten().copied().collect();
                on_done()?;
                Ok(CandidateScore {
                    params,
                    recall: mean(&page_recall(fit, &groups, held_out)),
                    n_pages: stability.len(),
                    stable: stable_share(&stability),
                })
            })
            .collect()
    };
    let mut all = score(candidates)?;
    if let Some(best) = best(&all).map(|best| best.params).filter(|_| fit.prior_groups.is_none()) {
        all.extend(score(&Search::refinements(best))?);
    }
    Ok(all)
}

/// The share of stable pages.
pub fn stable_share(stability: &[f64]) -> f64 {
    let stable = stability.iter().filter(|jaccard| **jaccard >= STABLE).count();
    stable as f64 / stability.len().max(1) as f64
}

/// The admissible candidate with the best recall, the first of equals; if none is admissible, the one with
/// the largest share of stable pages.
pub fn best(candidates: &[CandidateScore]) -> Option<&CandidateScore> {
    let better = |a: &&CandidateScore, b: &&CandidateScore| {
        a.is_admissible().cmp(&b.is_admissible()).then_with(|| {
            if a.is_admissible() { a.recall.total_cmp(&b.recall) } else { a.stable.total_cmp(&b.stable) }
        })
    };
    candidates.iter().rev().max_by(better)
}
