//! Streams profiles out of JSON Lines: one line is one person, and one bad line costs one person.

pub(crate) mod line;
mod open_error;
pub(crate) mod recommended;
pub(crate) mod rejected;
pub(crate) mod rows;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use career_model::Profile;
use thiserror::Error;

use line::{Line, LineReader};
pub use open_error::OpenError;
pub use rejected::Rejected;

/// The longest line that is read, in bytes; a longer one is rejected, and never held in memory.
pub const MAX_LINE_BYTES: usize = 1 << 20;

/// The most months of experience that are believed: 200 years. Durations summed over parallel jobs
/// reach some 1,300 months in real exports, so this stops nonsense and nothing else.
pub const MAX_EXPERIENCE_MONTHS: u32 = 2_400;

/// Large enough that system calls are noise beside parsing.
const BUFFER_BYTES: usize = 1 << 16;

/// What one record (a line that is not blank, a row, an element of a list) turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A person.
    Accepted {
        /// Where it begins: the line in its file or, in Parquet, the row; from 1.
        line: u64,
        /// Who it is, as raw as the file has it.
        profile: Profile,
        /// Titles of courses that were recommended to the person, where a file has them.
        recommended_courses: Vec<String>,
    },
    /// No person; the reason says why.
    Rejected(Rejected),
}

/// How many lines went which way. Blank lines are not counted.
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

/// Reading stopped in the middle: the rest of the file is unknown, so nothing may be trained on it.
#[derive(Debug, Error)]
#[error("{name}: line {line}: reading failed; check the disk or the connection, then run again")]
pub struct ReadError {
    /// The file, as given by the caller.
    pub name: String,
    /// The line that was being read, from 1.
    pub line: u64,
    /// What the operating system said.
    pub source: io::Error,
}

/// An iterator over the records of one file. Memory is bounded by [`MAX_LINE_BYTES`], whatever the file.
///
/// A byte order mark and CRLF are accepted, blank lines are skipped, and the last line needs no line
/// ending. A line that is no profile is a [`Record::Rejected`], never an error. The iterator ends after
/// the last line or after the one [`ReadError`].
///
/// ```
/// use profile_data::{ProfileReader, Record};
/// let file = "{\"id\": \"1\", \"skills\": [\"Git\"]}\n{\"experience_months\": -3}\n";
/// let mut reader = ProfileReader::new("people.jsonl", file.as_bytes());
/// assert!(matches!(reader.next(), Some(Ok(Record::Accepted { line: 1, .. }))));
/// let Some(Ok(Record::Rejected(rejected))) = reader.next() else { panic!() };
/// assert_eq!(rejected.to_string(), "line 2: experience_months: expected a whole number of months, found -3");
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
    /// When nothing is there, or a directory, or it may not be read.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let file = File::open(path).map_err(|error| OpenError::from_io(path, error))?;
        let metadata = file.metadata().map_err(|error| OpenError::from_io(path, error))?;
        // Linux opens directories without complaint and fails at the first read.
        if metadata.is_dir() {
            return Err(OpenError::IsDirectory { path: path.to_owned() });
        }
        let source = BufReader::with_capacity(BUFFER_BYTES, file);
        let mut reader = ProfileReader::new(path.display().to_string(), source);
        // A pipe has no size to show progress against.
        reader.size_bytes = metadata.is_file().then_some(metadata.len());
        Ok(reader)
    }
}

impl<R: BufRead> ProfileReader<R> {
    /// Reads from any source; `name` is what errors call it.
    pub fn new(name: impl Into<String>, source: R) -> Self {
        ProfileReader {
            name: name.into(),
            lines: LineReader::new(source, MAX_LINE_BYTES),
            size_bytes: None,
            counts: Counts::default(),
            finished: false,
        }
    }

    /// For a source whose bytes are hashed before they get here.
    pub(crate) fn without_hash(name: String, source: R) -> Self {
        let mut reader = ProfileReader::new(name, source);
        reader.lines.leave_out_hash();
        reader
    }

    /// What errors call the source.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The size of the file in bytes when it was opened; `None` for what has no size, such as a pipe.
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
                Ok((profile, recommended_courses)) => {
                    self.counts.accepted += 1;
                    Record::Accepted { line, profile, recommended_courses }
                }
                Err(reason) => {
                    self.counts.rejected += 1;
                    Record::Rejected(Rejected { line, reason })
                }
            }));
        }
        None
    }
}

impl<R: BufRead> std::iter::FusedIterator for ProfileReader<R> {}

fn parse(line: &[u8]) -> Result<(Profile, Vec<String>), String> {
    let text = std::str::from_utf8(line)
        .map_err(|error| format!("not valid UTF-8 at byte {}", error.valid_up_to() + 1))?;
    // serde would also take a list for a struct, and read its items as the fields in order.
    if !text.trim_ascii_start().starts_with('{') {
        return Err(rejected::diagnose(text));
    }
    let profile: Profile = serde_json::from_str(text).map_err(|_| rejected::diagnose(text))?;
    check_experience(profile.experience_months)?;
    Ok((profile, recommended::courses_in(text)))
}

/// What every format refuses: more months than anyone can have worked.
pub(crate) fn check_experience(months: Option<u32>) -> Result<(), String> {
    match months {
        Some(months) if months > MAX_EXPERIENCE_MONTHS => {
            Err(format!("experience_months: expected at most {MAX_EXPERIENCE_MONTHS} months, found {months}"))
        }
        _ => Ok(()),
    }
}
