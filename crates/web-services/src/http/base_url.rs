//! Checks the base URLs to which a key is sent.

use std::net::IpAddr;

use ureq::http::Uri;

/// Checks a base URL and returns it without a trailing slash.
///
/// `https` to any host; `http` only to this machine, for tests. No user name, query or fragment.
pub(crate) fn checked(base_url: &str) -> Result<String, &'static str> {
    let text = base_url.trim().trim_end_matches('/');
    if text.contains(['#', '?']) {
        return Err("it must have no query and no fragment");
    }
    let uri: Uri = text.parse().map_err(|_| "it is not a URL")?;
    let authority = uri.authority().ok_or("it names no host")?;
    if authority.as_str().contains('@') {
        return Err("it must have no user name or password");
    }
    match uri.scheme_str() {
        Some("https") => Ok(text.to_owned()),
        Some("http") if is_loopback(authority.host()) => Ok(text.to_owned()),
        Some("http") => Err("it must begin with https:// (http:// is only for 127.0.0.1, ::1 and localhost)"),
        _ => Err("it must begin with https://"),
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn https_to_any_host_and_http_to_this_machine() {
        for good in [
            "https://example.com",
            "https://example.com:8443/api/",
            "http://127.0.0.1:4000",
            "http://[::1]:9",
            "http://localhost",
        ] {
            assert_eq!(checked(good), Ok(good.trim_end_matches('/').to_owned()));
        }
        for bad in [
            "http://example.com",
            "http://127.0.0.1.example.com",
            "http://127.0.0.1@example.com",
            "https://user:word@example.com",
            "http://localhost.example.com",
            "https://example.com?x=1",
            "https://example.com/#a",
            "ftp://example.com",
            "example.com",
            "/path",
            "",
        ] {
            assert!(checked(bad).is_err(), "{bad}");
        }
    }
}
