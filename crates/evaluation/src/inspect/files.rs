//! Inspection of files of profiles.

use std::path::PathBuf;

use anyhow::Result;
use career_training::PeopleBuilder;
use profile_data::{Format, Rejection};
use training::people::near_equal_records;
use training::progress::Progress;
use training::reading::{Consumer, Files, Person, ReadSettings, RecordNumber, Rejects};

use crate::inspect::inspection::Inspection;
use crate::inspect::report::{FileReport, Report};

/// Passes every person of `paths` once, and all rejected records, to an [`Inspection`]; with selection rules,
/// only the people they keep.
///
/// # Errors
/// A file that cannot be read to its end, or with `strict` an unreadable record.
pub fn inspect(paths: &[PathBuf], reading: &ReadSettings, progress: &dyn Progress) -> Result<Report> {
    let mut files = Files::open(paths, reading, progress, Rejects::Count)?;
    let (mut inspector, mut read) = files.read(Inspector::default)?;
    let twins = near_equal_records(&inspector.builder, &inspector.records);
    if files.leave_out_all_but_newest(&twins, &mut inspector) {
        // An inspection takes nobody back.
        (inspector, read) = files.read(Inspector::default)?;
    }
    let report = inspector.inspection.report();
    let with_counts = report.files.into_iter().zip(&read.files);
    Ok(Report {
        records: read.records,
        duplicates: read.duplicates,
        near_equal: read.near_equal,
        files: with_counts
            .map(|(file, counts)| FileReport { records: counts.records, people: counts.people, ..file })
            .collect(),
        selection: read.selection,
        ..report
    })
}

/// An inspection, and what shows that people are nearly equal.
#[derive(Default)]
struct Inspector {
    inspection: Inspection,
    builder: PeopleBuilder,
    records: Vec<RecordNumber>,
}

impl Consumer for Inspector {
    fn begin_file(&mut self, name: &str, format: Format) {
        self.inspection.begin_file(name, format);
    }

    fn person(&mut self, person: Person<'_>) {
        self.inspection.push(person.profile, person.recommended_courses);
        self.builder.push(person.profile);
        self.records.push(person.record);
    }

    fn rejected(&mut self, rejection: &Rejection) {
        self.inspection.reject(rejection.line, &rejection.reason);
    }
}
