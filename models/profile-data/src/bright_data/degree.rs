//! The field of study inside a degree's name, for entries that have no field of their own.

/// Words that name a degree and no field.
const LEVELS: [&str; 39] = [
    "a",
    "aa",
    "aas",
    "as",
    "associate",
    "associates",
    "associate's",
    "b",
    "ba",
    "bachelor",
    "bachelors",
    "bachelor's",
    "bachelor’s",
    "be",
    "beng",
    "bs",
    "bsc",
    "btech",
    "certificate",
    "degree",
    "diploma",
    "doctor",
    "doctorate",
    "engineer's",
    "general",
    "ged",
    "high",
    "m",
    "ma",
    "master",
    "masters",
    "master's",
    "master’s",
    "meng",
    "ms",
    "msc",
    "mtech",
    "phd",
    "school",
];

/// Words between a level and a field, or that belong to the level.
const FILLERS: [&str; 12] = [
    "of",
    "in",
    "de",
    "en",
    "with",
    "honours",
    "honors",
    "hons",
    "level",
    "secondary",
    "education",
    "philosophy",
];

/// The field that a degree names: what stands after " in ", or after the last comma or dash, or the text
/// itself when it does not begin with a level. `None` when only a level is named.
///
/// "Bachelor of Science in Computer Science" and "Bachelor of Science - BS, Computer Science" name computer
/// science; "Bachelor's degree" names nothing; "Bachelor of Science" names nothing of use either.
pub(super) fn field_of(degree: &str) -> Option<String> {
    let starts_with_level = words(degree).next().is_some_and(|word| is_level(&word));
    if !starts_with_level {
        return useful(degree);
    }
    let lower = degree.to_ascii_lowercase();
    if let Some(at) = lower.find(" in ") {
        return useful(&degree[at + 4..]);
    }
    let after = degree.rfind([',', '–', '—']).or_else(|| degree.rfind(" - "))?;
    let tail = degree[after..].trim_start_matches([',', '–', '—', ' ', '-']);
    useful(tail)
}

fn useful(text: &str) -> Option<String> {
    let only_levels = words(text).all(|word| is_level(&word) || FILLERS.contains(&word.as_str()));
    (!only_levels).then(|| text.trim().to_owned())
}

fn is_level(word: &str) -> bool {
    LEVELS.contains(&word)
}

/// Lower-case words, without the dots of "B.Sc.".
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| c.is_whitespace() || ",()/&-–—".contains(c))
        .map(|word| word.to_lowercase().replace('.', ""))
        .filter(|word| !word.is_empty())
}
