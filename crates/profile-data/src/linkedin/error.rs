//! Why an export could not be read.

use std::io;

use thiserror::Error;

/// The largest archive that is read. It is held in memory, so that it can come from a pipe.
pub const MAX_LINKEDIN_ZIP_BYTES: u64 = 64 << 20;

/// Why an export could not be read. Never has text of the export. `name` is the archive or folder, as given
/// by the caller.
#[derive(Debug, Error)]
#[allow(missing_docs, reason = "the fields without a comment are explained above")]
pub enum LinkedInError {
    /// Reading stopped.
    #[error("{name}: reading failed; check the disk or the connection, then run again")]
    Io {
        name: String,
        /// The operating system's error.
        source: io::Error,
    },
    /// Not a ZIP, or one that cannot be unpacked.
    #[error("{name}: {reason}")]
    Archive {
        name: String,
        /// What is wrong, and what to do.
        reason: String,
    },
    /// It has none of the six files.
    #[error("{name}: {NOT_AN_EXPORT}")]
    NotAnExport { name: String },
    /// A file of the export is invalid.
    #[error("{name}: {file}: line {line}: {reason}")]
    File {
        name: String,
        /// The file's name.
        file: &'static str,
        /// From 1.
        line: u64,
        /// What is wrong.
        reason: String,
    },
}

pub(super) const NOT_AN_EXPORT: &str = "holds none of Profile.csv, Positions.csv, Education.csv, Skills.csv, \
     Certifications.csv, Courses.csv; ask LinkedIn for the larger copy of the data";
