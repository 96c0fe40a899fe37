//! Instants, as releases store them.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An instant in UTC, as RFC 3339 text to the second: `2026-01-01T00:00:00Z`.
///
/// It keeps the text that it was made from, so that a file that is read and written again has the same bytes.
/// Fractions of a second are accepted. Instants compare by time.
///
/// ```
/// use artifact_store::Timestamp;
/// let time: Timestamp = "2026-01-31T23:59:59Z".parse().unwrap();
/// assert_eq!(time.day(), "2026-01-31");
/// assert!("31.01.2026".parse::<Timestamp>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(String);

/// The text is no instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a time is written in UTC as in `2026-01-01T00:00:00Z` (RFC 3339)")]
pub struct InvalidTimestamp;

/// Bytes of the date: `2026-01-01`.
const DAY_LEN: usize = 10;

/// Bytes of date and time without the zone: `2026-01-01T00:00:00`.
const SECOND_LEN: usize = 19;

impl Timestamp {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The date: `2026-01-01`.
    pub fn day(&self) -> &str {
        &self.0[..DAY_LEN]
    }

    /// The text to the second, without the zone, and the digits of a fraction, if any.
    fn parts(&self) -> (&str, &str) {
        let (seconds, rest) = self.0.split_at(SECOND_LEN);
        (seconds, rest.trim_matches(|c: char| !c.is_ascii_digit()).trim_end_matches('0'))
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Timestamp) -> Ordering {
        // Two texts of the same instant are still different texts, and so differ in `Eq`.
        self.parts().cmp(&other.parts()).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Timestamp) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Timestamp {
    type Err = InvalidTimestamp;

    fn from_str(text: &str) -> Result<Timestamp, InvalidTimestamp> {
        if is_timestamp(text) { Ok(Timestamp(text.to_owned())) } else { Err(InvalidTimestamp) }
    }
}

impl TryFrom<String> for Timestamp {
    type Error = InvalidTimestamp;

    fn try_from(text: String) -> Result<Timestamp, InvalidTimestamp> {
        if is_timestamp(&text) { Ok(Timestamp(text)) } else { Err(InvalidTimestamp) }
    }
}

impl From<Timestamp> for String {
    fn from(time: Timestamp) -> String {
        time.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

fn is_timestamp(text: &str) -> bool {
    let Some(text) = text.strip_suffix('Z') else { return false };
    let Some((seconds, fraction)) = text.split_at_checked(SECOND_LEN) else { return false };
    let fraction_digits = if fraction.is_empty() { Some("0") } else { fraction.strip_prefix('.') };
    is_time(seconds.as_bytes()) && fraction_digits.is_some_and(is_number)
}

/// `2026-01-01T00:00:00`, a date of the calendar and a time of the day (with leap seconds).
fn is_time(text: &[u8]) -> bool {
    let has_separators = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')]
        .into_iter()
        .all(|(index, separator)| text.get(index) == Some(&separator));
    let number = |start: usize, end: usize| -> Option<u32> {
        let digits = std::str::from_utf8(text.get(start..end)?).ok()?;
        if is_number(digits) { digits.parse().ok() } else { None }
    };
    let parts = (number(0, 4), number(5, 7), number(8, 10), number(11, 13), number(14, 16), number(17, 19));
    let (Some(year), Some(month), Some(day), Some(hour), Some(minute), Some(second)) = parts else {
        return false;
    };
    has_separators
        && (1..=days_in_month(year, month)).contains(&day)
        && hour <= 23
        && minute <= 59
        && second <= 60
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// 0 for a month that is none.
fn days_in_month(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidTimestamp, Timestamp};

    fn time(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn times_keep_their_text() {
        for text in ["2026-01-01T00:00:00Z", "2024-02-29T23:59:60Z", "2026-12-31T12:30:00.250Z"] {
            assert_eq!(time(text).to_string(), text);
            assert_eq!(String::from(time(text)), text);
            assert_eq!(Timestamp::try_from(text.to_owned()), Ok(time(text)));
        }
        assert_eq!(time("2026-12-31T12:30:00.250Z").day(), "2026-12-31");
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "Z",
            "2026-01-01",
            "2026-01-01T00:00:00",
            "2026-01-01 00:00:00Z",
            "2026-01-01T00:00:00+01:00",
            "2026-13-01T00:00:00Z",
            "2026-02-29T00:00:00Z",
            "2100-02-29T00:00:00Z",
            "2026-01-00T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:60:00Z",
            "2026-01-01T00:00:61Z",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00.1xZ",
            "+026-01-01T00:00:00Z",
            "2026-01-01T00:00:0äZ",
            " 2026-01-01T00:00:00Z",
        ] {
            assert_eq!(text.parse::<Timestamp>(), Err(InvalidTimestamp), "{text:?}");
        }
    }

    #[test]
    fn times_compare_by_time() {
        let sorted = [
            "2025-12-31T23:59:59Z",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00.05Z",
            "2026-01-01T00:00:00.5Z",
            "2026-01-01T00:00:00.75Z",
            "2026-01-01T00:00:01Z",
        ];
        assert!(sorted.map(time).is_sorted());
        assert!(time("2026-01-01T00:00:00.50Z") < time("2026-01-01T00:00:00.6Z"));
    }
}
