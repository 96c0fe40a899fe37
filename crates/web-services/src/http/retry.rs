//! Which failures are retried, and after which wait.

use std::time::{Duration, UNIX_EPOCH};

use rand::Rng as _;
use rand_chacha::ChaCha8Rng;
use ureq::http::HeaderMap;

/// Whether a failed attempt may be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The service certainly did not execute the request.
    NotDone,
    /// The service may have executed the request.
    Unknown,
    /// Another attempt would fail in the same way.
    Never,
}

/// The verdict on a status that is not a success.
pub(crate) fn of_status(status: u16) -> Verdict {
    match status {
        429 | 503 => Verdict::NotDone,
        500 | 504 => Verdict::Unknown,
        _ => Verdict::Never,
    }
}

/// The verdict on a failed connection, and a message. The library's own message is not used, because it may
/// contain the URL.
pub(crate) fn of_error(error: &ureq::Error) -> (Verdict, &'static str) {
    use std::io::ErrorKind;
    match error {
        ureq::Error::HostNotFound => (Verdict::NotDone, "the host was not found"),
        ureq::Error::ConnectionFailed => (Verdict::NotDone, "no connection"),
        ureq::Error::Timeout(ureq::Timeout::Resolve | ureq::Timeout::Connect) => {
            (Verdict::NotDone, "no connection in time")
        }
        ureq::Error::Timeout(_) => (Verdict::Unknown, "no answer in time"),
        ureq::Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => {
            (Verdict::NotDone, "the connection was refused")
        }
        ureq::Error::Io(error) if error.kind() == ErrorKind::TimedOut => {
            (Verdict::Unknown, "no answer in time")
        }
        ureq::Error::Io(_) => (Verdict::Unknown, "the connection broke"),
        ureq::Error::Protocol(_) => (Verdict::Unknown, "the answer was cut off or is not HTTP"),
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::Pem(_) => {
            (Verdict::Never, "the secure connection was not accepted")
        }
        _ => (Verdict::Never, "the request could not be sent"),
    }
}

/// `Retry-After` in seconds or as a date. A date is relative to the answer's own `Date`, so that a wrong
/// clock on either side does not matter; without that header it is ignored.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get("retry-after")?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number that does not fit is very long; the limit of waits applies.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let until = httpdate::parse_http_date(text).ok()?.duration_since(UNIX_EPOCH).ok()?;
    let date = headers.get("date")?.to_str().ok()?;
    let now = httpdate::parse_http_date(date).ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(until.saturating_sub(now))
}

/// Exponential backoff with full jitter: uniform in `0..min(cap, base · 2^(attempt − 1))`, `attempt` from 1.
/// (Amazon's "Exponential Backoff and Jitter", 2015.)
pub(crate) fn backoff(rng: &mut ChaCha8Rng, base: Duration, cap: Duration, attempt: u32) -> Duration {
    let doubled = base.saturating_mul(1_u32.checked_shl(attempt.saturating_sub(1)).unwrap_or(u32::MAX));
    jitter(rng, doubled.min(cap))
}

/// Uniform in `0..most`, in microseconds.
pub(crate) fn jitter(rng: &mut ChaCha8Rng, most: Duration) -> Duration {
    let micros = u64::try_from(most.as_micros()).unwrap_or(u64::MAX);
    if micros == 0 { Duration::ZERO } else { Duration::from_micros(rng.next_u64() % micros) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng as _;
    use ureq::http::HeaderValue;

    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|&(name, value)| (name.parse().unwrap(), HeaderValue::from_str(value).unwrap()))
            .collect()
    }

    #[test]
    fn retry_after_is_seconds_or_a_date_relative_to_the_answers_own() {
        let seconds = |value| retry_after(&headers(&[("retry-after", value)])).map(|wait| wait.as_secs());
        assert_eq!(seconds("7"), Some(7));
        assert_eq!(seconds("99999999999999999999999"), Some(u64::MAX));
        assert_eq!(seconds("-1"), None);
        assert_eq!(seconds("soon"), None);
        assert_eq!(seconds(""), None);
        let date = |until, now| retry_after(&headers(&[("retry-after", until), ("date", now)]));
        let noon = "Sun, 06 Nov 1994 12:00:00 GMT";
        assert_eq!(date("Sun, 06 Nov 1994 12:01:30 GMT", noon), Some(Duration::from_secs(90)));
        assert_eq!(date("Sun, 06 Nov 1994 11:00:00 GMT", noon), Some(Duration::ZERO));
        assert_eq!(date("Sun, 06 Nov 1994 12:01:30 GMT", "yesterday"), None);
        assert_eq!(seconds("Sun, 06 Nov 1994 12:01:30 GMT"), None);
    }

    proptest! {
        #[test]
        fn a_wait_is_never_longer_than_the_cap(seed: u64, attempt in 0_u32..200, base in 0_u64..10_000) {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let (base, cap) = (Duration::from_millis(base), Duration::from_secs(20));
            let wait = backoff(&mut rng, base, cap, attempt);
            prop_assert!(wait <= cap);
            if attempt <= 1 {
                prop_assert!(wait <= base);
            }
        }
    }
}
