//! LinkedIn's "Get a copy of your data", as the ZIP or as the folder it unpacks to: one person.
//!
//! | profile | from |
//! |---|---|
//! | `position`, `company` | `Positions.csv`: the job without an end that began last; else the headline of `Profile.csv` without the employer, else the title of the job that ended last |
//! | `experience_months` | `Positions.csv`: `Started On`, `Finished On` |
//! | `degree_fields` | `Education.csv`: the field inside `Degree Name` |
//! | `courses`, `certifications`, `skills` | the `Name`s of `Courses.csv`, `Certifications.csv`, `Skills.csv` |
//!
//! Nothing else is kept: no name, address or e-mail, no school, no URL. Files that are empty in the account are
//! absent from the export; one of the six must be there.

mod error;
mod files;
mod person;
mod table;

use std::io::{self, BufReader, Read};
use std::path::Path;

use career_model::Profile;

use crate::{ReadError, ReadOptions, Record, Rejected};
use error::NOT_AN_EXPORT;
pub use error::{LinkedInError, MAX_LINKEDIN_ZIP_BYTES};

/// Reads the person from an archive of at most [`MAX_LINKEDIN_ZIP_BYTES`]; `name` is what errors call it. Only
/// the six files are unpacked, each up to a limit, so a ZIP bomb is an error.
///
/// # Errors
/// No ZIP, none of the six files, or a broken one.
pub fn read_linkedin_zip(
    name: &str,
    source: impl Read,
    options: &ReadOptions,
) -> Result<Profile, LinkedInError> {
    person::profile(name, &files::of_zip(name, source)?, options)
}

/// Reads the person from an unpacked export; the six files are looked for in the folder itself.
///
/// # Errors
/// No readable folder, none of the six files, or a broken one.
pub fn read_linkedin_folder(folder: &Path, options: &ReadOptions) -> Result<Profile, LinkedInError> {
    let name = folder.display().to_string();
    person::profile(&name, &files::of_folder(&name, folder)?, options)
}

/// The one record of an export, in the form that all readers have.
pub struct LinkedInReader {
    record: Option<Result<Record, ReadError>>,
}

impl LinkedInReader {
    /// Of an archive; see [`read_linkedin_zip`]. The source is read to its end.
    pub fn zip(name: &str, mut source: impl Read, options: &ReadOptions) -> LinkedInReader {
        let profile = read_linkedin_zip(name, &mut source, options);
        // What is left is read for the hash of the whole file.
        let rest = io::copy(&mut BufReader::new(source), &mut io::sink());
        let profile = rest.map_err(|source| LinkedInError::Io { name: name.into(), source }).and(profile);
        LinkedInReader { record: Some(record(profile)) }
    }

    /// Whether a folder holds any of the six files.
    ///
    /// # Errors
    /// A folder that cannot be listed.
    pub fn is_export(folder: &Path) -> io::Result<bool> {
        Ok(files::find_in(folder)?.iter().any(Option::is_some))
    }

    /// Of a folder; see [`read_linkedin_folder`].
    pub fn folder(folder: &Path, options: &ReadOptions) -> LinkedInReader {
        LinkedInReader { record: Some(record(read_linkedin_folder(folder, options))) }
    }
}

fn record(profile: Result<Profile, LinkedInError>) -> Result<Record, ReadError> {
    let (line, reason) = match profile {
        Ok(profile) => return Ok(Record::Accepted { line: 1, profile, recommended_courses: Vec::new() }),
        Err(LinkedInError::Io { name, source }) => return Err(ReadError { name, line: 1, source }),
        Err(LinkedInError::Archive { reason, .. }) => (1, reason),
        Err(LinkedInError::NotAnExport { .. }) => (1, NOT_AN_EXPORT.to_owned()),
        Err(LinkedInError::File { file, line, reason, .. }) => (line, format!("{file}: {reason}")),
    };
    Ok(Record::Rejected(Rejected { line, reason }))
}

impl Iterator for LinkedInReader {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.record.take()
    }
}

impl std::iter::FusedIterator for LinkedInReader {}
