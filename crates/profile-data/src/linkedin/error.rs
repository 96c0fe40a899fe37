//! Why an export could not be read.

use std::io;

use thiserror::Error;

/// The largest archive that is read: it is held in memory, so that one from a pipe can be read too.
pub const MAX_LINKEDIN_ZIP_BYTES: u64 = 64 << 20;

/// Why an export could not be read. Names the file inside it, never what it says.
#[derive(Debug, Error)]
pub enum LinkedInError {
    /// Reading stopped.
    #[error("{name}: reading failed; check the disk or the connection, then run again")]
    Io {
        /// The archive or folder, as given by the caller.
        name: String,
        /// What the operating system said.
        source: io::Error,
    },
    /// No ZIP, or one that cannot be unpacked.
    #[error("{name}: {reason}")]
    Archive {
        /// As given by the caller.
        name: String,
        /// What is wrong, and what to do.
        reason: String,
    },
    /// None of the six files is in it.
    #[error("{name}: {NOT_AN_EXPORT}")]
    NotAnExport {
        /// As given by the caller.
        name: String,
    },
    /// A file of the export is broken.
    #[error("{name}: {file}: line {line}: {reason}")]
    File {
        /// The archive or folder, as given by the caller.
        name: String,
        /// Which of the six.
        file: &'static str,
        /// From 1.
        line: u64,
        /// What is wrong.
        reason: String,
    },
}

pub(super) const NOT_AN_EXPORT: &str = "holds none of Profile.csv, Positions.csv, Education.csv, Skills.csv, Certifications.csv, \
                             Courses.csv; ask LinkedIn for the larger copy of the data";
