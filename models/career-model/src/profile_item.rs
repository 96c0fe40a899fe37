//! One item of a profile, with its columns.

use crate::item_kind::ItemKind;
use crate::label_topics::TopicMatch;

/// One item that a profile lists, as the features `full` encode it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileItem<'p> {
    /// The list it came from.
    pub kind: ItemKind,
    /// The text as given.
    pub raw: &'p str,
    /// The topic of a degree field.
    pub topic: Option<TopicMatch>,
    /// Whether the model knows it.
    pub known: bool,
    /// The same for every spelling of a skill, course or certificate, as
    /// [`crate::ranker::Target::fingerprint`]; 0 for other kinds.
    pub fingerprint: u64,
    /// The columns that this item lights and no earlier one does; a job title has one per word.
    pub columns: Vec<u32>,
}

impl<'p> ProfileItem<'p> {
    pub(crate) fn new(
        kind: ItemKind,
        raw: &'p str,
        columns: impl IntoIterator<Item = u32>,
    ) -> ProfileItem<'p> {
        let columns: Vec<u32> = columns.into_iter().collect();
        ProfileItem { kind, raw, topic: None, known: !columns.is_empty(), fingerprint: 0, columns }
    }
}
