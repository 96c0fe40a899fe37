//! Numbers in operators' reports, which are in English; pages write theirs by [`Words`].

use crate::words::{Language, Words};

fn english() -> Words {
    Words::of(Language::English)
}

/// `1,234,567`
pub fn grouped(number: u64) -> String {
    english().number(number)
}

/// `42%`, see [`Words::percent`].
pub fn percent(part: u64, whole: u64) -> String {
    english().percent(part, whole)
}

/// `one` for one, else `many`.
pub fn plural(number: u64, one: &'static str, many: &'static str) -> &'static str {
    if number == 1 { one } else { many }
}
