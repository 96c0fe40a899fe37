//! Lists of labels, one per person, in one allocation.

use crate::people::interner::LabelId;

/// One list of labels per person.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LabelLists {
    offsets: Vec<usize>,
    labels: Vec<LabelId>,
}

impl Default for LabelLists {
    fn default() -> LabelLists {
        LabelLists { offsets: vec![0], labels: Vec::new() }
    }
}

impl LabelLists {
    /// Adds the list of the next person.
    pub(super) fn push(&mut self, labels: &[LabelId]) {
        self.labels.extend_from_slice(labels);
        self.offsets.push(self.labels.len());
    }

    /// A person's list.
    pub(super) fn get(&self, person: usize) -> &[LabelId] {
        &self.labels[self.offsets[person]..self.offsets[person + 1]]
    }

    /// Every person's list.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[LabelId]> {
        self.offsets.windows(2).map(|pair| &self.labels[pair[0]..pair[1]])
    }
}
