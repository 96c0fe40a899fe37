//! Splits lists as people type and paste them: lines, bullets, semicolons, tabs and commas.

/// The meaning of a comma in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Commas {
    /// Part of a title, as in "Algorithms, Part I": courses and certificates.
    InTitles,
    /// Between skills.
    BetweenSkills,
    /// Between fields of study, unless the line reads like one field: "Electrical, Electronics and
    /// Communications Engineering", "Economics, General".
    BetweenFields,
}

/// Marks that begin an item anywhere in a line.
const BULLETS: [char; 17] =
    ['•', '‣', '▪', '●', '◦', '○', '■', '□', '▶', '►', '➢', '➤', '✓', '✔', '✅', '\u{f0b7}', '\u{f0a7}'];

/// Marks that begin an item at the beginning of a line.
const FIRST_MARKS: [char; 7] = ['·', '-', '–', '—', '−', '→', '☑'];

/// A line with a part of more words is a sentence.
const MAX_WORDS: usize = 6;

/// A line with a part of more characters is a sentence.
const MAX_CHARS: usize = 60;

/// Words before the last item of a list.
const AND: [&str; 9] = ["and", "or", "&", "und", "oder", "et", "y", "и", "или"];

/// Parts that belong to the part before them, in lower case.
const OF_THE_SAME: [&str; 5] = ["general", "other", "others", "allgemein", "sonstige"];

/// The items of a text: none is blank, each is a part of the text without space around it.
///
/// Line ends, tabs, semicolons, bullets, and "·" or "|" between spaces separate items. A bullet, a dash or a
/// number ("1." or "2)") at the beginning of a line is not part of the item. Text in brackets is never split.
/// Commas separate skills and fields of study when all parts are short, at most six words. A comma between
/// two digits is part of a number, and the name of a list before a colon ("Languages: Python, Java") is not
/// an item.
pub(crate) fn items(text: &str, commas: Commas) -> Vec<&str> {
    let mut items = Vec::new();
    for line in text.split(['\r', '\n', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        for part in split(without_mark(line), is_separator) {
            let part = without_mark(part);
            match commas {
                Commas::InTitles => items.push(part),
                Commas::BetweenSkills | Commas::BetweenFields => push_listed(part, commas, &mut items),
            }
        }
    }
    items.into_iter().map(bare).filter(|item| !item.is_empty()).collect()
}

/// Removes spaces and separators at both ends.
fn bare(item: &str) -> &str {
    item.trim_start().trim_end_matches(|c: char| c.is_whitespace() || is_comma(c) || matches!(c, ';' | '；'))
}

fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،' | '，' | '、')
}

fn is_separator(before: Option<char>, c: char, after: Option<char>) -> bool {
    let apart = |c: Option<char>| c.is_none_or(char::is_whitespace);
    matches!(c, '\t' | ';' | '；')
        || BULLETS.contains(&c)
        || matches!(c, '·' | '|') && apart(before) && apart(after)
}

/// A comma that is not part of a number.
fn is_separating_comma(before: Option<char>, c: char, after: Option<char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    is_comma(c) && !(digit(before) && digit(after))
}

/// Removes the marks of a list from the beginning of a line.
fn without_mark(line: &str) -> &str {
    let mut rest = line.trim_start();
    // Several marks: "- 1. Python", "- [x] Python".
    for _ in 0..3 {
        match after_mark(rest) {
            Some(after) => rest = after.trim_start(),
            None => break,
        }
    }
    rest
}

fn after_mark(line: &str) -> Option<&str> {
    let begins_apart = |rest: &&str| rest.chars().next().is_none_or(char::is_whitespace);
    if let Some(rest) = line.strip_prefix(BULLETS).or_else(|| line.strip_prefix(FIRST_MARKS)) {
        return Some(rest);
    }
    if let Some(rest) = line.strip_prefix('*') {
        // "*nix" is a name.
        return Some(rest).filter(|rest| begins_apart(rest) || rest.starts_with(char::is_uppercase));
    }
    if let Some(rest) = line.strip_prefix("o\t") {
        return Some(rest);
    }
    for tick in ["[ ]", "[x]", "[X]"] {
        if let Some(rest) = line.strip_prefix(tick) {
            return Some(rest).filter(begins_apart);
        }
    }
    let number = line.strip_prefix('(').unwrap_or(line);
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    if !(1..=3).contains(&(number.len() - rest.len())) {
        return None;
    }
    let rest = if number.len() < line.len() { rest.strip_prefix(')') } else { rest.strip_prefix(['.', ')']) };
    rest.filter(begins_apart)
}

/// Pushes the parts between the commas of a line, or the whole line.
fn push_listed<'t>(line: &'t str, commas: Commas, items: &mut Vec<&'t str>) {
    let mut parts: Vec<&str> =
        split(line, is_separating_comma).into_iter().map(bare).filter(|part| !part.is_empty()).collect();
    let short =
        |part: &&str| part.split_whitespace().count() <= MAX_WORDS && part.chars().count() <= MAX_CHARS;
    let one_title = commas == Commas::BetweenFields && reads_like_one(&parts);
    if parts.len() < 2 || !parts.iter().all(short) || one_title {
        items.push(line);
        return;
    }
    if let Some((_, after)) = parts[0].split_once(": ")
        && !bare(after).is_empty()
    {
        parts[0] = after;
    }
    if let Some(last) = parts.last_mut()
        && let Some((word, rest)) = last.split_once(char::is_whitespace)
        && AND.contains(&word.to_lowercase().as_str())
    {
        *last = rest;
    }
    items.extend(parts);
}

/// Whether the parts are one field of study.
fn reads_like_one(parts: &[&str]) -> bool {
    let and = |part: &&str| part.split_whitespace().any(|word| AND.contains(&word.to_lowercase().as_str()));
    let of_the_same = |part: &&str| OF_THE_SAME.contains(&part.to_lowercase().as_str());
    parts.last().is_some_and(and) || parts.iter().any(of_the_same)
}

/// Splits at separators outside closed brackets.
fn split(text: &str, separates: fn(Option<char>, char, Option<char>) -> bool) -> Vec<&str> {
    let closed = closed_brackets(text);
    let (mut parts, mut start, mut before, mut depth) = (Vec::new(), 0, None, 0_i32);
    let mut brackets = closed.into_iter().peekable();
    let mut chars = text.char_indices().peekable();
    while let Some((position, c)) = chars.next() {
        if let Some((_, step)) = brackets.next_if(|bracket| bracket.0 == position) {
            depth += step;
        }
        let after = chars.peek().map(|next| next.1);
        if depth == 0 && separates(before, c, after) {
            parts.push(&text[start..position]);
            start = position + c.len_utf8();
        }
        before = Some(c);
    }
    parts.push(&text[start..]);
    parts
}

/// The positions of brackets that have a partner, ascending, with 1 for an opening and -1 for a closing
/// bracket.
fn closed_brackets(text: &str) -> Vec<(usize, i32)> {
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (position, c) in text.char_indices() {
        match c {
            '(' => open.push((position, ')')),
            '[' => open.push((position, ']')),
            '{' => open.push((position, '}')),
            ')' | ']' | '}' if open.last().is_some_and(|last| last.1 == c) => {
                if let Some((opening, _)) = open.pop() {
                    pairs.extend([(opening, 1), (position, -1)]);
                }
            }
            _ => {}
        }
    }
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests;
