//! The run of an evaluation.

use std::sync::Arc;

use anyhow::{Result, ensure};
use career_model::{Model, Profile};
use career_training::{ClusterCount, Features, Search};
use training::progress::SharedProgress;
use training::topics::Steering;
use training::workflow::fit_profiles;

use crate::evaluate::block::Block;
use crate::evaluate::experience::experience;
use crate::evaluate::methods::{Answers, Method, answer_all, mean_recall};
use crate::evaluate::reference_measures::ReferenceMeasures;
use crate::evaluate::report::{Ablation, EvaluationReport, MethodReport, ReferenceComparison, SkipCounts};
use crate::evaluate::silhouettes::Silhouettes;
use crate::evaluate::test_people::{Split, TestPerson, hide_skills, split};

/// Fits models on the training set and measures their recommendations on the test set.
///
/// # Errors
/// No test people, or an inconsistent model: a bug.
pub fn evaluate(
    profiles: &[Profile],
    how: Split,
    seed: u64,
    progress: &SharedProgress,
) -> Result<EvaluationReport> {
    let (training, held_out) = split(profiles, how, seed);
    let training: Vec<&Profile> = training.iter().map(|&index| &profiles[index]).collect();
    let held_out: Vec<&Profile> = held_out.iter().map(|&index| &profiles[index]).collect();
    let mut skipped = SkipCounts::default();
    let mut test: Vec<TestPerson> = Vec::new();
    for profile in &held_out {
        match hide_skills(profile, seed) {
            Ok(person) => test.push(person),
            Err(reason) => skipped.add(reason),
        }
    }
    ensure!(
        !test.is_empty(),
        "no test people: none of {} held-out people has months of experience and five skills; \
         give more profiles",
        held_out.len()
    );
    let fit = |features| fit_model(&training, features, seed, progress);
    let (reference, full) = (fit(Features::Reference)?, fit(Features::Full(Search::Quick))?);
    let (answers, catalogue) = answer_all(&training, &test, &reference, &full);
    let base = base(&answers);
    let without_roadmap =
        test.iter().filter(|person| full.classify(&person.shown).assignment.is_none()).count();
    let ablation =
        Block::all().map(|block| without(block, &training, &test, seed, progress)).collect::<Result<_>>()?;
    Ok(EvaluationReport {
        ablation,
        reference_measures: ReferenceComparison {
            reference: ReferenceMeasures::of(&reference, &training, &held_out),
            full: ReferenceMeasures::of(&full, &training, &held_out),
        },
        learned: training.len() as u64,
        asked: test.len() as u64,
        not_asked: skipped,
        split: EvaluationReport::split_name(how),
        seed,
        methods: answers.iter().map(|own| MethodReport::new(own, base, &test, catalogue, seed)).collect(),
        without_place: without_roadmap as f64 / test.len() as f64,
        catalogue: catalogue as u64,
        silhouettes: Silhouettes::of(&reference, &full, &training, seed),
        experience: experience(profiles),
    })
}

/// The answers of the method that the others are compared with.
fn base(answers: &[Answers]) -> &Answers {
    let base = answers.iter().find(|answers| answers.method == Method::LevelPopularity);
    base.unwrap_or_else(|| unreachable!("every method has answered"))
}

fn fit_model(
    training: &[&Profile],
    features: Features,
    seed: u64,
    progress: &SharedProgress,
) -> Result<Model> {
    let steering = Steering::default();
    fit_profiles(training, &steering, features, ClusterCount::Auto, seed, Arc::clone(progress))
}

/// Fits and measures without a block of inputs.
fn without(
    block: Block,
    training: &[&Profile],
    test: &[TestPerson],
    seed: u64,
    progress: &SharedProgress,
) -> Result<Ablation> {
    let reduced = |profile: &Profile| {
        let mut reduced = profile.clone();
        block.remove_from_training(&mut reduced);
        reduced
    };
    let training: Vec<Profile> = training.iter().map(|profile| reduced(profile)).collect();
    let training: Vec<&Profile> = training.iter().collect();
    let model = fit_model(&training, Features::Full(Search::Quick), seed, progress)?;
    let test: Vec<TestPerson> = test
        .iter()
        .map(|person| {
            let mut shown = person.shown.clone();
            block.remove_from_test(&mut shown);
            TestPerson { shown, ..person.clone() }
        })
        .collect();
    Ok(Ablation {
        without: block.name(),
        page: mean_recall(&model, &test, false),
        personal: mean_recall(&model, &test, true),
    })
}
