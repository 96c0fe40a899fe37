//! Canonical degree fields.
//!
//! The steps, in order: one alphabet and lower case; no list marks and no brackets, but the text within them
//! stays; no "Bachelor of Science in", no grades and years; spaces for punctuation, "and" for "&";
//! abbreviations spelled out ("comp sci"); no ", General"; aliases. All other words stay, because topics are
//! made of words.

use super::degree_aliases::{FIELDS, WORDS};
use super::junk::{self, Rejection};
use super::skill::is_mark_of_a_letter;
use super::text::{is_longer, look_up, plain, unbracketed, until_it_stays, without_list_marks};

/// Texts with more characters are sentences, not fields of study.
const MAX_CHARS: usize = 200;

/// The label of a field of study, the same for all its spellings.
pub(super) fn canonical(raw: &str) -> Result<String, Rejection> {
    // Without "general" or a year, the rest can be an alias, or begin with a degree again.
    until_it_stays(raw, once)
}

fn once(raw: &str) -> Result<String, Rejection> {
    if is_longer(raw, MAX_CHARS) {
        return Err(Rejection::TooLong);
    }
    let plain = plain(raw);
    let text = spaced(&unbracketed(without_list_marks(&plain)));
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    junk::refuse(&text)?;
    if junk::is_grade(&words) {
        return Err(Rejection::Grade);
    }
    let words = without_degree(&words);
    let gpa = words.iter().any(|word| matches!(*word, "gpa" | "cgpa"));
    let telling = words.iter().filter(|word| !(is_number(word) || gpa && junk::is_mark(word)));
    let mut label = String::with_capacity(text.len());
    for word in telling {
        if !label.is_empty() {
            label.push(' ');
        }
        label.push_str(look_up(&WORDS, word).unwrap_or(word));
    }
    while let Some(rest) = label.strip_suffix(" general").or_else(|| label.strip_suffix(" other")) {
        label.truncate(rest.len());
    }
    if let Some(name) = look_up(&FIELDS, &label) {
        name.clone_into(&mut label);
    } else {
        spell_out_initials(&mut label);
    }
    match label.chars().nth(1) {
        Some(_) => Ok(label),
        None => Err(if label.is_empty() { Rejection::Empty } else { Rejection::SingleLetter }),
    }
}

/// Spells out initials that are words of their own: "cs and math".
fn spell_out_initials(label: &mut String) {
    if label.split(' ').any(|word| matches!(word, "cs" | "cse")) {
        let words: Vec<&str> = label
            .split(' ')
            .map(|word| match word {
                "cs" => "computer science",
                "cse" => "computer science engineering",
                _ => word,
            })
            .collect();
        *label = words.join(" ");
    }
}

/// Replaces punctuation by spaces; points between digits stay, points of initials go: "b.sc." becomes "bsc".
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let last = out.chars().next_back().unwrap_or(' ');
        match c {
            '.' if last.is_numeric() && next.is_some_and(char::is_numeric) => out.push('.'),
            '.' if last.is_alphabetic() && next.is_some_and(char::is_alphabetic) => {}
            '+' if last.is_alphanumeric() => out.push('+'),
            '&' => out.push_str(" and "),
            _ if c.is_alphanumeric() || is_mark_of_a_letter(c) => out.push(c),
            _ => out.push(' '),
        }
    }
    out
}

fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_numeric() || c == '.')
}

/// The text after "bachelor of science in", "bs", "master's degree in"; the whole text if there is none.
fn without_degree<'a, 't>(mut words: &'a [&'t str]) -> &'a [&'t str] {
    while let Some(field) = after_degree(words) {
        words = field;
    }
    words
}

fn after_degree<'a, 't>(words: &'a [&'t str]) -> Option<&'a [&'t str]> {
    let kinds = ["science", "sciences", "arts", "engineering", "technology"];
    let field = match words {
        [
            "bs" | "bsc" | "ba" | "beng" | "btech" | "ms" | "msc" | "ma" | "meng" | "mtech" | "phd",
            rest @ ..,
        ] => rest.strip_prefix(&["in"]).unwrap_or(rest),
        [
            "bachelor" | "bachelors" | "master" | "masters" | "associate" | "associates" | "doctor",
            rest @ ..,
        ] => match rest.strip_prefix(&["degree"]).unwrap_or(rest) {
            ["of", kind, "in", field @ ..] if kinds.contains(kind) => field,
            ["of", kind] if kinds.contains(kind) => return None,
            ["in" | "of", field @ ..] => field,
            _ => return None,
        },
        _ => return None,
    };
    (!field.is_empty()).then_some(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_name_labels_that_stay() {
        assert!(FIELDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(WORDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (alias, name) in FIELDS.into_iter().chain(WORDS) {
            assert_eq!(canonical(alias).as_deref(), canonical(name).as_deref(), "{alias}");
            let label = canonical(name).expect("a field");
            assert_eq!(canonical(&label).as_deref(), Ok(label.as_str()), "{name}");
        }
    }
}
