//! The strings of one list field: how many, how many distinct, who has them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use sha2::{Digest, Sha256};
use templates::shown;

use crate::inspect::report::{CommonString, ListReport};

/// A string that fewer people have is in no output: it might say who they are.
pub const MIN_PEOPLE_SHOWN: u64 = MIN_PEOPLE_PER_ITEM as u64;

/// How many of the commonest strings are shown.
const COMMONEST: usize = 10;
/// Characters of a string that are shown.
const MAX_SHOWN_CHARS: usize = 80;
/// A longer string, in bytes, is kept as its hash and its beginning.
const MAX_KEPT_BYTES: usize = 120;

/// Counts per distinct string the people who have it. Strings are as the file has them, but for space around.
#[derive(Debug)]
pub(super) struct Strings {
    max_distinct: usize,
    people: u64,
    strings: u64,
    /// People by the length of their list.
    lengths: BTreeMap<usize, u64>,
    short: HashMap<Box<str>, u64>,
    long: HashMap<[u8; 32], (Box<str>, u64)>,
    /// Whether a string was left out because there were `max_distinct` before it.
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

    /// One person's list.
    pub(super) fn push(&mut self, list: &[String]) {
        let mut strings: Vec<&str> =
            list.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        if strings.is_empty() {
            return;
        }
        self.people += 1;
        self.strings += strings.len() as u64;
        *self.lengths.entry(strings.len()).or_default() += 1;
        // A person who lists a thing twice is one person.
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
                .take(COMMONEST)
                .map(|(text, people)| CommonString { text: shown(text, MAX_SHOWN_CHARS), people })
                .collect(),
        }
    }

    /// The median over the people who have a list; 0 when nobody has.
    fn median_length(&self) -> f64 {
        median(self.lengths.iter().map(|(length, people)| (*length as f64, *people)), self.people)
    }
}

/// The median of values that come in order with how often they occur, `total` in all; 0 of none.
pub(super) fn median(values: impl Iterator<Item = (f64, u64)>, total: u64) -> f64 {
    if total == 0 {
        return 0.0;
    }
    let (lower, upper) = ((total - 1) / 2, total / 2);
    let mut passed = 0;
    let mut sum = 0.0;
    for (value, times) in values {
        let holds = |place: u64| (passed..passed + times).contains(&place);
        sum += value * f64::from(u8::from(holds(lower)) + u8::from(holds(upper)));
        passed += times;
    }
    sum / 2.0
}
