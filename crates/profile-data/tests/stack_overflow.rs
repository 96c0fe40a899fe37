//! The Stack Overflow survey: the columns of each year, formats of years, and rejected rows.

use std::io::{self, BufReader, Read};

use career_model::Profile;
use profile_data::{MAX_LINE_BYTES, Record, StackOverflowReader, is_stack_overflow_header};
use proptest::prelude::*;

fn read(bytes: &[u8]) -> Vec<Record> {
    let reader = StackOverflowReader::new("survey.csv", bytes);
    reader.map(|record| record.expect("bytes in memory can be read")).collect()
}

fn people(bytes: &[u8]) -> Vec<Profile> {
    read(bytes)
        .into_iter()
        .map(|record| match record {
            Record::Accepted { profile, recommended_courses, .. } => {
                assert!(recommended_courses.is_empty());
                profile
            }
            Record::Rejected(rejected) => panic!("{rejected}"),
        })
        .collect()
}

fn reasons(bytes: &[u8]) -> Vec<String> {
    read(bytes)
        .into_iter()
        .filter_map(|record| match record {
            Record::Rejected(rejected) => Some(rejected.to_string()),
            Record::Accepted { .. } => None,
        })
        .collect()
}

struct Expected {
    id: &'static str,
    position: Option<&'static str>,
    months: Option<u32>,
    degree_fields: &'static [&'static str],
    certifications: &'static [&'static str],
    skills: &'static [&'static str],
}

const NOBODY: Expected =
    Expected { id: "", position: None, months: None, degree_fields: &[], certifications: &[], skills: &[] };

fn check(file: &[u8], expected: &[Expected]) {
    let people = people(file);
    assert_eq!(people.len(), expected.len());
    for (person, expected) in people.iter().zip(expected) {
        let owned = |items: &[&str]| items.iter().map(|&item| item.to_owned()).collect();
        let wanted = Profile {
            id: expected.id.into(),
            position: expected.position.map(str::to_owned),
            experience_months: expected.months,
            degree_fields: owned(expected.degree_fields),
            certifications: owned(expected.certifications),
            skills: owned(expected.skills),
            ..Profile::default()
        };
        assert_eq!(*person, wanted);
    }
}

const COMPUTER_SCIENCE: &str = "Computer science, computer engineering, or software engineering";

#[test]
fn names_of_2017() {
    let expected = [
        Expected {
            id: "1",
            position: Some("Web developer"),
            months: Some(42),
            degree_fields: &["Computer science or software engineering"],
            skills: &[
                "C#",
                "JavaScript",
                "SQL",
                "Node.js",
                "AngularJS",
                "SQL Server",
                "Windows Desktop",
                "Microsoft Azure",
                "Visual Studio",
                "Vim",
                "Git",
            ],
            ..NOBODY
        },
        Expected { id: "2", months: Some(240), ..NOBODY },
        Expected { id: "3", position: Some("Data scientist"), months: Some(6), skills: &["R"], ..NOBODY },
    ];
    check(include_bytes!("stack_overflow/2017.csv"), &expected);
}

#[test]
fn names_of_2018() {
    let expected = [
        Expected {
            id: "7",
            position: Some("Back-end developer"),
            months: Some(12),
            degree_fields: &[COMPUTER_SCIENCE],
            skills: &[
                "JavaScript",
                "Python",
                "Bash/Shell",
                "MySQL",
                "SQLite",
                "Linux",
                "Django",
                "React",
                "Vim",
                "IntelliJ",
                "Git",
                "Subversion",
            ],
            ..NOBODY
        },
        Expected { id: "8", months: Some(360), ..NOBODY },
    ];
    check(include_bytes!("stack_overflow/2018.csv"), &expected);
}

