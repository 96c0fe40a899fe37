//! Number formats.

/// The separators within a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Separators {
    /// Between thousands.
    pub(crate) group: char,
    /// Before decimals.
    pub(crate) decimal: char,
    /// Between a number and its `%`.
    pub(crate) before_percent: &'static str,
}

/// A whole number with thousands separators.
pub(crate) fn grouped(number: u64, separators: Separators) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separators.group);
        }
        text.push(digit);
    }
    text
}

/// A number as Rust formats it, with the language's separators. Text that is not a number is returned
/// unchanged.
pub(crate) fn localized(plain: &str, separators: Separators) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let (whole, decimals) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let Ok(whole) = whole.parse() else { return plain.to_owned() };
    let whole = grouped(whole, separators);
    match decimals {
        Some(decimals) => format!("{sign}{whole}{}{decimals}", separators.decimal),
        None => format!("{sign}{whole}"),
    }
}

/// A share in whole percent; only none is 0% and only all is 100%.
pub(crate) fn percent(part: u64, whole: u64, separators: Separators) -> String {
    let sign = separators.before_percent;
    if part >= whole {
        return format!("{}{sign}%", if whole == 0 { 0 } else { 100 });
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    match (200 * part + whole) / (2 * whole) {
        0 if part > 0 => format!("<1{sign}%"),
        100 => format!(">99{sign}%"),
        rounded => format!("{rounded}{sign}%"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ENGLISH: Separators = Separators { group: ',', decimal: '.', before_percent: "" };

    #[test]
    fn percentages_at_the_edges() {
        let cases = [(0, 0), (0, 9), (1, 1000), (1, 2), (5, 8), (999, 1000), (7, 7), (9, 7)];
        let texts = cases.map(|(part, whole)| percent(part, whole, ENGLISH));
        assert_eq!(texts, ["0%", "0%", "<1%", "50%", "63%", ">99%", "100%", "100%"]);
    }

    #[test]
    fn decimals_are_grouped_and_anything_else_is_left_alone() {
        let texts =
            ["2829.74", "0.36", "1000000.00", "-4.50", "inf", "12"].map(|text| localized(text, ENGLISH));
        assert_eq!(texts, ["2,829.74", "0.36", "1,000,000.00", "-4.50", "inf", "12"]);
    }

    proptest! {
        #[test]
        fn commas_change_no_digit(number: u64) {
            let text = grouped(number, ENGLISH);
            prop_assert_eq!(text.replace(',', ""), number.to_string());
            let groups: Vec<&str> = text.split(',').collect();
            prop_assert!((1..=3).contains(&groups[0].len()));
            prop_assert!(groups[1..].iter().all(|group| group.len() == 3));
        }

        #[test]
        fn only_nobody_is_0_and_only_everybody_is_100_percent(part in 0_u64..5000, more in 0_u64..5000) {
            let (whole, text) = (part + more, percent(part, part + more, ENGLISH));
            prop_assert_eq!(text == "0%", part == 0);
            prop_assert_eq!(text == "100%", part == whole && whole > 0);
        }
    }
}
