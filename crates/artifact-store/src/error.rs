//! Errors of stores and URIs.

use std::error::Error;

/// The cause of a store's failure.
pub type Source = Box<dyn Error + Send + Sync>;

/// Why an object could not be read or written. `location` is a path or `s3://bucket/key`, for people.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "every variant has a location, and its other fields are named")]
pub enum StoreError {
    /// There is no such object.
    #[error("{location}: there is no such file; is the path right, and has anything been written there yet?")]
    NotFound { location: String },
    /// The object is larger than the caller takes; nothing of it was kept. `len` is its length in bytes, as
    /// far as known.
    #[error("{location}: {len} bytes or more, the limit is {max_len}; is it the right file?")]
    TooLarge { location: String, len: u64, max_len: usize },
    /// Another writer changed the object: the condition of the write does not hold (`412`), and nothing was
    /// written.
    #[error("{location}: another program has written it in the meantime")]
    Conflict { location: String },
    /// The bytes read are not the bytes written.
    #[error("{location}: its checksum does not match; it was damaged on the way or changed by hand")]
    Damaged { location: String },
    /// The path is not a regular file.
    #[error("{location}: not a regular file; move it away or name another folder")]
    NotAFile { location: String },
    /// The store refused access. `check` says what to look at: credentials, region, policy.
    #[error("{location}: access is denied; {check}")]
    Denied { location: String, check: &'static str, source: Source },
    /// Reading failed.
    #[error("{location}: cannot be read")]
    Read { location: String, source: Source },
    /// Writing failed. The old object is untouched, unless the store's answer was lost on the way.
    #[error("{location}: cannot be written")]
    Write { location: String, source: Source },
}

/// Why a text names no store.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UriError {
    /// Empty text.
    #[error("the location is empty; give the path of a folder, or s3://bucket/prefix")]
    Empty,
    /// A bucket, but this build has no client for it.
    #[error(
        "this build has no S3 client, so `s3://` cannot be reached; build with the feature `s3`, or copy the \
         files into a folder and name that"
    )]
    NoS3,
    /// A scheme that no backend has.
    #[error("`{scheme}://` is not supported; give a path, `file:///path` or `s3://bucket/prefix`")]
    UnknownScheme {
        /// The part before `://`.
        scheme: String,
    },
    /// What follows the scheme is no location of its backend.
    #[error("{expected}")]
    BadLocation {
        /// How a location of this scheme is written.
        expected: &'static str,
    },
}
