//! Inspection of files of profiles.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use profile_data::{Record, SelectionCounts, expand_paths, open_profiles};
use training::location;
use training::progress::{Progress, Task};
use training::reading::ReadSettings;

use crate::inspect::inspection::Inspection;
use crate::inspect::report::Report;

/// Streams all records of `paths` through an [`Inspection`]; with selection rules, only the people they keep.
///
/// # Errors
/// A file that cannot be read to its end, or with `strict` an unreadable record.
pub fn inspect(paths: &[PathBuf], reading: &ReadSettings, progress: &dyn Progress) -> Result<Report> {
    let mut inspection = Inspection::default();
    let mut selection = reading.select.as_ref().map(SelectionCounts::new);
    let local = location::local(paths)?;
    for path in &expand_paths(&local.paths)? {
        read_file(path, reading, progress, &mut selection, &mut inspection)?;
    }
    Ok(Report { selection, ..inspection.report() })
}

fn read_file(
    path: &Path,
    reading: &ReadSettings,
    progress: &dyn Progress,
    selection: &mut Option<SelectionCounts>,
    inspection: &mut Inspection,
) -> Result<()> {
    let mut source = open_profiles(path, &reading.options)?;
    inspection.begin_file(source.name(), source.format());
    progress.begin(Task::Reading, source.size_bytes().unwrap_or(0));
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
                bail!("{}: {rejected}; omit --strict to count such records", path.display())
            }
            Record::Rejected(rejected) => inspection.reject(rejected.line, &rejected.reason),
        }
        // An update costs some time, and more of them are not visible.
        if source.counts().records().is_multiple_of(1024) {
            progress.set_position(source.bytes_read());
        }
    }
    progress.end();
    Ok(())
}