#[test]
fn names_of_2019_and_2020() {
    let expected = [
        Expected {
            id: "1",
            position: Some("Designer"),
            months: Some(6),
            degree_fields: &["A natural science (ex. biology, chemistry, physics)"],
            skills: &["HTML/CSS", "Vue.js", "Pandas", "Visual Studio Code"],
            ..NOBODY
        },
        Expected { id: "2", months: Some(600), skills: &["COBOL"], ..NOBODY },
    ];
    check(include_bytes!("stack_overflow/2019.csv"), &expected);
    let expected = [Expected {
        id: "1",
        position: Some("Developer, desktop or enterprise applications"),
        months: Some(324),
        degree_fields: &[COMPUTER_SCIENCE],
        skills: &["C#", "HTML/CSS", "ASP.NET", ".NET"],
        ..NOBODY
    }];
    check(include_bytes!("stack_overflow/2020.csv"), &expected);
}

#[test]
fn names_of_2021_and_2022() {
    // With a byte order mark, CRLF and a blank line.
    let expected = [
        Expected {
            id: "1",
            position: Some("Data or business analyst"),
            skills: &["C++", "SQL", "Git", "Docker", "PyCharm", "Vim"],
            ..NOBODY
        },
        Expected { id: "2", months: Some(48), ..NOBODY },
    ];
    check(include_bytes!("stack_overflow/2021.csv"), &expected);
    let mobile = Expected { position: Some("Developer, mobile"), ..NOBODY };
    let expected = [
        Expected {
            id: "1",
            months: Some(108),
            certifications: &["Coursera", "Udemy"],
            skills: &["Kotlin", "Git"],
            ..mobile
        },
        Expected { id: "2", months: Some(60), skills: &["Kotlin"], ..mobile },
    ];
    check(include_bytes!("stack_overflow/2022.csv"), &expected);
}

#[test]
fn names_of_2023_to_2025() {
    let expected = [Expected {
        id: "1",
        position: Some("Senior Executive (C-Suite, VP, etc.)"),
        months: Some(0),
        certifications: &["Codecademy"],
        skills: &["Go", "Apache Kafka", "NumPy"],
        ..NOBODY
    }];
    check(include_bytes!("stack_overflow/2023.csv"), &expected);
    let expected = [Expected {
        id: "1",
        position: Some("Developer, embedded applications or devices"),
        months: Some(204),
        // Cargo was ticked twice.
        skills: &["C", "Rust", "Arduino", "Cargo", "CMake"],
        ..NOBODY
    }];
    check(include_bytes!("stack_overflow/2024.csv"), &expected);
    let expected = [Expected {
        id: "1",
        position: Some("Developer, QA or test"),
        months: Some(96),
        skills: &["Python", "Zed", "Vim", "Pydantic"],
        ..NOBODY
    }];
    check(include_bytes!("stack_overflow/2025.csv"), &expected);
}

#[test]
fn years_of_the_survey() {
    let cases = [
        ("3", Some(36)),
        ("0", Some(0)),
        ("2.5", Some(30)),
        ("8.0", Some(96)),
        ("1 year", Some(12)),
        ("Less than 1 year", Some(6)),
        ("Less than a year", Some(6)),
        ("1 to 2 years", Some(18)),
        ("0-2 years", Some(12)),
        ("20 or more years", Some(240)),
        ("More than 50 years", Some(600)),
        ("200", Some(2_400)),
        ("NA", None),
        ("", None),
    ];
    for (text, months) in cases {
        let file = format!("ResponseId,WorkExp\n1,{text}\n");
        assert_eq!(people(file.as_bytes())[0].experience_months, months, "{text}");
    }
    for text in ["-3", "1e3", "soon", "NaN years", "5 to 3 years", "3 to", "more than", "to"] {
        let reasons = reasons(format!("ResponseId,WorkExp\n1,{text}\n").as_bytes());
        let reason = "line 2: WorkExp: expected years such as `3` or `3 to 5 years`, found another text";
        assert_eq!(reasons, [reason], "{text}");
    }
    let reasons = reasons(b"ResponseId,WorkExp\n1,201\n2,999999\n");
    assert_eq!(reasons.len(), 2);
    assert_eq!(reasons[0], "line 2: experience_months: expected at most 2400 months, found 2412");
}

