//! Canonical labels: equal labels, different labels, refused texts, and laws for any text.

use career_model::clean::{Cleaning, Rejection, skill_identity};
use proptest::prelude::*;

fn skill(raw: &str) -> Result<String, Rejection> {
    Cleaning::Canonical.skill(raw)
}

fn degree(raw: &str) -> Result<String, Rejection> {
    Cleaning::Canonical.degree_field(raw)
}

#[rustfmt::skip]
const ONE_SKILL: [&[&str]; 24] = [
    &["Python", "Python (Programming Language)", "• python;", "python programming language", "Python 3"],
    &["JavaScript", "JS", "Java Script", "javascript "],
    &["Kubernetes", "K8s", "kubernetes (k8s)"],
    &["PostgreSQL", "Postgres", "Postgre SQL"],
    &["Machine Learning", "ML", "Machine Learning (ML)", "машинное обучение"],
    &["React", "React.js", "ReactJS", "React JS"],
    &["Go", "Golang", "Go (Programming Language)"],
    &["C#", "CSharp", "c-sharp", "С#"],
    &["C++", "С++", "C++17", "cpp", "C++ (Programming Language)"],
    &["Node.js", "NodeJS", "node js", "Node"],
    &["Spring", "Spring (Framework)", "Spring Framework"],
    &["Amazon Web Services (AWS)", "AWS", "amazon web services"],
    &["Front-end Development", "Frontend Development", "front end development", "Front‑End Development"],
    &["Object-Oriented Programming (OOP)", "OOP", "Object Oriented Programming", "ООП"],
    &["REST APIs", "REST API", "RESTful API", "rest"],
    &["Databases", "Database", "data bases", "Базы данных"],
    &["English", "Английский язык", "English Language", "английский"],
    &["Computer Science", "comp sci", "CS"],
    &["Microsoft Excel", "Excel", "MS Excel"],
    &["CI/CD", "CICD", "Continuous Integration and Continuous Delivery (CI/CD)"],
    &["Algorithms", "algorithm", "1. Algorithms", "Алгоритмы"],
    &["R&D", "Research and Development (R&D)"],
    &[".NET", "dotnet", ".Net;"],
    &["Programming", "Программирование", "programming skills"],
];

#[rustfmt::skip]
const TWO_SKILLS: [(&str, &str); 26] = [
    ("Java", "JavaScript"), ("C", "C++"), ("C", "C#"), ("C++", "C#"), ("R", "C"), (".NET", "ASP.NET"),
    ("AngularJS", "Angular"), ("React", "React Native"), ("SQL", "MySQL"), ("SQL", "NoSQL"),
        ("Git", "GitHub"),
    ("GitHub", "GitLab"), ("HTML", "HTML5"), ("CSS", "CSS3"), ("SAS", "Sass"), ("Less", "LESS CSS"),
    ("HTTP", "HTTPS"), ("NAT", "NATS"), ("Pandas", "Panda"), ("Windows", "Window"), ("Unity", "Unit Testing"),
    ("Swift", "SwiftUI"), ("Spring", "Spring Boot"), ("Data Science", "Data Analysis"), ("UI", "UX"),
        ("1C", "C"),
];

#[test]
fn different_spellings_are_one_skill() {
    for spellings in ONE_SKILL {
        let labels: Vec<_> = spellings.iter().map(|raw| skill(raw)).collect();
        assert!(
            labels[0].is_ok() && labels.iter().all(|label| *label == labels[0]),
            "{spellings:?}: {labels:?}"
        );
        assert!(spellings.iter().all(|raw| skill_identity(raw) == skill_identity(spellings[0])));
    }
}

#[test]
fn different_skills_stay_apart() {
    for (a, b) in TWO_SKILLS {
        assert!(skill(a).is_ok() && skill(b).is_ok(), "{a} {b}");
        assert_ne!(skill(a), skill(b), "{a} and {b}");
    }
    // Different groups of spellings must be different skills as well.
    let mut labels: Vec<String> =
        ONE_SKILL.iter().map(|spellings| skill(spellings[0]).expect("a skill")).collect();
    labels.sort();
    labels.dedup();
    assert_eq!(labels.len(), ONE_SKILL.len());
}

#[test]
fn short_names_and_other_alphabets_survive() {
    for (raw, label) in [
        ("R", "r"),
        ("C", "c"),
        ("D", "d"),
        ("Go", "go"),
        (".NET", ".net"),
        ("F#", "f#"),
        ("A++", "a++"),
        ("ASP.NET Core", "asp.net core"),
        ("Experiência do Usuário (UX)", "experiência do usuário"),
        ("Résumé writing", "résumé writing"),
        ("Вёрстка", "верстка"),
        ("вёрстка", "верстка"),
        ("ве\u{308}рстка", "верстка"),
        ("القيادة", "القيادة"),
        ("機械学習", "機械学習"),
        ("Android\u{202e} \u{200b}Development", "android development"),
        ("A/B testing", "a b testing"),
    ] {
        assert_eq!(skill(raw).as_deref(), Ok(label));
    }
}

#[test]
fn what_is_no_skill_is_refused_with_its_reason() {
    for (raw, why) in [
        ("", Rejection::Empty),
        ("  ", Rejection::Empty),
        ("-", Rejection::Empty),
        ("•", Rejection::Empty),
        ("🚀", Rejection::Empty),
        ("()", Rejection::Empty),
        ("3.5", Rejection::Number),
        ("2009", Rejection::Number),
        ("1-1", Rejection::Number),
        ("na", Rejection::Placeholder),
        ("N/A", Rejection::Placeholder),
        ("None", Rejection::Placeholder),
        ("null", Rejection::Placeholder),
        ("нет", Rejection::Placeholder),
        ("aaaaa", Rejection::Repeated),
        ("ыыыы", Rejection::Repeated),
        ("xxxx xxxx", Rejection::Repeated),
        ("GPA 3.5", Rejection::Grade),
        ("x", Rejection::SingleLetter),
        (&"long ".repeat(40), Rejection::TooLong),
    ] {
        assert_eq!(skill(raw), Err(why), "{raw}");
    }
    assert_eq!(skill_identity("3.5"), "3.5");
}

