//! Where to send the visitor: a path from the model, and what is personal in the fragment.

use career_model::recommend::HeldSkills;
use career_model::{Classification, Profile};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::limits::MAX_HAVE_LEN;

/// Everything but RFC 3986's unreserved characters.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `<path>#you[&have=<skill>|<skill>…][&notes=<note>|…]`, all ASCII.
///
/// `have` holds the skills *of the page* that the person lists, as the page spells them, so the page can
/// tick them off; the visitor's own text never comes back. Notes are `assumed-level` and `unknown`.
pub(crate) fn location(answer: &Classification<'_, '_>, profile: &Profile) -> String {
    let mut location = answer.path();
    location.push_str("#you");
    if let Some(place) = &answer.place {
        let held = HeldSkills::of(profile);
        let page = held.among(&place.roadmap.has);
        let have: Vec<&str> = page.filter(|(_, held)| *held).map(|(skill, _)| skill.name.as_str()).collect();
        push_list(&mut location, "&have=", &have, MAX_HAVE_LEN);
    }
    let mut notes = Vec::new();
    if answer.level_assumed {
        notes.push("assumed-level");
    }
    if answer.place.is_none() {
        notes.push("unknown");
    }
    push_list(&mut location, "&notes=", &notes, usize::MAX);
    location
}

/// Appends the items that fit into `max_len` bytes, whole ones only, joined by `|`.
fn push_list(location: &mut String, key: &str, items: &[&str], max_len: usize) {
    let start = location.len();
    let mut separator = key;
    for item in items {
        let before = location.len();
        location.push_str(separator);
        location.extend(utf8_percent_encode(item, ENCODED));
        if location.len() - start > max_len {
            location.truncate(before);
            continue;
        }
        separator = "|";
    }
}
