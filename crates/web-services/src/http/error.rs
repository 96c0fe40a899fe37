//! What went wrong, in words that are safe to print.

use std::time::Duration;

use thiserror::Error;

/// A failed call. No variant holds the key, the URL's query, a header, or more of the body than a short
/// sanitised message.
#[derive(Debug, Error)]
pub enum HttpError {
    /// The base URL may not be used.
    #[error("{service}: the base URL cannot be used: {why}")]
    BadBaseUrl {
        /// Whose.
        service: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The key has characters that no header can carry.
    #[error(
        "{service}: the key has characters that a header cannot carry; copy it again, without line breaks"
    )]
    BadSecret {
        /// Whose.
        service: String,
    },
    /// The path is not one.
    #[error("{service}: the request's path is not valid")]
    BadPath {
        /// Whose.
        service: String,
    },
    /// The service answered, and not with success.
    #[error("{service} answered {status} after {attempts} {}{}: {advice}", tries(*.attempts), said(message.as_deref()))]
    Status {
        /// Who.
        service: String,
        /// HTTP status.
        status: u16,
        /// How often it was asked.
        attempts: u32,
        /// Its own words, bounded and sanitised.
        message: Option<String>,
        /// What to do.
        advice: &'static str,
    },
    /// No whole answer came.
    #[error("{service}: {what} ({attempts} {}); check the network and try again", tries(*.attempts))]
    Connection {
        /// Who.
        service: String,
        /// What happened last.
        what: &'static str,
        /// Whether the request certainly did not reach the service.
        never_sent: bool,
        /// How often it was asked.
        attempts: u32,
    },
    /// The answer is larger than allowed.
    #[error("{service} sent more than {max_bytes} bytes; ask for less at a time")]
    TooLarge {
        /// Who.
        service: String,
        /// The limit.
        max_bytes: u64,
    },
    /// The next try would begin after the time allowed for all tries.
    #[error("{service}: no answer within {} s and {attempts} {} (last: {}); try again later", total.as_secs(), tries(*.attempts), briefly(last))]
    OutOfTime {
        /// Who.
        service: String,
        /// The limit.
        total: Duration,
        /// How often it was asked.
        attempts: u32,
        /// What the last try ended with.
        last: Box<HttpError>,
    },
    /// A download could not be written.
    #[error("{service}: the answer could not be written; check the disk")]
    File {
        /// Who.
        service: String,
        /// What the file said.
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

    /// Whether the last try certainly did not reach the service.
    pub fn was_never_sent(&self) -> bool {
        match self {
            HttpError::BadBaseUrl { .. } | HttpError::BadSecret { .. } | HttpError::BadPath { .. } => true,
            HttpError::Connection { never_sent, .. } => *never_sent,
            HttpError::OutOfTime { last, .. } => last.was_never_sent(),
            _ => false,
        }
    }

    /// Whether every other call would end the same way: a wrong key or address.
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

fn said(message: Option<&str>) -> String {
    message.map(|message| format!(", saying “{message}”")).unwrap_or_default()
}

/// What to do about a status.
pub(crate) fn advice(status: u16) -> &'static str {
    match status {
        300..=399 => "redirects are not followed, because the key would go along; correct the base URL",
        400 => "the request was refused; check the key and the settings",
        401 | 403 => "check that the key is right and may use this service",
        404 => "check the model or data set name and the base URL",
        429 => "the quota is used up; wait, or lower the concurrency",
        500..=599 => "the service has trouble; try again later",
        _ => "check the settings",
    }
}
