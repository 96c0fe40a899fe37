//! What production says beside every page and every answer, so that what breaks there breaks here first.
//!
//! CloudFront's policies are in `infra/terraform/headers.tf`, and a test reads them. Two differences: no
//! `Strict-Transport-Security`, which means nothing without TLS (RFC 6797 §7.2), and pages are asked for anew every
//! time, because they change with every rendering.

use artifact_store::{cache_control, content_type};
use axum::extract::Request;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

/// What a page may do. The function's error page stands alone and sends a policy of its own.
pub(super) const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                                      connect-src 'self'; manifest-src 'self'; form-action 'self'; \
                                      base-uri 'none'; frame-ancestors 'none'";

/// What no page needs.
pub(super) const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), \
    display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
    local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

/// Beside everything; they override what a handler says, as CloudFront's do.
pub(super) const EVERYWHERE: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
];

/// Beside everything.
pub(super) async fn everywhere(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in EVERYWHERE {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Beside files of the site: the policy, and the type and the age that they are published with.
pub(super) async fn files(request: Request, next: Next) -> Response {
    let path = request.uri().path().trim_start_matches('/').to_owned();
    let mut response = next.run(request).await;
    let file = match response.status() {
        status if status.is_success() || status == StatusCode::NOT_MODIFIED => {
            if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
        }
        _ => "404.html".to_owned(),
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(age(&file)));
    retype(headers, &file);
    response
}

/// Assets are named by their content. Pages: `no-cache` is "ask me first", and the answer is often 304.
fn age(file: &str) -> &'static str {
    match cache_control::for_path(file) {
        cache_control::IMMUTABLE => cache_control::IMMUTABLE,
        _ => cache_control::NO_CACHE,
    }
}

fn retype(headers: &mut HeaderMap, file: &str) {
    // An answer without a body has no type.
    if let Some(old) = headers.get_mut(header::CONTENT_TYPE) {
        *old = HeaderValue::from_static(content_type(file));
    }
}
