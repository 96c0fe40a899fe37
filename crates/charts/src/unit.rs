//! Number formats of charts.

use templates::Words;

/// Numbers from here on are written with an exponent, and drawn as if they were this large.
pub(crate) const HUGE: f64 = 1e15;

/// Written in place of a number that is missing or not finite.
pub(crate) const MISSING: &str = "–";

/// Unit of a chart's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Whole numbers: `1,234`. Other numbers get two decimals.
    Count,
    /// Shares between 0 and 1, written in percent with one decimal: `31.2%`.
    Share,
    /// Numbers with the given number of decimals.
    Decimals(u8),
}

impl Unit {
    /// Formats a number of the data; [`MISSING`] if it is not finite.
    pub(crate) fn format(self, words: &Words, number: f64) -> String {
        match self {
            Unit::Count if number.fract() == 0.0 => with_decimals(words, number, 0),
            Unit::Count => with_decimals(words, number, 2),
            Unit::Share => percent(words, number, 1),
            Unit::Decimals(decimals) => with_decimals(words, number, decimals.min(9).into()),
        }
    }

    /// Formats a number on an axis with as many decimals as the axis' step needs.
    pub(crate) fn format_tick(self, words: &Words, number: f64, step: f64) -> String {
        let decimals = |step: f64| (-(step * 1.001).log10().floor()).clamp(0.0, 12.0) as usize;
        match self {
            Unit::Share => percent(words, number, decimals(step * 100.0)),
            Unit::Count | Unit::Decimals(_) => with_decimals(words, number, decimals(step)),
        }
    }
}

fn percent(words: &Words, share: f64, decimals: usize) -> String {
    if !share.is_finite() {
        return MISSING.to_owned();
    }
    let number = with_decimals(words, (share * 100.0).clamp(f64::MIN, f64::MAX), decimals);
    words.with_percent(&number)
}

fn with_decimals(words: &Words, number: f64, decimals: usize) -> String {
    if !number.is_finite() {
        return MISSING.to_owned();
    }
    let sign = if number < 0.0 { "−" } else { "" };
    if number.abs() >= HUGE {
        return format!("{sign}{:.2e}", number.abs());
    }
    let text = words.decimal(number.abs(), decimals);
    let sign = if text.contains(|c: char| matches!(c, '1'..='9')) { sign } else { "" };
    format!("{sign}{text}")
}

#[cfg(test)]
mod tests {
    use templates::{Language, Words};

    use crate::Unit;

    #[test]
    fn each_unit_has_its_format() {
        let words = Words::of(Language::English);
        let texts =
            [1234.0, 2.5, -3.0, -0.0, f64::NAN, 2e300].map(|number| Unit::Count.format(&words, number));
        assert_eq!(texts, ["1,234", "2.50", "−3", "0", "–", "2.00e300"]);
        assert_eq!(
            [0.3123, f64::MAX, f64::INFINITY].map(|n| Unit::Share.format(&words, n)),
            ["31.2%", "1.80e308%", "–"]
        );
        assert_eq!(
            [-0.0004, -0.126].map(|number| Unit::Decimals(2).format(&words, number)),
            ["0.00", "−0.13"]
        );
    }

    #[test]
    fn ticks_have_the_decimals_of_their_step() {
        let [english, german] = Language::ALL.map(Words::of);
        assert_eq!(Unit::Share.format_tick(&english, 0.2, 0.1), "20%");
        assert_eq!(Unit::Share.format_tick(&english, 0.005, 0.005), "0.5%");
        assert_eq!(Unit::Share.format_tick(&german, 0.005, 0.005), "0,5\u{202f}%");
        assert_eq!(Unit::Count.format_tick(&english, 2000.0, 1000.0), "2,000");
        assert_eq!(Unit::Decimals(3).format_tick(&english, -0.5, 0.5), "−0.5");
    }
}
