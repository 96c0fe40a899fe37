//! One evaluation.

use std::sync::Arc;

use anyhow::{Result, ensure};
use career_model::{Model, Profile};
use career_training::{ClusterCount, Features, Search};
use training::progress::SharedProgress;
use training::topics::Steering;
use training::workflow::fit_profiles;

use crate::evaluate::asked::{Asked, Split, ask, split};
use crate::evaluate::block::Block;
use crate::evaluate::experience::experience;
use crate::evaluate::methods::{Answers, Method, answer_all, mean_recall};
use crate::evaluate::report::{Ablation, EvaluationReport, MethodReport, NotAskedCounts, SeedComparison};
use crate::evaluate::seed_measures::SeedMeasures;
use crate::evaluate::silhouettes::Silhouettes;

/// Learns from most of the people, and asks the others.
///
/// # Errors
/// Nobody who can be asked, or a fit that contradicts itself: a bug.
pub fn evaluate(
    profiles: &[Profile],
    how: Split,
    seed: u64,
    progress: &SharedProgress,
) -> Result<EvaluationReport> {
    let (learn, kept_out) = split(profiles, how, seed);
    let learned: Vec<&Profile> = learn.iter().map(|&person| &profiles[person]).collect();
    let mut not_asked = NotAskedCounts::default();
    let mut asked: Vec<Asked> = Vec::new();
    for &person in &kept_out {
        match ask(&profiles[person], seed) {
            Ok(person) => asked.push(person),
            Err(why) => not_asked.add(why),
        }
    }
    ensure!(
        !asked.is_empty(),
        "nobody can be asked: of {} people kept out, none has months of experience and five skills; give more profiles",
        kept_out.len()
    );
    let fit = |features| fit_model(&learned, features, seed, progress);
    let (reference, full) = (fit(Features::Reference)?, fit(Features::Full(Search::Quick))?);
    let (answers, catalogue) = answer_all(&learned, &asked, &reference, &full);
    let base = base(&answers);
    let without_place = asked.iter().filter(|asked| full.classify(&asked.shown).assignment.is_none()).count();
    let unseen: Vec<&Profile> = kept_out.iter().map(|&person| &profiles[person]).collect();
    let ablation = Block::ALL
        .iter()
        .map(|block| without(*block, &learned, &asked, seed, progress))
        .collect::<Result<_>>()?;
    Ok(EvaluationReport {
        ablation,
        seed_measures: SeedComparison {
            seed: SeedMeasures::of(&reference, &learned, &unseen),
            full: SeedMeasures::of(&full, &learned, &unseen),
        },
        learned: learned.len() as u64,
        asked: asked.len() as u64,
        not_asked,
        split: EvaluationReport::split_name(how),
        seed,
        methods: answers.iter().map(|own| MethodReport::new(own, base, &asked, catalogue, seed)).collect(),
        without_place: without_place as f64 / asked.len() as f64,
        catalogue: catalogue as u64,
        silhouettes: Silhouettes::of(&reference, &full, &learned, seed),
        experience: experience(profiles),
    })
}

/// The method that the others are compared with.
fn base(answers: &[Answers]) -> &Answers {
    let base = answers.iter().find(|answers| answers.method == Method::LevelPopularity);
    base.unwrap_or_else(|| unreachable!("every method has answered"))
}

fn fit_model(
    learned: &[&Profile],
    features: Features,
    seed: u64,
    progress: &SharedProgress,
) -> Result<Model> {
    let steering = Steering::default();
    fit_profiles(learned, &steering, features, ClusterCount::Auto, seed, Arc::clone(progress))
}

/// Learns and asks without a block. Skills are what is asked for, so they are learned from, and not shown.
fn without(
    block: Block,
    learned: &[&Profile],
    asked: &[Asked],
    seed: u64,
    progress: &SharedProgress,
) -> Result<Ablation> {
    let less = |profile: &Profile| {
        let mut less = profile.clone();
        block.take_out_of_learned(&mut less);
        less
    };
    let learned: Vec<Profile> = learned.iter().map(|profile| less(profile)).collect();
    let learned: Vec<&Profile> = learned.iter().collect();
    let model = fit_model(&learned, Features::Full(Search::Quick), seed, progress)?;
    let asked: Vec<Asked> = asked
        .iter()
        .map(|asked| {
            let mut shown = asked.shown.clone();
            block.take_out_of_shown(&mut shown);
            Asked { shown, ..asked.clone() }
        })
        .collect();
    Ok(Ablation {
        without: block.name(),
        page: mean_recall(&model, &asked, false),
        personal: mean_recall(&model, &asked, true),
    })
}
