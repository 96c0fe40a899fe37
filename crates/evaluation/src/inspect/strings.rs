//! Counts the strings of a list field.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use sha2::{Digest, Sha256};
use templates::shown;

use crate::inspect::report::{CommonString, ListReport};

/// Smallest number of people with a string that is shown; a rarer string might identify them.
pub const MIN_PEOPLE_SHOWN: u64 = MIN_PEOPLE_PER_ITEM as u64;

/// Most frequent strings that are shown.
const MAX_SHOWN_STRINGS: usize = 10;
/// Longest string that is shown.
const MAX_SHOWN_CHARS: usize = 80;
/// Longest string, in bytes, that is kept; of a longer one, the hash and the beginning are kept.
const MAX_KEPT_BYTES: usize = 120;

/// Counts the people with each distinct string. Surrounding space is removed.
#[derive(Debug)]
pub(super) struct Strings {
    max_distinct: usize,
    people: u64,
    strings: u64,
    /// Length of the list → people.
    lengths: BTreeMap<usize, u64>,
    short: HashMap<Box<str>, u64>,
    long: HashMap<[u8; 32], (Box<str>, u64)>,
    /// Whether a string was dropped because `max_distinct` strings were kept already.
    is_full: bool,
}

impl Strings {
    pub(super) fn new(max_distinct: usize) -> Strings {
        Strings {
            max_distinct,
            people: 0,
            strings: 0,
            lengths: BTreeMap::new(),
            short: HashMap::new(),
            long: HashMap::new(),
            is_full: false,
        }
    }

    /// People with at least one string that is not blank.
    pub(super) fn people(&self) -> u64 {
        self.people
    }

    /// Counts a person's list.
    pub(super) fn push(&mut self, list: &[String]) {
        let mut strings: Vec<&str> =
            list.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        if strings.is_empty() {
            return;
        }
        self.people += 1;
        self.strings += strings.len() as u64;
        *self.lengths.entry(strings.len()).or_default() += 1;
        // A person who lists a string twice counts once.
        strings.sort_unstable();
        strings.dedup();
        for text in strings {
            self.count(text);
        }
    }

    fn count(&mut self, text: &str) {
        let has_room = self.short.len() + self.long.len() < self.max_distinct;
        if text.len() <= MAX_KEPT_BYTES {
            if let Some(people) = self.short.get_mut(text) {
                *people += 1;
            } else if has_room {
                self.short.insert(text.into(), 1);
            } else {
                self.is_full = true;
            }
        } else {
            let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
            if let Some((_, people)) = self.long.get_mut(&hash) {
                *people += 1;
            } else if has_room {
                self.long.insert(hash, (shown(text, MAX_SHOWN_CHARS).into(), 1));
            } else {
                self.is_full = true;
            }
        }
    }

    pub(super) fn report(&self, field: &'static str) -> ListReport {
        let counts = || self.short.values().copied().chain(self.long.values().map(|(_, people)| *people));
        let short = self.short.iter().map(|(text, people)| (&**text, *people));
        let long = self.long.values().map(|(text, people)| (&**text, *people));
        let mut common: Vec<(&str, u64)> =
            short.chain(long).filter(|(_, people)| *people >= MIN_PEOPLE_SHOWN).collect();
        common.sort_unstable_by_key(|(text, people)| (Reverse(*people), *text));
        let distinct = self.short.len() + self.long.len();
        ListReport {
            field,
            people: self.people,
            strings: self.strings,
            distinct: distinct as u64,
            distinct_is_at_least: self.is_full,
            seen_once: counts().filter(|people| *people == 1).count() as u64,
            median_length: self.median_length(),
            max_length: self.lengths.last_key_value().map_or(0, |(length, _)| *length as u64),
            common: common.len() as u64,
            rare: (distinct - common.len()) as u64,
            commonest: common
                .into_iter()
                .take(MAX_SHOWN_STRINGS)
                .map(|(text, people)| CommonString { text: shown(text, MAX_SHOWN_CHARS), people })
                .collect(),
        }
    }

    /// The median over lists that are not empty; 0 without any.
    fn median_length(&self) -> f64 {
        median(self.lengths.iter().map(|(length, people)| (*length as f64, *people)), self.people)
    }
}

/// The median of (value, frequency) pairs in ascending order, with `total` values; 0 without values.
pub(super) fn median(values: impl Iterator<Item = (f64, u64)>, total: u64) -> f64 {
    if total == 0 {
        return 0.0;
    }
    let (lower, upper) = ((total - 1) / 2, total / 2);
    let mut passed = 0;
    let mut sum = 0.0;
    for (value, times) in values {
        let contains = |index: u64| (passed..passed + times).contains(&index);
        sum += value * f64::from(u8::from(contains(lower)) + u8::from(contains(upper)));
        passed += times;
    }
    sum / 2.0
}
