//! `site-gen inspect`

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use crate::cli::args::ReadingArgs;
use crate::output::print_report;
use crate::progress::Terminal;

/// Report the contents of files of profiles: fill rates, most frequent strings, rejected records.
#[derive(Debug, Args)]
pub(crate) struct Inspect {
    /// Files of profiles; quote globs, `-` is stdin.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
    /// Also write the report as a self-contained page with charts.
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// How the profiles are read, and which people are selected.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

impl Inspect {
    /// Reports the contents of files of profiles. A file without profiles is not an error: the report shows
    /// why.
    ///
    /// # Errors
    /// A file that cannot be read, with `--strict` an unreadable record, or a report that cannot be written.
    pub(crate) fn run(self) -> Result<()> {
        let reading = self.reading.reading()?;
        let report = evaluation::inspect::inspect(&self.paths, &reading, &Terminal::default())?;
        if let Some(path) = &self.html {
            fs::write(path, report.to_html()?)
                .with_context(|| format!("{}: cannot be written", path.display()))?;
            eprintln!("report in {}", path.display());
        }
        print_report(self.json, &report, || report.to_text())
    }
}
