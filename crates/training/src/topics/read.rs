//! CSV → topics, as somebody edited them.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use career_model::clean::{Cleaning, Why};
use career_training::topic_guide::{MAX_NAME_CHARS, acceptable_name};
use career_training::{TopicKind, TopicTruth};

use crate::topics::cell::text;
use crate::topics::{EditedTopics, file_name, label};

/// The largest file that is read.
const MAX_BYTES: u64 = 64 << 20;

/// Why a folder of topics cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TopicsFileError {
    /// Neither file is there.
    #[error("{}: holds neither skills.csv nor degree_fields.csv; `site-gen topics --out DIR` writes them", path.display())]
    Nothing {
        /// The folder.
        path: PathBuf,
    },
    /// The file cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is far larger than any list made by hand.
    #[error("{}: larger than {MAX_BYTES} bytes; keep the rows that you edited", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// It is not CSV in UTF-8.
    #[error("{}:{line}: not CSV in UTF-8: {what}; save it as \"CSV UTF-8\"", path.display())]
    NotCsv {
        /// The file.
        path: PathBuf,
        /// The line, 1 is the first.
        line: u64,
        /// What is wrong.
        what: String,
    },
    /// The header lacks a column.
    #[error("{}:1: no column `{column}`; the first line must name the columns topic and string", path.display())]
    NoColumn {
        /// The file.
        path: PathBuf,
        /// The column.
        column: &'static str,
    },
    /// A topic's name cannot stand on a page.
    #[error(
        "{}:{line}: the topic has no usable name; a name has a letter in it, at most {MAX_NAME_CHARS} characters, and \
         no other signs than & / + # . , ' ( ) - ·", path.display()
    )]
    BadName {
        /// The file.
        path: PathBuf,
        /// The line.
        line: u64,
    },
    /// A string is nothing to learn from.
    #[error("{}:{line}: the string is refused by cleaning ({why}); delete the row", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// The line.
        line: u64,
        /// Why.
        why: Why,
    },
    /// One string under two topics.
    #[error(
        "{}:{line}: the string is under another topic in line {first} already; both rows are one string once \
         case, brackets, plurals and aliases are gone, so delete one of them", path.display()
    )]
    Duplicate {
        /// The file.
        path: PathBuf,
        /// The line.
        line: u64,
        /// The line that has it first.
        first: u64,
    },
}

/// Reads the folder that `site-gen topics` wrote and somebody edited. A row without a topic says nothing; a
/// name that no other row has makes a new topic; columns may stand in any order, and more may be there.
///
/// # Errors
/// No file at all, or the first row that cannot be used, by file and line.
pub fn read_topics(dir: &Path, cleaning: Cleaning) -> Result<EditedTopics, TopicsFileError> {
    let read = |kind| read_file(&dir.join(file_name(kind)), kind, cleaning);
    let (skills, degree_fields) = (read(TopicKind::Skills)?, read(TopicKind::DegreeFields)?);
    if skills.is_none() && degree_fields.is_none() {
        return Err(TopicsFileError::Nothing { path: dir.to_owned() });
    }
    Ok(EditedTopics { skills: skills.unwrap_or_default(), degree_fields: degree_fields.unwrap_or_default() })
}

/// One file; `None` when it is not there.
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
        // The kind only: the error's own words may hold a cell.
        what: match error.kind() {
            csv::ErrorKind::Utf8 { .. } => "bytes that are not UTF-8".to_owned(),
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                format!("{len} cells where {expected_len} belong")
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
