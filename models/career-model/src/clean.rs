//! Cleaning: the one place where raw strings become labels, for training and for serving.
//!
//! Each function maps a distinct string to its label and depends on nothing else, so a caller with
//! many people cleans every distinct string once. An empty label means: nothing of use was there.

/// Words that carry no meaning in a course title (the seed's list).
const COURSE_STOP_WORDS: [&str; 12] =
    ["the", "of", "to", "and", "for", "in", "i", "ii", "iii", "ap", "&", "advanced"];

/// A degree field: lower case, without digits, grade points and stray punctuation.
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

/// A skill: lower case, without space around it.
///
/// ```
/// assert_eq!(career_model::clean::skill(" Rust (Programming Language) "), "rust (programming language)");
/// ```
pub fn skill(raw: &str) -> String {
    raw.to_lowercase().trim().to_owned()
}

/// What a skill is when one asks "does this person have it already": without the bracketed gloss,
/// list punctuation around it and double spaces, so that "• Rust (Programming Language);" is "rust".
///
/// ```
/// use career_model::clean::skill_identity;
/// assert_eq!(skill_identity("• Rust (Programming Language);"), skill_identity("  RUST "));
/// assert_ne!(skill_identity("C++"), skill_identity("C#"));
/// assert_eq!(skill_identity(".NET"), ".net");
/// assert_eq!(skill_identity("(programming)"), "(programming)");
/// ```
pub fn skill_identity(raw: &str) -> String {
    let lower = raw.to_lowercase();
    let mut outside = String::with_capacity(lower.len());
    let mut depth = 0_u32;
    for c in lower.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    let bare = outside.trim_start_matches(|c: char| c.is_whitespace() || "•·*-,;|".contains(c));
    let bare = bare.trim_end_matches(|c: char| c.is_whitespace() || "•·*-,;|.:".contains(c));
    let words: Vec<&str> = bare.split_whitespace().collect();
    if words.is_empty() { lower.trim().to_owned() } else { words.join(" ") }
}
