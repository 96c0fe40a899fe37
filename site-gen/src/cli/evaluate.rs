//! `site-gen evaluate`

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use career_model::{Model, Profile};
use career_training::{ClusterCount, Features, Search};
use clap::{Args, ValueEnum};

use crate::cli::ReadingArgs;
use crate::evaluate::{
    Ablation, Asked, EvaluationReport, MethodReport, NotAskedCounts, SeedComparison, SeedMeasures,
    Silhouettes, Split, answer_all, ask, experience, mean_recall, split,
};
use crate::reading::read_profiles;
use crate::topics::Steering;
use crate::workflow::fit_profiles;

/// Arguments of `evaluate`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct EvaluateArgs {
    /// Files of profiles; globs in quotes, `-` is stdin.
    #[arg(long, value_name = "PATH", num_args = 1.., required = true)]
    pub profiles: Vec<PathBuf>,
    /// Who is kept out of learning and asked.
    #[arg(long, value_enum, default_value_t = SplitBy::Person)]
    pub split: SplitBy,
    /// Seed of everything random.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Also write the report as a page with pictures, evaluation.html, and as JSON into this folder.
    #[arg(long, value_name = "DIR")]
    pub report: Option<PathBuf>,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// How people are split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SplitBy {
    /// One person in five, by chance.
    Person,
    /// The last fifth of the files, for files in the order of time.
    Time,
}

const EXAMPLES: &str = "\
Examples:
  site-gen evaluate --profiles people.jsonl
  site-gen evaluate --profiles people.jsonl --split time --json
  site-gen evaluate --profiles people.jsonl --report evaluation

One person in five is kept out of learning, 30% of their skills are hidden, and every method is asked for ten. Names of skills and of people are not printed.";

/// Measures recommendations on people whom the model has not seen.
///
/// # Errors
/// Profiles that cannot be read, or too few of them to ask anybody.
pub fn run(args: &EvaluateArgs) -> Result<()> {
    let report = evaluate(args)?;
    if let Some(dir) = &args.report {
        fs::create_dir_all(dir).with_context(|| format!("{}: cannot be made", dir.display()))?;
        for (name, text) in [
            ("evaluation.html", report.to_html()?),
            ("evaluation.json", serde_json::to_string_pretty(&report)?),
        ] {
            let path = dir.join(name);
            fs::write(&path, text).with_context(|| format!("{}: cannot be written", path.display()))?;
        }
        eprintln!("report in {}", dir.join("evaluation.html").display());
    }
    let mut out = io::stdout().lock();
    if args.json {
        serde_json::to_writer_pretty(&mut out, &report)?;
        writeln!(out)?;
    } else {
        write!(out, "{}", report.to_text())?;
    }
    Ok(())
}

fn evaluate(args: &EvaluateArgs) -> Result<EvaluationReport> {
    let mut profiles: Vec<Profile> = Vec::new();
    read_profiles(&args.profiles, &args.reading.reading()?, |person| profiles.push(person.profile.clone()))?;
    let how = match args.split {
        SplitBy::Person => Split::Person,
        SplitBy::Time => Split::Time,
    };
    let (learn, kept_out) = split(&profiles, how, args.seed);
    let learned: Vec<&Profile> = learn.iter().map(|&person| &profiles[person]).collect();
    let mut not_asked = NotAskedCounts::default();
    let mut asked: Vec<Asked> = Vec::new();
    for &person in &kept_out {
        match ask(&profiles[person], args.seed) {
            Ok(person) => asked.push(person),
            Err(why) => not_asked.add(why),
        }
    }
    ensure!(
        !asked.is_empty(),
        "nobody can be asked: of {} people kept out, none has months of experience and five skills; give more profiles",
        kept_out.len()
    );
    let fit = |features| -> Result<Model> {
        fit_profiles(&learned, &Steering::default(), features, ClusterCount::Auto, args.seed)
    };
    let (seed, full) = (fit(Features::Seed)?, fit(Features::Full(Search::Quick))?);
    let (answers, catalogue) = answer_all(&learned, &asked, &seed, &full);
    let base = &answers[1];
    let without_place = asked.iter().filter(|asked| full.classify(&asked.shown).place.is_none()).count();
    let unseen: Vec<&Profile> = kept_out.iter().map(|&person| &profiles[person]).collect();
    let ablation =
        BLOCKS.iter().map(|block| without(block, &learned, &asked, args.seed)).collect::<Result<_>>()?;
    Ok(EvaluationReport {
        ablation,
        seed_measures: SeedComparison {
            seed: SeedMeasures::of(&seed, &learned, &unseen),
            full: SeedMeasures::of(&full, &learned, &unseen),
        },
        learned: learned.len() as u64,
        asked: asked.len() as u64,
        not_asked,
        split: EvaluationReport::split_name(how),
        seed: args.seed,
        methods: answers
            .iter()
            .map(|own| MethodReport::new(own, base, &asked, catalogue, args.seed))
            .collect(),
        without_place: without_place as f64 / asked.len() as f64,
        catalogue: catalogue as u64,
        silhouettes: Silhouettes::of(&seed, &full, &learned, args.seed),
        experience: experience(&profiles),
    })
}

/// A block of inputs, and how it is taken out of a profile.
type Block = (&'static str, fn(&mut Profile));

const BLOCKS: [Block; 5] = [
    ("degree fields", |profile| profile.degree_fields.clear()),
    ("courses", |profile| profile.courses.clear()),
    ("certifications", |profile| profile.certifications.clear()),
    ("position", |profile| profile.position = None),
    ("skills of the asked", |_| ()),
];

/// Learns and asks without a block. Skills are what is asked for, so they are learned from, and not shown.
fn without((name, take_out): &Block, learned: &[&Profile], asked: &[Asked], seed: u64) -> Result<Ablation> {
    let less = |profile: &Profile| {
        let mut less = profile.clone();
        take_out(&mut less);
        less
    };
    let learned: Vec<Profile> = learned.iter().map(|profile| less(profile)).collect();
    let learned: Vec<&Profile> = learned.iter().collect();
    let model = fit_profiles(
        &learned,
        &Steering::default(),
        Features::Full(Search::Quick),
        ClusterCount::Auto,
        seed,
    )?;
    let hides_skills = *name == BLOCKS[4].0;
    let asked: Vec<Asked> = asked
        .iter()
        .map(|asked| {
            let mut shown = less(&asked.shown);
            if hides_skills {
                shown.skills.clear();
            }
            Asked { shown, ..asked.clone() }
        })
        .collect();
    Ok(Ablation {
        without: name,
        page: mean_recall(&model, &asked, false),
        personal: mean_recall(&model, &asked, true),
    })
}