#[test]
fn work_counts_before_code_in_any_order_of_columns() {
    for (header, row) in [
        ("ResponseId,WorkExp,YearsCodePro,YearsCode", "1,4,3,9"),
        ("YearsCode,YearsCodePro,WorkExp,ResponseId", "9,3,4,1"),
    ] {
        assert_eq!(people(format!("{header}\n{row}\n").as_bytes())[0].experience_months, Some(48));
    }
    let row = people(b"YearsCode,YearsCodePro,WorkExp,ResponseId\n9,3,NA,1\n");
    assert_eq!(row[0].experience_months, Some(36));
}

#[test]
fn reasons_for_rejected_rows() {
    let file = b"ResponseId,DevType,Country\n1,Dev\n2,\"Dev\nof two lines\",X\n3,\xff,X\n4,Dev,\xff\n5,\"Dev";
    let reasons = reasons(file);
    assert_eq!(
        reasons,
        [
            "line 2: 2 cells, but the header has 3",
            "line 5: DevType: not valid UTF-8",
            "line 7: the file ends inside quotes (cut off?)",
        ]
    );
    assert_eq!(read(file).len(), 5);
}

#[test]
fn without_a_header_no_row_is_read() {
    for (file, start) in [
        (&b"a,b\n1,2\n3,4\n"[..], "line 1: the header has no ResponseId (or Respondent)"),
        (b"ResponseId,Q1\n1,2\n", "line 1: the header has no ResponseId"),
        (b"ResponseId,DevType,DevType\n1,2,3\n", "line 1: the header names DevType twice"),
        (b"ResponseId,\"DevType", "line 1: the file ends inside quotes"),
    ] {
        let reasons = reasons(file);
        assert_eq!(reasons.len(), 1, "one reason for all rows");
        assert!(reasons[0].starts_with(start), "{}", reasons[0]);
        assert!(reasons[0].ends_with("no row can be read without its header"), "{}", reasons[0]);
    }
    assert!(read(b"").is_empty());
    assert!(read(b"ResponseId,DevType\n").is_empty());
}

#[test]
fn headers_of_surveys_are_detected() {
    for file in ["2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025"] {
        let path = format!("{}/tests/stack_overflow/{file}.csv", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("the fixture is there");
        let header: Vec<&str> = text.lines().next().expect("a header").split(',').collect();
        assert!(is_stack_overflow_header(&header), "{file}");
    }
    assert!(!is_stack_overflow_header(&["id", "position", "experience"]));
    assert!(!is_stack_overflow_header(&["DevType", "YearsCode"]));
    assert!(!is_stack_overflow_header(&[]));
}

#[test]
fn a_row_that_is_too_long_is_rejected_alone() {
    let mut file = b"ResponseId,DevType\n1,".to_vec();
    file.extend(std::iter::repeat_n(b'x', MAX_LINE_BYTES));
    file.extend_from_slice(b"\n2,Dev\n");
    let records = read(&file);
    assert_eq!(records.len(), 2);
    assert!(matches!(&records[0], Record::Rejected(rejected) if rejected.reason.starts_with("longer than")));
    assert!(matches!(&records[1], Record::Accepted { line: 3, profile, .. } if profile.id == "2"));
}

#[test]
fn the_time_for_a_row_of_many_skills_is_linear() {
    // Comparing all pairs would take minutes.
    let skills: Vec<String> = (0..140_000).map(|n| format!("s{n}")).collect();
    let file = format!("ResponseId,LanguageHaveWorkedWith\n1,{0};{0}\n", skills.join(";"));
    let file = &file[..file.len().min(MAX_LINE_BYTES)];
    assert!(people(file.as_bytes())[0].skills.len() > 100_000);
}

/// Fails after its first bytes.
struct Broken<'a>(&'a [u8]);

impl Read for Broken<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0.is_empty() { Err(io::Error::other("the disk is gone")) } else { self.0.read(buffer) }
    }
}

