//! `site-gen inspect`

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use profile_data::{ReadOptions, Record, expand_paths, open_profiles};

use crate::cli_reading::FileArgs;
use crate::inspect::{Inspection, Report};
use crate::progress::bytes_bar;

/// Arguments of `inspect`.
#[derive(Debug, Args)]
pub struct InspectArgs {
    /// Files of profiles; globs in quotes, `-` is stdin.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// What the files are.
    #[command(flatten)]
    pub files: FileArgs,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
    /// Also write the report as a page with pictures: one file that loads nothing.
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
}

/// Says what is in files of profiles. A file without any profile is no error: to see why, one asks for this.
///
/// # Errors
/// A file that cannot be opened or read to its end, or a report that cannot be written.
pub fn run(args: &InspectArgs) -> Result<()> {
    let report = inspect(&args.paths, &args.files.options())?;
    if let Some(path) = &args.html {
        fs::write(path, report.to_html()?)
            .with_context(|| format!("{}: cannot be written", path.display()))?;
        eprintln!("report in {}", path.display());
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

/// Streams every record of `paths` through an [`Inspection`].
///
/// # Errors
/// A file that cannot be opened or read to its end.
pub fn inspect(paths: &[PathBuf], options: &ReadOptions) -> Result<Report> {
    let mut inspection = Inspection::default();
    for path in &expand_paths(paths)? {
        read_file(path, options, &mut inspection)?;
    }
    Ok(inspection.report())
}

fn read_file(path: &Path, options: &ReadOptions, inspection: &mut Inspection) -> Result<()> {
    let mut source = open_profiles(path, options)?;
    inspection.begin_file(source.name());
    let bar = bytes_bar(source.size_bytes().unwrap_or(0), "Reading profiles");
    while let Some(record) = source.next() {
        match record? {
            Record::Accepted { profile, recommended_courses, .. } => {
                inspection.push(&profile, &recommended_courses);
            }
            Record::Rejected(rejected) => inspection.reject(rejected.line, &rejected.reason),
        }
        // Cheap, but not free: a bar needs no more than this.
        if source.counts().records().is_multiple_of(1024) {
            bar.set_position(source.bytes_read());
        }
    }
    bar.finish_and_clear();
    Ok(())
}
