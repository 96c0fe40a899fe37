//! The first steps for both kinds of label: one alphabet, one kind of space, no list marks.

use super::junk::Rejection;

/// Lower case, plain dashes, no apostrophes, spaces for controls, nothing invisible, Latin words in Latin
/// letters.
pub(super) fn plain(raw: &str) -> String {
    if raw.is_ascii() {
        return plain_ascii(raw);
    }
    let mut text = String::with_capacity(raw.len());
    for c in raw.chars().flat_map(char::to_lowercase) {
        match c {
            _ if is_invisible(c) => {}
            '\u{2010}'..='\u{2015}' | '\u{2212}' => text.push('-'),
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => {}
            // The combining marks of й, ё and of "İ" in lower case; all others stay.
            '\u{306}' if text.ends_with('и') => replace_last(&mut text, 'й'),
            '\u{308}' if text.ends_with('е') => {}
            '\u{307}' if text.ends_with('i') => {}
            'ё' => text.push('е'),
            _ if c.is_control() || c.is_whitespace() => text.push(' '),
            _ => text.push(c),
        }
    }
    if text.is_ascii() { text } else { latin_words_in_latin(&text) }
}

/// Soft hyphen, zero-width characters, directional marks and overrides, byte order mark.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}

/// The same for ASCII, which most labels are, in a fraction of the time.
fn plain_ascii(raw: &str) -> String {
    let kept = raw.chars().filter(|c| !matches!(c, '\'' | '`'));
    kept.map(|c| if c.is_ascii_control() { ' ' } else { c.to_ascii_lowercase() }).collect()
}

/// More rounds than any meaningful text needs.
const MAX_ROUNDS: usize = 8;

/// Repeats a cleaning step until nothing changes.
pub(super) fn until_it_stays(
    raw: &str,
    once: fn(&str) -> Result<String, Rejection>,
) -> Result<String, Rejection> {
    let mut label = once(raw)?;
    for _ in 0..MAX_ROUNDS {
        let again = once(&label)?;
        if again == label {
            break;
        }
        label = again;
    }
    Ok(label)
}

/// Whether a text has more characters than this.
pub(super) fn is_longer(text: &str, max_chars: usize) -> bool {
    // A character is at least one byte.
    text.len() > max_chars && text.chars().nth(max_chars).is_some()
}

fn replace_last(text: &mut String, c: char) {
    text.pop();
    text.push(c);
}

/// Cyrillic letters that look like Latin ones become Latin in a word that has Latin letters, or the
/// signs of a programming language, and no other Cyrillic letters: "с++", "jаva".
fn latin_words_in_latin(text: &str) -> String {
    let mut words = Vec::new();
    for word in text.split(' ') {
        let looks_latin = word.chars().any(|c| c.is_ascii_alphabetic() || matches!(c, '+' | '#'))
            && word.chars().all(|c| c.is_ascii() || latin_twin(c).is_some());
        words.push(if looks_latin {
            word.chars().map(|c| latin_twin(c).unwrap_or(c)).collect()
        } else {
            word.to_owned()
        });
    }
    words.join(" ")
}

fn latin_twin(c: char) -> Option<char> {
    Some(match c {
        'а' => 'a',
        'в' => 'b',
        'е' => 'e',
        'к' => 'k',
        'м' => 'm',
        'н' => 'h',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'т' => 't',
        'у' => 'y',
        'х' => 'x',
        _ => return None,
    })
}

/// Removes list marks around a text: bullets, dashes, "1.", "2)".
pub(super) fn without_list_marks(text: &str) -> &str {
    let mark = |c: char| c.is_whitespace() || "•·●▪‣◦*-–,;|>✓✔→\"".contains(c);
    let mut bare = text.trim_matches(mark);
    let number = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    if number.len() < bare.len()
        && let Some(rest) = number.strip_prefix(['.', ')'])
        && rest.starts_with(' ')
    {
        bare = rest.trim_start_matches(mark);
    }
    bare
}

/// The text outside brackets; if there is none, the whole text without the brackets.
pub(super) fn without_brackets(text: &str) -> String {
    if !text.contains(['(', '[', '{', ')', ']', '}']) {
        return text.to_owned();
    }
    let mut outside = String::with_capacity(text.len());
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '(' | '[' | '{' => {
                depth += 1;
                outside.push(' ');
            }
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    if outside.chars().any(char::is_alphanumeric) { outside } else { unbracketed(text) }
}

/// Replaces brackets by spaces.
pub(super) fn unbracketed(text: &str) -> String {
    text.replace(['(', '[', '{', ')', ']', '}'], " ")
}

/// The value of an alias in a sorted table.
pub(super) fn look_up(table: &[(&'static str, &'static str)], key: &str) -> Option<&'static str> {
    let index = table.binary_search_by(|entry| entry.0.cmp(key)).ok()?;
    Some(table[index].1)
}
