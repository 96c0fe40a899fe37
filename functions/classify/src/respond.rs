//! Responses, all with the same security headers.

use lambda_http::Body;
use lambda_http::http::header::{self, HeaderName, HeaderValue};
use lambda_http::http::{Response, StatusCode};

/// An HTML answer may only show itself and send its form.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; \
                                       base-uri 'none'; frame-ancestors 'none'";

/// `application/json`.
pub(crate) const JSON: &str = "application/json";
/// `application/problem+json`.
pub(crate) const PROBLEM: &str = "application/problem+json";
/// `text/html` in UTF-8.
pub(crate) const HTML: &str = "text/html; charset=utf-8";

/// A response; the body is its content type and text.
pub(crate) fn respond(status: StatusCode, body: Option<(&'static str, String)>) -> Response<Body> {
    let (content_type, body) =
        body.map_or((None, Body::Empty), |(kind, text)| (Some(kind), Body::Text(text)));
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let mut set = |name: HeaderName, value: &'static str| {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    };
    // Answers are personal: no cache may keep them, and Referer must not leak them.
    set(header::CACHE_CONTROL, "no-store");
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(header::VARY, "Accept");
    if let Some(content_type) = content_type {
        set(header::CONTENT_TYPE, content_type);
        if content_type == HTML {
            set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
        }
    }
    response
}
