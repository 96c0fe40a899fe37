//! `site-gen evaluate`

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use clap::{Args, ValueEnum};
use evaluation::evaluate::{Split, evaluate};
use training::people::read_profiles;
use training::progress::SharedProgress;
use training::summary::records_of_people;

use crate::cli::args::ReadingArgs;
use crate::output::print_report;
use crate::progress::Terminal;

/// Measure recommendations on held-out people.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Evaluate {
    /// Files of profiles; quote globs, `-` is stdin.
    #[arg(long, value_name = "PATH", num_args = 1.., required = true)]
    pub profiles: Vec<PathBuf>,
    /// People to hold out.
    #[arg(long, value_enum, default_value_t = SplitBy::Person)]
    pub split: SplitBy,
    /// Random seed.
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    pub seed: u64,
    /// Also write the report into this folder: evaluation.html, a page with charts, and evaluation.json.
    #[arg(long, value_name = "DIR")]
    pub report: Option<PathBuf>,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
    /// How the profiles are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// How held-out people are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SplitBy {
    /// A random fifth of the people.
    Person,
    /// The last fifth of the people, for files in chronological order.
    Time,
}

const EXAMPLES: &str = "\
Examples:
  site-gen evaluate --profiles people.jsonl
  site-gen evaluate --profiles people.jsonl --split time --json
  site-gen evaluate --profiles people.jsonl --report evaluation

A fifth of the people is held out, and 30% of their skills are hidden. Each method recommends ten skills.
The report contains no names of skills or people.";

impl Evaluate {
    /// Measures recommendations on held-out people.
    ///
    /// # Errors
    /// Profiles that cannot be read, or too few of them to hold anyone out.
    pub(crate) fn run(self) -> Result<()> {
        let progress: SharedProgress = Arc::new(Terminal::default());
        let reading = self.reading.reading()?;
        let (profiles, read) = read_profiles(&self.profiles, &reading, &*progress)?;
        if read.duplicates + read.near_equal > 0 {
            progress.say(&records_of_people(read.records, read.duplicates, read.near_equal));
        }
        let split = match self.split {
            SplitBy::Person => Split::Person,
            SplitBy::Time => Split::Time,
        };
        let report = evaluate(&profiles, split, self.seed, &progress)?;
        if let Some(dir) = &self.report {
            fs::create_dir_all(dir).with_context(|| format!("{}: cannot be created", dir.display()))?;
            for (name, text) in [
                ("evaluation.html", report.to_html()?),
                ("evaluation.json", serde_json::to_string_pretty(&report)?),
            ] {
                let path = dir.join(name);
                fs::write(&path, text).with_context(|| format!("{}: cannot be written", path.display()))?;
            }
            eprintln!("report in {}", dir.join("evaluation.html").display());
        }
        print_report(self.json, &report, || report.to_text())
    }
}
