//! `site-gen demo`

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use career_training::{ClusterCount, Features, Search};
use clap::Args;
use site::pages::{RenderOptions, render};
use training::location::runtime;
use training::topics::Steering;
use training::workflow::{TrainOptions, save, train};

use crate::cli::args::ReadingArgs;
use crate::cli::sample::Sample;
use crate::preview;
use crate::progress::Terminal;

/// Synthetic people of the demo without profiles: enough for three levels.
const SYNTHETIC_PEOPLE: u64 = 2_000;

/// Train, render and serve in one command: a site with a working form on 127.0.0.1.
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Files of profiles [default: synthetic profiles]
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub profiles: Vec<PathBuf>,
    /// Port on 127.0.0.1; 0 takes any free port.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Keep profiles, model and site in this folder instead of a temporary one.
    #[arg(long, value_name = "DIR")]
    pub keep: Option<PathBuf>,
    /// Random seed.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How the profiles are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

impl Demo {
    /// sample (or the given profiles) → train → render → serve.
    ///
    /// # Errors
    /// Profiles that cannot be read, a folder that cannot be written, or a port that is taken.
    pub(crate) fn run(self) -> Result<()> {
        let temporary = tempfile::Builder::new().prefix("career-roadmap-").tempdir()?;
        let dir = self.keep.clone().unwrap_or_else(|| temporary.path().to_owned());
        fs::create_dir_all(&dir).with_context(|| format!("{}: cannot be created", dir.display()))?;
        let profiles =
            if self.profiles.is_empty() { vec![write_sample(&dir, self.seed)?] } else { self.profiles };

        let options = TrainOptions {
            profiles,
            reading: self.reading.reading()?,
            steering: Steering::default(),
            services: None,
            features: Features::Full(Search::Quick),
            clusters: ClusterCount::Auto,
            seed: self.seed,
        };
        let output = train(&options, Arc::new(Terminal::default()))?;
        eprint!("{}", output.summary.to_text());
        let runtime = runtime()?;
        runtime.block_on(save(&output.fitted, &output.summary, &dir.join("model")))?;
        let site = dir.join("site");
        // The base URL is known unless the port is 0; with it, the site has a sitemap and pictures for shared
        // links.
        let base_url = (self.port != 0).then(|| format!("http://127.0.0.1:{}", self.port));
        let model = output.fitted.published()?;
        let report = render(&model, &site, &RenderOptions { base_url, ..RenderOptions::default() })?;
        eprintln!("{} pages rendered", report.pages);
        runtime.block_on(preview::run(model, site, self.port))
    }
}

fn write_sample(dir: &Path, seed: u64) -> Result<PathBuf> {
    let out = dir.join("profiles.jsonl");
    Sample { profiles: SYNTHETIC_PEOPLE, seed, out: out.clone() }.run()?;
    Ok(out)
}
