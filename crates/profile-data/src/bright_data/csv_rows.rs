//! Reads Bright Data records as CSV: a column for each field, with JSON in the cells of sections.

use std::io::BufRead;

use serde_json::Value;

use super::record::RawRecord;
use crate::reader::rows::{Row, RowReader};
use crate::{MAX_LINE_BYTES, ReadError, ReadOptions, Record, Rejection};

/// Streams the rows of a CSV file; the first row is the header. The line of a record is the first line of its
/// row.
pub(crate) struct CsvReader<R> {
    name: String,
    rows: RowReader<R>,
    /// For each column, its index in [`RawRecord::FIELDS`] if it is used.
    columns: Option<Vec<Option<usize>>>,
    options: ReadOptions,
    finished: bool,
}

impl<R: BufRead> CsvReader<R> {
    pub(crate) fn new(name: String, source: R, options: ReadOptions) -> Self {
        CsvReader {
            name,
            rows: RowReader::new(source, MAX_LINE_BYTES),
            columns: None,
            options,
            finished: false,
        }
    }

    fn take_header(&mut self) -> Result<(), String> {
        let place =
            |cell: &[u8]| RawRecord::FIELDS.iter().position(|name| name.as_bytes() == cell.trim_ascii());
        let columns: Vec<Option<usize>> = self.rows.cells().map(place).collect();
        let mut used: Vec<usize> = columns.iter().flatten().copied().collect();
        if used.is_empty() {
            return Err("the header has none of the columns id, position, experience, education, …".into());
        }
        used.sort_unstable();
        if used.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err("the header names a column twice".into());
        }
        self.columns = Some(columns);
        Ok(())
    }

    fn record(&self, columns: &[Option<usize>]) -> Record {
        let line = self.rows.line();
        let record = self.raw(columns).and_then(|raw| raw.into_record(line, &self.options));
        record.unwrap_or_else(|reason| Record::Rejected(Rejection { line, reason }))
    }

    fn raw(&self, columns: &[Option<usize>]) -> Result<RawRecord, String> {
        let cells = self.rows.cells();
        if cells.len() != columns.len() {
            return Err(format!("{} cells, but the header has {}", cells.len(), columns.len()));
        }
        let mut raw = RawRecord::default();
        for (cell, field) in cells.zip(columns) {
            let Some(field) = *field else { continue };
            let text = std::str::from_utf8(cell)
                .map_err(|_| format!("{}: not valid UTF-8", RawRecord::FIELDS[field]))?;
            raw.set(field, Value::String(text.to_owned()));
        }
        Ok(raw)
    }
}

impl<R: BufRead> Iterator for CsvReader<R> {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.finished {
            let row = match self.rows.next_row() {
                Ok(Some(row)) => row,
                Ok(None) => {
                    self.finished = true;
                    break;
                }
                Err(source) => {
                    self.finished = true;
                    return Some(Err(ReadError { name: self.name.clone(), line: self.rows.line(), source }));
                }
            };
            let reason = match row {
                Row::Whole => match &self.columns {
                    Some(columns) => return Some(Ok(self.record(columns))),
                    None => match self.take_header() {
                        Ok(()) => continue,
                        Err(reason) => reason,
                    },
                },
                Row::TooLong => {
                    format!("longer than {MAX_LINE_BYTES} bytes (a quote that is not closed?)")
                }
                Row::CutOff => "the file ends inside quotes (cut off?)".into(),
                Row::Torn => "a quote stands inside a cell that is not in quotes".into(),
            };
            let line = self.rows.line();
            if self.columns.is_some() {
                return Some(Ok(Record::Rejected(Rejection { line, reason })));
            }
            // Without a header no row can be read: one reason for all of them, and the rest is skipped.
            let reason = format!("{reason}; no row can be read without its header");
            return Some(match self.skip_rest() {
                Ok(()) => Ok(Record::Rejected(Rejection { line, reason })),
                Err(source) => Err(ReadError { name: self.name.clone(), line, source }),
            });
        }
        None
    }
}

impl<R: BufRead> CsvReader<R> {
    /// Reads to the end, for the hash of the whole file.
    fn skip_rest(&mut self) -> std::io::Result<()> {
        self.finished = true;
        while self.rows.next_row()?.is_some() {}
        Ok(())
    }
}
