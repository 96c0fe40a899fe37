//! A job: its dates or its duration.

use super::{YearMonth, parse_duration};

/// The time of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// From one month to another, including both.
    Dated {
        /// The first month.
        start: YearMonth,
        /// The last month.
        end: YearMonth,
    },
    /// A number of months without dates.
    Lasting {
        /// The number.
        months: u32,
    },
    /// Neither dates nor a duration.
    Unknown,
}

/// The beginnings of words for "present", in the languages of [`YearMonth::parse`].
const PRESENT: [&str; 30] = [
    "present",
    "présent",
    "current",
    "now",
    "today",
    "ongoing",
    "heute",
    "aktuell",
    "laufend",
    "aujourd",
    "actuel",
    "actual",
    "atual",
    "attual",
    "momento",
    "hoje",
    "oggi",
    "heden",
    "obecn",
    "teraz",
    "halen",
    "günümüz",
    "bugün",
    "devam",
    "наст",
    "сейчас",
    "сегодня",
    "тепер",
    "зараз",
    "сьогодн",
];

impl Job {
    /// A job from the texts of a profile, any of which may be missing.
    ///
    /// A duration may also contain dates, as in "Nov 2023 – Present 1 year 2 months". A current job ends
    /// after its duration if it has one, else at `as_of`. If the end is before the start or cannot be parsed,
    /// only the duration counts.
    pub fn from_texts(
        start: Option<&str>,
        end: Option<&str>,
        duration: Option<&str>,
        as_of: YearMonth,
    ) -> Job {
        let (from, rest) = match duration.map(split_range) {
            Some(Some((from, to))) => (Some(from), Some(to)),
            Some(None) => (None, duration),
            None => (None, None),
        };
        let months = rest.and_then(parse_duration);
        let start = start.and_then(YearMonth::parse).or_else(|| from.and_then(YearMonth::parse));
        let end = end.filter(|end| !end.trim().is_empty()).or(from.and(rest));
        let goes_on = end.is_none_or(is_present);
        let end = if goes_on { None } else { end.and_then(YearMonth::parse) };
        let end = match (start, end, months) {
            (Some(_), Some(end), _) => Some(end),
            (Some(start), None, Some(months)) => Some(start.last_of(months)),
            (Some(_), None, None) if goes_on => Some(as_of),
            _ => None,
        };
        match (start, end, months) {
            (Some(start), Some(end), _) if start <= end => Job::Dated { start, end },
            (_, _, Some(months)) => Job::Lasting { months },
            _ => Job::Unknown,
        }
    }
}

/// The two sides of a dash between spaces.
fn split_range(text: &str) -> Option<(&str, &str)> {
    [" - ", " – ", " — "].iter().find_map(|dash| text.split_once(dash))
}

pub(super) fn is_present(text: &str) -> bool {
    let text = text.to_lowercase();
    // Whole words: "unknown" contains "now".
    text.split(|c: char| !c.is_alphabetic()).any(|word| PRESENT.iter().any(|now| word.starts_with(now)))
}
