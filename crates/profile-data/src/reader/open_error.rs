//! Why a path could not be opened as a file of profiles.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::Format;

/// Why a path could not be opened as a file of profiles. `path` and `pattern` are as given by the caller.
#[derive(Debug, Error)]
#[allow(missing_docs, reason = "the fields without a comment are explained above")]
pub enum OpenError {
    /// The path does not exist.
    #[error("{path}: no such file; check the path to the profiles", path = path.display())]
    Missing { path: PathBuf },
    /// The path is a directory.
    #[error(
        "{path}: a folder that is not a LinkedIn export; name the files of profiles in it instead",
        path = path.display()
    )]
    IsDirectory { path: PathBuf },
    /// The user may not read the file.
    #[error("{path}: permission denied; make the file readable for this user", path = path.display())]
    PermissionDenied { path: PathBuf },
    /// No file matches.
    #[error(
        "{pattern}: no file matches this pattern; check the folder and the spelling",
        pattern = pattern.display()
    )]
    NoMatch { pattern: PathBuf },
    /// The pattern is not valid.
    #[error(
        "{pattern}: not a pattern of file names ({reason}); use `*`, `?`, `[ab]` and `**`",
        pattern = pattern.display()
    )]
    Pattern {
        pattern: PathBuf,
        /// What is wrong.
        reason: &'static str,
    },
    /// The content is of no known format.
    #[error(
        "{path}: the format is not recognised; the formats are {known}, plain or with gzip or zstd; name the \
         format with --format if it is one of them",
        path = path.display(), known = Format::known()
    )]
    Unknown { path: PathBuf },
    /// The compressed data is damaged.
    #[error(
        "{path}: the compressed data is damaged or cut off ({source}); fetch the file again",
        path = path.display()
    )]
    Damaged {
        path: PathBuf,
        /// The decoder's error.
        source: io::Error,
    },
    /// This format cannot be read from this source.
    #[error("{path}: {format} {why}", path = path.display())]
    Unfit {
        path: PathBuf,
        /// The format.
        format: Format,
        /// What to do instead.
        why: String,
    },
    /// Any other error.
    #[error("{path}: cannot be opened; check the disk and the path", path = path.display())]
    Io {
        path: PathBuf,
        /// The operating system's error.
        source: io::Error,
    },
}

impl OpenError {
    pub(crate) fn from_io(path: &Path, source: io::Error) -> OpenError {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => OpenError::Missing { path },
            io::ErrorKind::IsADirectory => OpenError::IsDirectory { path },
            io::ErrorKind::PermissionDenied => OpenError::PermissionDenied { path },
            _ => OpenError::Io { path, source },
        }
    }
}
