//! Extracts the field of study from a degree's name, for formats without a field.

mod words;

use words::{CALLED, EMPTY, FILLERS, IN, LEVELS, OF};

/// The longest name of a degree, in characters.
const MAX_CHARS: usize = 300;

/// A part of the name between commas, dashes or brackets.
#[derive(Default)]
struct Part {
    /// The rest after levels are removed.
    field: Option<String>,
    /// The name of the degree: the "Engineering" of "Bachelor of Engineering".
    called: Option<String>,
    has_level: bool,
    bracketed: bool,
}

/// The field in a degree's name:
///
/// 1. the name is split at commas, semicolons, dashes between spaces, and brackets; levels ("Bachelor of
///    Science", "BS", "Магистр") at both ends of a part are removed, and in "Bachelor of Engineering in …"
///    the text after "in" is the field; grades, honours and minors are dropped;
/// 2. the remaining parts outside brackets are the field, else those in brackets, else the name of the degree
///    ("Bachelor of Computer Science"), unless that is only science, arts, technology or philosophy;
/// 3. a name without any level is a field as a whole, unless it only means "high school" or the like.
pub(crate) fn field_of(degree: &str) -> Option<String> {
    let text: String = degree.chars().take(MAX_CHARS).collect();
    let parts = parts(&text);
    if !parts.iter().any(|part| part.has_level) {
        let whole = joined(text.split_whitespace());
        return (!names_no_field(&whole)).then_some(whole);
    }
    let fields = |bracketed: bool, abbreviated: bool| {
        let of_kind = |part: &&Part| part.bracketed == bracketed;
        let fields: Vec<&str> =
            parts.iter().filter(of_kind).filter_map(|part| part.field.as_deref()).collect();
        let fields = fields.into_iter().filter(|field| abbreviated || !is_abbreviation(field));
        Some(fields.collect::<Vec<&str>>().join(", ")).filter(|fields| !fields.is_empty())
    };
    fields(false, true)
        .or_else(|| fields(true, false))
        .or_else(|| parts.iter().find_map(|part| part.called.clone()))
        .or_else(|| fields(true, true))
}

