//! How numbers are written.

/// With a comma between thousands: `1,234,567`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// With two decimals and commas: `2,829.74`.
pub fn decimal(number: f64) -> String {
    let text = format!("{number:.2}");
    let whole = text.split('.').next().and_then(|digits| digits.parse().ok());
    match (whole, text.split_once('.')) {
        (Some(whole), Some((_, decimals))) => format!("{}.{decimals}", grouped(whole)),
        _ => text,
    }
}

/// A share in whole percent that never claims none or all when it is neither: `<1%`, `42%`, `>99%`.
pub fn percent(part: u64, whole: u64) -> String {
    if part >= whole {
        return if whole == 0 { "0%" } else { "100%" }.to_owned();
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    match (200 * part + whole) / (2 * whole) {
        0 if part > 0 => "<1%".to_owned(),
        100 => ">99%".to_owned(),
        rounded => format!("{rounded}%"),
    }
}

/// `one` for one, else `many`.
pub fn plural(number: u64, one: &'static str, many: &'static str) -> &'static str {
    if number == 1 { one } else { many }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{decimal, grouped, percent};

    #[test]
    fn percentages_at_the_edges() {
        let cases = [(0, 0), (0, 9), (1, 1000), (1, 2), (5, 8), (999, 1000), (7, 7), (9, 7)];
        let texts = cases.map(|(part, whole)| percent(part, whole));
        assert_eq!(texts, ["0%", "0%", "<1%", "50%", "63%", ">99%", "100%", "100%"]);
    }

    #[test]
    fn decimals_are_grouped_and_anything_else_is_left_alone() {
        let texts = [2829.737, 0.356, 0.0, 1e6, -4.5, f64::INFINITY].map(decimal);
        assert_eq!(texts, ["2,829.74", "0.36", "0.00", "1,000,000.00", "-4.50", "inf"]);
    }

    proptest! {
        #[test]
        fn commas_change_no_digit(number: u64) {
            let text = grouped(number);
            prop_assert_eq!(text.replace(',', ""), number.to_string());
            let groups: Vec<&str> = text.split(',').collect();
            prop_assert!((1..=3).contains(&groups[0].len()));
            prop_assert!(groups[1..].iter().all(|group| group.len() == 3));
        }

        #[test]
        fn only_nobody_is_0_and_only_everybody_is_100_percent(part in 0_u64..5000, more in 0_u64..5000) {
            let (whole, text) = (part + more, percent(part, part + more));
            prop_assert_eq!(text == "0%", part == 0);
            prop_assert_eq!(text == "100%", part == whole && whole > 0);
        }
    }
}
