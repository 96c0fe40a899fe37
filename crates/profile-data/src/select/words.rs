//! Compares texts as words.

/// The text for comparisons: lower case, one space between words, dashes and slashes as spaces, "R & D" as
/// "r&d".
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if is_space(c) {
            if !plain.is_empty() && !plain.ends_with([' ', '&']) {
                plain.push(' ');
            }
        } else {
            if c == '&' && plain.ends_with(' ') {
                plain.pop();
            }
            // Letter by letter, so that a letter does not depend on its position: `str::to_lowercase` changes
            // a sigma at the end of a word.
            plain.extend(c.to_lowercase().map(|c| if c == 'ς' { 'σ' } else { c }));
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '_' | '/')
}

/// Whether `text` has `words` as whole words; both are [`plain`].
pub(super) fn has_words(text: &str, words: &str) -> bool {
    // Not `match_indices`: occurrences may overlap, as "a a" in "ba a a".
    let mut from = 0;
    while let Some(place) = text[from..].find(words) {
        let start = from + place;
        if are_whole(text, start, words) {
            return true;
        }
        match text[start..].chars().next() {
            Some(c) => from = start + c.len_utf8(),
            None => return false,
        }
    }
    false
}

/// Whether `text` begins with `words` as whole words, after any punctuation; both are [`plain`].
pub(super) fn begins_with_words(text: &str, words: &str) -> bool {
    let text = text.trim_start_matches(|c| !is_word_char(c) && !words.starts_with(c));
    text.starts_with(words) && are_whole(text, 0, words)
}

/// Whether `found`, at byte `start` of `text`, begins and ends at word boundaries.
fn are_whole(text: &str, start: usize, found: &str) -> bool {
    let before = text[..start].chars().next_back();
    let mut after = text[start + found.len()..].chars();
    let next = match after.next() {
        // "Dell'Orto" is one word.
        Some('\'' | '’') => after.next(),
        next => next,
    };
    let joins = |inside: Option<char>, outside: Option<char>| {
        inside.is_some_and(is_word_char) && outside.is_some_and(is_word_char)
    };
    !joins(found.chars().next(), before) && !joins(found.chars().next_back(), next)
}

/// Letters and digits of any alphabet, and combining marks.
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}
