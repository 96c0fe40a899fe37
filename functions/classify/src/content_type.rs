//! The `Content-Type` of a request.

use lambda_http::http::HeaderMap;
use lambda_http::http::header::{CONTENT_ENCODING, CONTENT_TYPE};

/// The two types of body that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyType {
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `application/json`.
    Json,
}

impl BodyType {
    /// The type of a request's body; `None` when it is missing or another one, or the body is compressed or
    /// not UTF-8.
    pub(crate) fn of(headers: &HeaderMap) -> Option<BodyType> {
        let encoding = headers.get(CONTENT_ENCODING).map_or(Some("identity"), |value| value.to_str().ok())?;
        if !encoding.trim().eq_ignore_ascii_case("identity") {
            return None;
        }
        let mut parts = headers.get(CONTENT_TYPE)?.to_str().ok()?.split(';').map(str::trim);
        let essence = parts.next()?;
        let utf_8 = parts.filter_map(|parameter| parameter.split_once('=')).all(|(name, value)| {
            let value = value.trim().trim_matches('"');
            !name.trim().eq_ignore_ascii_case("charset")
                || value.eq_ignore_ascii_case("utf-8")
                || value.eq_ignore_ascii_case("utf8")
        });
        let types =
            [("application/x-www-form-urlencoded", BodyType::Form), ("application/json", BodyType::Json)];
        let known = types.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(essence));
        known.map(|(_, body_type)| body_type).filter(|_| utf_8)
    }
}
