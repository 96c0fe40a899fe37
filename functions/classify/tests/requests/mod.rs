//! Requests and answers without a socket.
#![allow(dead_code, reason = "each test uses its part")]

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use classify::Classifier;
use lambda_http::http::{HeaderValue, Method, Request};
use lambda_http::{Body, Response};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::synthetic_model;

/// The two content types.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
pub(crate) const JSON: &str = "application/json";

/// A handler with the synthetic model.
pub(crate) fn classifier() -> Classifier {
    Classifier::new(Some(Arc::new(synthetic_model::model())))
}

/// The value of a future that is ready: the handler waits for its store only, and a local store answers at
/// once.
pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the handler waited"),
    }
}

/// A request with headers.
pub(crate) fn request(
    method: &str,
    path: &str,
    headers: &[(&'static str, &str)],
    body: impl Into<Body>,
) -> Request<Body> {
    let mut request = Request::new(body.into());
    *request.method_mut() = Method::from_bytes(method.as_bytes()).expect("a method");
    *request.uri_mut() = path.parse().expect("a path");
    for (name, value) in headers {
        request.headers_mut().append(*name, HeaderValue::from_str(value).expect("a value"));
    }
    request
}

/// `POST /classify`.
pub(crate) fn post(content_type: &str, accept: &str, body: impl Into<Body>) -> Request<Body> {
    request("POST", "/classify", &[("content-type", content_type), ("accept", accept)], body)
}

/// Percent-encodes every byte.
pub(crate) fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// A header as text; empty when absent.
pub(crate) fn header<'r>(response: &'r Response<Body>, name: &str) -> &'r str {
    response.headers().get(name).map_or("", |value| value.to_str().expect("ASCII"))
}

/// The parts of a redirect: the path, and the lists of the fragment, split first and then decoded.
pub(crate) fn parts(location: &str) -> (&str, BTreeMap<&str, Vec<Vec<String>>>) {
    let (path, fragment) = location.split_once('#').expect("a fragment");
    let mut parts = fragment.split('&');
    assert_eq!(parts.next(), Some("you"), "{location}");
    let list = |part| {
        let (key, items): (&str, &str) = str::split_once(part, '=').expect("a value");
        let decoded = |text| percent_decode_str(text).decode_utf8().expect("UTF-8").into_owned();
        (key, items.split('|').map(|item| item.split(',').map(decoded).collect()).collect())
    };
    (path, parts.map(list).collect())
}

/// The body as text.
pub(crate) fn text(response: &Response<Body>) -> &str {
    std::str::from_utf8(response.body()).expect("UTF-8")
}
