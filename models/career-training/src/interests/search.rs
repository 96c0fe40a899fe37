//! Which groups: a small declared search, decided by people whom the candidates have not seen.

use ndarray::Array2;
use rayon::prelude::*;

use super::blocks::BlockWeights;
use super::groups::{GroupParams, Groups, Inputs, Scope, fit_groups};
use super::placement::{Directions, Learned, Placement};
use super::recall::{HeldOut, mean, page_recall};
use super::seed_setting::seed_params;
use crate::fit::FitError;
use crate::n_clusters::ClusterCount;

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    /// Some seconds on a thousand people.
    Quick,
    /// More candidates, more draws.
    Thorough,
    /// The setting of the method's source only; people are still ranked by what they list.
    Source,
}

/// A group whose bootstrap Jaccard is this or more is stable (Hennig 2007).
pub const STABLE: f64 = 0.75;

/// The share of groups that have to be stable.
pub const STABLE_SHARE: f64 = 0.8;

/// How a candidate did.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What was tried.
    pub params: GroupParams,
    /// Recall@5 of hidden skills by the page's order, on held-out people.
    pub recall: f64,
    /// Pages of all levels.
    pub n_pages: usize,
    /// Share of them that are stable.
    pub stable: f64,
}

impl Candidate {
    /// Whether enough of its pages are stable.
    pub fn is_admissible(&self) -> bool {
        self.n_pages > 0 && self.stable >= STABLE_SHARE
    }
}

impl Search {
    /// What is tried first: numbers of clusters and of coordinates, and the setting of the method's source. A number of
    /// clusters that is asked for is the only one.
    pub fn candidates(self, count: ClusterCount) -> Vec<GroupParams> {
        let (components, numbers): (&[usize], &[usize]) = match self {
            Search::Source => (&[], &[]),
            Search::Quick => (&[6, 10], &[2, 3, 4, 5, 6, 7, 8, 10, 12]),
            Search::Thorough => (&[4, 6, 8, 10, 14, 20], &[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24]),
        };
        let asked = match count {
            ClusterCount::Auto => None,
            ClusterCount::Fixed(n) => Some([n]),
        };
        let clusters = asked.as_ref().map_or(numbers, |n| n);
        let inputs = Inputs::Interests(BlockWeights::USUAL);
        let mut all = vec![seed_params(asked.map(|[n]| n))];
        for scope in [Scope::Shared, Scope::PerLevel] {
            for &n_components in components {
                for &n_clusters in clusters {
                    all.push(GroupParams { inputs, scope, n_components, n_clusters });
                }
            }
        }
        all
    }

    /// What is tried then: the best so far, with other weights of the blocks.
    pub fn refinements(best: GroupParams) -> Vec<GroupParams> {
        match best.inputs {
            Inputs::Seed => Vec::new(),
            Inputs::Interests(_) => BlockWeights::OTHERS
                .map(|weights| GroupParams { inputs: Inputs::Interests(weights), ..best })
                .to_vec(),
        }
    }

    /// How many candidates are tried, at most.
    pub fn n_steps(self, count: ClusterCount) -> u64 {
        (self.candidates(count).len() + BlockWeights::OTHERS.len()) as u64
    }

    /// Bootstrap draws, and starts of k-means in each.
    pub fn draws(self) -> (u64, u64) {
        match self {
            Search::Quick | Search::Source => (16, 8),
            Search::Thorough => (40, 20),
        }
    }

    /// Starts of k-means for the groups themselves.
    pub fn n_init(self) -> u64 {
        match self {
            Search::Quick | Search::Source => 32,
            Search::Thorough => 40,
        }
    }
}

/// A candidate's groups: pages that come again are left as they are, the others joined.
#[derive(Clone, Debug)]
pub struct Fitted {
    /// How people are placed.
    pub placement: Placement,
    /// Where those learned from are.
    pub points: Array2<f64>,
    /// Their clusters and pages.
    pub groups: Groups,
    /// Bootstrap Jaccard of every page, per level.
    pub stability: Vec<Vec<f64>>,
}

/// Fits a candidate's groups.
pub fn fit_candidate(
    learned: &Learned<'_>,
    params: GroupParams,
    known: &[Directions],
    search: Search,
    min_people: u64,
) -> Fitted {
    let (table, seed) = (learned.table, learned.seed);
    let placement = learned.placement(params, known);
    let points = learned.points(&placement, table);
    let (n_draws, n_init) = search.draws();
    if let Some(continued) = learned.continued.filter(|continued| continued.params == params) {
        // Pages stay what they are; how well other samples would find them is measured all the same.
        let groups = continued.groups(learned, &points, min_people, search.n_init());
        let draws = groups.draws(&points, n_draws, n_init, seed);
        let stability = groups.stability(&draws, &table.level_of);
        return Fitted { placement, points, groups, stability };
    }
    let mut groups = fit_groups(&points, &table.level_of, params, min_people, search.n_init(), seed);
    let draws = groups.draws(&points, n_draws, n_init, seed);
    let stability = groups.join_unstable(&draws, &table.level_of, STABLE, STABLE_SHARE);
    Fitted { placement, points, groups, stability }
}

/// Tries every candidate on people who are kept out: groups of those learned from, asked about the others.
///
/// # Errors
/// What `on_done` says after a candidate; no more are begun then.
pub fn search(
    learned: &Learned<'_>,
    asked: &HeldOut,
    candidates: &[GroupParams],
    search: Search,
    min_people: u64,
    on_done: &(dyn Fn() -> Result<(), FitError> + Sync),
) -> Result<Vec<Candidate>, FitError> {
    let most = candidates.iter().map(|candidate| candidate.n_components).max().unwrap_or(0);
    let usual = [learned.directions(BlockWeights::USUAL, most)];
    let tried = |candidates: &[GroupParams]| -> Result<Vec<Candidate>, FitError> {
        candidates
            .par_iter()
            .map(|&params| {
                let fitted = fit_candidate(learned, params, &usual, search, min_people);
                let all = fitted.stability.concat();
                on_done()?;
                Ok(Candidate {
                    params,
                    recall: mean(&page_recall(learned, &fitted, asked)),
                    n_pages: all.len(),
                    stable: stable_share(&all),
                })
            })
            .collect()
    };
    let mut all = tried(candidates)?;
    if let Some(best) = best(&all).map(|best| best.params).filter(|_| learned.continued.is_none()) {
        all.extend(tried(&Search::refinements(best))?);
    }
    Ok(all)
}

/// The share of pages that are stable.
pub fn stable_share(stability: &[f64]) -> f64 {
    let stable = stability.iter().filter(|jaccard| **jaccard >= STABLE).count();
    stable as f64 / stability.len().max(1) as f64
}

/// The admissible candidate with the best recall, the first of equals; without any, the one with the most stable
/// pages.
pub fn best(candidates: &[Candidate]) -> Option<&Candidate> {
    let better = |a: &&Candidate, b: &&Candidate| {
        a.is_admissible().cmp(&b.is_admissible()).then_with(|| {
            if a.is_admissible() { a.recall.total_cmp(&b.recall) } else { a.stable.total_cmp(&b.stable) }
        })
    };
    candidates.iter().rev().max_by(better)
}
