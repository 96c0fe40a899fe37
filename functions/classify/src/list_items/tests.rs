use proptest::prelude::*;

use super::Commas::{BetweenFields, BetweenSkills, InTitles};
use super::{Commas, items};

const ALL: [Commas; 3] = [InTitles, BetweenSkills, BetweenFields];

#[test]
fn skills_as_they_are_pasted_from_a_cv() {
    #[rustfmt::skip]
    let table: [(&str, &[&str]); 38] = [
        ("Python\nJava\r\nSQL", &["Python", "Java", "SQL"]),
        ("Python, Java, SQL", &["Python", "Java", "SQL"]),
        ("Python,Java,SQL", &["Python", "Java", "SQL"]),
        ("Python, Java, and SQL.", &["Python", "Java", "SQL."]),
        ("Python; Java;SQL;", &["Python", "Java", "SQL"]),
        ("Python\tJava\t\tSQL", &["Python", "Java", "SQL"]),
        ("C, C++", &["C", "C++"]),
        ("C, C++, C#, R, F#", &["C", "C++", "C#", "R", "F#"]),
        ("• Python\n• Java", &["Python", "Java"]),
        ("•\tPython\n•\tJava", &["Python", "Java"]),
        ("o\tPython\no\tJava", &["Python", "Java"]),
        ("\u{f0b7} Python\n\u{f0a7} Java", &["Python", "Java"]),
        ("· Python\n‣ Java\n▪ SQL\n● Git", &["Python", "Java", "SQL", "Git"]),
        ("- Python\n– Java\n— SQL\n-Git", &["Python", "Java", "SQL", "Git"]),
        ("* Python\n*Java\n*nix", &["Python", "Java", "*nix"]),
        ("✓ Python\n✔Java\n→ SQL", &["Python", "Java", "SQL"]),
        ("1. Python\n2) Java\n(3) SQL\n10. Git", &["Python", "Java", "SQL", "Git"]),
        ("- [x] Python\n- [ ] Java\n- 1. SQL", &["Python", "Java", "SQL"]),
        ("Python • Java • SQL", &["Python", "Java", "SQL"]),
        ("Python · Java | SQL", &["Python", "Java", "SQL"]),
        ("CI/CD, R&D, .NET, Node.js, A/B testing", &["CI/CD", "R&D", ".NET", "Node.js", "A/B testing"]),
        ("CI/CD\nR&D\n.NET\nNode.js\nC++\nC#", &["CI/CD", "R&D", ".NET", "Node.js", "C++", "C#"]),
        ("Databases (PostgreSQL, MySQL; Redis), Git", &["Databases (PostgreSQL, MySQL; Redis)", "Git"]),
        ("AWS [EC2, S3 (all, of it)], {a, b}", &["AWS [EC2, S3 (all, of it)]", "{a, b}"]),
        ("Python (3, Java", &["Python (3", "Java"]),
        ("Python 3), Java", &["Python 3)", "Java"]),
        ("Languages: Python, Java", &["Python", "Java"]),
        ("Languages: Python, Java\nTools: Git, Docker", &["Python", "Java", "Git", "Docker"]),
        ("Databases: PostgreSQL", &["Databases: PostgreSQL"]),
        ("1,000 users, SQL", &["1,000 users", "SQL"]),
        (
            "I have worked with Python for years, and with SQL",
            &["I have worked with Python for years, and with SQL"],
        ),
        ("Python、Java，SQL،Git", &["Python", "Java", "SQL", "Git"]),
        ("Python；Java", &["Python", "Java"]),
        ("Машинное обучение, анализ данных и SQL", &["Машинное обучение", "анализ данных и SQL"]),
        ("Machine Learning (ML)\n\n  \n,\n;\n-\n•", &["Machine Learning (ML)"]),
        ("Front-end, Back-end - APIs", &["Front-end", "Back-end - APIs"]),
        ("3D Modelling, 2D", &["3D Modelling", "2D"]),
        ("", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(items(text, BetweenSkills), expected, "{text:?}");
    }
}

#[test]
fn fields_of_study_as_they_are_pasted_from_a_profile() {
    #[rustfmt::skip]
    let table: [(&str, &[&str]); 12] = [
        ("Computer Science, Mathematics", &["Computer Science", "Mathematics"]),
        ("Computer Science; Mathematics", &["Computer Science", "Mathematics"]),
        ("• Computer Science\n• Physics", &["Computer Science", "Physics"]),
        (
            "Electrical, Electronics and Communications Engineering",
            &["Electrical, Electronics and Communications Engineering"],
        ),
        (
            "Business, Management, Marketing, and Related Support Services",
            &["Business, Management, Marketing, and Related Support Services"],
        ),
        (
            "Electrical, Electronics & Communications Engineering",
            &["Electrical, Electronics & Communications Engineering"],
        ),
        ("Economics, General", &["Economics, General"]),
        ("Computer and Information Sciences, Other", &["Computer and Information Sciences, Other"]),
        ("Computer Engineering (Hardware, Software)", &["Computer Engineering (Hardware, Software)"]),
        ("Bachelor of Science, Computer Science", &["Bachelor of Science", "Computer Science"]),
        ("Informatik, Mathematik und Physik", &["Informatik, Mathematik und Physik"]),
        ("Computer Science", &["Computer Science"]),
    ];
    for (text, expected) in table {
        assert_eq!(items(text, BetweenFields), expected, "{text:?}");
    }
}

#[test]
fn titles_keep_their_commas() {
    #[rustfmt::skip]
    let table: [(&str, &[&str]); 7] = [
        ("Algorithms, Part I\nAlgorithms, Part II", &["Algorithms, Part I", "Algorithms, Part II"]),
        ("Algorithms, Part I; Databases", &["Algorithms, Part I", "Databases"]),
        ("• Algorithms, Part I • Databases", &["Algorithms, Part I", "Databases"]),
        ("1. Algorithms, Part I\n2. Databases", &["Algorithms, Part I", "Databases"]),
        ("Convex Optimization (duality; KKT)", &["Convex Optimization (duality; KKT)"]),
        ("AWS Certified Developer – Associate", &["AWS Certified Developer – Associate"]),
        ("6.824 Distributed Systems", &["6.824 Distributed Systems"]),
    ];
    for (text, expected) in table {
        assert_eq!(items(text, InTitles), expected, "{text:?}");
    }
}

fn pasted() -> impl Strategy<Value = String> {
    "([a-zA-Z+#./&0-9]{0,5}|[ ,;\t\r\n•·|*–-]|[(){}\\[\\]]|and |1\\. |é|\\PC){0,40}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn items_are_parts_of_the_text_in_its_order_and_never_blank(text in pasted()) {
        for commas in ALL {
            let mut rest = text.as_str();
            for item in items(&text, commas) {
                prop_assert!(!item.is_empty() && item.trim() == item);
                prop_assert!(!item.contains(['\r', '\n']));
                let at = rest.find(item);
                prop_assert!(at.is_some(), "{:?} is not in {:?}", item, rest);
                rest = &rest[at.unwrap_or_default() + item.len()..];
            }
        }
    }

    #[test]
    fn only_the_rules_remove_letters(
        words in proptest::collection::vec("[a-z]{1,9}x", 1..9), separator in 0..7_usize,
    ) {
        let separator = ["\n", "; ", "\t", ", ", " • ", "\r\n- ", "\n• "][separator];
        let text = words.join(separator);
        let expected: Vec<&str> = words.iter().map(String::as_str).collect();
        prop_assert_eq!(items(&text, BetweenSkills), expected);
    }

    #[test]
    fn nothing_in_brackets_is_split(inside in "[a-z,;\t •|]{0,20}", kind in 0..3_usize) {
        let (open, close) = [('(', ')'), ('[', ']'), ('{', '}')][kind];
        let text = format!("a{open}{inside}{close}");
        for commas in ALL {
            prop_assert_eq!(items(&text, commas), [text.as_str()]);
        }
    }

    /// The browser's import posts one item a line.
    #[test]
    fn plain_lines_are_items(
        lines in proptest::collection::vec("[A-Za-z][A-Za-z+#./& 0-9-]{0,20}[a-z+#]", 0..9),
    ) {
        for commas in ALL {
            let text = lines.join("\n");
            prop_assert_eq!(items(&text, commas), lines.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}

#[test]
fn long_texts_take_no_time() {
    for text in ["(,".repeat(16_000), "(),".repeat(10_000), "a,".repeat(16_000), "- ".repeat(16_000)] {
        for commas in ALL {
            items(&text, commas);
        }
    }
}
