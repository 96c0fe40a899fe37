//! Cleaning: the one place where raw strings become labels, for training and for serving.
//!
//! Each function maps a distinct string to its label and depends on nothing else, so a caller with
//! many people cleans every distinct string once.
//!
//! Skills and degree fields have two cleanings, see [`Cleaning`]. A model says which one it was trained
//! with, and the function cleans what it is sent in the same way.

mod degree_aliases;
mod degree_field;
mod job_title;
mod junk;
mod plural;
mod position;
mod role_words;
mod skill;
mod skill_aliases;
mod text;

use serde::{Deserialize, Serialize};
use wincode::{SchemaRead, SchemaWrite};

use crate::fingerprint::fingerprint;

pub use job_title::{job_title, job_title_label};
pub use junk::Why;
pub use position::position_words;

/// How skills and degree fields become labels.
///
/// ```
/// use career_model::clean::{Cleaning, Why};
/// assert_eq!(Cleaning::Canonical.skill("• Python (Programming Language);").as_deref(), Ok("python"));
/// assert_eq!(Cleaning::Seed.skill(" Python (Programming Language)").as_deref(), Ok("python (programming language)"));
/// assert_eq!(Cleaning::Canonical.degree_field("Comp Sci & Maths").as_deref(), Ok("computer science and mathematics"));
/// assert_eq!(Cleaning::Canonical.degree_field("3.8 GPA"), Err(Why::Grade));
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, SchemaRead, SchemaWrite,
)]
#[serde(rename_all = "lowercase")]
pub enum Cleaning {
    /// One label per thing: spellings, brackets, aliases and plurals of it come out the same, and what
    /// is no skill or field of study is refused with its reason.
    #[default]
    Canonical,
    /// The method's source, to the letter: [`skill`] and [`degree_field`]. Only for comparisons with it.
    Seed,
}

impl Cleaning {
    /// A skill's label, never empty.
    ///
    /// # Errors
    /// Why the text is no skill.
    pub fn skill(self, raw: &str) -> Result<String, Why> {
        match self {
            Cleaning::Canonical => skill::canonical(raw),
            Cleaning::Seed => Some(skill(raw)).filter(|label| !label.is_empty()).ok_or(Why::Empty),
        }
    }

    /// A degree field's label, never empty.
    ///
    /// # Errors
    /// Why the text is no field of study.
    pub fn degree_field(self, raw: &str) -> Result<String, Why> {
        match self {
            Cleaning::Canonical => degree_field::canonical(raw),
            Cleaning::Seed => Some(degree_field(raw)).filter(|label| !label.is_empty()).ok_or(Why::Empty),
        }
    }
}

/// Words that carry no meaning in a course title (the seed's list).
const COURSE_STOP_WORDS: [&str; 12] =
    ["the", "of", "to", "and", "for", "in", "i", "ii", "iii", "ap", "&", "advanced"];

/// A degree field as [`Cleaning::Seed`] has it: lower case, without digits, grade points and stray punctuation.
///
/// ```
/// assert_eq!(career_model::clean::degree_field("B.Sc. Computer Science, GPA: 3.9/4"), "bsc computer science,");
/// ```
pub fn degree_field(raw: &str) -> String {
    let text: String = raw.to_lowercase().chars().filter(|c| !c.is_numeric()).collect();
    let mut text = text.replace("gpa", "");
    text.retain(|c| !matches!(c, '%' | '\\' | '.' | '/' | ':' | '*' | '&'));
    text.trim().to_owned()
}

/// A course title: lower case, without apostrophes and the words that every title has.
///
/// ```
/// assert_eq!(career_model::clean::course("The Basics of AP Physics II"), "basics physics");
/// ```
pub fn course(raw: &str) -> String {
    let text = raw.to_lowercase().replace('\'', "");
    let words: Vec<&str> = text.split_whitespace().filter(|word| !COURSE_STOP_WORDS.contains(word)).collect();
    words.join(" ")
}

/// A certificate title: as it is, but for space around it.
pub fn certification(raw: &str) -> &str {
    raw.trim()
}

/// A skill as [`Cleaning::Seed`] has it: lower case, without space around it.
///
/// ```
/// assert_eq!(career_model::clean::skill(" Rust (Programming Language) "), "rust (programming language)");
/// ```
pub fn skill(raw: &str) -> String {
    raw.to_lowercase().trim().to_owned()
}

/// A skill as people spell it, but for case, glosses in brackets and spaces: finer than its label. Who writes "REST APIs"
/// and who writes "REST API" list different things beside it.
///
/// ```
/// use career_model::clean::skill_spelling;
/// assert_eq!(skill_spelling("  Python  (Programming Language)"), "python");
/// assert_ne!(skill_spelling("REST APIs"), skill_spelling("REST API"));
/// ```
pub fn skill_spelling(raw: &str) -> String {
    let outside = text::without_brackets(&text::plain(raw));
    outside.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// What a skill is when one asks "does this person have it already": its canonical label, or, where that
/// is refused, the text itself in lower case.
///
/// ```
/// use career_model::clean::skill_identity;
/// assert_eq!(skill_identity("• Rust (Programming Language);"), skill_identity("  RUST "));
/// assert_ne!(skill_identity("C++"), skill_identity("C#"));
/// assert_eq!(skill_identity(".NET"), ".net");
/// assert_eq!(skill_identity("(programming)"), "programming");
/// ```
pub fn skill_identity(raw: &str) -> String {
    Cleaning::Canonical.skill(raw).unwrap_or_else(|_| skill(raw))
}

/// The fingerprint of [`skill_identity`], for comparing with what a model holds.
pub fn skill_fingerprint(raw: &str) -> u64 {
    fingerprint(&skill_identity(raw))
}
