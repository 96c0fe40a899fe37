//! Parses a file of rules; errors have line and column.

use std::ops::Range;

use serde::Deserialize;
use thiserror::Error;
use toml::Spanned;

use super::rule::Rule;
use super::words::plain;

/// The longest file of rules that is read, in bytes.
const MAX_FILE_BYTES: usize = 64 * 1024;
/// The most entries in one list, because every person is compared with all of them.
const MAX_ENTRIES: usize = 1_000;
/// The longest entry, in characters.
const MAX_ENTRY_CHARS: usize = 100;

/// Why a text is not a file of rules.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RulesError {
    /// The text is too long.
    #[error("{bytes} bytes are too many for a file of rules; the limit is {MAX_FILE_BYTES}")]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// The text has no rule.
    #[error("it has no rule; give at least one of `companies`, `position_any` and `position_none`")]
    NoRule,
    /// A value or the syntax is wrong.
    #[error("line {line}, column {column}: {problem}")]
    Wrong {
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
        /// What is wrong, and how to correct it.
        problem: String,
    },
}

type Entries = Spanned<Vec<Spanned<String>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesToml {
    companies: Option<Entries>,
    position_any: Option<Entries>,
    position_none: Option<Entries>,
    #[serde(default)]
    substring: bool,
}

/// The rules of a file.
pub(super) struct RulesFile {
    pub(super) substring: bool,
    /// Entries by rule, in the order of [`Rule`], as [`plain`] text; never an empty list or entry.
    pub(super) rules: Vec<(Rule, Vec<String>)>,
}

pub(super) fn parse(text: &str) -> Result<RulesFile, RulesError> {
    if text.len() > MAX_FILE_BYTES {
        return Err(RulesError::TooLong { bytes: text.len() });
    }
    // Windows editors may put a byte order mark first.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: RulesToml = toml::from_str(text).map_err(|error| {
        let message: String =
            error.message().chars().map(|c| if c.is_control() { ' ' } else { c }).take(300).collect();
        wrong(text, error.span().unwrap_or(0..0), message)
    })?;
    let lists = [
        (Rule::Companies, file.companies),
        (Rule::PositionAny, file.position_any),
        (Rule::PositionNone, file.position_none),
    ];
    let mut rules = Vec::new();
    for (rule, list) in lists {
        if let Some(list) = list {
            rules.push((rule, entries(text, rule, &list)?));
        }
    }
    if rules.is_empty() {
        return Err(RulesError::NoRule);
    }
    Ok(RulesFile { substring: file.substring, rules })
}

fn entries(text: &str, rule: Rule, list: &Entries) -> Result<Vec<String>, RulesError> {
    let key = rule.key();
    let at_list = |problem| Err(wrong(text, list.span(), problem));
    if list.get_ref().is_empty() {
        let (effect, wanted) = match rule {
            Rule::Companies | Rule::PositionAny => ("drops everybody", "keep"),
            Rule::PositionNone => ("drops nobody", "drop"),
        };
        return at_list(format!("{key}: an empty list {effect}; list what to {wanted}, or remove the key"));
    }
    if list.get_ref().len() > MAX_ENTRIES {
        return at_list(format!("{key}: {} entries; at most {MAX_ENTRIES} are read", list.get_ref().len()));
    }
    list.get_ref()
        .iter()
        .map(|entry| {
            let at_entry = |problem| Err(wrong(text, entry.span(), problem));
            let words = plain(entry.get_ref());
            if entry.get_ref().chars().count() > MAX_ENTRY_CHARS {
                return at_entry(format!("{key}: an entry has at most {MAX_ENTRY_CHARS} characters"));
            }
            if !words.contains(char::is_alphanumeric) {
                return at_entry(format!("{key}: an entry needs a letter or a digit; remove this one"));
            }
            Ok(words)
        })
        .collect()
}

fn wrong(text: &str, span: Range<usize>, problem: String) -> RulesError {
    let before = text.get(..span.start).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    RulesError::Wrong {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        problem,
    }
}
