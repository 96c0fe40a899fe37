//! Reads `survey_results_public.csv` of the Stack Overflow Developer Survey, 2017 to 2025.
//!
//! | profile | from |
//! |---|---|
//! | `id` | `ResponseId` (2021 on), else `Respondent` |
//! | `position` | the first title in `DevType` (2018 on), `DeveloperType` or `NonDeveloperType` (2017) |
//! | `experience_months` | the first answered column of professional years, else of all years of coding |
//! | | professional: `WorkExp`, `YearsCodePro`, `YearsCodingProf`, `YearsCodedJob`, `YearsCodedJobPast` |
//! | | all: `YearsCode`, `YearsCoding`, `YearsProgram` |
//! | `degree_fields` | `UndergradMajor` (2018 to 2020), `MajorUndergrad` (2017), whole |
//! | `certifications` | `LearnCodeCoursesCert` (2022, 2023; providers, not titles), `Certifications` |
//! | `skills` | languages, databases, platforms, frameworks, tools, editors, version control that were used |
//!
//! Some copies have a row per answer: rows of one respondent that follow each other are one record.
//!
//! In years with several titles (2018 to 2022), the first title is the first one in the questionnaire. Chat
//! and office programs, AI assistants, technologies that people want to work with, and free text are not read
//! as skills.

mod answer;
mod columns;
mod respondent;
mod years;

use std::collections::BTreeSet;
use std::io::{self, BufRead};

use career_model::Profile;

use crate::reader::check_experience;
use crate::reader::rows::{Row, RowReader};
use crate::{MAX_LINE_BYTES, ReadError, Record, Rejection};
pub use columns::is_stack_overflow_header;
use columns::{Columns, Field};
use respondent::Respondent;

/// Streams the respondents of a survey; the first row is the header, and shows the year.
///
/// A row that is longer than [`MAX_LINE_BYTES`], has another number of cells than the header, or has other
/// text than years in a column of years is a [`Record::Rejected`]. Memory is bounded by the longest row that
/// is read.
pub struct StackOverflowReader<R> {
    name: String,
    rows: RowReader<R>,
    columns: Option<Columns>,
    /// The respondent of the last row, whose next row may follow.
    respondent: Option<Respondent>,
    /// What followed that respondent: a rejected row, or the end of reading.
    rejected: Option<Rejection>,
    failure: Option<io::Error>,
    finished: bool,
}

impl<R: BufRead> StackOverflowReader<R> {
    /// Errors use `name` for the source.
    pub fn new(name: impl Into<String>, source: R) -> Self {
        StackOverflowReader {
            name: name.into(),
            rows: RowReader::new(source, MAX_LINE_BYTES),
            columns: None,
            respondent: None,
            rejected: None,
            failure: None,
            finished: false,
        }
    }

    fn take(&mut self) -> io::Result<Option<Record>> {
        if let Some(rejected) = self.rejected.take() {
            return Ok(Some(Record::Rejected(rejected)));
        }
        while let Some(row) = self.rows.next_row()? {
            let line = self.rows.line();
            let whole = match row {
                Row::Whole => Ok(()),
                Row::TooLong => {
                    Err(format!("longer than {MAX_LINE_BYTES} bytes (a quote that is not closed?)"))
                }
                Row::CutOff => Err("the file ends inside quotes (cut off?)".into()),
                Row::Torn => Err("a quote stands inside a cell that is not in quotes".into()),
            };
            let reason = match &self.columns {
                Some(columns) => match whole.and_then(|()| profile(&self.rows, columns)) {
                    Ok(row) => {
                        let other = match &mut self.respondent {
                            Some(respondent) => respondent.add(row),
                            None => Some(row),
                        };
                        let Some(profile) = other else { continue };
                        match self.respondent.replace(Respondent { line, profile }) {
                            Some(last) => return Ok(Some(last.into_record())),
                            None => continue,
                        }
                    }
                    Err(reason) => reason,
                },
                None => match whole.and_then(|()| Columns::find(self.rows.cells())) {
                    Ok(columns) => {
                        self.columns = Some(columns);
                        continue;
                    }
                    Err(reason) => {
                        // One reason for all rows; the rest is read for the hash of the whole file.
                        while self.rows.next_row()?.is_some() {}
                        self.finished = true;
                        format!("{reason}; no row can be read without its header")
                    }
                },
            };
            let rejected = Rejection { line, reason };
            return Ok(Some(match self.respondent.take() {
                Some(last) => {
                    self.rejected = Some(rejected);
                    last.into_record()
                }
                None => Record::Rejected(rejected),
            }));
        }
        self.finished = true;
        Ok(self.respondent.take().map(Respondent::into_record))
    }
}

impl<R: BufRead> Iterator for StackOverflowReader<R> {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.finished {
            return None;
        }
        let taken = self.failure.take().map_or_else(|| self.take(), Err);
        match taken {
            Ok(record) => record.map(Ok),
            Err(source) => {
                if let Some(last) = self.respondent.take() {
                    self.failure = Some(source);
                    return Some(Ok(last.into_record()));
                }
                self.finished = true;
                Some(Err(ReadError { name: self.name.clone(), line: self.rows.line(), source }))
            }
        }
    }
}

impl<R: BufRead> std::iter::FusedIterator for StackOverflowReader<R> {}

/// The respondent of the last row.
fn profile<R: BufRead>(rows: &RowReader<R>, columns: &Columns) -> Result<Profile, String> {
    let cells = rows.cells();
    if cells.len() != columns.count() {
        return Err(format!("{} cells, but the header has {}", cells.len(), columns.count()));
    }
    let mut profile = Profile::default();
    // Columns may be in any order; the answer of the lowest rank counts.
    let mut position: Option<(usize, String)> = None;
    let mut years: Option<(usize, u32)> = None;
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for (cell, column) in cells.zip(columns.fields()) {
        let Some(field) = column.field else { continue };
        let text = std::str::from_utf8(cell).map_err(|_| format!("{}: not valid UTF-8", column.name))?;
        let Some(text) = answer::given(text) else { continue };
        match field {
            Field::Id => profile.id = text.to_owned(),
            Field::Position(rank) => {
                if position.as_ref().is_none_or(|&(best, _)| rank < best) {
                    position =
                        answer::choices(text).next().map(|title| (rank, title.to_owned())).or(position);
                }
            }
            Field::Years(rank) => {
                let months = years::months(text).ok_or_else(|| {
                    format!(
                        "{}: expected years such as `3` or `3 to 5 years`, found another text",
                        column.name
                    )
                })?;
                if years.is_none_or(|(best, _)| rank < best) {
                    years = Some((rank, months));
                }
            }
            Field::Major => profile.degree_fields.extend(answer::major(text).map(str::to_owned)),
            Field::Certificates => profile.certifications.extend(answer::choices(text).map(str::to_owned)),
            Field::Skills => {
                // "SQLite" may be ticked as a database and as a tool.
                let new = answer::choices(text).filter(|skill| known.insert(*skill));
                profile.skills.extend(new.map(str::to_owned));
            }
        }
    }
    profile.position = position.map(|(_, title)| title);
    profile.experience_months = years.map(|(_, months)| months);
    check_experience(profile.experience_months)?;
    Ok(profile)
}