#[test]
fn a_failing_source_ends_the_stream() {
    let source = BufReader::new(Broken(b"ResponseId,DevType\n1,Dev\n2,"));
    let mut reader = StackOverflowReader::new("survey.csv", source);
    assert!(reader.next().is_some_and(|record| record.is_ok()));
    let error = reader.next().expect("the failure").expect_err("it failed");
    assert!(error.to_string().starts_with("survey.csv: line 3: reading failed"), "{error}");
    assert!(reader.next().is_none());
}

/// Bytes that are often nearly a survey.
fn nearly_a_survey() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        &b"ResponseId,DevType,WorkExp,LanguageHaveWorkedWith\n"[..],
        b"1,Dev,3,C;C++\n",
        b"2,NA,More than 50 years,;;\n",
        b"3,x, to ,a\n",
        b",",
        b"\"",
        b"\r\n",
        b"\n",
        b";",
        b"\xEF\xBB\xBF",
        b"\xff",
        b"- years",
        "І–".as_bytes(),
    ]);
    let piece = prop_oneof![
        3 => piece.prop_map(<[u8]>::to_vec),
        1 => prop::collection::vec(any::<u8>(), 0..12),
    ];
    (any::<bool>(), prop::collection::vec(piece, 0..30)).prop_map(|(header, pieces)| {
        let start: &[u8] = if header { b"ResponseId,DevType,WorkExp,LanguageHaveWorkedWith\n" } else { b"" };
        [start.to_vec(), pieces.concat()].concat()
    })
}

proptest! {
    #[test]
    fn any_bytes_are_records_in_order(bytes in nearly_a_survey(), chunk in 1_usize..30) {
        let reader = StackOverflowReader::new("x", BufReader::with_capacity(chunk, bytes.as_slice()));
        let records: Vec<Record> = reader.map(|record| record.expect("in memory")).collect();
        let mut last = 0;
        for record in &records {
            let line = match record {
                Record::Accepted { line, .. } => *line,
                Record::Rejected(rejected) => rejected.line,
            };
            prop_assert!(line > last, "{line} after {last}");
            last = line;
        }
        // The size of reads does not change the result.
        prop_assert_eq!(records, read(&bytes));
    }

    #[test]
    fn a_reason_never_repeats_the_text(secret in "zq[a-z]{6}zq") {
        let rows = format!("1,{secret}\n2,Dev,{secret}\n3,Dev,1,{secret}\n4,\"{secret}");
        let file = format!("ResponseId,DevType,WorkExp\n{rows}");
        let reasons = reasons(file.as_bytes());
        prop_assert_eq!(reasons.len(), 4);
        for reason in reasons {
            prop_assert!(!reason.contains(&secret), "{}", reason);
        }
    }
}

#[test]
fn rows_of_one_respondent_are_one_record() {
    let file = "ResponseId,DevType,WorkExp,LanguageHaveWorkedWith\n\
                1,NA,3,Rust\n1,Data engineer,NA,SQL;Rust\n1,Designer,9,NA\n2,NA,1,Go\n1,NA,NA,C\n";
    let records = read(file.as_bytes());
    let found: Vec<(&str, u64, Option<u32>, Vec<&str>)> = records
        .iter()
        .map(|record| match record {
            Record::Accepted { line, profile, .. } => {
                let skills = profile.skills.iter().map(String::as_str).collect();
                (profile.id.as_str(), *line, profile.experience_months, skills)
            }
            Record::Rejected(rejection) => panic!("{rejection}"),
        })
        .collect();
    assert_eq!(
        found,
        [("1", 2, Some(36), vec!["Rust", "SQL"]), ("2", 5, Some(12), vec!["Go"]), ("1", 6, None, vec!["C"]),]
    );
    let Record::Accepted { profile, .. } = &records[0] else { panic!("a person") };
    assert_eq!(profile.position.as_deref(), Some("Data engineer"), "the first title");
    // A row without an id is a respondent of its own, and a rejected row stays in its place.
    let file = "ResponseId,WorkExp\n,1\n,1\n3,2\n3,many\n3,2\n";
    let kinds: Vec<bool> =
        read(file.as_bytes()).iter().map(|record| matches!(record, Record::Accepted { .. })).collect();
    assert_eq!(kinds, [true, true, true, false, true]);
}
