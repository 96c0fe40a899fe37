//! `site-gen inspect`

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use crate::cli::args::ReadingArgs;
use crate::progress::Terminal;

/// Say what is in a file of profiles: fill rates, commonest strings, rejected records.
#[derive(Debug, Args)]
pub(crate) struct Inspect {
    /// Files of profiles; globs in quotes, `-` is stdin.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
    /// Also write the report as a page with pictures: one file that loads nothing.
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// How they are read, and who of the people in them is looked at.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

impl Inspect {
    /// Says what is in files of profiles. A file without any profile is no error: to see why, one asks for this.
    ///
    /// # Errors
    /// A file that cannot be opened or read to its end, a bad record when strict, or a report that cannot be written.
    pub(crate) fn run(self) -> Result<()> {
        let reading = self.reading.reading()?;
        let report = evaluation::inspect::inspect(&self.paths, &reading, &Terminal::default())?;
        if let Some(path) = &self.html {
            fs::write(path, report.to_html()?)
                .with_context(|| format!("{}: cannot be written", path.display()))?;
            eprintln!("report in {}", path.display());
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
