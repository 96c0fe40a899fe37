//! Streams profiles from JSON Lines: one line is one person, and an invalid line affects no other.

pub(crate) mod line;
mod open_error;
pub(crate) mod recommended;
pub(crate) mod rejection;
pub(crate) mod rows;
mod snapshot;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use career_model::Profile;
use thiserror::Error;

use line::{Line, LineReader};
pub use open_error::OpenError;
pub use rejection::Rejection;

/// The longest line that is read, in bytes; a longer one is rejected and never held in memory.
pub const MAX_LINE_BYTES: usize = 1 << 20;

/// The most months of experience that are accepted: 200 years. Durations summed over parallel jobs reach some
/// 1,300 months in real exports, so only nonsense is rejected.
pub const MAX_EXPERIENCE_MONTHS: u32 = 2_400;

/// Large enough that the time of system calls is negligible.
const BUFFER_BYTES: usize = 1 << 16;

/// A record: a line that is not blank, a row, or an element of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one value at a time; a box would cost an allocation per person"
)]
pub enum Record {
    /// A person.
    Accepted {
        /// The first line of the record in its file or, in Parquet, its row; from 1.
        line: u64,
        /// The person, with the texts of the file.
        profile: Profile,
        /// Titles of courses that were recommended to the person, if the file has them.
        recommended_courses: Vec<String>,
        /// The day of the snapshot, in days since 1970; 0 if the file does not say it.
        snapshot_day: u16,
    },
    /// Not a profile, with the reason.
    Rejected(Rejection),
}

/// The numbers of accepted and rejected lines, without blank lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines that are profiles.
    pub accepted: u64,
    /// Lines that are not.
    pub rejected: u64,
}

impl Counts {
    /// All lines that were not blank: 0 at the end of an empty file.
    pub fn records(self) -> u64 {
        self.accepted + self.rejected
    }
}

/// Reading stopped in the middle: the rest of the file is unknown, so it must not be used for training.
#[derive(Debug, Error)]
#[error("{name}: line {line}: reading failed; check the disk or the connection, then run again")]
pub struct ReadError {
    /// The file, as given by the caller.
    pub name: String,
    /// The line that was being read, from 1.
    pub line: u64,
    /// The operating system's error.
    pub source: io::Error,
}

/// An iterator over the records of one file. Memory is bounded by [`MAX_LINE_BYTES`].
///
/// A byte order mark and CRLF are accepted, blank lines are skipped, and the last line needs no line ending.
/// A line that is not a profile is a [`Record::Rejected`], never an error. The iterator ends after the last
/// line or the first [`ReadError`].
///
/// ```
/// use profile_data::{ProfileReader, Record};
/// let file = "{\"id\": \"1\", \"skills\": [\"Git\"]}\n{\"experience_months\": -3}\n";
/// let mut reader = ProfileReader::new("people.jsonl", file.as_bytes());
/// assert!(matches!(reader.next(), Some(Ok(Record::Accepted { line: 1, .. }))));
/// let Some(Ok(Record::Rejected(rejected))) = reader.next() else { panic!() };
/// let reason = "experience_months: expected a whole number of months, found -3";
/// assert_eq!(rejected.to_string(), format!("line 2: {reason}"));
/// assert!(reader.next().is_none());
/// assert_eq!(reader.counts().records(), 2);
/// ```
pub struct ProfileReader<R> {
    name: String,
    lines: LineReader<R>,
    size_bytes: Option<u64>,
    counts: Counts,
    finished: bool,
}

impl ProfileReader<BufReader<File>> {
    /// Opens a file of profiles.
    ///
    /// # Errors
    /// The file does not exist, is a directory, or may not be read.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let file = File::open(path).map_err(|error| OpenError::from_io(path, error))?;
        let metadata = file.metadata().map_err(|error| OpenError::from_io(path, error))?;
        // Linux opens directories without an error and fails at the first read.
        if metadata.is_dir() {
            return Err(OpenError::IsDirectory { path: path.to_owned() });
        }
        let source = BufReader::with_capacity(BUFFER_BYTES, file);
        let mut reader = ProfileReader::new(path.display().to_string(), source);
        // A pipe has no size for a progress bar.
        reader.size_bytes = metadata.is_file().then_some(metadata.len());
        Ok(reader)
    }
}

impl<R: BufRead> ProfileReader<R> {
    /// Reads from any source; errors use `name` for it.
    pub fn new(name: impl Into<String>, source: R) -> Self {
        ProfileReader {
            name: name.into(),
            lines: LineReader::new(source, MAX_LINE_BYTES),
            size_bytes: None,
            counts: Counts::default(),
            finished: false,
        }
    }

    /// For a source whose bytes are already hashed.
    pub(crate) fn without_hash(name: String, source: R) -> Self {
        let mut reader = ProfileReader::new(name, source);
        reader.lines.leave_out_hash();
        reader
    }

    /// The name of the source in errors.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The size of the file in bytes when it was opened; `None` for a source without a size, such as a pipe.
    pub fn size_bytes(&self) -> Option<u64> {
        self.size_bytes
    }

    /// Bytes read so far.
    pub fn bytes_read(&self) -> u64 {
        self.lines.bytes_read()
    }

    /// Lines accepted and rejected so far.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// SHA-256 of the bytes read so far; after the last record, of the whole file.
    pub fn data_sha256(&self) -> [u8; 32] {
        self.lines.sha256()
    }
}

impl<R: BufRead> Iterator for ProfileReader<R> {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.finished {
            let parsed = match self.lines.next_line() {
                Ok(Some(Line::Blank)) => continue,
                Ok(Some(Line::Whole)) => parse(self.lines.text()),
                Ok(Some(Line::TooLong)) => Err(format!("longer than {MAX_LINE_BYTES} bytes")),
                Ok(None) => {
                    self.finished = true;
                    return None;
                }
                Err(source) => {
                    self.finished = true;
                    return Some(Err(ReadError {
                        name: self.name.clone(),
                        line: self.lines.number(),
                        source,
                    }));
                }
            };
            let line = self.lines.number();
            return Some(Ok(match parsed {
                Ok((profile, recommended_courses, snapshot_day)) => {
                    self.counts.accepted += 1;
                    Record::Accepted { line, profile, recommended_courses, snapshot_day }
                }
                Err(reason) => {
                    self.counts.rejected += 1;
                    Record::Rejected(Rejection { line, reason })
                }
            }));
        }
        None
    }
}

impl<R: BufRead> std::iter::FusedIterator for ProfileReader<R> {}

fn parse(line: &[u8]) -> Result<(Profile, Vec<String>, u16), String> {
    let text = std::str::from_utf8(line)
        .map_err(|error| format!("not valid UTF-8 at byte {}", error.valid_up_to() + 1))?;
    // serde would also accept a list for a struct, and read its items as the fields in order.
    if !text.trim_ascii_start().starts_with('{') {
        return Err(rejection::diagnose(text));
    }
    let profile: Profile = serde_json::from_str(text).map_err(|_| rejection::diagnose(text))?;
    check_experience(profile.experience_months)?;
    Ok((profile, recommended::courses_in(text), snapshot::day_in(text)))
}

/// Rejects more than [`MAX_EXPERIENCE_MONTHS`], in all formats.
pub(crate) fn check_experience(months: Option<u32>) -> Result<(), String> {
    match months {
        Some(months) if months > MAX_EXPERIENCE_MONTHS => {
            Err(format!("experience_months: expected at most {MAX_EXPERIENCE_MONTHS} months, found {months}"))
        }
        _ => Ok(()),
    }
}
