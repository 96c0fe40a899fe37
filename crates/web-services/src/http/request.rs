//! Requests.

use std::time::Duration;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All characters but the unreserved ones of RFC 3986.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A request to a path under the client's base URL. It contains no key: the client adds it.
#[derive(Clone, Debug)]
pub struct Request {
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) body: Option<Vec<u8>>,
    pub(crate) repeatable: bool,
    pub(crate) timeout: Option<Duration>,
}

impl Request {
    /// `GET` of a path that begins with `/`.
    pub fn get(path: impl Into<String>) -> Request {
        Request { path: path.into(), query: String::new(), body: None, repeatable: true, timeout: None }
    }

    /// `POST` of a JSON body.
    pub fn post_json(path: impl Into<String>, body: Vec<u8>) -> Request {
        Request { body: Some(body), ..Request::get(path) }
    }

    /// Adds a query parameter, percent-encoded.
    #[must_use]
    pub fn query(mut self, name: &str, value: &str) -> Request {
        self.query.push(if self.query.is_empty() { '?' } else { '&' });
        self.query.extend(utf8_percent_encode(name, QUERY));
        self.query.push('=');
        self.query.extend(utf8_percent_encode(value, QUERY));
        self
    }

    /// For a request that costs money each time: it is repeated only when the service certainly did not
    /// execute it (no connection, 429, 503).
    #[must_use]
    pub fn only_once(mut self) -> Request {
        self.repeatable = false;
        self
    }

    /// Another time limit for each attempt than the client's (for a long download).
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Request {
        self.timeout = Some(timeout);
        self
    }
}
