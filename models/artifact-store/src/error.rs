//! What can go wrong, by name.

use std::io;

/// Why a file could not be read or written. `place` is the path, for people.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("{place}: there is no such file; train a model into this folder, or name another one")]
    NotFound {
        /// Where it was looked for.
        place: String,
    },
    /// It is larger than the caller takes; nothing of it was kept.
    #[error("{place}: {len} bytes or more, the limit is {max_len}; is it the right file?")]
    TooLarge {
        /// Where it is.
        place: String,
        /// Its length in bytes, as far as known.
        len: u64,
        /// The most bytes the caller takes.
        max_len: usize,
    },
    /// The name is taken by something that is not a file.
    #[error("{place}: not a regular file; move it away or name another folder")]
    NotAFile {
        /// Where it is.
        place: String,
    },
    /// Reading failed.
    #[error("{place}: cannot be read")]
    Read {
        /// Where it is.
        place: String,
        /// Why.
        source: io::Error,
    },
    /// Writing failed; what was there before is untouched.
    #[error("{place}: cannot be written")]
    Write {
        /// Where it should go.
        place: String,
        /// Why.
        source: io::Error,
    },
}

/// Why a text names no store.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum UriError {
    /// Nothing was given.
    #[error("the place of the model is empty; give the path of its folder")]
    Empty,
    /// A bucket, and no client for it.
    #[error(
        "this build has no S3 client, so `s3://` cannot be read; copy the model into a folder and name that"
    )]
    NoS3,
    /// Some other scheme.
    #[error("`{scheme}://` is not supported; give a path or `file:///path`")]
    UnknownScheme {
        /// The part before `://`.
        scheme: String,
    },
    /// `file://` with a host, a relative path, or bytes that are no path.
    #[error("`file://` needs an absolute path on this machine, as in `file:///srv/model`")]
    BadFilePath,
}
