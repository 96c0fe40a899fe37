//! Parses years of experience: numbers, or the ranges of 2017 and 2018.

/// "Less than 1 year": the middle of its range.
const LESS_THAN_A_YEAR_MONTHS: f64 = 6.0;

/// Months in "3", "8.0", "Less than 1 year" (6), "1 to 2 years" or "0-2 years" (the middle), "20 or more
/// years" and "More than 50 years" (the number itself, which is the minimum). `None` for other texts.
pub(super) fn months(text: &str) -> Option<u32> {
    let lower = text.trim().to_lowercase();
    let bare = ["years", "year"].iter().find_map(|unit| lower.strip_suffix(unit)).unwrap_or(&lower).trim();
    let months = if matches!(bare, "less than 1" | "less than a") {
        LESS_THAN_A_YEAR_MONTHS
    } else if let Some(least) = bare.strip_prefix("more than").or_else(|| bare.strip_suffix("or more")) {
        12.0 * number(least)?
    } else if let Some((from, to)) = bare.split_once(" to ").or_else(|| bare.split_once(['-', '–'])) {
        let (from, to) = (number(from)?, number(to)?);
        if from > to {
            return None;
        }
        12.0 * (from + to) / 2.0
    } else {
        12.0 * number(bare)?
    };
    // Positive and far below the largest number, so that only the fraction of a month is lost.
    Some(months.round() as u32)
}

/// A number without sign or exponent. The check of all formats rejects numbers that are too large.
fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let plain = !text.is_empty() && text.len() <= 6 && text.chars().all(|c| c.is_ascii_digit() || c == '.');
    if plain { text.parse().ok() } else { None }
}
