//! Parses months of a year in several languages.

use std::fmt;

/// The beginnings of month names, January first: English, German, French, Spanish, Portuguese, Italian,
/// Dutch, Polish, Turkish, Russian, Ukrainian.
const NAMES: [&[&str]; 12] = [
    &["jan", "ene", "gen", "sty", "oca", "янв", "січ"],
    &["feb", "fev", "fév", "lut", "sub", "şub", "фев", "лют"],
    &["mar", "mär", "mrz", "mrt", "maa", "мар", "бер"],
    &["apr", "avr", "abr", "kwi", "nis", "апр", "кві"],
    &["may", "mai", "maj", "mag", "mei", "май", "мая", "тра"],
    &["jun", "juin", "giu", "cze", "haz", "июн", "чер"],
    &["jul", "juil", "lug", "lip", "tem", "июл", "лип"],
    &["aug", "aoû", "aou", "ago", "sie", "ağu", "agu", "авг", "сер"],
    &["sep", "set", "wrz", "eyl", "сен", "вер"],
    &["oct", "okt", "out", "ott", "paź", "paz", "eki", "окт", "жов"],
    &["nov", "lis", "kas", "ноя", "лис"],
    &["dec", "dez", "déc", "dic", "gru", "ara", "дек", "гру"],
];

/// The years of jobs that are accepted.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// The most characters of a date that are read.
const MAX_CHARS: usize = 60;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth(u32);

/// `2026-11`
impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0 / 12, self.0 % 12 + 1)
    }
}

impl YearMonth {
    /// Month 1 is January; years are 1900 to 2100.
    pub fn new(year: i32, month: u32) -> Option<YearMonth> {
        let year = u32::try_from(year).ok().filter(|year| YEARS.contains(year))?;
        (1..=12).contains(&month).then(|| YearMonth(year * 12 + month - 1))
    }

    /// "Jan 2020", "январь 2020 г.", "15. Mai 2020", "2020-01", "2020-01-15T00:00:00", "01/2020"; a bare year
    /// is its January.
    ///
    /// ```
    /// use profile_data::YearMonth;
    /// assert_eq!(YearMonth::parse("Sept. 2021"), YearMonth::new(2021, 9));
    /// assert_eq!(YearMonth::parse("2021"), YearMonth::new(2021, 1));
    /// assert_eq!(YearMonth::parse("soon"), None);
    /// ```
    pub fn parse(text: &str) -> Option<YearMonth> {
        let text: String = text.chars().take(MAX_CHARS).collect::<String>().to_lowercase();
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let is_year = |word: &&str| word.len() == 4 && word.parse().is_ok_and(|year| YEARS.contains(&year));
        let at = words.iter().position(is_year)?;
        let named = words.iter().find_map(|word| {
            let names = |names: &&[&str]| names.iter().any(|name| word.starts_with(name));
            NAMES.iter().position(names).map(|month| month as u32 + 1)
        });
        // 2020-01-15: the number that is joined to the year; 01/2020, 15.01.2020: the number before the year;
        // 01/15/2020: the one before that. "2020 3 years" has none.
        let numbered = || {
            let month = |word: &&str| {
                let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
                word[..digits].parse::<u32>().ok().filter(|month| (1..=12).contains(month))
            };
            let after_year = text.find(words[at]).map(|start| &text[start + words[at].len()..]);
            if after_year.is_some_and(|rest| rest.starts_with(['-', '/', '.'])) {
                words.get(at + 1).and_then(month)
            } else {
                words[..at].iter().rev().take(2).find_map(month)
            }
        };
        let month = named.or_else(numbered).unwrap_or(1);
        let year = words[at];
        YearMonth::new(year.parse().ok()?, month)
    }

    /// Months from `start` to this one, including both; 0 when this one is earlier.
    pub fn months_since(self, start: YearMonth) -> u32 {
        (self.0 + 1).saturating_sub(start.0)
    }

    /// The last of `months` months that begin with this one.
    pub(super) fn last_of(self, months: u32) -> YearMonth {
        YearMonth(self.0.saturating_add(months.max(1) - 1))
    }
}
