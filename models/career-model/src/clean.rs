//! Cleaning: raw strings become labels here and nowhere else, for training and for serving.
//!
//! Each function is pure, so a caller with many people cleans every distinct string once.
//!
//! Skills and degree fields have two cleanings, see [`Cleaning`]. A model records the one it was trained
//! with, and the function cleans requests in the same way.

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
pub use junk::Rejection;
pub use position::position_words;

/// How skills and degree fields become labels.
///
/// ```
/// use career_model::clean::{Cleaning, Rejection};
/// assert_eq!(Cleaning::Canonical.skill("• Python (Programming Language);").as_deref(), Ok("python"));
/// let reference = Cleaning::Reference.skill(" Python (Programming Language)");
/// assert_eq!(reference.as_deref(), Ok("python (programming language)"));
/// let field = Cleaning::Canonical.degree_field("Comp Sci & Maths");
/// assert_eq!(field.as_deref(), Ok("computer science and mathematics"));
/// assert_eq!(Cleaning::Canonical.degree_field("3.8 GPA"), Err(Rejection::Grade));
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, SchemaRead, SchemaWrite,
)]
#[serde(rename_all = "lowercase")]
pub enum Cleaning {
    /// One label per skill or field: spellings, brackets, aliases and plurals lead to the same label, and
    /// text that is no skill or field of study is refused with the reason.
    #[default]
    Canonical,
    /// The cleaning of the reference method, exactly: [`skill()`] and [`degree_field()`]. Only for
    /// comparisons with it.
    #[serde(rename = "seed")]
    Reference,
}

impl Cleaning {
    /// A skill's label, never empty.
    ///
    /// # Errors
    /// The reason why the text is no skill.
    pub fn skill(self, raw: &str) -> Result<String, Rejection> {
        match self {
            Cleaning::Canonical => skill::canonical(raw),
            Cleaning::Reference => not_empty(skill(raw)),
        }
    }

    /// A degree field's label, never empty.
    ///
    /// # Errors
    /// The reason why the text is no field of study.
    pub fn degree_field(self, raw: &str) -> Result<String, Rejection> {
        match self {
            Cleaning::Canonical => degree_field::canonical(raw),
            Cleaning::Reference => not_empty(degree_field(raw)),
        }
    }
}

/// The label, unless it is empty.
///
/// # Errors
/// [`Rejection::Empty`].
pub fn not_empty(label: String) -> Result<String, Rejection> {
    Some(label).filter(|label| !label.is_empty()).ok_or(Rejection::Empty)
}

/// Words that carry no meaning in a course title (the list of the reference method).
const COURSE_STOP_WORDS: [&str; 12] =
    ["the", "of", "to", "and", "for", "in", "i", "ii", "iii", "ap", "&", "advanced"];

/// The degree field under [`Cleaning::Reference`]: lower case, without digits, grade points and stray
/// punctuation.
///
/// ```
/// use career_model::clean::degree_field;
/// assert_eq!(degree_field("B.Sc. Computer Science, GPA: 3.9/4"), "bsc computer science,");
/// ```
pub fn degree_field(raw: &str) -> String {
    let text: String = raw.to_lowercase().chars().filter(|c| !c.is_numeric()).collect();
    let mut text = text.replace("gpa", "");
    text.retain(|c| !matches!(c, '%' | '\\' | '.' | '/' | ':' | '*' | '&'));
    text.trim().to_owned()
}

/// A course title in lower case, without apostrophes and without the words that every title has.
///
/// ```
/// assert_eq!(career_model::clean::course("The Basics of AP Physics II"), "basics physics");
/// ```
pub fn course(raw: &str) -> String {
    let text = raw.to_lowercase().replace('\'', "");
    let words: Vec<&str> = text.split_whitespace().filter(|word| !COURSE_STOP_WORDS.contains(word)).collect();
    words.join(" ")
}

/// A certificate title without space around it.
pub fn certification(raw: &str) -> &str {
    raw.trim()
}

/// The skill under [`Cleaning::Reference`]: lower case, without space around it.
///
/// ```
/// assert_eq!(career_model::clean::skill(" Rust (Programming Language) "), "rust (programming language)");
/// ```
pub fn skill(raw: &str) -> String {
    raw.to_lowercase().trim().to_owned()
}

/// A skill's spelling without case, glosses in brackets and extra spaces: finer than its label. People who
/// write "REST APIs" list other skills beside it than people who write "REST API".
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

/// The identity of a skill, to check whether a person has it already: its canonical label, or, where that
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

/// The fingerprint of [`skill_identity`], to compare with those in a model.
pub fn skill_fingerprint(raw: &str) -> u64 {
    fingerprint(&skill_identity(raw))
}
