//! The response headers of production, so that a page that breaks there breaks in the preview first.
//!
//! CloudFront's policies are in `infra/terraform/headers.tf`, and a test compares them. There are two
//! differences: no `Strict-Transport-Security`, which has no effect without TLS (RFC 6797 §7.2), and no
//! caching of pages, because they change with every rendering.

use artifact_store::{cache_control, content_type};
use axum::extract::Request;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

/// The content security policy of pages. The function's error page is self-contained and has its own policy.
pub(super) const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
    img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

/// Browser features that no page needs.
pub(super) const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), \
    display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), \
    idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), \
    picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

/// Headers of all responses; they override the handler's, as CloudFront's do.
pub(super) const EVERYWHERE: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
];

/// Adds the headers of all responses.
pub(super) async fn everywhere(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in EVERYWHERE {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Adds the headers of the site's files: the policy, and the content type and cache control they are
/// published with.
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
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control_of(&file)));
    set_content_type(headers, &file);
    response
}

/// Assets have names with hashes, so they never change. Pages are revalidated, and the answer is often 304.
fn cache_control_of(file: &str) -> &'static str {
    match cache_control::for_path(file) {
        cache_control::IMMUTABLE => cache_control::IMMUTABLE,
        _ => cache_control::NO_CACHE,
    }
}

fn set_content_type(headers: &mut HeaderMap, file: &str) {
    // A response without a body has no content type.
    if let Some(old) = headers.get_mut(header::CONTENT_TYPE) {
        *old = HeaderValue::from_static(content_type(file));
    }
}
