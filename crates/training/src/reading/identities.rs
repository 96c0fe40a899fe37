//! Which records are of one person, in some 30 bytes a record.
//!
//! Every record has up to two keys (see [`profile_data::Identity`]). Records that share a key are joined,
//! also over third records: a person may have an id in one snapshot, an address in another, and both in a
//! third.

use career_model::Profile;
use profile_data::{Identity, OwnKey};

use super::groups::Groups;
use super::record_set::RecordNumber;
use super::weak_keys::{RowNumbers, ShortLists};

/// No key. No hash that is kept has this value.
const NO_KEY: u64 = 0;

/// The smallest table; a power of two, like all sizes.
const MIN_SLOTS: usize = 1 << 10;

/// Collects the keys of records, and joins records of one person.
#[derive(Debug, Default)]
pub(super) struct Identities {
    /// Per record the address and the other key.
    keys: Vec<[u64; 2]>,
    /// Open addressing: positions in `keys`, from 1; 0 is a free slot. Has the first record of every key.
    table: Vec<u32>,
    used: usize,
    groups: Groups,
    /// Ids that may be numbers of rows, if there are several files.
    row_numbers: Option<RowNumbers>,
    short_lists: ShortLists,
}

impl Identities {
    /// `files` is the number of files.
    pub(super) fn new(files: usize) -> Identities {
        Identities { row_numbers: (files > 1).then(RowNumbers::default), ..Identities::default() }
    }

    /// Adds the next record, which is in the file with this number; returns whether an earlier one is of the
    /// same person.
    pub(super) fn add(&mut self, profile: &Profile, file: usize) -> bool {
        let record = self.keys.len() as RecordNumber;
        let identity = Identity::of(profile);
        let address = identity.address.map_or(NO_KEY, |key| salted(key, 0));
        let own = match identity.own {
            OwnKey::Nothing | OwnKey::ShortContent { .. } => NO_KEY,
            OwnKey::Id(key) => salted(key, 1),
            OwnKey::Slug(key) => salted(key, 2),
            OwnKey::Content(key) => salted(key, 3),
            OwnKey::Number(number) => salted(u64::from(number) << 32 | file as u64, 4),
        };
        self.keys.push([address, own]);
        let mut known = false;
        if address != NO_KEY {
            known |= self.meet(record, 0, true);
        }
        match identity.own {
            OwnKey::Nothing => {}
            OwnKey::Id(key) => {
                known |= self.meet(record, 1, true);
                // The same text at the end of an address, unless both have addresses.
                known |= self.meet_weakly(record, salted(key, 2));
            }
            OwnKey::Slug(key) => {
                self.insert(record, 1);
                known |= self.meet_weakly(record, salted(key, 1));
            }
            OwnKey::Content(_) => known |= self.meet(record, 1, true),
            OwnKey::ShortContent { key, months } => {
                if let Some(same) = self.short_lists.add(key, record, file as u32, months) {
                    known |= self.groups.join(record, same);
                }
            }
            OwnKey::Number(number) => {
                known |= self.meet(record, 1, false);
                if let Some(numbers) = &mut self.row_numbers {
                    let keys = &self.keys;
                    let agree = |other: RecordNumber| addresses_agree(keys, record, other);
                    if let Some(same) = numbers.add(number, record, profile, agree) {
                        known |= self.groups.join(record, same);
                    }
                }
            }
        }
        known
    }

    /// Records so far.
    pub(super) fn records(&self) -> u64 {
        self.keys.len() as u64
    }

    /// The joined records; releases the keys.
    pub(super) fn into_groups(self) -> Groups {
        self.groups
    }

    /// Joins the record with the first one with the same key, or makes it the first one. Without `is_name`,
    /// the key may be that of two people, whose addresses differ.
    fn meet(&mut self, record: RecordNumber, part: usize, is_name: bool) -> bool {
        match self.insert(record, part) {
            Some(first) if is_name || addresses_agree(&self.keys, record, first) => {
                self.groups.join(record, first)
            }
            _ => false,
        }
    }

    /// Joins the record with the first one with another key, unless their addresses differ.
    fn meet_weakly(&mut self, record: RecordNumber, key: u64) -> bool {
        match self.find(key).1 {
            Some(first) if addresses_agree(&self.keys, record, first) => self.groups.join(record, first),
            _ => false,
        }
    }

    /// The first record with the key; `None` if this is the first.
    fn insert(&mut self, record: RecordNumber, part: usize) -> Option<RecordNumber> {
        if self.used * 4 >= self.table.len() * 3 {
            self.grow();
        }
        let (slot, found) = self.find(self.keys[record as usize][part]);
        if found.is_none() {
            self.table[slot] = 2 * record + part as u32 + 1;
            self.used += 1;
        }
        found
    }

    /// The slot of a key, and the first record with it.
    fn find(&self, key: u64) -> (usize, Option<RecordNumber>) {
        let mask = self.table.len().wrapping_sub(1);
        let mut slot = key as usize & mask;
        loop {
            match self.table.get(slot) {
                None | Some(0) => return (slot, None),
                Some(&place) if self.key_at(place) == key => return (slot, Some((place - 1) / 2)),
                Some(_) => slot = (slot + 1) & mask,
            }
        }
    }

    fn key_at(&self, place: u32) -> u64 {
        let place = place as usize - 1;
        self.keys[place / 2][place % 2]
    }

    fn grow(&mut self) {
        let larger = vec![0; (self.table.len() * 2).max(MIN_SLOTS)];
        let old = std::mem::replace(&mut self.table, larger);
        for place in old.into_iter().filter(|&place| place > 0) {
            let (slot, _) = self.find(self.key_at(place));
            self.table[slot] = place;
        }
    }
}

/// Whether two records may be of one person, because not both have an address, or both have the same.
fn addresses_agree(keys: &[[u64; 2]], one: RecordNumber, other: RecordNumber) -> bool {
    let (one, other) = (keys[one as usize][0], keys[other as usize][0]);
    one == NO_KEY || other == NO_KEY || one == other
}

/// Separates the kinds of keys.
fn salted(key: u64, kind: u64) -> u64 {
    let mixed = (key ^ kind.wrapping_mul(0xD6E8_FEB8_6659_FD93)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ (mixed >> 32)).max(NO_KEY + 1)
}
