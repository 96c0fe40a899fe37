//! The current time, in UTC.

use artifact_store::Timestamp;
use jiff::tz::TimeZone;
use profile_data::YearMonth;

/// The current month, in UTC.
pub fn this_month() -> YearMonth {
    let today = jiff::Timestamp::now().to_zoned(TimeZone::UTC).date();
    YearMonth::new(i32::from(today.year()), today.month().unsigned_abs().into())
        .unwrap_or_else(|| unreachable!("a calendar month is a month"))
}

/// An instant as a timestamp, cut to the second.
pub fn timestamp(instant: jiff::Timestamp) -> Timestamp {
    let text = instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    text.parse().unwrap_or_else(|_| unreachable!("the format of a timestamp"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_cut_to_the_second() {
        let instant = "2026-11-30T08:27:00.999Z".parse().expect("an instant");
        assert_eq!(timestamp(instant).as_str(), "2026-11-30T08:27:00Z");
    }
}
