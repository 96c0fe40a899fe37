//! Which groups: a small declared search, decided by people whom the candidates have not seen.

use ndarray::{Array1, Array2};
use rayon::prelude::*;

use super::groups::{GroupParams, Groups, Scope, fit_groups};
use super::ranking::page_scores;
use super::spherical::nearest_of_all;
use super::table::InterestTable;
use super::{Interests, unit_coordinates};
use crate::n_clusters::ClusterCount;

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    /// Some seconds on a thousand people.
    Quick,
    /// More candidates, more draws.
    Thorough,
}

/// Recommendations that count.
const TOP: usize = 5;

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
    /// What is tried; a number of clusters that is asked for is the only one.
    pub fn candidates(self, count: ClusterCount) -> Vec<GroupParams> {
        let (components, numbers): (&[usize], &[usize]) = match self {
            Search::Quick => (&[6, 10], &[2, 3, 4, 5, 6, 7, 8, 10, 12]),
            Search::Thorough => (&[4, 6, 8, 10, 14, 20], &[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24]),
        };
        let asked = match count {
            ClusterCount::Auto => None,
            ClusterCount::Fixed(n) => Some([n]),
        };
        let clusters = asked.as_ref().map_or(numbers, |n| n);
        let mut all = Vec::new();
        for scope in [Scope::Shared, Scope::PerLevel] {
            for &n_components in components {
                for &n_clusters in clusters {
                    all.push(GroupParams { scope, n_components, n_clusters });
                }
            }
        }
        all
    }

    /// Bootstrap draws, and starts of k-means in each.
    pub fn draws(self) -> (u64, u64) {
        match self {
            Search::Quick => (10, 3),
            Search::Thorough => (40, 5),
        }
    }

    /// Starts of k-means for the groups themselves.
    pub fn n_init(self) -> u64 {
        match self {
            Search::Quick => 10,
            Search::Thorough => 20,
        }
    }
}

/// People who are asked, with what they show and what is hidden of it.
#[derive(Clone, Debug)]
pub struct HeldOut {
    /// What they show.
    pub shown: InterestTable,
    /// Per row the hidden items (columns), and how many were hidden, with those that have no column.
    pub hidden: Vec<(Vec<usize>, usize)>,
}

/// Tries every candidate: groups of `learn`, asked about `asked`, in their order.
#[allow(
    clippy::too_many_arguments,
    reason = "all of it is needed, and none of it belongs together elsewhere"
)]
pub fn search(
    learn: &InterestTable,
    interests: &Interests,
    asked: &HeldOut,
    candidates: &[GroupParams],
    seed: u64,
    search: Search,
    min_people: u64,
    on_done: &(dyn Fn() + Sync),
) -> Vec<Candidate> {
    let most = candidates.iter().map(|candidate| candidate.n_components).max().unwrap_or(0);
    let directions = interests.directions(learn, most, seed);
    candidates
        .par_iter()
        .map(|&candidate| {
            let (own, _) =
                directions.view().split_at(ndarray::Axis(1), candidate.n_components.min(directions.ncols()));
            let loadings = interests.loadings(&own.to_owned());
            let points = unit_coordinates(learn, &loadings);
            let groups = fit_groups(&points, &learn.level_of, candidate, min_people, search.n_init(), seed);
            let (n_draws, n_init) = search.draws();
            let stability: Vec<f64> =
                groups.stability(&points, &learn.level_of, n_draws, n_init, seed).concat();
            let stable = stability.iter().filter(|jaccard| **jaccard >= STABLE).count();
            on_done();
            Candidate {
                params: candidate,
                recall: page_recall(learn, &groups, &loadings, asked),
                n_pages: stability.len(),
                stable: stable as f64 / stability.len().max(1) as f64,
            }
        })
        .collect()
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

/// Mean recall@5 of hidden items by the pages' own order; who has no page gets the level's order.
pub fn page_recall(learn: &InterestTable, groups: &Groups, loadings: &Array2<f64>, asked: &HeldOut) -> f64 {
    let scores = page_scores(learn, groups);
    let shares = level_shares(learn, groups.levels.len());
    let points = unit_coordinates(&asked.shown, loadings);
    let nearest: Vec<Vec<u32>> =
        groups.levels.iter().map(|level| nearest_of_all(&points, &level.centroids)).collect();
    let recall = |row: usize| {
        let level = asked.shown.level_of[row];
        let own = &groups.levels[level];
        let has_place = points.row(row).iter().any(|value| *value != 0.0) && !own.pages.is_empty();
        let page = own.page_of_cluster[nearest[level][row] as usize] as usize;
        let scores = if has_place { &scores[level][page] } else { &shares[level] };
        recall_at(TOP, scores, &asked.shown, row, &asked.hidden[row])
    };
    (0..asked.shown.n_people()).map(recall).sum::<f64>() / asked.shown.n_people().max(1) as f64
}

/// Per level the share of people with each item.
pub fn level_shares(table: &InterestTable, n_levels: usize) -> Vec<Array1<f64>> {
    let mut shares = vec![Array1::zeros(table.items.n_columns()); n_levels];
    let mut people = vec![0.0_f64; n_levels];
    for (row, &level) in table.level_of.iter().enumerate() {
        people[level] += 1.0;
        table.items.row(row).for_each(|(item, value)| shares[level][item] += value);
    }
    shares.iter().zip(people).map(|(share, people)| share / people.max(1.0)).collect()
}

/// Of the `k` best-scored items that the person does not show, how many are hidden ones, over `min(k, hidden)`.
pub fn recall_at(
    k: usize,
    scores: &Array1<f64>,
    shown: &InterestTable,
    row: usize,
    (hidden, n_hidden): &(Vec<usize>, usize),
) -> f64 {
    let mut held = vec![false; scores.len()];
    shown.items.row(row).for_each(|(item, _)| held[item] = true);
    let mut order: Vec<usize> = (0..scores.len()).filter(|&item| !held[item]).collect();
    let by_score = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
    if order.len() > k {
        order.select_nth_unstable_by(k, by_score);
        order.truncate(k);
    }
    let found = order.iter().filter(|item| hidden.contains(item)).count();
    found as f64 / (*n_hidden).min(k).max(1) as f64
}
