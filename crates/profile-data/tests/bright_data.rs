//! Bright Data exports: all known oddities, and the same people in every format.
#![expect(clippy::unwrap_used, reason = "helpers of tests, too")]

use std::io::Cursor;

use career_model::Profile;
use profile_data::{ExperienceRule, ReadOptions, Record, YearMonth, read_profiles_from};
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(bytes: impl Into<Vec<u8>>) -> Vec<Record> {
    let options = ReadOptions {
        format: None,
        experience: ExperienceRule::default(),
        as_of: YearMonth::new(2024, 12).unwrap(),
    };
    read_profiles_from("test", Cursor::new(bytes.into()), &options).unwrap().map(Result::unwrap).collect()
}

fn people(records: Vec<Record>) -> Vec<(Profile, Vec<String>)> {
    let person = |record| match record {
        Record::Accepted { profile, recommended_courses, .. } => Some((profile, recommended_courses)),
        Record::Rejected(_) => None,
    };
    records.into_iter().filter_map(person).collect()
}

fn reasons(records: &[Record]) -> Vec<String> {
    let reason = |record: &Record| match record {
        Record::Accepted { .. } => None,
        Record::Rejected(rejected) => Some(rejected.to_string()),
    };
    records.iter().filter_map(reason).collect()
}

/// One record in a list.
fn one(record: &Value) -> Profile {
    people(read(json!([record]).to_string())).remove(0).0
}

fn csv(records: &[Value], columns: &[&str]) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let cell = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => quoted(text),
        other => quoted(&other.to_string()),
    };
    let row = |record: &Value| columns.iter().map(|name| cell(&record[*name])).collect::<Vec<_>>().join(",");
    let header = columns.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(",");
    let rows: Vec<String> = records.iter().map(row).collect();
    format!("\u{feff}{header}\r\n{}\r\n", rows.join("\r\n"))
}

const COLUMNS: [&str; 14] = [
    "timestamp",
    "id",
    "url",
    "position",
    "current_company",
    "current_company_name",
    "current_company:name",
    "experience",
    "education",
    "certifications",
    "courses",
    "сourses",
    "skills",
    "like_name",
];

const ODDITIES: &str = include_str!("bright_data/oddities.json");

#[test]
fn every_known_oddity() {
    let people: Vec<Profile> = people(read(ODDITIES)).into_iter().map(|person| person.0).collect();
    assert_eq!(people.len(), 6);
    let months: Vec<Option<u32>> = people.iter().map(|person| person.experience_months).collect();
    assert_eq!(months, [Some(17), Some(24), Some(5), Some(14), None, Some(24)]);
    let company: Vec<Option<&str>> = people.iter().map(|person| person.company.as_deref()).collect();
    assert_eq!(company, [Some("Example GmbH"), Some("Example AG"), Some("Example SA"), None, None, None]);
    assert_eq!(people[0].position.as_deref(), Some("Data Engineer at Example GmbH"));
    assert_eq!(people[0].url.as_deref(), Some("https://profiles.example/plain"));
    assert_eq!(people[0].degree_fields, ["Physics"]);
    assert_eq!(people[0].certifications, ["First Aid"]);
    assert_eq!(people[0].courses, ["Linear Algebra"]);
    assert_eq!(people[1].courses, ["Кириллица"]);
    assert_eq!(people[2].courses, ["Statistics"]);
    assert_eq!(people[3].id, "7");
    assert_eq!(people[3].degree_fields, ["Computer Science"]);
    assert_eq!(people[4], Profile { id: "bare".into(), ..Profile::default() });
}

#[test]
fn the_same_people_in_every_format() {
    let records: Vec<Value> = serde_json::from_str(ODDITIES).unwrap();
    let list = people(read(ODDITIES));
    let lines: Vec<String> = records.iter().map(Value::to_string).collect();
    assert_eq!(people(read(lines.join("\n"))), list);
    assert_eq!(people(read(lines.join("\r\n\r\n"))), list);
    assert_eq!(people(read(csv(&records, &COLUMNS))), list);
    let pretty: Vec<String> = records.iter().map(|record| format!("{record:#}")).collect();
    assert_eq!(
        people(read(format!("{{\n\"education\": null, \"id\": \"0\"}}\n{}", pretty.join("\n"))))[1..],
        list
    );
}

