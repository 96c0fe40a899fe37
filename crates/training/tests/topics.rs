//! Files of topics: written for review and read back after editing; errors name file and line.

#![allow(clippy::unwrap_used, reason = "a test may panic, in its helping functions too")]

use std::fs;
use std::path::Path;

use career_model::Profile;
use career_model::clean::Cleaning;
use career_training::{
    ClusterCount, FitParams, Guides, Observer, People, PeopleBuilder, Stage, TopicGuide, TopicsFit,
    fit_topics,
};
use training::topics::{StringFilter, TopicsFileError, read_topics, write_topics};

struct Silent;

impl Observer for Silent {
    fn begin(&self, _: Stage, _: u64) {}
    fn end(&self, _: Stage) {}
}

/// Strings with numbers of people, who have them as skills and as degree fields.
const STRINGS: [(&str, usize); 9] = [
    ("=Graphic Design", 9),
    ("Interior Design", 6),
    ("Design Theory", 5),
    ("Computer Science", 12),
    ("Computer Graphics", 7),
    ("Science Theory", 5),
    ("Private Design", 4),
    ("Secret Science", 1),
    ("-Applied\u{202e} Science", 5),
];

fn fitted(guides: Guides<'_>) -> (People, TopicsFit) {
    let mut builder = PeopleBuilder::default();
    for (string, people) in STRINGS {
        let profile = Profile {
            experience_months: Some(1),
            skills: vec![string.to_owned()],
            degree_fields: vec![string.to_owned()],
            ..Profile::default()
        };
        (0..people).for_each(|_| builder.push(&profile));
    }
    let people = builder.finish();
    let params = FitParams::reference(ClusterCount::Auto, 1);
    let topics = fit_topics(&people, &params, guides, &Silent);
    (people, topics)
}

#[test]
fn strings_of_few_people_are_written_only_on_request_and_no_cell_is_a_formula() {
    let dir = tempfile::tempdir().unwrap();
    let (people, topics) = fitted(Guides::default());
    assert_eq!(write_topics(&people, &topics, StringFilter::Shared, dir.path()).unwrap(), (14, 4));
    for file in ["skills.csv", "degree_fields.csv"] {
        let text = fs::read_to_string(dir.path().join(file)).unwrap();
        assert!(text.starts_with("topic,string,people\n"));
        assert!(text.contains(",Computer Science,12\n") && text.contains(",'=Graphic Design,9\n"), "{text}");
        assert!(!text.contains("Private") && !text.contains("Secret") && !text.contains('\u{202e}'));
        assert!(text.split(['\n', ',']).all(|cell| !cell.starts_with(['=', '-', '+', '@'])));
    }
    assert_eq!(write_topics(&people, &topics, StringFilter::All, dir.path()).unwrap(), (18, 0));
    assert!(fs::read_to_string(dir.path().join("skills.csv")).unwrap().contains(",Secret Science,1\n"));
}

#[test]
fn what_was_written_is_read_back_and_fits_the_same_topics() {
    let dir = tempfile::tempdir().unwrap();
    let (people, topics) = fitted(Guides::default());
    write_topics(&people, &topics, StringFilter::All, dir.path()).unwrap();
    let edited = read_topics(dir.path(), Cleaning::Canonical).unwrap();
    let skills = TopicGuide { truth: edited.skills, ..TopicGuide::default() };
    let degree_fields = TopicGuide { truth: edited.degree_fields, ..TopicGuide::default() };
    let guides = Guides { skills: Some(&skills), degree_fields: Some(&degree_fields), ..Guides::default() };
    let (_, again) = fitted(guides);
    for label in people.skills.texts() {
        let name = |topics: &TopicsFit| {
            let topics = &topics.skills.topics;
            topics.assign(label).map(|found| topics.names[found.topic() as usize].clone())
        };
        assert_eq!(name(&again), name(&topics), "{label}");
    }
    let other = tempfile::tempdir().unwrap();
    write_topics(&people, &again, StringFilter::All, other.path()).unwrap();
    for file in ["skills.csv", "degree_fields.csv"] {
        assert_eq!(fs::read(dir.path().join(file)).unwrap(), fs::read(other.path().join(file)).unwrap());
    }
}

fn read(skills: impl AsRef<[u8]>) -> Result<Vec<(String, String)>, TopicsFileError> {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("skills.csv"), skills).unwrap();
    let truth = read_topics(dir.path(), Cleaning::Canonical)?.skills;
    Ok(truth.iter().map(|(label, topic)| (label.to_owned(), truth.names()[topic].clone())).collect())
}

#[test]
fn edited_files_are_read_as_spreadsheets_save_them() {
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let expected =
        vec![pair("c++", "Languages"), pair("python", "Languages"), pair("sales", "Trade & Sales")];
    let plain = "topic,string,people\nLanguages,Python (Programming Language),9\nlanguages,C++,\n\
                 Trade & Sales,Sales,5\n,Nowhere,8\n";
    assert_eq!(read(plain).unwrap(), expected);
    assert_eq!(read(format!("\u{feff}{}", plain.replace('\n', "\r\n"))).unwrap(), expected);
    let reordered = "String,note,Topic\npython,\"two\nlines\",Languages\nPython,again,Languages\n\
                     c++,,Languages\nsales,,Trade & Sales\n";
    assert_eq!(read(reordered).unwrap(), expected);
}

#[test]
fn errors_name_the_file_the_line_and_the_fix() {
    for (text, line, words) in [
        ("topic,string\nA,Python\nB,Java\nB,python;\n", 4, "in line 2 already"),
        ("topic,string\nA,Python\nA,3.5\n", 3, "delete the row"),
        ("topic,string\n<b>,Python\n", 2, "usable name"),
        ("topic,string\nA,Python\nA,Java,x\n", 3, "3 cells instead of 2"),
        ("name,string\nA,Python\n", 1, "no column `topic`"),
        ("", 1, "no column `topic`"),
    ] {
        let message = read(text).unwrap_err().to_string();
        assert!(message.contains(&format!("skills.csv:{line}: ")) && message.contains(words), "{message}");
        assert!(!message.contains("<b>") && !message.to_lowercase().contains("python"), "{message}");
    }
    assert!(matches!(read(b"topic,string\nA,\xff\n"), Err(TopicsFileError::NotCsv { .. })));
    let empty = tempfile::tempdir().unwrap();
    let nothing = read_topics(empty.path(), Cleaning::Canonical);
    assert!(matches!(nothing, Err(TopicsFileError::NoFiles { .. })));
    assert!(read_topics(Path::new("no such folder"), Cleaning::Canonical).is_err());
}
