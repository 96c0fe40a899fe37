//! The outcome of the search: the chosen groups, and the recall of every recommender.

use career_model::PerLevel;
use career_model::metadata::{MethodRecall, Recommender, SearchMetrics};
use ndarray::Array1;

use crate::groups::embedding::InterestFit;
use crate::groups::params::{GroupParams, Inputs, Scope};
use crate::groups::prior_groups::PriorGroups;
use crate::groups::reference_projection::reference_params;
use crate::interests::columns::Columns;
use crate::interests::ranking::personal_scores;
use crate::interests::table::InterestTable;
use crate::interests::weights::{InterestParams, fit_interest_weights};
use crate::people::limits::MIN_PEOPLE_TO_FIT_WITHOUT_HELD_OUT;
use crate::progress::FitError;
use crate::selection::candidate::fit_candidate;
use crate::selection::held_out::{HeldOut, hide, split};
use crate::selection::page_scores::level_shares;
use crate::selection::recall::{TOP, page_recall, recall_at, with_interval};
use crate::selection::search::{CandidateScore, best, search};
use crate::selection::search_space::Search;
use crate::topics::vocabulary::Vocabulary;

/// The candidates of a search, and where it continues from.
#[derive(Clone, Copy)]
pub(crate) struct SearchPlan<'a> {
    /// At least one candidate.
    pub(crate) candidates: &'a [GroupParams],
    pub(crate) prior_groups: Option<&'a PriorGroups>,
    pub(crate) search: Search,
}

/// The outcome of the search.
pub(crate) struct SearchOutcome {
    /// The best candidate.
    pub(crate) chosen: GroupParams,
    n_candidates: usize,
    n_admissible: usize,
    n_held_out: usize,
    recall: Vec<MethodRecall>,
}

/// Silhouettes of the chosen groups, and of the same method on shuffled columns.
#[derive(Clone, Copy)]
pub(crate) struct SilhouettePair {
    pub(crate) groups: Option<f64>,
    pub(crate) shuffled: Option<f64>,
}

impl SearchOutcome {
    /// Fits the candidates on the training part of `everyone`, and compares them on the held-out part.
    pub(crate) fn run(
        vocabulary: Vocabulary<'_>,
        everyone: &InterestTable,
        plan: SearchPlan<'_>,
        params: &InterestParams,
        on_done: &(dyn Fn() -> Result<(), FitError> + Sync),
    ) -> Result<SearchOutcome, FitError> {
        let (people, topic_of) = (vocabulary.people, vocabulary.degree_topics.topic_of.as_slice());
        let (training, held_out) = split(everyone.n_people());
        let persons =
            |rows: &[usize]| -> Vec<usize> { rows.iter().map(|&row| everyone.person_of[row]).collect() };
        let (training, held_out) = (persons(&training), persons(&held_out));
        let columns = Columns::new(people, topic_of, &training);
        let table = InterestTable::new(people, topic_of, &columns, &training);
        let held_out = hide(people, topic_of, &columns, &held_out, params.seed);
        let fit = InterestFit {
            vocabulary,
            columns: &columns,
            table: &table,
            weights: &fit_interest_weights(&table, params),
            prior_groups: plan.prior_groups,
            seed: params.seed,
        };
        let min_people = MIN_PEOPLE_TO_FIT_WITHOUT_HELD_OUT;
        let scores = search(&fit, &held_out, plan.candidates, plan.search, min_people, on_done)?;
        let chosen = best(&scores).map_or(plan.candidates[0], |candidate| candidate.params);
        let page = |params| {
            let groups = fit_candidate(&fit, params, &[], plan.search, min_people);
            page_recall(&fit, &groups, &held_out)
        };
        let mut n_held_out = 0;
        let recall = Recommender::ALL.map(|recommender| {
            let recall = match recommender {
                Recommender::ReferencePage => page(reference_params(None)),
                Recommender::Page => page(chosen),
                Recommender::Popularity => popularity_recall(&fit, &held_out),
                Recommender::LevelPopularity => level_popularity_recall(&fit, &held_out),
                Recommender::Personal => personal_recall(&fit, &held_out),
            };
            n_held_out = recall.len();
            with_interval(recommender, &recall, params.seed)
        });
        Ok(SearchOutcome {
            chosen,
            n_candidates: scores.len(),
            n_admissible: scores.iter().filter(|score| CandidateScore::is_admissible(score)).count(),
            n_held_out,
            recall: recall.to_vec(),
        })
    }

    /// The metrics of the search for the model's metadata.
    pub(crate) fn metrics(
        &self,
        columns: &Columns,
        vocabulary: Vocabulary<'_>,
        silhouettes: SilhouettePair,
    ) -> SearchMetrics {
        let people = vocabulary.people;
        let n_labels = people.skill_spellings.len() + people.courses.len() + people.certifications.len();
        SearchMetrics {
            candidates: self.n_candidates as u64,
            admissible: self.n_admissible as u64,
            asked: self.n_held_out as u64,
            recall: self.recall.clone(),
            silhouette: silhouettes.groups,
            silhouette_shuffled: silhouettes.shuffled,
            inputs: self.chosen.inputs.name().to_string(),
            block_weights: match self.chosen.inputs {
                Inputs::Reference => Vec::new(),
                Inputs::Interests(weights) => weights.to_vec(),
            },
            shared: self.chosen.scope == Scope::Shared,
            n_components: self.chosen.n_components as u64,
            items: columns.n_items as u64,
            items_left_out: (n_labels - columns.n_items) as u64,
        }
    }
}

/// The recall of one row for these scores of items.
fn row_recall(held_out: &HeldOut, row: usize, scores: &Array1<f64>) -> f64 {
    recall_at(TOP, scores, &held_out.shown, row, &held_out.hidden[row])
}

fn popularity_recall(fit: &InterestFit<'_>, held_out: &HeldOut) -> Vec<f64> {
    let shares = level_shares(fit.table);
    let counts = PerLevel::from_fn(|level| &shares[level] * fit.table.rows_of_level(level).count() as f64);
    let of_all = counts.into_iter().map(|(_, counts)| counts).reduce(|a, b| a + b).unwrap_or_default();
    held_out.by_person(|row| row_recall(held_out, row, &of_all))
}

fn level_popularity_recall(fit: &InterestFit<'_>, held_out: &HeldOut) -> Vec<f64> {
    let shares = level_shares(fit.table);
    held_out.by_person(|row| row_recall(held_out, row, &shares[held_out.shown.level_of[row]]))
}

fn personal_recall(fit: &InterestFit<'_>, held_out: &HeldOut) -> Vec<f64> {
    let shown = &held_out.shown;
    held_out.by_person(|row| {
        let items = shown.items.row(row).map(|item| item.0);
        let context = shown.context.row(row).map(|column| column.0);
        row_recall(held_out, row, &personal_scores(fit.weights, items, context, shown.level_of[row]))
    })
}
