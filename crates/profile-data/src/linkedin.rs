//! Reads LinkedIn's "Get a copy of your data", as a ZIP or an unpacked folder: one person.
//!
//! | profile | from |
//! |---|---|
//! | `position` | the title in `Positions.csv` of the job without an end that began last |
//! | | else the headline of `Profile.csv` without the employer, else the title of the job that ended last |
//! | `company` | the company in `Positions.csv` of the job without an end that began last |
//! | `experience_months` | `Positions.csv`: `Started On`, `Finished On` |
//! | `degree_fields` | `Education.csv`: the field inside `Degree Name` |
//! | `courses`, `certifications` | the `Name`s of `Courses.csv`, `Certifications.csv` |
//! | `skills` | the `Name`s of `Skills.csv` |
//!
//! Nothing else is kept: no name, address or e-mail, no school, no URL. An export lacks the files that would
//! be empty; it must have at least one of the six.

mod error;
mod files;
mod person;
mod table;

use std::io::{self, BufReader, Read};
use std::path::Path;

use career_model::Profile;

use crate::{ReadError, ReadOptions, Record, Rejection};
use error::NOT_AN_EXPORT;
pub use error::{LinkedInError, MAX_LINKEDIN_ZIP_BYTES};

/// Reads the person from an archive of at most [`MAX_LINKEDIN_ZIP_BYTES`]; errors use `name` for it. Only the
/// six files are unpacked, each up to a limit, so a ZIP bomb is an error.
///
/// # Errors
/// Not a ZIP, none of the six files, or an invalid one.
pub fn read_linkedin_zip(
    name: &str,
    source: impl Read,
    options: &ReadOptions,
) -> Result<Profile, LinkedInError> {
    person::profile(name, &files::of_zip(name, source)?, options)
}

/// Reads the person from an unpacked export; the six files must be in the folder itself.
///
/// # Errors
/// An unreadable folder, none of the six files, or an invalid one.
pub fn read_linkedin_folder(folder: &Path, options: &ReadOptions) -> Result<Profile, LinkedInError> {
    let name = folder.display().to_string();
    person::profile(&name, &files::of_folder(&name, folder)?, options)
}

/// An iterator over the only record of an export, like all readers.
pub struct LinkedInReader {
    record: Option<Result<Record, ReadError>>,
}

impl LinkedInReader {
    /// Reads an archive, to its end; see [`read_linkedin_zip`].
    pub fn zip(name: &str, mut source: impl Read, options: &ReadOptions) -> LinkedInReader {
        let profile = read_linkedin_zip(name, &mut source, options);
        // The rest is read for the hash of the whole file.
        let rest = io::copy(&mut BufReader::new(source), &mut io::sink());
        let profile = rest.map_err(|source| LinkedInError::Io { name: name.into(), source }).and(profile);
        LinkedInReader { record: Some(record(profile)) }
    }

    /// Whether a folder has any of the six files.
    ///
    /// # Errors
    /// A folder that cannot be listed.
    pub fn is_export(folder: &Path) -> io::Result<bool> {
        Ok(files::find_in(folder)?.iter().any(Option::is_some))
    }

    /// Reads a folder; see [`read_linkedin_folder`].
    pub fn folder(folder: &Path, options: &ReadOptions) -> LinkedInReader {
        LinkedInReader { record: Some(record(read_linkedin_folder(folder, options))) }
    }
}

fn record(profile: Result<Profile, LinkedInError>) -> Result<Record, ReadError> {
    let (line, reason) = match profile {
        Ok(profile) => {
            return Ok(Record::Accepted {
                line: 1,
                profile,
                recommended_courses: Vec::new(),
                snapshot_day: 0,
            });
        }
        Err(LinkedInError::Io { name, source }) => return Err(ReadError { name, line: 1, source }),
        Err(LinkedInError::Archive { reason, .. }) => (1, reason),
        Err(LinkedInError::NotAnExport { .. }) => (1, NOT_AN_EXPORT.to_owned()),
        Err(LinkedInError::File { file, line, reason, .. }) => (line, format!("{file}: {reason}")),
    };
    Ok(Record::Rejected(Rejection { line, reason }))
}

impl Iterator for LinkedInReader {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.record.take()
    }
}

impl std::iter::FusedIterator for LinkedInReader {}
