//! JSON Resume: what is read, what is left out, and the positions of wrong types.

use std::io::{self, Read};

use career_model::Profile;
use profile_data::{
    ExperienceRule, JsonResumeError, JsonResumeReader, MAX_LINE_BYTES, ReadOptions, Record, YearMonth,
    read_json_resume,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const FULL: &str = include_str!("json_resume/full.json");

fn options() -> ReadOptions {
    let as_of = YearMonth::new(2024, 12).expect("a month");
    ReadOptions { format: None, experience: ExperienceRule::Union, as_of }
}

fn read(bytes: &[u8]) -> Result<Profile, JsonResumeError> {
    read_json_resume("resume.json", bytes, &options())
}

fn read_value(resume: &Value) -> Result<Profile, JsonResumeError> {
    read(resume.to_string().as_bytes())
}

fn owned(items: &[&str]) -> Vec<String> {
    items.iter().map(|&item| item.to_owned()).collect()
}

#[test]
fn a_full_resume() {
    let expected = Profile {
        position: Some("Backend Developer".into()),
        company: Some("Example Two".into()),
        // January 2018 to December 2024; "unclear" is no date.
        experience_months: Some(84),
        degree_fields: owned(&["Software Development", "Statistics"]),
        courses: owned(&["DB1101 - Basic SQL"]),
        certifications: owned(&["Example Certified Developer"]),
        skills: owned(&["Web Development", "HTML", "CSS", "JavaScript", "Rust"]),
        ..Profile::default()
    };
    let profile = read(FULL.as_bytes()).expect("a resume");
    // All personal data in the fixture begins with these letters.
    assert!(!format!("{profile:?}").to_lowercase().contains("zq"));
    assert_eq!(profile, expected);
    let with_mark = format!("\u{feff}{}", FULL.replace('\n', "\r\n"));
    assert_eq!(read(with_mark.as_bytes()).expect("a resume"), expected);
}

#[test]
fn the_label_replaces_a_missing_job() {
    let work = json!([{"position": "Old", "name": "E", "startDate": "2010-01", "endDate": "2010-12"}]);
    let profile =
        read_value(&json!({"basics": {"label": "Data scientist"}, "work": work})).expect("a resume");
    assert_eq!(profile.position.as_deref(), Some("Data scientist"));
    assert_eq!((profile.company, profile.experience_months), (None, Some(12)));
    let profile = read_value(&json!({"basics": null, "work": work})).expect("a resume");
    assert_eq!(profile.position.as_deref(), Some("Old"));
    assert_eq!(read_value(&json!({"basics": {}})).expect("a resume"), Profile::default());
}

#[test]
fn wrong_types_are_located() {
    let cases = [
        (json!([]), "expected a JSON object, found a list"),
        (json!({"a": 1}), "expected a JSON Resume with one of basics, work, education, certificates, skills"),
        (json!({"basics": []}), "basics: expected an object, found a list"),
        (json!({"basics": {"label": {}}}), "basics: label: expected a text, found an object"),
        (json!({"work": {}}), "work: expected a list, found an object"),
        (json!({"work": [{}, "x"]}), "work: item 2: expected an object, found a string"),
        (
            json!({"work": [{"startDate": true}]}),
            "work: item 1: startDate: expected a text, found true or false",
        ),
        (
            json!({"education": [{"courses": "x"}]}),
            "education: item 1: courses: expected a list, found a string",
        ),
        (
            json!({"education": [{"courses": ["x", []]}]}),
            "education: item 1: courses: item 2: expected a text, found a list",
        ),
        (json!({"certificates": [[]]}), "certificates: item 1: expected an object, found a list"),
        (json!({"skills": [{"keywords": 5}]}), "skills: item 1: keywords: expected a list, found 5"),
    ];
    for (resume, reason) in cases {
        let error = read_value(&resume).expect_err(reason).to_string();
        assert_eq!(error, format!("resume.json: line 1: {reason}"));
    }
}

#[test]
fn broken_json_is_located() {
    let cases: [(&[u8], &str); 4] = [
        (b"{\n\"work\": [\n", "resume.json: line 3: the JSON ends too early (cut off?) at column 0"),
        (b"{\n\"work\" = []}", "resume.json: line 2: not valid JSON at column 8"),
        (b"{\n\"work\": \"\xff\"}", "resume.json: line 2: not valid UTF-8"),
        (b"", "resume.json: line 1: the JSON ends too early (cut off?) at column 0"),
    ];
    for (bytes, message) in cases {
        assert_eq!(read(bytes).expect_err(message).to_string(), message);
    }
    let deep = "[".repeat(100_000);
    assert!(read(format!("{{\"work\": {deep}").as_bytes()).is_err());
}

struct Endless(u64);

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = buffer.len().min(usize::try_from(self.0).expect("small"));
        buffer[..n].fill(b' ');
        self.0 -= n as u64;
        Ok(n)
    }
}

struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the disk is gone"))
    }
}

#[test]
fn memory_is_bounded_by_the_longest_resume() {
    let mut source = Endless(5 * MAX_LINE_BYTES as u64);
    assert!(read_json_resume("resume.json", &mut source, &options()).is_err());
    assert_eq!(source.0, 4 * MAX_LINE_BYTES as u64 - 1);
}

#[test]
fn one_record_from_any_source() {
    let mut source = Endless(5 * MAX_LINE_BYTES as u64);
    let mut reader = JsonResumeReader::new("resume.json", &mut source, &options());
    let Some(Ok(Record::Rejected(rejected))) = reader.next() else { panic!("too long") };
    assert_eq!(rejected.to_string(), "line 1: longer than 1048576 bytes, which no resume is");
    assert!(reader.next().is_none());
    assert_eq!(source.0, 0, "read to the end for the hash of the file");
    let mut reader = JsonResumeReader::new("resume.json", Broken, &options());
    let error = reader.next().expect("an error").expect_err("reading failed");
    assert!(error.to_string().contains("resume.json: line 1: reading"), "{error}");
    assert!(reader.next().is_none());
    let mut reader = JsonResumeReader::new("resume.json", FULL.as_bytes(), &options());
    assert!(matches!(reader.next(), Some(Ok(Record::Accepted { line: 1, .. }))));
    assert!(reader.next().is_none());
}

/// Any JSON, with the keys of resumes more often than others.
fn nearly_a_resume() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "2020-01|Present|BS, Physics|\\PC{0,8}".prop_map(Value::from),
    ];
    let key = prop::sample::select(vec![
        "basics",
        "work",
        "education",
        "certificates",
        "skills",
        "name",
        "label",
        "position",
        "startDate",
        "endDate",
        "area",
        "studyType",
        "courses",
        "keywords",
        "other",
    ]);
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..6)
                .prop_map(|items| items.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_a_person_or_a_located_error(resume in nearly_a_resume()) {
        if let Err(error) = read_value(&resume) {
            prop_assert!(matches!(error, JsonResumeError::Document { line: 1, .. }), "{error}");
        }
    }

    #[test]
    fn any_bytes_are_one_record(
        bytes in prop::collection::vec(any::<u8>(), 0..100), at in any::<prop::sample::Index>(),
    ) {
        let mut damaged = FULL.as_bytes().to_vec();
        let at = at.index(damaged.len());
        damaged.splice(at..at, bytes.iter().copied());
        for bytes in [bytes, damaged] {
            let records: Vec<_> = JsonResumeReader::new("x", bytes.as_slice(), &options()).collect();
            prop_assert_eq!(records.len(), 1);
            prop_assert!(records[0].is_ok());
        }
    }

    #[test]
    fn a_reason_never_repeats_the_text(secret in "zq[a-z]{6}zq") {
        for resume in [
            json!({"work": secret}), json!({"work": [secret]}), json!({"basics": {"label": [secret]}}),
            json!({"skills": [{"keywords": {"x": secret}}]}), json!(secret), json!({&secret: 1}),
        ] {
            let error = read_value(&resume).expect_err("no resume").to_string();
            prop_assert!(!error.contains(&secret), "{error}");
        }
    }
}
