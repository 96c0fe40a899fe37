//! Keys that several people may have: numbers of rows, and short lists of people without id and address.

use career_model::Profile;
use profile_data::Sketch;

use super::chains::Chains;
use super::record_set::RecordNumber;

/// Months by which the experience of a person may differ between two files.
const MAX_DRIFT: u32 = 12;

/// Ids that may be numbers of rows: in several files, the same number is the same person only if the content
/// is similar. Some 40 bytes a person.
#[derive(Debug, Default)]
pub(super) struct RowNumbers(Chains<u32, (Sketch, RecordNumber)>);

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
        let is_same = |(other, of): &(Sketch, RecordNumber)| other.is_similar(sketch) && agree(*of);
        self.0.find_or_add(number, is_same, || (sketch, record)).map(|(_, same)| *same)
    }
}

/// Short lists: within a file, the same list is the same person only with the same months; in another file,
/// the months may have grown. Some 40 bytes a person.
#[derive(Debug, Default)]
pub(super) struct ShortLists(Chains<u64, ShortList>);

#[derive(Debug)]
struct ShortList {
    record: RecordNumber,
    file: u32,
    months: Option<u32>,
}

impl ShortLists {
    /// Adds a record; returns an earlier one of the same person.
    pub(super) fn add(
        &mut self,
        key: u64,
        record: RecordNumber,
        file: u32,
        months: Option<u32>,
    ) -> Option<RecordNumber> {
        let is_same = |other: &ShortList| match (other.months, months) {
            (one, two) if one == two => true,
            (Some(one), Some(two)) => other.file != file && one.abs_diff(two) <= MAX_DRIFT,
            _ => false,
        };
        let new = || ShortList { record, file, months };
        let same = self.0.find_or_add(key, is_same, new)?;
        (same.file, same.months) = (file, months);
        Some(same.record)
    }
}
