//! Errors of collections.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::http::HttpError;

/// Why a collection stopped. No variant contains a URL or the token; the journal lists what was triggered.
#[derive(Debug, Error)]
pub enum CollectError {
    /// A file could not be read or written.
    #[error("{path}: {what}", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What failed, and what to do.
        what: &'static str,
        /// The operating system's error.
        source: io::Error,
    },
    /// A line of the URL list is no URL.
    #[error("{path}: line {line}: {why}; give one http(s) URL a line, # for comments", path = path.display())]
    BadUrl {
        /// The list.
        path: PathBuf,
        /// From 1.
        line: u64,
        /// What is wrong.
        why: &'static str,
    },
    /// The URL list is empty or too long.
    #[error("{path}: {why}", path = path.display())]
    BadList {
        /// The list.
        path: PathBuf,
        /// What is wrong.
        why: &'static str,
    },
    /// The journal is not one of this program, or has another data set.
    #[error(
        "{path}: {why}; move it away to start again (its URLs will then be paid for again)",
        path = path.display()
    )]
    BadJournal {
        /// The journal.
        path: PathBuf,
        /// What is wrong.
        why: &'static str,
    },
    /// Another run has locked the journal.
    #[error(
        "{path}: another collection into this file is running; wait for it to end",
        path = path.display()
    )]
    Locked {
        /// The lock.
        path: PathBuf,
    },
    /// Bright Data refuses every request: wrong token, wrong address.
    #[error("the service refuses all requests; correct this and run the same command again")]
    Service(#[from] HttpError),
}

/// Adds the file and the failed action to an error.
pub(crate) fn in_file(path: &Path, what: &'static str) -> impl FnOnce(io::Error) -> CollectError {
    let path = path.to_owned();
    move |source| CollectError::File { path, what, source }
}
