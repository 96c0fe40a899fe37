//! The day of a snapshot, as a number that can be compared.

use serde_json::Value;

/// Days since 1970 of `2025-01-31`, of a time that begins with it, or of a Unix time in seconds or
/// milliseconds; 0 if the day is unknown.
pub(crate) fn day_of(value: &Value) -> u16 {
    let days = match value {
        Value::Number(number) => number.as_f64().and_then(of_unix_time),
        Value::String(text) => of_text(text.trim()),
        _ => None,
    };
    days.and_then(|days| u16::try_from(days).ok()).unwrap_or(0)
}

const SECONDS_PER_DAY: f64 = 86_400.0;

/// A number of seconds that no snapshot reaches: the year 5138. Larger numbers are milliseconds.
const MAX_SECONDS: f64 = 1e11;

fn of_unix_time(number: f64) -> Option<i64> {
    let seconds = if number > MAX_SECONDS { number / 1_000.0 } else { number };
    (seconds > 0.0).then_some((seconds / SECONDS_PER_DAY) as i64)
}

fn of_text(text: &str) -> Option<i64> {
    if let Ok(number) = text.parse() {
        return of_unix_time(number);
    }
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u16>().ok().map(i64::from);
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let separators = [text.as_bytes()[4], text.as_bytes()[7]];
    if !matches!(separators, [b'-', b'-'] | [b'/', b'/'] | [b'.', b'.']) {
        return None;
    }
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| days_since_1970(year, month, day))
}

/// Howard Hinnant's `days_from_civil`, for years from 0 on:
/// <https://howardhinnant.github.io/date_algorithms.html>.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn days_of_dates_and_times() {
        let table = [
            (json!("1970-01-02"), 1),
            (json!("2025-01-31"), 20_119),
            (json!("2025/01/31"), 20_119),
            (json!(" 2025-01-31T23:59:59.000Z "), 20_119),
            (json!(1_738_281_600), 20_119),
            (json!(1_738_281_600_000_u64), 20_119),
            (json!("1738281600"), 20_119),
            (json!("2024-02-29"), 19_782),
            (json!("2024-03-01"), 19_783),
        ];
        for (value, day) in table {
            assert_eq!(day_of(&value), day, "{value}");
        }
        for unknown in
            [json!(null), json!(""), json!("31.01.2025"), json!("2025-13-01"), json!(-5), json!("é2025-01")]
        {
            assert_eq!(day_of(&unknown), 0, "{unknown}");
        }
    }
}
