//! The groups of one candidate.

use career_model::PerLevel;
use ndarray::Array2;

use crate::groups::clustering::{Groups, fit_groups};
use crate::groups::embedding::{Embedding, InterestFit, LeadingDirections};
use crate::groups::params::GroupParams;
use crate::selection::search_space::{STABLE, STABLE_SHARE, Search};

/// The groups of a candidate, with unstable pages joined.
#[derive(Clone, Debug)]
pub struct GroupsFit {
    /// The mapping from people to coordinates.
    pub embedding: Embedding,
    /// The coordinates of the people of the fit.
    pub points: Array2<f64>,
    /// Their clusters and pages.
    pub groups: Groups,
    /// Bootstrap Jaccard of every page, per level.
    pub stability: PerLevel<Vec<f64>>,
}

/// Fits a candidate's groups.
pub fn fit_candidate(
    fit: &InterestFit<'_>,
    params: GroupParams,
    known: &[LeadingDirections],
    search: Search,
    min_people: u64,
) -> GroupsFit {
    let (table, seed) = (fit.table, fit.seed);
    let embedding = fit.embedding(params, known);
    let points = embedding.transform(fit.vocabulary, table);
    let (n_samples, n_init) = search.bootstrap();
    if let Some(prior) = fit.prior_groups.filter(|prior| prior.params == params) {
        // Pages of an earlier model are not joined; their stability is measured all the same.
        let groups = prior.fit(table, &points, min_people, search.n_init(), seed);
        let samples = groups.resample(&points, n_samples, n_init, seed);
        let stability = groups.stability(&samples, &table.level_of);
        return GroupsFit { embedding, points, groups, stability };
    }
    let mut groups = fit_groups(&points, &table.level_of, params, min_people, search.n_init(), seed);
    let samples = groups.resample(&points, n_samples, n_init, seed);
    let stability = groups.join_unstable(&samples, &table.level_of, STABLE, STABLE_SHARE);
    GroupsFit { embedding, points, groups, stability }
}
