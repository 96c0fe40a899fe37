//! Why a path gives no profiles at all.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::Format;

/// Why a path could not be opened as a file of profiles.
#[derive(Debug, Error)]
pub enum OpenError {
    /// Nothing is there.
    #[error("{path}: no such file; check the path to the profiles", path = path.display())]
    Missing {
        /// As given by the caller.
        path: PathBuf,
    },
    /// A directory is there.
    #[error("{path}: a folder, and no LinkedIn export; name the files of profiles in it instead", path = path.display())]
    IsDirectory {
        /// As given by the caller.
        path: PathBuf,
    },
    /// The operating system forbids it.
    #[error("{path}: permission denied; make the file readable for this user", path = path.display())]
    PermissionDenied {
        /// As given by the caller.
        path: PathBuf,
    },
    /// No file matches.
    #[error("{pattern}: no file matches this pattern; check the folder and the spelling", pattern = pattern.display())]
    NoMatch {
        /// As given by the caller.
        pattern: PathBuf,
    },
    /// Not a pattern.
    #[error("{pattern}: not a pattern of file names ({reason}); `*`, `?`, `[ab]` and `**` are understood", pattern = pattern.display())]
    Pattern {
        /// As given by the caller.
        pattern: PathBuf,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The content is of no form that is known.
    #[error(
        "{path}: the content is not recognised; understood are {known}, plain or with gzip or zstd; name one of them with --format if it is one",
        path = path.display(), known = Format::known()
    )]
    Unknown {
        /// As given by the caller.
        path: PathBuf,
    },
    /// Compressed, but not well.
    #[error("{path}: the compressed data is damaged or cut off ({source}); fetch the file again", path = path.display())]
    Damaged {
        /// As given by the caller.
        path: PathBuf,
        /// What the decoder said.
        source: io::Error,
    },
    /// This form cannot be read from where it is.
    #[error("{path}: {format} {why}", path = path.display())]
    Unfit {
        /// As given by the caller.
        path: PathBuf,
        /// The form.
        format: Format,
        /// What to do instead.
        why: String,
    },
    /// Anything else.
    #[error("{path}: cannot be opened; check the disk and the path", path = path.display())]
    Io {
        /// As given by the caller.
        path: PathBuf,
        /// What the operating system said.
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
