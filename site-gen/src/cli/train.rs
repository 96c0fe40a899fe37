//! `site-gen train`

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use clap::Args;
use training::location::runtime;
use training::table_export;
use training::workflow::{save, topics_of, train};

use crate::cli::args::TrainingArgs;
use crate::output::print_report;
use crate::progress::Terminal;

/// Fit a model on profiles.
#[derive(Debug, Args)]
pub(crate) struct Train {
    /// Files of profiles; quote globs, `-` is stdin.
    #[arg(long, value_name = "PATH", num_args = 1.., required = true)]
    pub profiles: Vec<PathBuf>,
    /// Folder for model.bin, model.json, summary.json and counts.bin (exact counts: keep it to yourself).
    #[arg(long, value_name = "MODEL_DIR")]
    pub out: PathBuf,
    /// Print the summary as JSON.
    #[arg(long)]
    pub json: bool,
    /// Also write the feature rows of each level as JSON, for other tools.
    #[arg(long, value_name = "FILE", hide = true)]
    pub export_tables: Option<PathBuf>,
    /// Options of the training run.
    #[command(flatten)]
    pub training: TrainingArgs,
}

impl Train {
    /// Fits a model and writes it.
    ///
    /// # Errors
    /// Profiles that cannot be read, or a folder that cannot be written.
    pub(crate) fn run(self) -> Result<()> {
        let options = self.training.options(self.profiles.clone())?;
        let output = train(&options, Arc::new(Terminal::default()))?;
        runtime()?.block_on(save(&output.fitted, &output.summary, &self.out))?;
        if let Some(path) = &self.export_tables {
            let topics = topics_of(&options, &output.people, Arc::new(Terminal::default()));
            table_export::write(&output.people, &topics.degree_fields, path)?;
        }
        print_report(self.json, &output.summary, || output.summary.to_text())?;
        eprintln!("model in {}", self.out.display());
        Ok(())
    }
}
