//! Texts that explain why a list is empty.

use career_model::roadmap::{LISTED_FROM, MIN_PEOPLE_PER_PAGE};
use templates::Words;

/// Explains that the group is too small for its lists to be shown.
pub fn too_few_people(words: &Words, people: u64) -> String {
    words.text("too-few-people", &[("people", people.into()), ("least", MIN_PEOPLE_PER_PAGE.into())])
}

/// Explains why a group's list is empty: the group is too small, or, with the message `key`, no item is
/// common enough.
pub fn none_shared(words: &Words, group: u64, key: &str) -> String {
    if group < MIN_PEOPLE_PER_PAGE {
        return too_few_people(words, group);
    }
    words.text(key, &[("people", group.into()), ("least", LISTED_FROM.into())])
}
