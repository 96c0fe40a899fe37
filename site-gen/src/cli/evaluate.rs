//! `site-gen evaluate`

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use career_model::Profile;
use clap::{Args, ValueEnum};
use evaluation::evaluate::{Split, evaluate};
use training::progress::SharedProgress;
use training::reading::read_profiles;

use crate::cli::args::ReadingArgs;
use crate::progress::Terminal;

/// Measure recommendations on people whom the model has not seen.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Evaluate {
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
pub(crate) enum SplitBy {
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

impl Evaluate {
    /// Measures recommendations on people whom the model has not seen.
    ///
    /// # Errors
    /// Profiles that cannot be read, or too few of them to ask anybody.
    pub(crate) fn run(self) -> Result<()> {
        let progress: SharedProgress = Arc::new(Terminal::default());
        let mut profiles: Vec<Profile> = Vec::new();
        let reading = self.reading.reading()?;
        read_profiles(&self.profiles, &reading, &*progress, |person| profiles.push(person.profile.clone()))?;
        let split = match self.split {
            SplitBy::Person => Split::Person,
            SplitBy::Time => Split::Time,
        };
        let report = evaluate(&profiles, split, self.seed, &progress)?;
        if let Some(dir) = &self.report {
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
        if self.json {
            serde_json::to_writer_pretty(&mut out, &report)?;
            writeln!(out)?;
        } else {
            write!(out, "{}", report.to_text())?;
        }
        Ok(())
    }
}
