//! Reading of edited topics from CSV.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use career_model::clean::{Cleaning, Rejection};
use career_training::topics::guide::{MAX_NAME_CHARS, acceptable_name};
use career_training::{TopicKind, TopicTruth};

use crate::topics::cell::text;
use crate::topics::{EditedTopics, file_name, label};

/// Largest file that is read, in bytes.
const MAX_BYTES: u64 = 64 << 20;

/// Why a folder of topics cannot be read. Lines count from 1.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "the names of the fields say it")]
pub enum TopicsFileError {
    /// The folder has neither file.
    #[error(
        "{}: neither skills.csv nor degree_fields.csv found; write them with `site-gen topics --out DIR`",
        path.display()
    )]
    NoFiles { path: PathBuf },
    /// The file cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable { path: PathBuf, source: std::io::Error },
    /// The file is larger than [`MAX_BYTES`].
    #[error("{}: larger than {MAX_BYTES} bytes; keep only the rows that you edited", path.display())]
    TooLarge { path: PathBuf },
    /// The file is not CSV in UTF-8.
    #[error("{}:{line}: not CSV in UTF-8: {problem}; save it as \"CSV UTF-8\"", path.display())]
    NotCsv { path: PathBuf, line: u64, problem: String },
    /// The header lacks a column.
    #[error(
        "{}:1: no column `{column}`; the first line must name the columns topic and string",
        path.display()
    )]
    NoColumn { path: PathBuf, column: &'static str },
    /// The name of a topic cannot be shown on a page.
    #[error(
        "{}:{line}: the topic has no usable name; a name contains a letter, has at most {MAX_NAME_CHARS} \
         characters, and no other signs than & / + # . , ' ( ) - ·", path.display()
    )]
    BadName { path: PathBuf, line: u64 },
    /// Cleaning drops the string.
    #[error("{}:{line}: cleaning drops the string ({why}); delete the row", path.display())]
    Refused { path: PathBuf, line: u64, why: Rejection },
    /// The string is in two topics; `first` is the line of its first topic.
    #[error(
        "{}:{line}: the string is under another topic in line {first} already; both rows are the same string \
         without case, brackets, plurals and aliases, so delete one of them", path.display()
    )]
    Duplicate { path: PathBuf, line: u64, first: u64 },
}

/// Reads a folder that `site-gen topics` wrote and a person has edited. Rows without a topic are ignored. A
/// name that no other row has makes a new topic. The order of the columns is free, and further columns are
/// ignored.
///
/// # Errors
/// No file, or the first row that cannot be used, with file and line.
pub fn read_topics(dir: &Path, cleaning: Cleaning) -> Result<EditedTopics, TopicsFileError> {
    let read = |kind| read_file(&dir.join(file_name(kind)), kind, cleaning);
    let (skills, degree_fields) = (read(TopicKind::Skills)?, read(TopicKind::DegreeFields)?);
    if skills.is_none() && degree_fields.is_none() {
        return Err(TopicsFileError::NoFiles { path: dir.to_owned() });
    }
    Ok(EditedTopics { skills: skills.unwrap_or_default(), degree_fields: degree_fields.unwrap_or_default() })
}

/// Reads a file; `None` if there is no such file.
fn read_file(
    path: &Path,
    kind: TopicKind,
    cleaning: Cleaning,
) -> Result<Option<TopicTruth>, TopicsFileError> {
    let unreadable = |source| TopicsFileError::Unreadable { path: path.to_owned(), source };
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    };
    if file.metadata().map_err(unreadable)?.len() > MAX_BYTES {
        return Err(TopicsFileError::TooLarge { path: path.to_owned() });
    }
    read_table(path, BufReader::new(file.take(MAX_BYTES)), kind, cleaning).map(Some)
}

fn read_table(
    path: &Path,
    file: impl Read,
    kind: TopicKind,
    cleaning: Cleaning,
) -> Result<TopicTruth, TopicsFileError> {
    let not_csv = |error: &csv::Error| TopicsFileError::NotCsv {
        path: path.to_owned(),
        line: error.position().map_or(1, csv::Position::line),
        // Only the kind of error: its text may contain a cell, and so what a person wrote.
        problem: match error.kind() {
            csv::ErrorKind::Utf8 { .. } => "bytes that are not UTF-8".to_owned(),
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                format!("{len} cells instead of {expected_len}")
            }
            _ => "it cannot be read".to_owned(),
        },
    };
    let mut csv = csv::ReaderBuilder::new().from_reader(file);
    let header = csv.headers().map_err(|error| not_csv(&error))?.clone();
    let column = |column: &'static str| {
        let is_it = |name: &str| name.trim_start_matches('\u{feff}').trim().eq_ignore_ascii_case(column);
        let none = TopicsFileError::NoColumn { path: path.to_owned(), column };
        header.iter().position(is_it).ok_or(none)
    };
    let (topic_column, string_column) = (column("topic")?, column("string")?);
    let mut truth = TopicTruth::default();
    let mut first_line: HashMap<String, u64> = HashMap::new();
    for record in csv.records() {
        let record = record.map_err(|error| not_csv(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let topic = text(record.get(topic_column).unwrap_or_default());
        let string = text(record.get(string_column).unwrap_or_default());
        if topic.is_empty() {
            continue;
        }
        let Some(topic) = acceptable_name(topic) else {
            return Err(TopicsFileError::BadName { path: path.to_owned(), line });
        };
        let label = label(kind, cleaning, string).map_err(|why| TopicsFileError::Refused {
            path: path.to_owned(),
            line,
            why,
        })?;
        let first = *first_line.entry(label.clone()).or_insert(line);
        if truth.insert(label, &topic).is_err() {
            return Err(TopicsFileError::Duplicate { path: path.to_owned(), line, first });
        }
    }
    Ok(truth)
}
