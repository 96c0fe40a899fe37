//! An observer can stop a fit: before every stage, and within the search after the current candidate.

#[expect(dead_code, reason = "the fit is called here")]
mod made_up;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use career_model::metadata::Metadata;
use career_training::{
    ClusterCount, Features, FitError, FitParams, Guides, Observer, PeopleBuilder, Search, Stage, fit,
};

/// Stops the fit from the n-th question on.
struct StoppingObserver {
    patience: usize,
    questions: AtomicUsize,
    begun: Mutex<Vec<Stage>>,
    steps: AtomicUsize,
}

impl Observer for StoppingObserver {
    fn begin(&self, stage: Stage, _: u64) {
        self.begun.lock().expect("not poisoned").push(stage);
        self.steps.store(0, Ordering::Relaxed);
    }
    fn step(&self) {
        self.steps.fetch_add(1, Ordering::Relaxed);
    }
    fn end(&self, _: Stage) {}
    fn should_stop(&self) -> bool {
        self.questions.fetch_add(1, Ordering::Relaxed) >= self.patience
    }
}

fn watched(features: Features, patience: usize) -> (Result<(), FitError>, StoppingObserver) {
    let mut builder = PeopleBuilder::default();
    made_up::people(400, 7).iter().for_each(|profile| builder.push(profile));
    let params = FitParams { features, ..FitParams::reference(ClusterCount::Auto, 5) };
    let watch = StoppingObserver {
        patience,
        questions: AtomicUsize::new(0),
        begun: Mutex::new(Vec::new()),
        steps: AtomicUsize::new(0),
    };
    let fitted = fit(&builder.finish(), &params, Guides::default(), Metadata::default(), &watch);
    (fitted.map(drop), watch)
}

#[test]
fn a_fit_ends_before_every_stage() {
    for features in [Features::Reference, Features::Full(Search::Reference)] {
        let (done, patient) = watched(features, usize::MAX);
        done.expect("a model");
        let questions = patient.questions.into_inner();
        let all = patient.begun.into_inner().expect("not poisoned");
        assert!(questions >= all.len(), "{questions} questions, {all:?}");
        for patience in 0..questions {
            let (done, watch) = watched(features, patience);
            let Err(FitError::Stopped(stage)) = done else { panic!("{features:?}, {patience}: {done:?}") };
            let begun = watch.begun.into_inner().expect("not poisoned");
            assert!(begun.len() <= patience, "{begun:?} after {patience}");
            // It stops before the next stage, or within this one.
            let at = all.get(begun.len()).into_iter().chain(begun.last());
            assert!(at.into_iter().any(|at| *at == stage), "{stage:?} after {begun:?}");
        }
    }
}

#[test]
fn a_search_begins_no_more_candidates() {
    let features = Features::Full(Search::Quick);
    // One question each before topics, table and search; the first candidate is done at the fourth.
    let (done, watch) = watched(features, 3);
    assert!(matches!(done, Err(FitError::Stopped(Stage::Search))), "{done:?}");
    let tried = watch.steps.into_inner();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    assert!((1..=2 * threads).contains(&tried), "{tried} candidates with {threads} threads");
}
