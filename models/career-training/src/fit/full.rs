//! The fit of the features `full`: interests, groups found by search, pages, and the personal ranking.

use career_model::metadata::{LevelMetrics, LevelNote};
use career_model::{Level, Model, PerLevel};
use disclosure::Members;
use ndarray::Array2;

use crate::fit::interest_model::interest_model;
use crate::fit::output::FitOutput;
use crate::fit::params::FitParams;
use crate::groups::embedding::{Embedding, InterestFit};
use crate::groups::prior_groups::PriorGroups;
use crate::interests::columns::Columns;
use crate::interests::table::InterestTable;
use crate::interests::weights::{InterestParams, fit_interest_weights};
use crate::pages::group_pages::GroupPages;
use crate::people::limits::MIN_PEOPLE_TO_FIT;
use crate::progress::{BeginStage, FitError, Stage};
use crate::selection::candidate::fit_candidate;
use crate::selection::null::{mean_silhouette, null_silhouette};
use crate::selection::outcome::{SearchOutcome, SearchPlan, SilhouettePair};
use crate::selection::search_space::Search;
use crate::topics::vocabulary::Vocabulary;

/// Fits everything that a model of the features `full` has beside the label topics.
pub(super) fn fit_full<'a>(
    vocabulary: Vocabulary<'_>,
    params: &FitParams,
    search: Search,
    continue_from: Option<&Model>,
    begin: BeginStage<'_, 'a>,
) -> Result<FitOutput, FitError> {
    let (people, topic_of) = (vocabulary.people, vocabulary.degree_topics.topic_of.as_slice());
    let interest_params = InterestParams::new(params.seed);
    let everyone: Vec<usize> = (0..people.iter_leveled().count()).collect();

    let stage = begin(Stage::TrainingTable, 0)?;
    let columns = Columns::new(people, topic_of, &everyone);
    let table = InterestTable::new(people, topic_of, &columns, &everyone);
    drop(stage);

    let prior_groups = continue_from.and_then(|model| PriorGroups::new(model, people));
    let prior_groups = prior_groups.as_ref();
    let (candidates, steps) = match prior_groups {
        Some(prior) => (vec![prior.params], 1),
        None => (search.candidates(params.clusters), search.n_steps(params.clusters)),
    };
    let stage = begin(Stage::Search, steps)?;
    let plan = SearchPlan { candidates: &candidates, prior_groups, search };
    let outcome = SearchOutcome::run(vocabulary, &table, plan, &interest_params, &|| stage.step())?;
    drop(stage);

    let stage = begin(Stage::KMeans, 0)?;
    let weights = fit_interest_weights(&table, &interest_params);
    let fit = InterestFit {
        vocabulary,
        columns: &columns,
        table: &table,
        weights: &weights,
        prior_groups,
        seed: params.seed,
    };
    let groups = fit_candidate(&fit, outcome.chosen, &[], search, MIN_PEOPLE_TO_FIT);
    drop(stage);

    let stage = begin(Stage::Silhouette, 0)?;
    let silhouettes = SilhouettePair {
        groups: mean_silhouette(&groups.points, &groups.groups),
        shuffled: null_silhouette(&fit, outcome.chosen, search),
    };
    drop(stage);

    let _stage = begin(Stage::Roadmaps, 0)?;
    let pages = GroupPages { vocabulary, table: &table, fit: &groups, seed: params.seed };
    let mut members = Members::default();
    let mut levels = PerLevel::from_fn(|level| {
        let (model, own) = pages.level(level);
        members[level] = own;
        model
    });
    for level in Level::ALL {
        if let Some(next) = level.next() {
            pages.link(level, next, &mut levels[level].roadmaps);
        }
    }
    let metrics = PerLevel::from_fn(|level| {
        let own = &levels[level];
        let (people, without_cluster) = (people.count_level(level), pages.without_cluster(level));
        let note = LevelNote::BelowMinimum { needed: MIN_PEOPLE_TO_FIT };
        LevelMetrics {
            level: level.to_string(),
            people,
            without_background: without_cluster,
            rows: people - without_cluster,
            n_features: columns.keys.len() as u64,
            n_clusters: own.clusters.as_ref().map_or(0, |clusters| clusters.k_means.n_clusters() as u64),
            n_roadmaps: own.roadmaps.len() as u64,
            stability: groups.stability[level].clone(),
            pages: pages.metrics(level, &own.roadmaps),
            note: own.clusters.is_none().then(|| note.to_string()),
            ..LevelMetrics::default()
        }
    });
    let loadings = match &groups.embedding {
        Embedding::Interests(loadings) => loadings.clone(),
        Embedding::Reference(_) => Array2::zeros((columns.keys.len(), 0)),
    };
    Ok(FitOutput {
        metrics,
        interests: Some(interest_model(vocabulary, &columns, &weights, &loadings)),
        search: Some(outcome.metrics(&columns, vocabulary, silhouettes)),
        levels,
        members,
    })
}
