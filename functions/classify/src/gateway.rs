//! API Gateway's HTTP API events (payload format 2.0; function URLs send the same), in and out.
//!
//! `lambda_http` has this conversion too, but it panics on a body that is marked as base64 and is not, and on
//! a path that is no URI (gateways decode paths, so `/%20` is enough), and a panic here ends the process.
//! This conversion accepts any JSON and leaves out invalid parts.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lambda_http::http::{HeaderMap, HeaderName, HeaderValue, Method, Response, Uri};
use lambda_http::{Body, Request};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::limits::MAX_BODY_LEN;

/// The characters that a path does not encode.
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'%').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// An event, not validated.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Event(Value);

/// Marks a request whose body could not be decoded. It is an extension, which no client can send.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UndecodableBody;

/// The request in an event, without the query, which is never read.
pub fn request(event: Event) -> Request {
    let Event(event) = event;
    let context = &event["requestContext"];
    let mut request = Request::new(Body::Empty);
    *request.uri_mut() = uri(event["rawPath"].as_str().unwrap_or_default(), context["stage"].as_str());
    if let Some(method) = context["http"]["method"].as_str() {
        // An invalid method becomes one that no route has.
        *request.method_mut() = Method::from_bytes(method.as_bytes()).unwrap_or(Method::TRACE);
    }
    if let Some(headers) = event["headers"].as_object() {
        let headers = headers.iter().filter_map(|(name, value)| header(name, value.as_str()?));
        *request.headers_mut() = collect(headers);
    }
    let body = event["body"].as_str().unwrap_or_default();
    if event["isBase64Encoded"].as_bool() != Some(true) {
        *request.body_mut() = Body::Text(body.to_owned());
    } else if body.len() / 4 * 3 > MAX_BODY_LEN + 2 {
        // Too large in any case; one byte over the limit has the same effect without decoding megabytes.
        *request.body_mut() = Body::Binary(vec![0; MAX_BODY_LEN + 1]);
    } else if let Ok(bytes) = STANDARD.decode(body) {
        *request.body_mut() = Body::Binary(bytes);
    } else {
        request.extensions_mut().insert(UndecodableBody);
    }
    request
}

/// The path as a URI, without the prefix of a named stage.
fn uri(raw_path: &str, stage: Option<&str>) -> Uri {
    let without_stage = stage
        .filter(|stage| !stage.is_empty() && *stage != "$default")
        .and_then(|stage| raw_path.strip_prefix('/')?.strip_prefix(stage))
        .filter(|rest| rest.starts_with('/'));
    let path = without_stage.unwrap_or(raw_path);
    let slash = if path.starts_with('/') { "" } else { "/" };
    let encoded = format!("{slash}{}", utf8_percent_encode(path, PATH));
    // A path of more than 64 KiB is still no URI, and no path of ours.
    encoded.parse().unwrap_or_else(|_| Uri::from_static("/-"))
}

fn header(name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    Some((HeaderName::try_from(name).ok()?, HeaderValue::from_bytes(value.as_bytes()).ok()?))
}

/// Like `collect`, but leaves out what does not fit into a header map.
fn collect(headers: impl Iterator<Item = (HeaderName, HeaderValue)>) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        if map.try_append(name, value).is_err() {
            break;
        }
    }
    map
}

/// The answer in API Gateway's format.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    status_code: u16,
    headers: BTreeMap<String, String>,
    body: String,
    is_base64_encoded: bool,
}

impl From<Response<Body>> for Answer {
    fn from(response: Response<Body>) -> Answer {
        let (parts, body) = response.into_parts();
        let text = |value: &HeaderValue| value.to_str().map(str::to_owned).unwrap_or_default();
        let (body, is_base64_encoded) = match body {
            Body::Text(text) => (text, false),
            Body::Binary(bytes) => (STANDARD.encode(bytes), true),
            _ => (String::new(), false),
        };
        Answer {
            status_code: parts.status.as_u16(),
            headers: parts.headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect(),
            body,
            is_base64_encoded,
        }
    }
}
