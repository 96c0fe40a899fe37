//! `site-gen inspect`

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use profile_data::{Record, SelectionCounts, expand_paths, open_profiles};

use crate::cli_reading::ReadingArgs;
use crate::inspect::{Inspection, Report};
use crate::place;
use crate::progress::bytes_bar;
use crate::reading::Reading;

/// Arguments of `inspect`.
#[derive(Debug, Args)]
pub struct InspectArgs {
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

/// Says what is in files of profiles. A file without any profile is no error: to see why, one asks for this.
///
/// # Errors
/// A file that cannot be opened or read to its end, a bad record when strict, or a report that cannot be written.
pub fn run(args: &InspectArgs) -> Result<()> {
    let report = inspect(&args.paths, &args.reading.reading()?)?;
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

/// Streams every record of `paths` through an [`Inspection`]; with rules, only the people whom they keep.
///
/// # Errors
/// A file that cannot be opened or read to its end, or a bad record when strict.
pub fn inspect(paths: &[PathBuf], reading: &Reading) -> Result<Report> {
    let mut inspection = Inspection::default();
    let mut selection = reading.select.as_ref().map(SelectionCounts::new);
    let local = place::local(paths)?;
    for path in &expand_paths(&local.paths)? {
        read_file(path, reading, &mut selection, &mut inspection)?;
    }
    Ok(Report { selection, ..inspection.report() })
}

fn read_file(
    path: &Path,
    reading: &Reading,
    selection: &mut Option<SelectionCounts>,
    inspection: &mut Inspection,
) -> Result<()> {
    let mut source = open_profiles(path, &reading.options)?;
    inspection.begin_file(source.name(), source.format());
    let bar = bytes_bar(source.size_bytes().unwrap_or(0), "Reading profiles");
    while let Some(record) = source.next() {
        match record? {
            Record::Accepted { profile, recommended_courses, .. } => {
                let kept = match (&reading.select, &mut *selection) {
                    (Some(rules), Some(counts)) => counts.add(&rules.judge(&profile)),
                    _ => true,
                };
                if kept {
                    inspection.push(&profile, &recommended_courses);
                }
            }
            Record::Rejected(rejected) if reading.strict => {
                bail!("{}: {rejected}; leave out --strict to count such records", path.display())
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
