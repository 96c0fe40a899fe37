//! Words of a job title.

use super::text::plain;

/// Words that do not describe the work, or that the months of experience cover; sorted.
const SILENT: [&str; 22] = [
    "and",
    "at",
    "chief",
    "da",
    "de",
    "expert",
    "for",
    "freelance",
    "head",
    "in",
    "intern",
    "ii",
    "iii",
    "junior",
    "lead",
    "middle",
    "of",
    "principal",
    "senior",
    "sr",
    "staff",
    "the",
];

/// The number of words of a title that are read.
const MAX_WORDS: usize = 24;

/// The words of a job title that describe the work: lower case, each once, in their order in the title.
///
/// ```
/// use career_model::clean::position_words;
/// let words = position_words("Senior Data Engineer (ETL) at Somewhere");
/// assert_eq!(words, ["data", "engineer", "etl", "somewhere"]);
/// assert_eq!(position_words("Разработчик C++"), ["разработчик", "c++"]);
/// ```
pub fn position_words(raw: &str) -> Vec<String> {
    let text = plain(raw);
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '.');
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|c: char| !is_part(c)).take(MAX_WORDS) {
        let word = word.trim_matches('.');
        let telling = word.chars().nth(1).is_some() && word.chars().any(char::is_alphabetic);
        if telling && !SILENT.contains(&word) && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}
