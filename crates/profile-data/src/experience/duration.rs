//! Parses durations such as "3 years 2 months".

/// The beginnings of words for years and for months, in the languages of [`super::YearMonth::parse`].
const YEAR: [&str; 15] =
    ["year", "yr", "jahr", "ann", "an", "añ", "jaar", "lat", "rok", "yıl", "yil", "лет", "год", "рік", "рок"];
const MONTH: [&str; 9] = ["mo", "mes", "mês", "mies", "maand", "mnd", "ay", "мес", "міс"];

/// Abbreviations that must be the whole word, because many other words begin with them.
const SHORT_YEAR: [&str; 4] = ["y", "г", "л", "р"];

/// "Less than a year" has no number; half a year is the middle of its range.
const LESS_THAN_A_YEAR: u32 = 6;
const LESS: [&str; 6] = [
    "less than a year",
    "less than 1 year",
    "weniger als ein jahr",
    "moins d'un an",
    "menos de un año",
    "менее года",
];

/// The most years that are accepted.
const MAX_YEARS: u32 = 200;

/// Months in "3 years 2 months", "1 yr", "5 mos", "1.5 years", "2 года 3 месяца"; "less than a year" is 6.
/// `None` for other texts.
///
/// ```
/// use profile_data::parse_duration;
/// assert_eq!(parse_duration("3 years 2 months"), Some(38));
/// assert_eq!(parse_duration("less than a year"), Some(6));
/// assert_eq!(parse_duration("a while"), None);
/// ```
pub fn parse_duration(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    if LESS.iter().any(|less| text.contains(less)) {
        return Some(LESS_THAN_A_YEAR);
    }
    let words = words(&text);
    let mut months = None;
    for pair in words.windows(2) {
        let Some(number) = number(pair[0]) else { continue };
        let begins = |units: &[&str]| units.iter().any(|unit| pair[1].starts_with(unit));
        // "mois" and "mês" begin with the letters of a month, "an" would also take "and".
        let in_months = if begins(&MONTH) {
            number
        } else if begins(&YEAR) || SHORT_YEAR.contains(&pair[1]) {
            number * 12.0
        } else {
            continue;
        };
        if in_months <= f64::from(MAX_YEARS * 12) {
            // Not negative and small, so that only the fraction of a month is lost.
            months = Some(months.unwrap_or(0) + in_months.round() as u32);
        }
    }
    months
}

/// Runs of digits (with a decimal point or comma inside) and runs of letters.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    while let Some(first) = rest.chars().next() {
        let numeric = first.is_ascii_digit();
        let belongs = |c: char| {
            if numeric { c.is_ascii_digit() || c == '.' || c == ',' } else { c.is_alphabetic() }
        };
        let end = rest.find(|c| !belongs(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (word, after) = rest.split_at(end);
        words.push(word.trim_end_matches(['.', ',']));
        rest = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    }
    words
}

/// A number of a duration; long numbers are ignored.
fn number(word: &str) -> Option<f64> {
    let fits = word.len() <= 8 && word.starts_with(|c: char| c.is_ascii_digit());
    if fits { word.replace(',', ".").parse().ok() } else { None }
}