fn parts(text: &str) -> Vec<Part> {
    let text = text.replace(" - ", ",").replace(['–', '—', ';', '|'], ",");
    let mut parts = Vec::new();
    let mut depth = 0_u32;
    for piece in text.split_inclusive([',', '(', ')', '[', ']']) {
        let words =
            piece.trim_end_matches([',', '(', ')', '[', ']']).split_whitespace().collect::<Vec<&str>>();
        parts.push(part(&words, depth > 0));
        match piece.chars().last() {
            Some('(' | '[') => depth += 1,
            Some(')' | ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    parts
}

fn part(words: &[&str], bracketed: bool) -> Part {
    let mut part = Part { bracketed, ..Part::default() };
    let mut rest = words;
    let mut after_of = false;
    while let Some(&first) = rest.first() {
        let word = bare(first);
        // "B. Tech", "Ph. D."
        let two = rest.get(1).filter(|_| first.ends_with('.')).map(|next| word.clone() + &bare(next));
        if two.is_some_and(|two| LEVELS.contains(&two.as_str())) {
            (part.has_level, after_of) = (true, false);
            rest = &rest[2..];
            continue;
        }
        if is_level(&word) {
            (part.has_level, after_of) = (true, false);
        } else if part.has_level && FILLERS.contains(&word.as_str()) {
            after_of = OF.contains(&word.as_str());
        } else if !(after_of && CALLED.contains(&word.as_str())) {
            break;
        }
        rest = &rest[1..];
    }
    while let Some((last, before)) = rest.split_last() {
        if !is_level(&bare(last)) {
            break;
        }
        part.has_level = true;
        rest = before;
    }
    let named = |words: &[&str]| Some(joined(words.iter().copied())).filter(|text| !names_no_field(text));
    let inside = rest.iter().position(|word| IN.contains(&bare(word).as_str())).filter(|_| part.has_level);
    if let Some(at) = inside {
        part.called = named(&rest[..at]);
        part.field = named(&rest[at + 1..]);
    } else if after_of {
        part.called = named(rest);
    } else {
        part.field = named(rest);
    }
    part
}

/// A word in lower case without dots and stray punctuation.
fn bare(word: &str) -> String {
    let word = word.to_lowercase().replace('’', "'").replace('.', "");
    word.trim_matches(|c: char| c == ':' || c == '"' || c == '*' || c == '•').to_owned()
}

/// "BS", "B.S./M.S.", "Dipl.-Ing."
fn is_level(word: &str) -> bool {
    LEVELS.contains(&word)
        || (word.contains(['/', '-']) && word.split(['/', '-']).all(|level| LEVELS.contains(&level)))
}

/// "IT", "BTECH": in brackets, this is the last choice.
fn is_abbreviation(text: &str) -> bool {
    text.chars().count() <= 6 && text.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Whether no word names a field.
fn names_no_field(text: &str) -> bool {
    let mut words = text.split_whitespace().map(bare);
    let minor = words.clone().next().is_some_and(|first| first == "minor");
    let empty = |word: String| {
        !word.chars().any(char::is_alphabetic)
            || EMPTY.contains(&word.as_str())
            || word.chars().any(|c| c.is_ascii_digit()) && word.len() <= 3
    };
    minor || words.all(empty)
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let text = words.collect::<Vec<&str>>().join(" ");
    text.trim_matches(|c: char| c == ':' || c == '-' || c == '"' || c.is_whitespace()).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::field_of;

    #[test]
    fn fields_in_the_names_of_degrees() {
        let cases = [
            ("Bachelor of Science - BS, Computer Science", Some("Computer Science")),
            ("Bachelor of Science (B.S.), Computer Science", Some("Computer Science")),
            ("Bachelor of Science in Physics", Some("Physics")),
            ("Bachelor of Science Computer Science", Some("Computer Science")),
            ("Bachelor’s Degree, Electrical Engineering", Some("Electrical Engineering")),
            ("MSc in Data Science", Some("Data Science")),
            ("M. Sc. Data Science", Some("Data Science")),
            ("Ph. D., Statistics", Some("Statistics")),
            ("B.Tech (Information Technology)", Some("Information Technology")),
            ("B.Tech (IT)", Some("IT")),
            ("B.S./M.S. Robotics", Some("Robotics")),
            ("BEng (Hons) Software Engineering, First Class", Some("Software Engineering")),
            ("BSc (Hons), Mathematics, 2:1", Some("Mathematics")),
            ("Computer Science, BS", Some("Computer Science")),
            ("Computer Science BSc", Some("Computer Science")),
            ("Bachelor of Computer Science", Some("Computer Science")),
            ("Bachelor of Engineering", Some("Engineering")),
            ("Bachelor of Engineering - BE, Computer Engineering", Some("Computer Engineering")),
            ("Bachelor of Engineering in Civil Engineering", Some("Civil Engineering")),
            ("Bachelor of Engineering (Computer Science)", Some("Computer Science")),
            ("Master of Business Administration - MBA", Some("Business Administration")),
            ("Master of Business Administration (MBA), Finance", Some("Finance")),
            ("Associate of Applied Science - AAS, Network Administration", Some("Network Administration")),
            (
                "Master of Science - MS, Computer and Information Sciences, General",
                Some("Computer and Information Sciences"),
            ),
            ("BA, Economics, Minor in Music", Some("Economics")),
            ("Certificate in Web Development", Some("Web Development")),
            ("Doctor of Philosophy - PhD, Applied Mathematics", Some("Applied Mathematics")),
            ("Diplom-Informatik", Some("Diplom-Informatik")),
            ("Dipl.-Ing., Maschinenbau", Some("Maschinenbau")),
            ("Licence, Informatique", Some("Informatique")),
            ("Licenciatura en Informática", Some("Informática")),
            ("Bacharelado em Ciência da Computação", Some("Ciência da Computação")),
            ("Laurea magistrale in Ingegneria Informatica", Some("Ingegneria Informatica")),
            ("Inżynier (Inż.), Informatyka", Some("Informatyka")),
            ("Yüksek Lisans, Bilgisayar Mühendisliği", Some("Bilgisayar Mühendisliği")),
            ("Магистр, Прикладная математика", Some("Прикладная математика")),
            ("Бакалавр по направлению Физика", Some("Физика")),
            ("Магістр, Комп'ютерні науки", Some("Комп'ютерні науки")),
            ("Computer Science", Some("Computer Science")),
            (
                "Electrical Engineering and Computer Science (EECS)",
                Some("Electrical Engineering and Computer Science (EECS)"),
            ),
            ("Bachelor\n of  Science,\tHistory", Some("History")),
            ("Bachelor of Science", None),
            ("Bachelor of Arts (B.A.)", None),
            ("Doctor of Philosophy", None),
            ("Master's degree", None),
            ("MBA", None),
            ("Ph.D.", None),
            ("High School Diploma", None),
            ("GED", None),
            ("Высшее образование", None),
            ("Graduated", None),
            ("3.8 GPA", None),
            ("", None),
            (" - ", None),
            ("()", None),
        ];
        for (degree, field) in cases {
            assert_eq!(field_of(degree).as_deref(), field, "{degree}");
        }
    }

    proptest! {
        #[test]
        fn a_field_has_only_words_of_the_degree(
            degree in "\\PC{0,60}|((BS|of|in|Art|,|\\(|\\)| - |IT|Бакалавр|B\\.) ?){0,12}",
        ) {
            if let Some(field) = field_of(&degree) {
                prop_assert!(!field.trim().is_empty());
                for word in field.split([' ', ',']).filter(|word| !word.is_empty()) {
                    prop_assert!(degree.contains(word), "{word}");
                }
            }
        }

        #[test]
        fn any_level_before_a_field_is_dropped(
            level in "BS|MSc|Bachelor of Science|Master's degree|Ph\\.D\\.|Бакалавр",
            between in ", | - | in |: | \\(",
            field in "[A-Z][a-z]{7,9}( [A-Z][a-z]{7,9})?",
        ) {
            let found = field_of(&format!("{level}{between}{field}"));
            prop_assert_eq!(found, Some(field));
        }
    }
}
