//! Common terms, and their spellings.

use std::collections::HashMap;

pub(super) mod degree_fields;
pub(super) mod long_tail;
pub(super) mod skills;

/// A person has a mark for each term, in an array of this many bits; the tests hold the tables below it.
pub(super) const MAX_TERMS: usize = 2_048;

/// The items of a `|`-separated list.
pub(super) fn items(list: &'static str) -> Vec<&'static str> {
    list.split('|').map(str::trim).collect()
}

/// A language besides English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Russian,
    Ukrainian,
    German,
    Spanish,
}

impl Language {
    /// Splits `xx:text` into the language and the text.
    pub(super) fn of(text: &'static str) -> (Option<Language>, &'static str) {
        let languages = [
            ("ru:", Language::Russian),
            ("uk:", Language::Ukrainian),
            ("de:", Language::German),
            ("es:", Language::Spanish),
        ];
        let found = languages.iter().find_map(|(tag, language)| Some((*language, text.strip_prefix(tag)?)));
        found.map_or((None, text), |(language, rest)| (Some(language), rest))
    }
}

/// A common term, and its other spellings.
pub(super) struct Term {
    pub(super) name: &'static str,
    /// Other spellings in English, the most common first.
    pub(super) spellings: Vec<&'static str>,
    pub(super) translations: Vec<(Language, &'static str)>,
}

/// Terms by name. A name without an entry becomes a term with one spelling.
#[derive(Default)]
pub(super) struct Terms {
    terms: Vec<Term>,
    by_name: HashMap<&'static str, u16>,
}

impl Terms {
    /// Parses a table: one term per line, `name = spelling | xx:translation`.
    pub(super) fn from_table(table: &'static str) -> Terms {
        let mut terms = Terms::default();
        for line in table.lines() {
            let (name, others) = line.split_once(" = ").unwrap_or((line, ""));
            let id = terms.id(name.trim());
            let term = &mut terms.terms[usize::from(id)];
            for other in items(others).into_iter().filter(|other| !other.is_empty()) {
                match Language::of(other) {
                    (Some(language), text) => term.translations.push((language, text)),
                    (None, text) => term.spellings.push(text),
                }
            }
        }
        terms
    }

    /// The term with this name; adds it if it is new.
    pub(super) fn id(&mut self, name: &'static str) -> u16 {
        let Terms { terms, by_name } = self;
        *by_name.entry(name).or_insert_with(|| {
            terms.push(Term { name, spellings: Vec::new(), translations: Vec::new() });
            (terms.len() - 1) as u16
        })
    }

    /// The terms of a `|`-separated list.
    pub(super) fn ids(&mut self, list: &'static str) -> Vec<u16> {
        items(list).into_iter().map(|name| self.id(name)).collect()
    }

    pub(super) fn get(&self, id: u16) -> &Term {
        &self.terms[usize::from(id)]
    }

    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }
}