#[test]
fn a_degree_counts_when_it_names_a_field_and_no_other_value_does() {
    let table = [
        ("Bachelor of Science in Physics", Some("Physics")),
        ("Bachelor of Science - BS, Mathematics", Some("Mathematics")),
        ("Master's degree", None),
        ("Bachelor of Science", None),
        ("B.Sc.", None),
        ("Bachelor of Science (B.S.)", None),
        ("High School Diploma", None),
        ("Bachelor of Technology – BTech", None),
        ("Computer Engineering", Some("Computer Engineering")),
        ("PhD in Bioinformatics", Some("Bioinformatics")),
    ];
    for (degree, field) in table {
        let person = one(&json!({"id": "1", "education": [{"degree": degree, "field": ""}]}));
        assert_eq!(person.degree_fields.first().map(String::as_str), field, "{degree}");
        let person = one(&json!({"id": "1", "education": [{"degree": degree, "field": "Law"}]}));
        assert_eq!(person.degree_fields, ["Law"]);
    }
}

#[test]
fn an_invalid_element_is_rejected_alone_with_its_position() {
    let file = "[\n{\"id\": \"1\"},\n{\"id\": },\n 5 {\"id\": \"2\"}, \
                {\"id\": \"3\", \"courses\": 5},\n{\"id\": \"4\"}\n";
    let records = read(file);
    let ids: Vec<String> = people(records.clone()).into_iter().map(|person| person.0.id).collect();
    assert_eq!(ids, ["1", "2", "4"]);
    assert_eq!(
        reasons(&records),
        [
            "line 3: record 2: not valid JSON at line 1, column 8 of the record",
            "line 4: record 3: expected a JSON object, found 5",
            "line 4: record 5: courses: expected a list of objects, found 5",
            "line 6: record 7: the file ends before the end of the list (cut off?)",
        ]
    );
    let records = read("[{\"id\": \"1\"}, {\"id\": \"");
    assert_eq!(reasons(&records), ["line 1: record 2: the file ends in the middle of the record (cut off?)"]);
    let records = read("[{\"id\": \"1\"}] {\"id\": \"2\"}");
    assert_eq!(
        reasons(&records),
        ["line 1: record 2: something stands after the end of the list; it was not read"]
    );
    let records = read("{\"id\": \"1\", \"education\": null}\n{\"id\": \"\n{\"id\": \"3\"}\n");
    assert_eq!((people(records.clone()).len(), reasons(&records).len()), (2, 1));
}

#[test]
fn reasons_for_rejected_records() {
    let table = [
        (
            json!({"error": "secret", "error_code": "dead_page"}),
            "the export holds an error instead of a person (see its `error` or `error_code`)",
        ),
        (
            json!({"experience": "secret"}),
            "experience: expected a list of objects as JSON, found another text",
        ),
        (json!({"education": true}), "education: expected a list of objects, found true or false"),
        (
            json!({"certifications": [{"title": "x"}, 5]}),
            "certifications: item 2: expected an object, found 5",
        ),
        (
            json!({"experience_months": "secret"}),
            "experience_months: expected a whole number of months, found a string",
        ),
        (json!({"experience_months": 2401}), "experience_months: expected at most 2400 months, found 2401"),
    ];
    for (record, reason) in table {
        assert_eq!(reasons(&read(json!([record]).to_string())), [format!("line 1: record 1: {reason}")]);
    }
    let rows = read("id,position,url\n1,\"x\ny\",\n2,x\n3,5\" disk,\n4,\"x");
    assert_eq!(
        reasons(&rows),
        [
            "line 4: 2 cells, but the header has 3",
            "line 5: a quote stands inside a cell that is not in quotes"
        ]
    );
    let cut = read("id,position,url\n1,x,y\n2,\"x\n3,y,z\n");
    assert_eq!(reasons(&cut), ["line 3: the file ends inside quotes (cut off?)"]);
    assert_eq!(people(rows)[0].0.position.as_deref(), Some("x\ny"));
    let twice = read("id,position,url,id\n1,x,y,2\n");
    assert_eq!(
        reasons(&twice),
        ["line 1: the header names a column twice; no row can be read without its header"]
    );
}

