//! Rules for short labels, in prompts and in answers.

use std::ops::RangeInclusive;

/// A label that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct InvalidLabel;

/// Characters that are invisible or change the direction of the following text.
const INVISIBLE: [RangeInclusive<char>; 7] = [
    '\u{ad}'..='\u{ad}',
    '\u{61c}'..='\u{61c}',
    '\u{180e}'..='\u{180e}',
    '\u{200b}'..='\u{200f}',
    '\u{2028}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{feff}'..='\u{feff}',
];

fn is_invisible(c: char) -> bool {
    c.is_control()
        || INVISIBLE.iter().any(|range| range.contains(&c))
        || ('\u{e0000}'..='\u{e0fff}').contains(&c)
}

/// Text for a prompt, of at most `max_chars`: invisible characters become spaces, and white space a single
/// space.
pub(crate) fn plain_input(text: &str, max_chars: usize) -> String {
    let mut plain = String::new();
    let mut n_chars = 0;
    // Of a huge text only the beginning is read.
    for c in text.chars().take(max_chars.saturating_mul(4)) {
        let is_space = is_invisible(c) || c.is_whitespace();
        if n_chars == max_chars {
            break;
        }
        if !is_space {
            plain.push(c);
            n_chars += 1;
        } else if !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
            n_chars += 1;
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// A label from an answer: at most `max_words` words and `max_chars` characters of letters, digits and the
/// punctuation of labels. Returns it, and whether it was repaired (white space, quotes, emphasis, a leading
/// number, a final full stop). Markup, URLs, several labels in one and meaningless words are errors.
pub(crate) fn clean_label(
    raw: &str,
    id: usize,
    max_words: usize,
    max_chars: usize,
) -> Result<(String, bool), InvalidLabel> {
    // Far above the limits below; this spares work on an answer of megabytes.
    if raw.len() > 1_000 {
        return Err(InvalidLabel);
    }
    let spaced: String = raw.chars().map(|c| if is_invisible(c) { ' ' } else { c }).collect();
    let mut text = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    // One fault can hide another (a quoted number). Every round shortens the text.
    loop {
        let shorter = unwrapped(&text, id);
        if shorter.len() == text.len() {
            break;
        }
        text = shorter.to_owned();
    }
    let lower = text.to_lowercase();
    let is_label_char = |c: char| c.is_alphanumeric() || " &/+#.-–,'’()".contains(c);
    let fits = text.chars().count() <= max_chars
        && text.split(' ').count() <= max_words
        && text.chars().all(is_label_char)
        && text.chars().any(char::is_alphabetic)
        && !lower.contains("www.")
        && !lower.contains("//")
        && !lower.contains("http")
        && !is_meaningless(&lower);
    if !fits {
        return Err(InvalidLabel);
    }
    let repaired = text != raw;
    Ok((text, repaired))
}

/// Removes quotes and emphasis, its own leading number, and a final full stop.
fn unwrapped(text: &str, id: usize) -> &str {
    let text =
        text.trim_matches(|c: char| c == ' ' || "\"'*_`“”‘’".contains(c)).trim_start_matches(['-', ' ']);
    let unnumbered =
        text.strip_prefix(&id.to_string()).and_then(|rest| rest.trim_start().strip_prefix([':', ')']));
    let text = unnumbered.unwrap_or(text);
    text.strip_suffix('.').unwrap_or(text).trim()
}

fn is_meaningless(lower: &str) -> bool {
    const EMPTY: [&str; 12] = [
        "n/a",
        "na",
        "none",
        "null",
        "unknown",
        "undefined",
        "other",
        "others",
        "misc",
        "miscellaneous",
        "various",
        "unnamed",
    ];
    let counted = ["topic", "cluster", "group", "category", "name", "skill"].iter().any(|word| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || " -#.".contains(c)))
    });
    EMPTY.contains(&lower) || counted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn good_labels_pass_and_small_faults_are_repaired() {
        for same in
            ["Cloud Computing", "C++ & C#", "CI/CD", "Node.js", "Машинное обучение", "IT (General)", "R"]
        {
            assert_eq!(clean_label(same, 1, 5, 60), Ok((same.to_owned(), false)));
        }
        for (raw, want) in [
            ("  Cloud \n Computing ", "Cloud Computing"),
            ("\"Databases\"", "Databases"),
            ("**Databases**", "Databases"),
            ("1: Databases", "Databases"),
            ("1) Databases.", "Databases"),
            ("- Databases", "Databases"),
            ("'1: \"Databases\".'", "Databases"),
            ("Data\u{202e}bases", "Data bases"),
        ] {
            assert_eq!(clean_label(raw, 1, 5, 60), Ok((want.to_owned(), true)), "{raw:?}");
        }
    }

    #[test]
    fn other_texts_are_no_labels() {
        for bad in [
            "",
            "   ",
            "123",
            "one two three four five six",
            "<b>Databases</b>",
            "Databases https://x.example",
            "www.x.example",
            "javascript:alert(1)",
            "2: Databases",
            "Web 2: Databases",
            "{\"name\"}",
            "Unknown",
            "Topic 3",
            "cluster",
            "N/A",
        ] {
            assert_eq!(clean_label(bad, 1, 5, 60), Err(InvalidLabel), "{bad:?}");
        }
        assert_eq!(clean_label(&"x".repeat(61), 1, 5, 60), Err(InvalidLabel));
    }

    proptest! {
        #[test]
        fn a_label_is_always_plain_and_a_second_check_changes_nothing(
            raw in "[a1 .:)'\"*<-]{0,12}|\\PC{0,20}|.{0,20}", id in 0_usize..20,
        ) {
            if let Ok((label, _)) = clean_label(&raw, id, 5, 60) {
                let is_bad = |c: char| is_invisible(c) || "<>{}`\":\\".contains(c);
                prop_assert!(!label.chars().any(is_bad));
                prop_assert!(label.chars().count() <= 60 && label.split(' ').count() <= 5);
                prop_assert_eq!(clean_label(&label, usize::MAX, 5, 60), Ok((label, false)));
            }
        }

        #[test]
        fn input_is_bounded_and_plain(text in any::<String>(), max in 0_usize..50) {
            let plain = plain_input(&text, max);
            prop_assert!(plain.chars().count() <= max);
            prop_assert!(!plain.chars().any(is_invisible));
            prop_assert_eq!(plain.trim(), &plain);
            prop_assert_eq!(plain_input(&plain, max), plain);
        }
    }
}
