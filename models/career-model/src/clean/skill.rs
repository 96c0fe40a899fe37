//! Canonical skills.
//!
//! The steps, in order: one alphabet and lower case; no list marks; no glosses in brackets ("Python
//! (Programming Language)"); spaces for punctuation, except for signs within names ("c++", "c#", ".net",
//! "node.js"); no "… programming language"; compound words joined ("front-end"); aliases; the last word in
//! the singular.

use super::junk::{self, Rejection};
use super::plural::singular;
use super::skill_aliases::SKILLS;
use super::text::{
    is_longer, look_up, plain, unbracketed, until_it_stays, without_brackets, without_list_marks,
};

/// Texts with more characters are sentences, not skills.
const MAX_CHARS: usize = 120;

/// Words that people write as one, as two and with a hyphen; sorted.
const COMPOUNDS: [(&str, &str); 18] = [
    ("back", "end"),
    ("big", "query"),
    ("chat", "bot"),
    ("chat", "bots"),
    ("cyber", "security"),
    ("data", "base"),
    ("data", "bases"),
    ("e", "commerce"),
    ("front", "end"),
    ("full", "stack"),
    ("github", "actions"),
    ("java", "script"),
    ("mac", "os"),
    ("micro", "service"),
    ("micro", "services"),
    ("team", "work"),
    ("web", "socket"),
    ("web", "sockets"),
];

/// The label of a skill, the same for all its spellings.
pub(super) fn canonical(raw: &str) -> Result<String, Rejection> {
    // A step can join words that another step looks for.
    until_it_stays(raw, once)
}

fn once(raw: &str) -> Result<String, Rejection> {
    if is_longer(raw, MAX_CHARS) {
        return Err(Rejection::TooLong);
    }
    let plain = plain(raw);
    let bare = without_list_marks(&plain);
    let mut text = spaced(&without_brackets(bare));
    if text.is_empty() {
        text = spaced(&unbracketed(bare));
    }
    junk::refuse(&text)?;
    let words: Vec<&str> = text.split(' ').collect();
    if words.iter().any(|word| matches!(*word, "gpa" | "cgpa")) && junk::is_grade(&words) {
        return Err(Rejection::Grade);
    }
    let mut label = joined(without_language(&words));
    // Every step shortens the label or follows an alias; no chain of aliases has four.
    for _ in 0..4 {
        if let Some(name) = look_up(&SKILLS, &label) {
            name.clone_into(&mut label);
        } else if let Some(one) = singular(&label) {
            label = one;
        } else {
            break;
        }
    }
    match label.as_bytes() {
        // The languages with one letter: C, D, J, K, Q, R, V.
        [letter] if !b"cdjkqrv".contains(letter) => Err(Rejection::SingleLetter),
        _ => Ok(label),
    }
}

/// Words separated by one space: letters, numbers, and the signs that are part of names.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let last = out.chars().next_back();
        let in_word = last.is_some_and(|c| c != ' ');
        let keep = match c {
            '+' => in_word && next.is_none_or(|n| !n.is_alphabetic()),
            '#' => in_word,
            '.' if in_word => next.is_some_and(char::is_alphanumeric),
            '.' => next.is_some_and(char::is_alphabetic),
            '&' => {
                out.push_str(if in_word { " and " } else { "and " });
                continue;
            }
            _ => c.is_alphanumeric() || is_mark_of_a_letter(c),
        };
        if keep {
            out.push(c);
        } else if in_word {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Accents and vowel signs that are characters of their own.
pub(super) fn is_mark_of_a_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{652}' | '\u{900}'..='\u{eff}')
}

/// "c programming language" becomes "c", "язык программирования python" becomes "python".
fn without_language<'a, 't>(mut words: &'a [&'t str]) -> &'a [&'t str] {
    while let [name @ .., "programming", "language"] | ["язык", "программирования", name @ ..] = words
        && !name.is_empty()
    {
        words = name;
    }
    words
}

/// Joins compounds, and "js" to the name before it.
pub(super) fn joined(words: &[&str]) -> String {
    if let [name, "js"] = words
        && name.bytes().all(|b| b.is_ascii_alphanumeric())
    {
        return format!("{name}js");
    }
    let mut label = String::new();
    let mut before = "";
    for word in words {
        let together = COMPOUNDS.binary_search(&(before, word)).is_ok();
        if !label.is_empty() && !together {
            label.push(' ');
        }
        match word.strip_suffix(".js") {
            Some(name) => label.extend([name, "js"]),
            None => label.push_str(word),
        }
        before = word;
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_are_sorted_and_name_labels_that_stay() {
        assert!(SKILLS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(COMPOUNDS.is_sorted());
        for (alias, name) in SKILLS {
            assert_eq!(canonical(alias).as_deref(), canonical(name).as_deref(), "{alias}");
            let label = canonical(name).expect("a skill");
            assert_eq!(canonical(&label).as_deref(), Ok(label.as_str()), "{name}");
        }
    }
}
