//! Records that are of one person, as a union–find forest.

use super::record_set::{RecordNumber, RecordSet};

/// Sets of records. Records that are joined with no other take no memory if they come before the first
/// duplicate or after the last.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// Per record another record of its set, or itself; a record beyond the end is alone. A root is the
    /// smallest number of its set.
    parents: Vec<RecordNumber>,
}

impl Groups {
    /// Joins two records. Always true.
    pub(super) fn join(&mut self, one: RecordNumber, other: RecordNumber) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        let (first, last) = (one.min(other), one.max(other));
        if first != last {
            let known = self.parents.len() as RecordNumber;
            self.parents.extend(known..=last.max(known.saturating_sub(1)));
            self.parents[last as usize] = first;
        }
        true
    }

    /// The smallest record of the record's set.
    fn root(&mut self, record: RecordNumber) -> RecordNumber {
        let mut record = record;
        while let Some(&parent) = self.parents.get(record as usize) {
            if parent == record {
                break;
            }
            // Halve the path, so that it stays short.
            let grandparent = self.parents[parent as usize];
            self.parents[record as usize] = grandparent;
            record = grandparent;
        }
        record
    }

    /// All records but the newest of each set: that with the latest day, of those the last.
    pub(super) fn superseded(&mut self, days: &Days) -> RecordSet {
        let mut newest: Vec<RecordNumber> = (0..self.parents.len() as RecordNumber).collect();
        let mut superseded = RecordSet::default();
        for record in 0..self.parents.len() as RecordNumber {
            let root = self.root(record) as usize;
            let best = newest[root];
            if best == record {
                continue;
            }
            let loser = if days.get(record) >= days.get(best) { best } else { record };
            superseded.insert(loser);
            newest[root] = best ^ record ^ loser;
        }
        superseded
    }

    /// All records of the people who have one of the given records, and the number of these people.
    pub(super) fn records_of(&mut self, given: &[RecordNumber]) -> (RecordSet, u64) {
        let (mut roots, mut all) = (RecordSet::default(), RecordSet::default());
        for &record in given {
            roots.insert(self.root(record));
            all.insert(record);
        }
        for record in 0..self.parents.len() as RecordNumber {
            if roots.contains(self.root(record)) {
                all.insert(record);
            }
        }
        (all, roots.len())
    }

    /// The number of people among records `from..to`.
    pub(super) fn people_among(&mut self, from: RecordNumber, to: RecordNumber) -> u64 {
        let joined = (self.parents.len() as RecordNumber).clamp(from, to);
        let mut roots: Vec<RecordNumber> = (from..joined).map(|record| self.root(record)).collect();
        roots.sort_unstable();
        roots.dedup();
        roots.len() as u64 + u64::from(to - joined)
    }
}

/// The day of each record's snapshot. Takes no memory if no record has one.
#[derive(Debug, Default)]
pub(super) struct Days(Vec<u16>);

impl Days {
    /// Sets the day of a record; 0 if it is unknown.
    pub(super) fn set(&mut self, record: RecordNumber, day: u16) {
        if day > 0 {
            self.0.resize(self.0.len().max(record as usize + 1), 0);
            self.0[record as usize] = day;
        }
    }

    /// The day of a record.
    pub(super) fn get(&self, record: RecordNumber) -> u16 {
        self.0.get(record as usize).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_newest_record_of_each_set_stays(
            joins in prop::collection::vec((0_u32..30, 0_u32..30), 0..25),
            of in prop::collection::vec(0_u16..4, 30),
        ) {
            let (mut groups, mut days) = (Groups::default(), Days::default());
            // The sets by brute force.
            let mut set_of: Vec<u32> = (0..30).collect();
            for &(one, other) in &joins {
                groups.join(one, other);
                let (from, to) = (set_of[one as usize], set_of[other as usize]);
                set_of.iter_mut().filter(|set| **set == from).for_each(|set| *set = to);
            }
            (0..).zip(&of).for_each(|(record, &day)| days.set(record, day));
            let superseded = groups.superseded(&days);
            let mut newest: BTreeMap<u32, (u16, u32)> = BTreeMap::new();
            for record in 0..30 {
                let best = newest.entry(set_of[record as usize]).or_default();
                *best = (*best).max((of[record as usize], record));
            }
            let kept: BTreeSet<u32> = (0..30).filter(|&record| !superseded.contains(record)).collect();
            prop_assert_eq!(superseded.len() as usize, 30 - newest.len());
            prop_assert_eq!(kept, newest.values().map(|(_, record)| *record).collect::<BTreeSet<u32>>());
            let given: Vec<u32> = (0..30).filter(|&record| of[record as usize] == 0).collect();
            let sets: BTreeSet<u32> = given.iter().map(|&record| set_of[record as usize]).collect();
            let (all, people) = groups.records_of(&given);
            prop_assert_eq!(people as usize, sets.len());
            for record in 0..30 {
                prop_assert_eq!(all.contains(record), sets.contains(&set_of[record as usize]));
            }
            let among: BTreeSet<u32> = set_of[5..25].iter().copied().collect();
            prop_assert_eq!(groups.people_among(5, 25) as usize, among.len());
        }
    }
}
