//! Errors that are safe to print.

use std::time::Duration;

use thiserror::Error;

/// A failed call. No variant contains the key, the URL's query, a header, or more of the body than a short
/// sanitised message. `service` is the name of the service, and `attempts` the number of attempts.
#[derive(Debug, Error)]
#[allow(missing_docs, reason = "the fields without a comment are explained above")]
pub enum HttpError {
    /// The base URL may not be used.
    #[error("{service}: the base URL cannot be used: {why}")]
    BadBaseUrl {
        service: String,
        /// The problem.
        why: &'static str,
    },
    /// The key has characters that no header can carry.
    #[error(
        "{service}: the key has characters that a header cannot carry; copy it again, without line breaks"
    )]
    BadSecret { service: String },
    /// The path is not valid.
    #[error("{service}: the request's path is not valid")]
    BadPath { service: String },
    /// The service answered with an error.
    #[error(
        "{service} answered {status} after {attempts} {}{}: {advice}",
        tries(*.attempts), quoted(message.as_deref())
    )]
    Status {
        service: String,
        /// HTTP status.
        status: u16,
        attempts: u32,
        /// The service's message, bounded and sanitised.
        message: Option<String>,
        /// What to do.
        advice: &'static str,
    },
    /// The answer is missing or incomplete.
    #[error("{service}: {what} ({attempts} {}); check the network and try again", tries(*.attempts))]
    Connection {
        service: String,
        /// The failure of the last attempt.
        what: &'static str,
        /// Whether the request certainly did not reach the service.
        never_sent: bool,
        attempts: u32,
    },
    /// The answer is larger than allowed.
    #[error("{service} sent more than {max_bytes} bytes; ask for less at a time")]
    TooLarge {
        service: String,
        /// The limit.
        max_bytes: u64,
    },
    /// The time for all attempts is over.
    #[error(
        "{service}: no answer within {} s and {attempts} {} (last: {}); try again later",
        total.as_secs(), tries(*.attempts), briefly(last)
    )]
    OutOfTime {
        service: String,
        /// The limit.
        total: Duration,
        attempts: u32,
        /// The error of the last attempt.
        last: Box<HttpError>,
    },
    /// A download could not be written.
    #[error("{service}: the answer could not be written; check the disk")]
    File {
        service: String,
        /// The error of the file.
        source: std::io::Error,
    },
}

impl HttpError {
    /// The HTTP status of the last answer, when the service answered with one.
    pub fn status(&self) -> Option<u16> {
        match self {
            HttpError::Status { status, .. } => Some(*status),
            HttpError::OutOfTime { last, .. } => last.status(),
            _ => None,
        }
    }

    /// Whether the last attempt certainly did not reach the service.
    pub fn was_never_sent(&self) -> bool {
        match self {
            HttpError::BadBaseUrl { .. } | HttpError::BadSecret { .. } | HttpError::BadPath { .. } => true,
            HttpError::Connection { never_sent, .. } => *never_sent,
            HttpError::OutOfTime { last, .. } => last.was_never_sent(),
            _ => false,
        }
    }

    /// Whether every other call would fail in the same way: a wrong key or address.
    pub fn is_final(&self) -> bool {
        matches!(self, HttpError::BadBaseUrl { .. } | HttpError::BadSecret { .. })
            || matches!(self.status(), Some(300..=399 | 401 | 403 | 404))
    }
}

fn briefly(error: &HttpError) -> String {
    match error {
        HttpError::Status { status, .. } => format!("status {status}"),
        HttpError::Connection { what, .. } => (*what).to_owned(),
        _ => "failed".to_owned(),
    }
}

fn tries(attempts: u32) -> &'static str {
    if attempts == 1 { "try" } else { "tries" }
}

fn quoted(message: Option<&str>) -> String {
    message.map(|message| format!(", saying “{message}”")).unwrap_or_default()
}

/// What to do about a status.
pub(crate) fn advice(status: u16) -> &'static str {
    match status {
        300..=399 => "redirects are not followed, because the key would be sent along; correct the base URL",
        400 => "the request was refused; check the key and the settings",
        401 | 403 => "check that the key is right and may use this service",
        404 => "check the model or data set name and the base URL",
        429 => "the quota is used up; wait, or lower the concurrency",
        500..=599 => "the service failed; try again later",
        _ => "check the settings",
    }
}
