//! The search for groups, and what it says about several methods, on people who are kept out of learning.

use career_model::Level;
use career_model::metadata::{METHODS, MethodRecall, SearchMetrics};

use ndarray::Array1;

use crate::fit::{FitError, MIN_PEOPLE_TO_FIT};
use crate::interests::continuity::Continued;
use crate::interests::groups::{GroupParams, Inputs, Scope};
use crate::interests::held_out::{hide, split};
use crate::interests::placement::Learned;
use crate::interests::ranking::personal_scores;
use crate::interests::recall::{TOP, level_shares, page_recall, recall_at, with_interval};
use crate::interests::search::{Candidate, Search, best, fit_candidate, search};
use crate::interests::seed_setting::seed_params;
use crate::interests::table::{Columns, InterestTable};
use crate::interests::{InterestParams, fit_interests};
use crate::tally::Vocabulary;

/// What the search said.
pub(crate) struct Tried {
    /// The best candidate.
    pub(crate) chosen: GroupParams,
    n_candidates: usize,
    n_admissible: usize,
    n_asked: usize,
    recall: Vec<MethodRecall>,
}

impl Tried {
    /// Learns from four of five people (rows of `everyone`), tries the candidates, and asks the others.
    pub(crate) fn of(
        vocabulary: Vocabulary<'_>,
        everyone: &InterestTable,
        (candidates, continued): (&[GroupParams], Option<&Continued>),
        how: Search,
        params: &InterestParams,
        on_done: &(dyn Fn() -> Result<(), FitError> + Sync),
    ) -> Result<Tried, FitError> {
        let (people, topic_of) = (vocabulary.people, vocabulary.degree_topics.topic_of.as_slice());
        let (learn, asked) = split(everyone.n_people());
        let persons =
            |rows: &[usize]| -> Vec<usize> { rows.iter().map(|&row| everyone.person_of[row]).collect() };
        let (learn, asked) = (persons(&learn), persons(&asked));
        let columns = Columns::of(people, topic_of, &learn);
        let table = InterestTable::of(people, topic_of, &columns, &learn);
        let held_out = hide(people, topic_of, &columns, &asked, params.seed);
        let interests = fit_interests(&table, Level::ALL.len(), params);
        let learned = Learned {
            vocabulary,
            columns: &columns,
            table: &table,
            interests: &interests,
            continued,
            seed: params.seed,
        };
        let min_people = MIN_PEOPLE_TO_FIT * 4 / 5;
        let tried = search(&learned, &held_out, candidates, how, min_people, on_done)?;
        let chosen = best(&tried).map_or(candidates[0], |candidate| candidate.params);

        let shares = level_shares(&table, Level::ALL.len());
        let of_all = shares.iter().zip(0..).map(|(shares, level)| {
            let people = table.level_of.iter().filter(|&&of| of == level).count() as f64;
            shares * people
        });
        let of_all = of_all.reduce(|a, b| a + b).unwrap_or_default();
        let shown = &held_out.shown;
        let found =
            |row: usize, scores: &Array1<f64>| recall_at(TOP, scores, shown, row, &held_out.hidden[row]);
        let popularity = held_out.by_person(|row| found(row, &of_all));
        let level = held_out.by_person(|row| found(row, &shares[shown.level_of[row]]));
        let personal = held_out.by_person(|row| {
            let (items, context) = (shown.items.row(row), shown.context.row(row));
            let (items, context) = (items.map(|item| item.0), context.map(|column| column.0));
            found(row, &personal_scores(&interests, items, context, shown.level_of[row]))
        });
        let page = |params| {
            let fitted = fit_candidate(&learned, params, &[], how, min_people);
            page_recall(&learned, &fitted, &held_out)
        };
        let n_asked = popularity.len();
        let all = [popularity, level, page(seed_params(None)), page(chosen), personal];
        let recall =
            METHODS.iter().zip(&all).map(|(method, recall)| with_interval(method, recall, params.seed));
        Ok(Tried {
            chosen,
            n_candidates: tried.len(),
            n_admissible: tried.iter().filter(|candidate| Candidate::is_admissible(candidate)).count(),
            n_asked,
            recall: recall.collect(),
        })
    }

    /// For the model card. `silhouettes` are of the groups, and of groups of shuffled columns.
    pub(crate) fn metrics(
        &self,
        columns: &Columns,
        vocabulary: Vocabulary<'_>,
        [silhouette, silhouette_shuffled]: [Option<f64>; 2],
    ) -> SearchMetrics {
        let people = vocabulary.people;
        let n_labels = people.skill_spellings.len() + people.courses.len() + people.certifications.len();
        let (inputs, block_weights) = match self.chosen.inputs {
            Inputs::Seed => ("seed", Vec::new()),
            Inputs::Interests(weights) => {
                ("interests", vec![weights.titles, weights.degree_topics, weights.position_words])
            }
        };
        SearchMetrics {
            candidates: self.n_candidates as u64,
            admissible: self.n_admissible as u64,
            asked: self.n_asked as u64,
            recall: self.recall.clone(),
            silhouette,
            silhouette_shuffled,
            inputs: inputs.to_owned(),
            block_weights,
            shared: self.chosen.scope == Scope::Shared,
            n_components: self.chosen.n_components as u64,
            items: columns.n_items as u64,
            items_left_out: (n_labels - columns.n_items) as u64,
        }
    }
}
