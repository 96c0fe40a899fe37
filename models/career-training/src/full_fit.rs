//! The fit of the features `full`: interests, groups found by search, pages, and the personal ranking.

use career_model::metadata::LevelMetrics;
use career_model::model::LevelModel;
use career_model::{Level, Model};
use ndarray::Array2;

use crate::fit::{FitError, FitParams, Found, MIN_PEOPLE_TO_FIT, Run, Stage};
use crate::full_pages::Pages;
use crate::held_out_search::Tried;
use crate::interest_model::interest_model;
use crate::interests::continuity::Continued;
use crate::interests::null::{mean_silhouette, null_silhouette};
use crate::interests::placement::{Learned, Placement};
use crate::interests::search::{Search, fit_candidate};
use crate::interests::table::{Columns, InterestTable};
use crate::interests::{InterestParams, fit_interests};
use crate::tally::Vocabulary;

/// Fits everything that a model of the features `full` adds to label topics.
pub(crate) fn fit_full<'a>(
    vocabulary: Vocabulary<'_>,
    params: &FitParams,
    how: Search,
    continue_from: Option<&Model>,
    run: Run<'_, 'a>,
) -> Result<Found, FitError> {
    let (people, topic_of) = (vocabulary.people, vocabulary.degree_topics.topic_of.as_slice());
    let interest_params = InterestParams::new(params.seed);
    let everyone: Vec<usize> = (0..people.iter_leveled().count()).collect();

    let running = run(Stage::TrainingTable, 0)?;
    let columns = Columns::of(people, topic_of, &everyone);
    let table = InterestTable::of(people, topic_of, &columns, &everyone);
    drop(running);

    let continued = continue_from.and_then(|model| Continued::of(model, people));
    let continued = continued.as_ref();
    let (candidates, steps) = match continued {
        Some(continued) => (vec![continued.params], 1),
        None => (how.candidates(params.clusters), how.n_steps(params.clusters)),
    };
    let running = run(Stage::Search, steps)?;
    let candidates = (candidates.as_slice(), continued);
    let tried = Tried::of(vocabulary, &table, candidates, how, &interest_params, &|| running.step())?;
    drop(running);

    let running = run(Stage::KMeans, 0)?;
    let interests = fit_interests(&table, Level::ALL.len(), &interest_params);
    let learned = Learned {
        vocabulary,
        columns: &columns,
        table: &table,
        interests: &interests,
        continued,
        seed: params.seed,
    };
    let fitted = fit_candidate(&learned, tried.chosen, &[], how, MIN_PEOPLE_TO_FIT);
    drop(running);

    let running = run(Stage::Silhouette, 0)?;
    let silhouettes =
        [mean_silhouette(&fitted.points, &fitted.groups), null_silhouette(&learned, tried.chosen, how)];
    drop(running);

    let _running = run(Stage::Roadmaps, 0)?;
    let pages = Pages { vocabulary, table: &table, fitted: &fitted, seed: params.seed };
    let mut levels: Vec<LevelModel> = Level::ALL.iter().map(|&level| pages.level(level)).collect();
    for level in 0..levels.len().saturating_sub(1) {
        pages.link(level, &mut levels[level].roadmaps);
    }
    let metrics = |level: &Level| {
        let (place, own) = (level.index(), &levels[level.index()]);
        LevelMetrics {
            level: level.to_string(),
            people: people.count_level(*level),
            without_background: pages.without_place(place),
            rows: people.count_level(*level) - pages.without_place(place),
            n_features: columns.values.len() as u64,
            n_clusters: own.clusters.as_ref().map_or(0, |clusters| clusters.k_means.n_clusters() as u64),
            n_roadmaps: own.roadmaps.len() as u64,
            stability: fitted.stability[place].clone(),
            pages: pages.metrics(*level, &own.roadmaps),
            note: own.clusters.is_none().then(|| {
                format!("fewer than the {MIN_PEOPLE_TO_FIT} people that a level needs for roadmaps; it has its overview only")
            }),
            ..LevelMetrics::default()
        }
    };
    let metrics = Level::ALL.iter().map(metrics).collect();
    let loadings = match &fitted.placement {
        Placement::Interests(loadings) => loadings.clone(),
        Placement::Seed(_) => Array2::zeros((columns.values.len(), 0)),
    };
    Ok(Found {
        metrics,
        interests: Some(interest_model(vocabulary, &columns, &interests, &loadings)),
        search: Some(tried.metrics(&columns, vocabulary, silhouettes)),
        levels,
    })
}
