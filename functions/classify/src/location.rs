//! The address of a redirect: a path from the model, and personal data in the fragment.
//!
//! `<path>#you&have=…&next=…&why=…&missed=…&notes=…`, all ASCII. `|` separates the items of a list and `,`
//! the parts of an item. Every text is percent-encoded, so it contains neither these nor `&`. An empty list
//! is left out.

use career_model::ItemKind;
use career_model::recommend::{HeldSkills, NextSteps};
use career_model::roadmap::ItemCount;
use career_model::{Classification, Model, Profile};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use templates::Language;

use crate::limits::{
    MAX_HAVE_LEN, MAX_MISSED, MAX_MISSED_LEN, MAX_NEXT, MAX_NEXT_LEN, MAX_NEXT_SKILLS, MAX_TEXT_CHARS,
    MAX_WHY, MAX_WHY_LEN,
};

/// Everything but RFC 3986's unreserved characters.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address: below the root of the visitor's language, of at most [`crate::limits::MAX_LOCATION_LEN`]
/// bytes.
///
/// * `have`: the skills *of the page* that the person lists, in the page's spelling, so that the page can
///   tick them.
/// * `next`: what to learn, best first: `kind,name`; kinds are skill, course and certification.
/// * `why`: the inputs that contributed most to this roadmap: `field,text,percent`.
/// * `missed`: inputs that the model does not know: `field,text,suggestion`; the suggestion may be empty.
/// * `notes`: `assumed-level` and `unknown`.
pub(crate) fn location(
    model: &Model,
    answer: &Classification<'_, '_>,
    profile: &Profile,
    language: Language,
) -> String {
    let mut location = format!("{}{}#you", language.root(), answer.path());
    let held = HeldSkills::classified(answer, profile);
    let have = held.among(answer.has()).filter(|(_, held)| *held).map(|(skill, _)| vec![skill.name.as_str()]);
    push_list(&mut location, "&have=", have, MAX_HAVE_LEN);

    let NextSteps { skills, courses, certifications } = model.next_steps(answer, profile, MAX_NEXT_SKILLS);
    let next = kind("skill", &skills, MAX_NEXT_SKILLS).chain(kind("course", &courses, MAX_NEXT)).chain(kind(
        "certification",
        &certifications,
        MAX_NEXT,
    ));
    push_list(&mut location, "&next=", next, MAX_NEXT_LEN);

    push_list(&mut location, "&why=", why(answer).iter().map(Reason::parts), MAX_WHY_LEN);

    let missed: Vec<[String; 3]> = answer
        .unknown
        .iter()
        .take(MAX_MISSED)
        .map(|input| {
            let suggestion = model.suggestion(input.kind, input.raw).unwrap_or_default();
            [input.kind.as_str().to_owned(), bounded(input.raw), bounded(suggestion)]
        })
        .collect();
    let missed = missed.iter().map(|parts| parts.iter().map(String::as_str).collect());
    push_list(&mut location, "&missed=", missed, MAX_MISSED_LEN);

    let notes = [(answer.level_assumed, "assumed-level"), (answer.assignment.is_none(), "unknown")];
    let notes = notes.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| vec![note]);
    push_list(&mut location, "&notes=", notes, usize::MAX);
    location
}

fn kind<'a>(kind: &'a str, items: &'a [&ItemCount], most: usize) -> impl Iterator<Item = Vec<&'a str>> {
    items.iter().take(most).map(move |item| vec![kind, item.name.as_str()])
}

/// An input that contributed to the roadmap.
struct Reason {
    kind: ItemKind,
    text: String,
    percent: String,
}

impl Reason {
    fn parts(&self) -> Vec<&str> {
        vec![self.kind.as_str(), &self.text, &self.percent]
    }
}

/// The largest contributions, in whole percent of all positive ones; rounded down, so that their sum is at
/// most 100.
fn why(answer: &Classification<'_, '_>) -> Vec<Reason> {
    let positive = || answer.known.iter().filter(|input| input.contribution > 0.0);
    let all: f64 = positive().map(|input| input.contribution).sum();
    let reason = |input: &career_model::KnownInput<'_, '_>| {
        // A small number is added, because a sum of fractions can be just below its exact value.
        let percent = (100.0 * input.contribution / all + 1e-9).floor().min(100.0) as u8;
        (percent > 0).then(|| Reason {
            kind: input.kind,
            text: bounded(input.raw),
            percent: percent.to_string(),
        })
    };
    // The inputs are sorted by contribution.
    positive().take(MAX_WHY).filter_map(reason).collect()
}

/// A text on one line; a long one is cut off, with an ellipsis.
fn bounded(text: &str) -> String {
    let text: String = text.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match text.char_indices().nth(MAX_TEXT_CHARS) {
        None => text,
        Some(_) => text.chars().take(MAX_TEXT_CHARS - 1).chain(['…']).collect(),
    }
}

/// Appends the items that fit into `max_len` bytes, whole ones only.
fn push_list<'a>(
    location: &mut String,
    key: &str,
    items: impl IntoIterator<Item = Vec<&'a str>>,
    max_len: usize,
) {
    let start = location.len();
    let mut separator = key;
    for item in items {
        let before = location.len();
        for part in item {
            location.push_str(separator);
            location.extend(utf8_percent_encode(part, ENCODED));
            separator = ",";
        }
        if location.len() - start > max_len {
            location.truncate(before);
        }
        separator = if location.len() == start { key } else { "|" };
    }
}
