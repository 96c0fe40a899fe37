//! Ids that may be numbers of rows: of several files, the same number is the same person only if the content
//! is similar.

use std::collections::HashMap;

use career_model::Profile;
use profile_data::Sketch;

use super::identities::RecordNumber;

/// No further entry.
const END: u32 = u32::MAX;

/// The different people with each number: some 40 bytes a person.
#[derive(Debug, Default)]
pub(super) struct RowNumbers {
    /// Number → its last entry.
    last_of: HashMap<u32, u32>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    sketch: Sketch,
    record: RecordNumber,
    /// An earlier entry of the same number.
    before: u32,
}

impl RowNumbers {
    /// Adds a record; returns an earlier one with the same number and similar content, of those that `agree`.
    pub(super) fn add(
        &mut self,
        number: u32,
        record: RecordNumber,
        profile: &Profile,
        agree: impl Fn(RecordNumber) -> bool,
    ) -> Option<RecordNumber> {
        let sketch = Sketch::of(profile);
        let last = self.last_of.entry(number).or_insert(END);
        let mut at = *last;
        while let Some(entry) = self.entries.get(at as usize) {
            if entry.sketch.is_similar(sketch) && agree(entry.record) {
                return Some(entry.record);
            }
            at = entry.before;
        }
        self.entries.push(Entry { sketch, record, before: *last });
        *last = self.entries.len() as u32 - 1;
        None
    }
}
