//! `site-gen demo`

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use career_training::{ClusterCount, Features, Search};

use crate::cli::{DemoArgs, SampleArgs};
use crate::commands::{runtime, sample, serve};
use crate::pages::{RenderOptions, render};
use crate::topics::Steering;
use crate::workflow::{TrainOptions, save, train};

/// Synthetic people the demo learns from when it gets no profiles: enough for three levels.
const SYNTHETIC_PEOPLE: u64 = 2_000;

/// Sample (or the given profiles) → train → render → serve.
///
/// # Errors
/// Profiles that cannot be read, a folder that cannot be written, or a port that is taken.
pub fn run(args: DemoArgs) -> Result<()> {
    let temporary = tempfile::Builder::new().prefix("career-roadmap-").tempdir()?;
    let dir = args.keep.clone().unwrap_or_else(|| temporary.path().to_owned());
    fs::create_dir_all(&dir).with_context(|| format!("{}: cannot be created", dir.display()))?;
    let profiles =
        if args.profiles.is_empty() { vec![make_up_people(&dir, args.seed)?] } else { args.profiles };

    let trained = train(&TrainOptions {
        profiles,
        reading: args.reading.reading()?,
        steering: Steering::default(),
        services: None,
        features: Features::Full(Search::Quick),
        clusters: ClusterCount::Auto,
        seed: args.seed,
    })?;
    eprint!("{}", trained.summary.to_text());
    let runtime = runtime()?;
    runtime.block_on(save(&trained.model, &trained.summary, &dir.join("model")))?;
    let site = dir.join("site");
    // The address is known unless any free port will do; with it come the pictures of shared links and the sitemap.
    let base_url = (args.port != 0).then(|| format!("http://127.0.0.1:{}", args.port));
    let report = render(&trained.model, &site, &RenderOptions { base_url, ..RenderOptions::default() })?;
    eprintln!("{} pages rendered", report.pages);
    runtime.block_on(serve::serve(trained.model, site, args.port))
}

fn make_up_people(dir: &Path, seed: u64) -> Result<PathBuf> {
    let out = dir.join("profiles.jsonl");
    sample::run(&SampleArgs { profiles: SYNTHETIC_PEOPLE, seed, out: out.clone() })?;
    Ok(out)
}
