//! Groups of rejected records by reason.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use templates::shown;

use crate::inspect::report::ReasonReport;

/// Largest number of groups; a file with more reasons is not a file of profiles.
const MAX_GROUPS: usize = 100;
/// Longest reason that is shown.
const MAX_REASON_CHARS: usize = 200;
/// The group of further reasons after [`MAX_GROUPS`].
const OTHERS: &str = "other reasons";

/// Reason without its numbers → number of records, and the first of them.
#[derive(Debug, Default)]
pub(super) struct Reasons {
    groups: BTreeMap<String, (u64, String)>,
}

impl Reasons {
    pub(super) fn push(&mut self, file: &str, line: u64, reason: &str) {
        let reason = shown(reason, MAX_REASON_CHARS);
        let mut group = without_numbers(&reason);
        if self.groups.len() >= MAX_GROUPS && !self.groups.contains_key(&group) {
            group = OTHERS.to_owned();
        }
        let first = || (0, format!("{file}: line {line}: {reason}"));
        self.groups.entry(group).or_insert_with(first).0 += 1;
    }

    pub(super) fn report(&self) -> Vec<ReasonReport> {
        let mut reasons: Vec<ReasonReport> = self
            .groups
            .iter()
            .map(|(reason, (records, first))| ReasonReport {
                reason: reason.clone(),
                records: *records,
                first: first.clone(),
            })
            .collect();
        reasons.sort_by_key(|reason| Reverse(reason.records));
        reasons
    }
}

/// Replaces words that are numbers by `#`: `-3.5e7` is a number, but the `8` in `UTF-8` is part of a name.
fn without_numbers(reason: &str) -> String {
    let words = reason.split(' ').map(|word| {
        let bare = word.trim_end_matches([':', ',', ';', ')', '.']).trim_start_matches('(');
        let is_number = bare.parse::<f64>().is_ok() && bare.contains(|c: char| c.is_ascii_digit());
        if is_number { word.replacen(bare, "#", 1) } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{MAX_GROUPS, Reasons, without_numbers};

    #[test]
    fn numbers_are_replaced_and_words_stay() {
        let cases = [
            ("not valid UTF-8 at byte 17", "not valid UTF-8 at byte #"),
            ("skills: item 3: expected a string, found -3.5e7", "skills: item #: expected a string, found #"),
            ("longer than 1048576 bytes", "longer than # bytes"),
            ("no numbers, inf or nan (here)", "no numbers, inf or nan (here)"),
        ];
        for (reason, group) in cases {
            assert_eq!(without_numbers(reason), group);
        }
    }

    #[test]
    fn groups_are_bounded_and_all_records_are_counted() {
        let mut reasons = Reasons::default();
        for number in 0..1_000 {
            reasons.push("f", number, &format!("x{number}"));
        }
        let report = reasons.report();
        assert_eq!(report.len(), MAX_GROUPS + 1);
        assert_eq!(report[0].reason, "other reasons");
        assert_eq!(report.iter().map(|reason| reason.records).sum::<u64>(), 1_000);
    }
}
