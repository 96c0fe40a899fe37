//! The formats of profile files, by name and by content.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::stack_overflow::is_stack_overflow_header;

/// A format of profile files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The common format: JSON Lines, one person per line.
    Jsonl,
    /// Bright Data people profiles as JSON: a list, or an object per line.
    BrightData,
    /// Bright Data people profiles as CSV, with JSON in cells.
    BrightDataCsv,
    /// Bright Data people profiles as Parquet.
    BrightDataParquet,
    /// `survey_results_public.csv` of the Stack Overflow Developer Survey.
    StackOverflow,
    /// LinkedIn's "Get a copy of your data": the ZIP, or a folder with its files.
    LinkedIn,
    /// A JSON Resume.
    JsonResume,
}

/// A name that no format has.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no such format; the formats are {}", Format::known())]
pub struct UnknownFormat;

impl Format {
    /// All formats.
    pub const ALL: [Format; 7] = [
        Format::Jsonl,
        Format::BrightData,
        Format::BrightDataCsv,
        Format::BrightDataParquet,
        Format::StackOverflow,
        Format::LinkedIn,
        Format::JsonResume,
    ];

    /// The name, as in `--format`.
    pub fn name(self) -> &'static str {
        match self {
            Format::Jsonl => "jsonl",
            Format::BrightData => "bright-data",
            Format::BrightDataCsv => "bright-data-csv",
            Format::BrightDataParquet => "bright-data-parquet",
            Format::StackOverflow => "stack-overflow",
            Format::LinkedIn => "linkedin",
            Format::JsonResume => "json-resume",
        }
    }

    pub(crate) fn known() -> String {
        Format::ALL.map(Format::name).join(", ")
    }

    /// The format of a file, from its first 64 KiB after decompression. A file of white space is an empty
    /// file of the common format. `None` for an unknown format.
    pub fn detect(start: &[u8]) -> Option<Format> {
        if start.starts_with(b"PAR1") {
            return Some(Format::BrightDataParquet);
        }
        if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
            return Some(Format::LinkedIn);
        }
        let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
        match text.first() {
            None => Some(Format::Jsonl),
            Some(b'[') => Some(Format::BrightData),
            Some(b'{') => Some(of_object(text)),
            // The first line of JSON Lines may be invalid.
            Some(_) => of_table(text).or_else(|| of_later_line(text)),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(text: &str) -> Result<Format, UnknownFormat> {
        Format::ALL.into_iter().find(|format| format.name() == text).ok_or(UnknownFormat)
    }
}

/// Keys that only the common format has.
const COMMON_KEYS: [&str; 2] = ["experience_months", "degree_fields"];

/// Keys and columns that only Bright Data has.
const BRIGHT_DATA_KEYS: [&str; 10] = [
    "experience",
    "education",
    "current_company",
    "current_company_name",
    "current_company:name",
    "current_company_company_id",
    "educations_details",
    "linkedin_num_id",
    "people_also_viewed",
    "сourses",
];

/// Columns that Bright Data shares with other formats; they count only in a header.
const SHARED_COLUMNS: [&str; 5] = ["id", "url", "position", "certifications", "courses"];

fn of_object(text: &[u8]) -> Format {
    let keys = top_level_keys(text);
    let has =
        |names: &[&str]| keys.iter().any(|key| names.iter().any(|name| name.as_bytes() == key.as_slice()));
    if has(&COMMON_KEYS) {
        Format::Jsonl
    } else if has(&["basics"]) {
        Format::JsonResume
    } else if has(&BRIGHT_DATA_KEYS) {
        Format::BrightData
    } else {
        Format::Jsonl
    }
}

fn of_later_line(text: &[u8]) -> Option<Format> {
    let line = text.split(|&byte| byte == b'\n').find(|line| line.trim_ascii_start().starts_with(b"{"))?;
    Some(of_object(line.trim_ascii_start()))
}

fn of_table(text: &[u8]) -> Option<Format> {
    let mut header = csv::ByteRecord::new();
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    if !rows.read_byte_record(&mut header).unwrap_or(false) {
        return None;
    }
    let count = |names: &[&str]| {
        header.iter().filter(|cell| names.iter().any(|name| name.as_bytes() == cell.trim_ascii())).count()
    };
    let cells: Vec<&str> = header.iter().filter_map(|cell| std::str::from_utf8(cell).ok()).collect();
    if is_stack_overflow_header(&cells) {
        Some(Format::StackOverflow)
    } else if count(&BRIGHT_DATA_KEYS) > 0 || count(&SHARED_COLUMNS) > 2 {
        Some(Format::BrightDataCsv)
    } else {
        None
    }
}

/// The keys of the first object, as far as the text reaches. Escapes are not decoded, because no known key
/// has any.
fn top_level_keys(text: &[u8]) -> Vec<Vec<u8>> {
    let mut keys = Vec::new();
    let (mut depth, mut at) = (0_usize, 0);
    let mut is_key = true;
    while let Some(&byte) = text.get(at) {
        at += 1;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => break,
            b'}' | b']' => depth -= 1,
            b',' if depth == 1 => is_key = true,
            b':' if depth == 1 => is_key = false,
            b'"' => {
                let start = at;
                while let Some(&inside) = text.get(at) {
                    match inside {
                        b'"' => break,
                        b'\\' => at += 2,
                        _ => at += 1,
                    }
                }
                let end = at.min(text.len());
                if depth == 1 && is_key {
                    keys.push(text[start.min(end)..end].to_vec());
                }
                at += 1;
            }
            _ => {}
        }
    }
    keys
}
