//! Parses answers of the survey.

/// The text for a missing answer.
const NOTHING: [&str; 4] = ["NA", "N/A", "NaN", "NULL"];

/// The beginnings of answers without a name, in lower case.
const UNNAMED: [&str; 8] = [
    "other",
    "none of these",
    "i don't",
    "i don’t",
    "i use some other",
    "i never declared",
    "copying and pasting",
    "zip file",
];

/// Majors without a name.
const NO_MAJOR: [&str; 3] = ["undecided", "something else", "i never declared a major"];

/// The text of a cell, unless it means a missing answer.
pub(super) fn given(cell: &str) -> Option<&str> {
    let text = cell.trim();
    let nothing = text.is_empty() || NOTHING.iter().any(|nothing| nothing.eq_ignore_ascii_case(text));
    (!nothing).then_some(text)
}

/// The ticked choices with a name: `A;B`, or `A; B` as in 2017.
pub(super) fn choices(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').filter_map(given).filter(|choice| {
        let begins =
            |with: &str| choice.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
        !UNNAMED.iter().any(|unnamed| begins(unnamed))
    })
}

/// A major, with its commas.
pub(super) fn major(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    (!NO_MAJOR.contains(&lower.as_str())).then_some(text)
}