#[test]
fn degree_fields_are_spelled_out_and_freed_of_degrees() {
    for (raw, label) in [
        ("Computer Science", "computer science"),
        ("comp sci & maths", "computer science and mathematics"),
        ("CS", "computer science"),
        ("CS and Math", "computer science and mathematics"),
        ("B.Sc. Computer Science, GPA: 3.9/4", "computer science"),
        ("Bachelor of Science in Computer Science", "computer science"),
        ("Master's degree, Computer Science", "masters degree computer science"),
        ("MSc in Data Science", "data science"),
        ("Business Administration and Management, General", "business administration and management"),
        ("Computer Engineering (Computer Systems)", "computer engineering computer systems"),
        ("Информационные технологии", "information technology"),
        ("Компьютерные науки", "computer science"),
        ("IT", "information technology"),
        ("MBA", "business administration"),
        ("Wirtschaftsinformatik für Anfänger", "wirtschaftsinformatik für anfänger"),
        ("3D Animation", "3d animation"),
        ("Law", "law"),
        ("Bachelor of Arts", "bachelor of arts"),
        ("Science", "science"),
    ] {
        assert_eq!(degree(raw).as_deref(), Ok(label), "{raw}");
    }
}

#[test]
fn what_is_no_degree_field_is_refused_with_its_reason() {
    for (raw, why) in [
        ("3.8 GPA", Rejection::Grade),
        ("GPA: 3.8/4.0", Rejection::Grade),
        ("12th", Rejection::Grade),
        ("9th-12th", Rejection::Grade),
        ("A+", Rejection::Grade),
        ("Pass", Rejection::Grade),
        ("GED", Rejection::Grade),
        ("4.0", Rejection::Number),
        ("9-12", Rejection::Number),
        ("n/a", Rejection::Placeholder),
        ("None", Rejection::Placeholder),
        ("-", Rejection::Empty),
        ("aaaaa", Rejection::Repeated),
    ] {
        assert_eq!(degree(raw), Err(why), "{raw}");
    }
}

#[test]
fn the_reference_cleaning_is_exactly_that_of_the_reference_method() {
    assert_eq!(
        Cleaning::Reference.skill(" Rust (Programming Language) ").as_deref(),
        Ok("rust (programming language)")
    );
    assert_eq!(Cleaning::Reference.skill("3.5").as_deref(), Ok("3.5"));
    assert_eq!(Cleaning::Reference.skill("  "), Err(Rejection::Empty));
    assert_eq!(
        Cleaning::Reference.degree_field("B.Sc. Computer Science, GPA: 3.9/4").as_deref(),
        Ok("bsc computer science,")
    );
    assert_eq!(Cleaning::Reference.degree_field("3.9 GPA"), Err(Rejection::Empty));
}

/// Realistic texts: words of the tables, signs and other alphabets, in any order.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        prop::sample::select(vec![
            "react",
            "js",
            "java",
            "script",
            "programming",
            "language",
            "general",
            "bachelor",
            "of",
            "science",
            "in",
            "gpa",
            "3.5",
            "1.",
            "12th",
            "c",
            "с",
            "c++",
            "c#",
            ".net",
            "&",
            "/",
            "-",
            "(",
            ")",
            "[",
            "}",
            "•",
            ",",
            "databases",
            "classes",
            "technologies",
            "web",
            "services",
            "язык",
            "программирования",
            "ai",
            "cs",
            "ms",
            "front",
            "end",
            "other",
            "е\u{308}",
            "İ",
            "ß",
            "\u{202e}",
            "🚀",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
        any::<char>().prop_map(String::from),
    ];
    (prop::collection::vec(word, 0..7), prop::sample::select(vec!["", " ", ", "]))
        .prop_map(|(words, between)| words.join(between))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 3000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Cleaning a label again does not change it.
    #[test]
    fn cleaning_twice_is_cleaning_once(raw in text()) {
        for clean in [skill, degree] {
            if let Ok(label) = clean(&raw) {
                prop_assert_eq!(clean(&label), Ok(label.clone()), "{}", raw);
            }
        }
    }

    /// A label has single spaces between its words, no capitals, and no control characters.
    #[test]
    fn labels_are_plain(raw in text()) {
        for label in [skill(&raw), degree(&raw)].into_iter().flatten() {
            prop_assert!(!label.is_empty());
            prop_assert!(label.split(' ').all(|word| !word.is_empty()), "{:?}", label);
            prop_assert!(!label.chars().any(char::is_control));
            prop_assert!(label.chars().any(char::is_alphabetic));
        }
    }

    /// Case, and space and list marks around a text, never matter.
    #[test]
    fn case_and_marks_do_not_matter(word in "[a-z]{2,9}( [a-z]{2,9}){0,3}") {
        let dressed = format!(" • {};", word.to_uppercase());
        prop_assert_eq!(skill(&dressed), skill(&word));
        prop_assert_eq!(degree(&dressed), degree(&word));
        if skill(&word).is_ok() {
            prop_assert_eq!(skill(&format!("{word} (some gloss)")), skill(&word));
        }
    }
}
