//! What can go wrong, by name.

use std::error::Error;

/// Why the place itself did not do as it was told.
pub type Source = Box<dyn Error + Send + Sync>;

/// Why an object could not be read or written. `place` is the path or `s3://bucket/key`, for people.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such object.
    #[error("{place}: there is no such file; is the path right, and has anything been written there yet?")]
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
    /// Someone else wrote it since: the condition of the write does not hold (`412`), and nothing was written.
    #[error("{place}: someone else has written it in the meantime")]
    Conflict {
        /// Where it is.
        place: String,
    },
    /// What arrived is not what was written.
    #[error("{place}: its checksum does not match; it was damaged on the way or changed by hand")]
    Damaged {
        /// Where it is.
        place: String,
    },
    /// The name is taken by something that is not a file.
    #[error("{place}: not a regular file; move it away or name another folder")]
    NotAFile {
        /// Where it is.
        place: String,
    },
    /// Not allowed to.
    #[error("{place}: access is denied; {check}")]
    Denied {
        /// Where it is.
        place: String,
        /// What to look at: credentials, region, policy.
        check: &'static str,
        /// What the store said.
        source: Source,
    },
    /// Reading failed.
    #[error("{place}: cannot be read")]
    Read {
        /// Where it is.
        place: String,
        /// Why.
        source: Source,
    },
    /// Writing failed; what was there before is untouched, unless the answer of the store was lost on the way.
    #[error("{place}: cannot be written")]
    Write {
        /// Where it should go.
        place: String,
        /// Why.
        source: Source,
    },
}

/// Why a text names no store.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UriError {
    /// Nothing was given.
    #[error("the place is empty; give the path of a folder, or s3://bucket/prefix")]
    Empty,
    /// A bucket, and no client for it.
    #[error(
        "this build has no S3 client, so `s3://` cannot be reached; build with the feature `s3`, or copy the files into a \
         folder and name that"
    )]
    NoS3,
    /// `s3://` without a bucket, or with a prefix that is no key.
    #[error(
        "an S3 place is s3://bucket or s3://bucket/prefix; a bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens"
    )]
    BadBucket,
    /// Some other scheme.
    #[error("`{scheme}://` is not supported; give a path, `file:///path` or `s3://bucket/prefix`")]
    UnknownScheme {
        /// The part before `://`.
        scheme: String,
    },
    /// `file://` with a host, a relative path, or bytes that are no path.
    #[error("`file://` needs an absolute path on this machine, as in `file:///srv/model`")]
    BadFilePath,
}