#[test]
fn a_company_is_in_one_of_three_fields() {
    assert_eq!(one(&json!({"current_company": "{\"name\": \"A\"}"})).company.as_deref(), Some("A"));
    assert_eq!(one(&json!({"current_company": "A"})).company.as_deref(), Some("A"));
    assert_eq!(
        one(&json!({"current_company": null, "current_company:name": "A"})).company.as_deref(),
        Some("A")
    );
}

#[test]
fn a_list_of_the_common_format_is_read_too() {
    let person =
        one(&json!({"id": "1", "experience_months": 12, "degree_fields": ["Law"], "skills": ["Git"]}));
    assert_eq!(
        (person.experience_months, person.degree_fields, person.skills),
        (Some(12), vec!["Law".into()], vec!["Git".into()])
    );
}

fn text() -> impl Strategy<Value = Value> {
    prop_oneof![1 => Just(Value::Null), 4 => "[a-zA-Z,\"\n\\\\ é½]{0,12}".prop_map(Value::from)]
}

fn section(keys: &'static [&'static str]) -> impl Strategy<Value = Value> {
    let entry = prop::collection::vec(text(), keys.len())
        .prop_map(move |values| keys.iter().map(ToString::to_string).zip(values).collect::<Value>());
    prop_oneof![1 => Just(Value::Null), 4 => prop::collection::vec(entry, 0..4).prop_map(Value::Array)]
}

fn person() -> impl Strategy<Value = Value> {
    let jobs = prop::collection::vec(prop_oneof![Just("1 year"), Just("5 months"), Just("")], 0..4)
        .prop_map(|jobs| jobs.iter().map(|length| json!({"duration_short": length})).collect::<Value>());
    let names = section(&["title", "subtitle"]);
    (text(), text(), jobs, section(&["degree", "field"]), names, section(&["title"])).prop_map(
        |(position, company, experience, education, courses, certifications)| {
            // An id that differs from any cell.
            json!({"id": "x1", "position": position, "current_company_name": company,
                   "experience": experience, "education": education, "courses": courses,
                   "certifications": certifications})
        },
    )
}

proptest! {
    #[test]
    fn forms_agree(records in prop::collection::vec(person(), 1..6)) {
        let list = people(read(Value::Array(records.clone()).to_string()));
        prop_assert_eq!(list.len(), records.len());
        let lines: Vec<String> = records.iter().map(Value::to_string).collect();
        prop_assert_eq!(&people(read(lines.join("\n"))), &list);
        prop_assert_eq!(&people(read(csv(&records, &COLUMNS))), &list);
        prop_assert_eq!(&people(read(format!("{:#}", Value::Array(records)))), &list);
    }

    #[test]
    fn a_reason_never_repeats_the_text(secret in "zq[a-z]{6}zq") {
        let files = [
            format!("[{{\"id\": {secret}}}]"), format!("[{secret}]"), format!("[{{\"{secret}\": ["),
            json!([{"experience": secret}]).to_string(), json!([{"courses": [[secret]]}]).to_string(),
            format!("id,position,url,{secret}\n{secret}\n"), format!("id,id,url,{secret}\n"),
            format!("[{{\"id\": 1}}] {secret}"), json!([{"error": secret}]).to_string(),
        ];
        for file in files {
            let found = reasons(&read(file));
            prop_assert!(!found.is_empty());
            prop_assert!(found.iter().all(|reason| !reason.contains(&secret)), "{:?}", found);
        }
    }
}
