//! Job titles to show, without employer and seniority.

use super::role_words::is_role;
use super::skill::joined;
use super::text::{is_invisible, is_longer, plain, without_brackets};

/// Texts with more characters are not read at all.
const MAX_RAW_CHARS: usize = 160;

/// Titles with more characters are sentences.
const MAX_CHARS: usize = 60;

/// Titles with more words are sentences.
const MAX_WORDS: usize = 7;

/// Words before a title that the level covers.
const GRADES: [&str; 21] = [
    "experienced",
    "freelance",
    "jr",
    "junior",
    "lead",
    "mid",
    "middle",
    "midlevel",
    "principal",
    "remote",
    "self",
    "employed",
    "senior",
    "snr",
    "sr",
    "staff",
    "ведущий",
    "главный",
    "младший",
    "мидл",
    "старший",
];

/// Words that an employer or a city follows.
const BEFORE_EMPLOYER: [&str; 14] =
    ["at", "bei", "beim", "chez", "em", "en", "from", "в", "-", "–", "—", "/", "\\", "→"];

/// Signs that end the title.
const ENDS: [char; 12] = ['|', '@', ',', ';', ':', '•', '·', '●', '\n', '\r', '"', '«'];

/// Words in names of companies; sorted.
const COMPANIES: [&str; 14] = [
    "ag",
    "co",
    "company",
    "corp",
    "gmbh",
    "inc",
    "limited",
    "llc",
    "llp",
    "ltd",
    "plc",
    "srl",
    "university",
    "ооо",
];

/// Title → its commoner name; sorted.
const SAME: [(&str, &str); 6] = [
    ("ceo", "chief executive officer"),
    ("cfo", "chief financial officer"),
    ("coo", "chief operating officer"),
    ("cto", "chief technology officer"),
    ("technical lead", "tech lead"),
    ("technical team lead", "tech lead"),
];

/// A job title as written, without employer, brackets and seniority; `None` when the text contains no role
/// word, or looks like the name of a company, a link or a sentence.
///
/// ```
/// use career_model::clean::job_title;
/// assert_eq!(job_title("Senior Data Engineer (ETL) at Somewhere").as_deref(), Some("Data Engineer"));
/// assert_eq!(job_title("Team Lead | Somewhere").as_deref(), Some("Team Lead"));
/// assert_eq!(job_title("Somewhere University"), None);
/// ```
pub fn job_title(raw: &str) -> Option<String> {
    if is_longer(raw, MAX_RAW_CHARS) || raw.contains("://") {
        return None;
    }
    let seen: String = raw.chars().filter(|&c| !is_invisible(c)).collect();
    let text =
        without_brackets(seen.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '@')));
    let text = text.split(ENDS).next().unwrap_or_default();
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let end = words.iter().position(|word| BEFORE_EMPLOYER.contains(&plain(word).as_str()));
    let mut title = &words[..end.unwrap_or(words.len())];
    while let [grade, rest @ ..] = title
        && is_grade(grade)
        && names_a_trade(rest)
    {
        title = rest;
    }
    while let [rest @ .., number] = title
        && (number.bytes().all(|b| matches!(b, b'0'..=b'9' | b'I' | b'V')))
    {
        title = rest;
    }
    let shown = title.join(" ");
    let company = |word: &&str| COMPANIES.binary_search(&plain(word).trim_matches('.')).is_ok();
    let fits = title.len() <= MAX_WORDS && !is_longer(&shown, MAX_CHARS);
    (fits && names_a_trade(title) && !title.iter().any(company)).then_some(shown)
}

/// The label of a title, the same for all its spellings: "Back-End developer" and "backend Developer".
///
/// ```
/// use career_model::clean::job_title_label;
/// assert_eq!(job_title_label("Back-End developer"), job_title_label("backend Developer"));
/// ```
pub fn job_title_label(title: &str) -> String {
    let text = plain(title);
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '.' | '&');
    let words: Vec<&str> = text.split(|c: char| !is_part(c)).filter(|word| !word.is_empty()).collect();
    let label = joined(&words);
    match SAME.binary_search_by(|same| same.0.cmp(&label)) {
        Ok(index) => SAME[index].1.to_owned(),
        Err(_) => label,
    }
}

fn is_grade(word: &str) -> bool {
    plain(word).split(['/', '-', '+', '.']).all(|part| part.is_empty() || GRADES.contains(&part))
}

fn names_a_trade(words: &[&str]) -> bool {
    let part = |c: char| !c.is_alphanumeric();
    words.iter().any(|word| plain(word).split(part).any(is_role))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(COMPANIES.is_sorted());
        assert!(SAME.is_sorted());
    }

    #[test]
    fn titles_lose_employers_grades_and_glosses() {
        for (raw, title) in [
            ("Data Engineer", "Data Engineer"),
            ("  data   engineer ", "data engineer"),
            ("Sr. Backend Engineer II", "Backend Engineer"),
            ("Senior/Lead iOS Developer @ Somewhere", "iOS Developer"),
            ("Middle+ C# Developer", "C# Developer"),
            (".NET Developer", ".NET Developer"),
            ("Python/Go Developer", "Python/Go Developer"),
            ("Team Lead, Somewhere", "Team Lead"),
            ("Lead", "Lead"),
            ("Software Engineer - Somewhere", "Software Engineer"),
            ("Ведущий разработчик в Где-то", "разработчик"),
            ("Co-Founder & CEO", "Co-Founder & CEO"),
            ("Softwareentwicklerin bei Irgendwo", "Softwareentwicklerin"),
            ("Chief Technology Officer", "Chief Technology Officer"),
            ("Android\u{202e} \u{200b}Developer", "Android Developer"),
        ] {
            assert_eq!(job_title(raw).as_deref(), Some(title), "{raw}");
        }
    }

    #[test]
    fn what_names_no_trade_is_no_title() {
        for raw in [
            "",
            " ",
            "-",
            "John Smith",
            "Somewhere",
            "Engineer Inc.",
            "University Teacher University",
            "https://example.org/engineer",
            "@engineer",
            "I am a passionate engineer who loves to build things for people",
            "<script>alert(1)</script>",
        ] {
            assert_eq!(job_title(raw), None, "{raw}");
        }
        assert_eq!(job_title(&"engineer ".repeat(40)), None);
    }

    #[test]
    fn one_title_in_many_ways() {
        for spellings in [
            ["Back-End Developer", "backend developer", "Back End Developer"],
            ["CTO", "Chief Technology Officer", "cto"],
            ["Full-Stack Engineer", "Fullstack engineer", "full stack  engineer"],
        ] {
            let labels = spellings.map(job_title_label);
            assert!(labels.iter().all(|label| *label == labels[0]), "{labels:?}");
        }
        assert_ne!(job_title_label("C++ Developer"), job_title_label("C# Developer"));
    }
}
