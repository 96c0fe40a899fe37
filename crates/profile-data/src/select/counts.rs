//! The numbers of people that each rule kept and dropped.

use std::fmt;

use serde::Serialize;

use super::{Rule, SelectionRules, Verdict};

/// The counts of one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RuleCount {
    /// The rule.
    pub rule: Rule,
    /// People that it kept.
    pub kept: u64,
    /// People that it dropped.
    pub dropped: u64,
}

/// The counts of all rules. A rule applies only to the people that the rules before it kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SelectionCounts {
    people: u64,
    kept: u64,
    rules: Vec<RuleCount>,
}

impl SelectionCounts {
    /// Counts of zero.
    pub fn new(rules: &SelectionRules) -> SelectionCounts {
        let rules = rules.rules().map(|rule| RuleCount { rule, kept: 0, dropped: 0 }).collect();
        SelectionCounts { people: 0, kept: 0, rules }
    }

    /// Counts a person; `true` if the person is kept.
    pub fn add(&mut self, verdict: &Verdict) -> bool {
        self.people += 1;
        for count in &mut self.rules {
            if *verdict == Verdict::Dropped(count.rule) {
                count.dropped += 1;
                return false;
            }
            count.kept += 1;
        }
        self.kept += 1;
        true
    }

    /// Takes back people that all rules kept.
    pub fn take_back_kept(&mut self, people: u64) {
        self.people -= people;
        self.kept -= people;
        self.rules.iter_mut().for_each(|count| count.kept -= people);
    }

    /// All people.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// The people that all rules kept.
    pub fn kept(&self) -> u64 {
        self.kept
    }

    /// The counts of each rule, in the order in which they apply.
    pub fn rules(&self) -> &[RuleCount] {
        &self.rules
    }
}

/// `companies kept 3 of 10, position_any kept 2 of 3`
impl fmt::Display for SelectionCounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, RuleCount { rule, kept, dropped }) in self.rules.iter().enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            write!(f, "{comma}{} kept {kept} of {}", rule.key(), kept + dropped)?;
        }
        Ok(())
    }
}
