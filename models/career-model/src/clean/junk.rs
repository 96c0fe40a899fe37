//! Texts that are no skill and no field of study, with the reason.

use crate::named::impl_text;

/// The reason why a text has no label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rejection {
    /// Nothing but space and punctuation: "", "-", "•".
    Empty,
    /// No letters: "3.5", "2009", "1-1".
    Number,
    /// A word for "nothing here": "na", "none", "null", "нет".
    Placeholder,
    /// A mark or a year of school: "12th", "3.8 GPA", "Pass", "A+".
    Grade,
    /// One character over and over: "aaaaa".
    Repeated,
    /// A single letter that names no language or grade: only "c", "r" and the like are skills.
    SingleLetter,
    /// Longer than any label.
    TooLong,
}

impl Rejection {
    /// Every reason, in order.
    pub const ALL: [Rejection; 7] = [
        Rejection::Empty,
        Rejection::Number,
        Rejection::Placeholder,
        Rejection::Grade,
        Rejection::Repeated,
        Rejection::SingleLetter,
        Rejection::TooLong,
    ];

    /// A short name for tables and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Rejection::Empty => "empty",
            Rejection::Number => "number",
            Rejection::Placeholder => "placeholder",
            Rejection::Grade => "grade",
            Rejection::Repeated => "repeated",
            Rejection::SingleLetter => "single_letter",
            Rejection::TooLong => "too_long",
        }
    }
}

impl_text!(Rejection);

/// Words for "nothing here", without punctuation; sorted.
const PLACEHOLDERS: [&str; 24] = [
    "any",
    "asdf",
    "etc",
    "n a",
    "na",
    "nan",
    "nil",
    "no",
    "none",
    "not applicable",
    "not specified",
    "nothing",
    "null",
    "other",
    "others",
    "qwerty",
    "tba",
    "tbd",
    "undefined",
    "unknown",
    "unspecified",
    "нет",
    "нету",
    "отсутствует",
];

/// Grades, school years and school-leaving certificates; sorted.
const GRADES: [&str; 32] = [
    "a level",
    "a levels",
    "cbse",
    "class of",
    "cum laude",
    "diploma",
    "distinction",
    "first class",
    "first class honours",
    "first division",
    "freshman",
    "ged",
    "grade",
    "graduated",
    "honors",
    "honours",
    "hsc",
    "icse",
    "junior",
    "k",
    "magna cum laude",
    "o level",
    "o levels",
    "pass",
    "passed",
    "school leaving certificate",
    "second class",
    "senior",
    "sophomore",
    "ssc",
    "summa cum laude",
    "аттестат",
];

/// The reasons that apply to both kinds of label, for a text without punctuation.
pub(super) fn refuse(text: &str) -> Result<(), Rejection> {
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Rejection::Empty);
    }
    if !text.chars().any(char::is_alphabetic) {
        return Err(Rejection::Number);
    }
    if PLACEHOLDERS.binary_search(&text).is_ok() {
        return Err(Rejection::Placeholder);
    }
    let mut letters = text.chars().filter(|c| !c.is_whitespace());
    let first = letters.next();
    let is_first = |c: &char| Some(*c) == first;
    // At least four characters: shorter runs can be words.
    let repeated = letters.clone().all(|c| is_first(&c)) && letters.nth(2).is_some();
    if repeated { Err(Rejection::Repeated) } else { Ok(()) }
}

/// Whether the words are grades or school years and nothing else.
pub(super) fn is_grade(words: &[&str]) -> bool {
    let telling: Vec<&str> = words.iter().copied().filter(|word| !is_mark(word)).collect();
    let text = telling.join(" ");
    telling.is_empty() || GRADES.binary_search(&text.as_str()).is_ok()
}

/// A word that only counts or marks: "gpa", "12th", "3.8", "a+", "b".
pub(super) fn is_mark(word: &str) -> bool {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = &word[number.len()..];
    let is_number = !number.is_empty() && number.chars().all(|c| c.is_numeric() || ".,-+%".contains(c));
    matches!(
        word,
        "gpa" | "cgpa" | "grade" | "grades" | "th" | "a" | "b" | "a+" | "b+" | "a-" | "b-" | "c+" | "класс"
    ) || is_number && matches!(ordinal, "" | "st" | "nd" | "rd" | "th" | "gpa" | "l")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(PLACEHOLDERS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(GRADES.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
