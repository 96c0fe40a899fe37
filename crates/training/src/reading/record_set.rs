//! Records by number, and sets of them.

/// The number of a record, in the order read, over all files.
pub type RecordNumber = u32;

/// Removes the items of the records `taken_back`, which are ascending; `records` has the record of each item.
pub(crate) fn remove_taken_back<T>(
    items: &mut Vec<T>,
    records: &[RecordNumber],
    taken_back: &[RecordNumber],
) {
    let mut is_left = records.iter().map(|record| taken_back.binary_search(record).is_err());
    items.retain(|_| is_left.next() == Some(true));
}

/// A set of records, one bit each.
#[derive(Clone, Debug, Default)]
pub(super) struct RecordSet {
    words: Vec<u64>,
    len: u64,
}

impl RecordSet {
    /// Adds a record; returns whether it is new.
    pub(super) fn insert(&mut self, record: RecordNumber) -> bool {
        let (word, bit) = (record as usize / 64, 1 << (record % 64));
        self.words.resize(self.words.len().max(word + 1), 0);
        let is_new = self.words[word] & bit == 0;
        self.words[word] |= bit;
        self.len += u64::from(is_new);
        is_new
    }

    /// Removes a record, if the set has it.
    pub(super) fn remove(&mut self, record: RecordNumber) {
        if self.contains(record) {
            self.words[record as usize / 64] &= !(1 << (record % 64));
            self.len -= 1;
        }
    }

    /// Whether the set has the record.
    pub(super) fn contains(&self, record: RecordNumber) -> bool {
        self.words.get(record as usize / 64).is_some_and(|word| word >> (record % 64) & 1 == 1)
    }

    /// Adds the records of another set.
    pub(super) fn extend(&mut self, other: &RecordSet) {
        self.words.resize(self.words.len().max(other.words.len()), 0);
        self.words.iter_mut().zip(&other.words).for_each(|(word, more)| *word |= more);
        self.len = self.words.iter().map(|word| u64::from(word.count_ones())).sum();
    }

    /// The records, ascending.
    pub(super) fn iter(&self) -> impl Iterator<Item = RecordNumber> {
        (0..self.words.len() as RecordNumber * 64).filter(|&record| self.contains(record))
    }

    /// The number of records.
    pub(super) fn len(&self) -> u64 {
        self.len
    }
}
