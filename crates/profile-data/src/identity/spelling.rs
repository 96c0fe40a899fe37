//! Spellings of names: what is around them, and texts for a missing one.

/// Texts for a missing name, without anything but letters and digits.
const PLACEHOLDERS: [&str; 33] = [
    "anon",
    "anonymous",
    "anonymized",
    "blank",
    "deleted",
    "empty",
    "error",
    "hidden",
    "linkedinmember",
    "missing",
    "na",
    "nan",
    "nil",
    "noid",
    "nolink",
    "none",
    "noprofile",
    "nourl",
    "notavailable",
    "notfound",
    "null",
    "private",
    "privateprofile",
    "profilenotfound",
    "profileunavailable",
    "redacted",
    "removed",
    "tba",
    "tbd",
    "unavailable",
    "undefined",
    "unknown",
    "xxx",
];

/// Whether a text in lower case names nobody: a word for "missing", only zeros, or no letter and no digit.
pub(super) fn is_placeholder(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    bare.chars().all(|c| c == '0') || PLACEHOLDERS.contains(&bare.as_str())
}

/// White space, quotes, brackets, and characters without width, which exports leave around names.
pub(super) fn is_around_a_name(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '"' | '\'' | '`' | '{' | '}' | '<' | '>' | '(' | ')' | ',' | '@')
        || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_missing_are_placeholders_and_names_are_not() {
        for missing in ["", "0", "--", "n/a", "not available", "00000000-0000-0000-0000-000000000000"] {
            assert!(is_placeholder(missing), "{missing}");
        }
        for name in ["1", "10", "nan-li", "mira", "ünal", "李雷", "anonymous-17"] {
            assert!(!is_placeholder(name), "{name}");
        }
    }
}
