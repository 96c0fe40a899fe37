//! Reads a JSON Resume (1.0.0, and the older key for employers): one person.
//!
//! | profile | from |
//! |---|---|
//! | `position` | `position` in `work[]` of the job without an end that began last |
//! | | else `basics.label`, else the position that ended last |
//! | `company` | `name` (or `company`) in `work[]` of the job without an end that began last |
//! | `experience_months` | `work[]`: `startDate`, `endDate` |
//! | `degree_fields` | `education[].area`, else the field inside `studyType` |
//! | `courses` | `education[].courses[]` |
//! | `certifications` | `certificates[].name` |
//! | `skills` | `skills[].name` and `skills[].keywords[]` |
//!
//! Nothing else is kept: no name, e-mail, phone number, address or URL. Any value may be `null` or missing. A
//! number is accepted as text (years often are numbers); any other wrong type is an error with its position.

mod section;

use std::io::{self, Read};

use career_model::Profile;
use serde_json::{Map, Value};
use thiserror::Error;

use crate::degree_name::field_of;
use crate::experience::{Career, Position};
use crate::reader::rejection::describe;
use crate::{MAX_LINE_BYTES, ReadError, ReadOptions, Record, Rejection};
use section::{objects, text, texts};

/// Why a document is not a resume. Has positions and types only, never text of the document.
#[derive(Debug, Error)]
pub enum JsonResumeError {
    /// Reading stopped.
    #[error("{name}: reading failed; check the disk or the connection, then run again")]
    Io {
        /// As given by the caller.
        name: String,
        /// The operating system's error.
        source: io::Error,
    },
    /// Not a resume, or an invalid one.
    #[error("{name}: line {line}: {reason}")]
    Document {
        /// As given by the caller.
        name: String,
        /// From 1; also 1 for a wrong value in valid JSON.
        line: u64,
        /// What is wrong, with the section.
        reason: String,
    },
}

/// Reads the person from a document of at most [`MAX_LINE_BYTES`]; errors use `name` for it.
///
/// # Errors
/// Not a JSON object, too large, without any section of a resume, or with a wrong type in a value that is
/// read.
pub fn read_json_resume(
    name: &str,
    source: impl Read,
    options: &ReadOptions,
) -> Result<Profile, JsonResumeError> {
    let document = |(line, reason)| JsonResumeError::Document { name: name.into(), line, reason };
    let mut bytes = Vec::new();
    let limit = MAX_LINE_BYTES as u64;
    let read = source.take(limit + 1).read_to_end(&mut bytes);
    read.map_err(|source| JsonResumeError::Io { name: name.into(), source })?;
    if bytes.len() > MAX_LINE_BYTES {
        return Err(document((1, format!("longer than {MAX_LINE_BYTES} bytes, which no resume is"))));
    }
    let resume = parse(&bytes).map_err(document)?;
    profile(&resume, options).map_err(|reason| document((1, reason)))
}

fn parse(bytes: &[u8]) -> Result<Map<String, Value>, (u64, String)> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(text).map_err(|error| {
        let line = 1 + text[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() as u64;
        (line, "not valid UTF-8".to_owned())
    })?;
    match serde_json::from_str(text) {
        Ok(Value::Object(resume)) => Ok(resume),
        Ok(other) => Err((1, format!("expected a JSON object, found {}", describe(&other)))),
        Err(error) => {
            let line = (error.line() as u64).max(1);
            let reason = if error.is_eof() { "the JSON ends too early (cut off?)" } else { "not valid JSON" };
            Err((line, format!("{reason} at column {}", error.column())))
        }
    }
}

/// A resume has at least one of these sections.
const SECTIONS: [&str; 5] = ["basics", "work", "education", "certificates", "skills"];

fn profile(resume: &Map<String, Value>, options: &ReadOptions) -> Result<Profile, String> {
    if !SECTIONS.iter().any(|section| resume.contains_key(*section)) {
        return Err(format!("expected a JSON Resume with one of {}", SECTIONS.join(", ")));
    }
    let label = match resume.get("basics") {
        None | Some(Value::Null) => None,
        Some(Value::Object(basics)) => text("basics", basics, "label")?,
        Some(other) => return Err(format!("basics: expected an object, found {}", describe(other))),
    };
    let mut positions = Vec::new();
    for (place, job) in objects("work", resume)? {
        let employer = text(&place, job, "name")?;
        let employer = if employer.is_some() { employer } else { text(&place, job, "company")? };
        let (start, end) = (text(&place, job, "startDate")?, text(&place, job, "endDate")?);
        let dates = (start.as_deref(), end.as_deref());
        positions.push(Position::new(text(&place, job, "position")?, employer, dates, options.as_of));
    }
    let career = Career::new(positions, label, options.experience);
    let mut profile = Profile {
        position: career.position,
        company: career.company,
        experience_months: career.experience_months,
        ..Profile::default()
    };
    for (place, study) in objects("education", resume)? {
        let degree = text(&place, study, "studyType")?;
        let area = text(&place, study, "area")?;
        profile.degree_fields.extend(area.or_else(|| degree.as_deref().and_then(field_of)));
        profile.courses.extend(texts(&place, study, "courses")?);
    }
    for (place, certificate) in objects("certificates", resume)? {
        profile.certifications.extend(text(&place, certificate, "name")?);
    }
    for (place, skill) in objects("skills", resume)? {
        profile.skills.extend(text(&place, skill, "name")?);
        profile.skills.extend(texts(&place, skill, "keywords")?);
    }
    Ok(profile)
}

/// An iterator over the only record of a resume, like all readers.
pub struct JsonResumeReader {
    record: Option<Result<Record, ReadError>>,
}

impl JsonResumeReader {
    /// See [`read_json_resume`]. The source is read to its end.
    pub fn new(name: &str, mut source: impl Read, options: &ReadOptions) -> JsonResumeReader {
        let profile = read_json_resume(name, &mut source, options);
        // The rest is read for the hash of the whole file.
        let rest = io::copy(&mut source, &mut io::sink());
        let profile = rest.map_err(|source| JsonResumeError::Io { name: name.into(), source }).and(profile);
        JsonResumeReader {
            record: Some(match profile {
                Ok(profile) => Ok(Record::Accepted {
                    line: 1,
                    profile,
                    recommended_courses: Vec::new(),
                    snapshot_day: 0,
                }),
                Err(JsonResumeError::Io { name, source }) => Err(ReadError { name, line: 1, source }),
                Err(JsonResumeError::Document { line, reason, .. }) => {
                    Ok(Record::Rejected(Rejection { line, reason }))
                }
            }),
        }
    }
}

impl Iterator for JsonResumeReader {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.record.take()
    }
}

impl std::iter::FusedIterator for JsonResumeReader {}
