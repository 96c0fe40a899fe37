//! A person is one person: over records, files and snapshots.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;

use profile_data::{ExperienceRule, Forgotten, ReadOptions, YearMonth};
use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::*;
use crate::progress::Silent;

fn settings() -> ReadSettings {
    let as_of = YearMonth::new(2026, 11).expect("a month");
    let options = ReadOptions { format: None, experience: ExperienceRule::default(), as_of };
    ReadSettings { options, select: None, strict: true, forgotten: Forgotten::default() }
}

/// The first skill of every person passed on.
#[derive(Default)]
struct Skills(Vec<String>);

impl Consumer for Skills {
    fn person(&mut self, person: Person<'_>) {
        self.0.push(person.profile.skills.first().cloned().unwrap_or_default());
    }
}

/// The same, for a consumer that takes people back.
#[derive(Default)]
struct TakenBack {
    skills: Skills,
    records: Vec<RecordNumber>,
}

impl Consumer for TakenBack {
    const TAKES_BACK: bool = true;

    fn person(&mut self, person: Person<'_>) {
        self.skills.person(person);
        self.records.push(person.record);
    }

    fn take_back(&mut self, records: &[RecordNumber]) {
        for record in records {
            let at = self.records.iter().position(|known| known == record).expect("passed on before");
            self.records.remove(at);
            self.skills.0.remove(at);
        }
    }
}

/// Writes files of records.
fn written(files: &[Vec<Value>]) -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |(number, records): (usize, &Vec<Value>)| {
        let path = folder.path().join(format!("week-{number}.jsonl"));
        let lines: Vec<String> = records.iter().map(|record| format!("{record}\n")).collect();
        fs::write(&path, lines.concat()).expect("written");
        path
    };
    let paths = files.iter().enumerate().map(write).collect();
    (folder, paths)
}

/// The people of the files, and the report.
fn read(files: &[Vec<Value>]) -> (Vec<String>, ReadReport) {
    read_as(&settings(), files)
}

/// Reads with and without a consumer that takes people back; the results are equal.
fn read_as(settings: &ReadSettings, files: &[Vec<Value>]) -> (Vec<String>, ReadReport) {
    let (_folder, paths) = written(files);
    let mut files = Files::open(&paths, settings, &Silent, Rejects::Report).expect("files");
    let (skills, report) = files.read(Skills::default).expect("read");
    let mut files = Files::open(&paths, settings, &Silent, Rejects::Report).expect("files");
    let (taken_back, same) = files.read(TakenBack::default).expect("read");
    assert_eq!(taken_back.skills.0, skills.0);
    let without_times = |report: &ReadReport| ReadReport {
        reading: Duration::ZERO,
        accepting: Duration::ZERO,
        ..report.clone()
    };
    assert_eq!(format!("{:?}", without_times(&same)), format!("{:?}", without_times(&report)));
    (skills.0, report)
}

/// A person's skills, of which nobody else has any.
fn skills(person: usize, n: usize) -> Vec<String> {
    (0..n).map(|skill| format!("Skill {person}.{skill}")).collect()
}

#[test]
fn the_newest_record_wins() {
    let of = |skill: &str, date: &str| json!({ "id": "mira-test", "skills": [skill], "snapshot_date": date });
    let table = [
        (vec![of("old", "2025-01-01"), of("new", "2025-02-01")], "new"),
        (vec![of("new", "2025-02-01"), of("old", "2025-01-01")], "new"),
        (vec![of("first", "2025-01-01"), of("last", "2025-01-01")], "last"),
        (vec![of("dated", "2025-01-01"), of("undated", "")], "dated"),
        (vec![of("first", ""), of("last", "")], "last"),
    ];
    for (records, newest) in table {
        assert_eq!(read(std::slice::from_ref(&records)).0, [newest], "{records:?}");
        let by_file: Vec<Vec<Value>> = records.iter().map(|record| vec![record.clone()]).collect();
        assert_eq!(read(&by_file).0, [newest], "{records:?}");
    }
}

#[test]
fn ids_and_addresses_join_over_third_records() {
    let id = json!({ "id": "mira-4711", "skills": ["id"] });
    let url = json!({ "url": "https://x.example/people/mira", "skills": ["url"] });
    let both = json!({ "id": "MIRA-4711", "url": "http://www.x.example/people/Mira/", "skills": ["both"] });
    let (found, report) = read(&[vec![id.clone()], vec![url.clone()]]);
    assert_eq!((found.len(), report.records, report.duplicates), (2, 2, 0));
    for records in [[&id, &url, &both], [&both, &url, &id], [&id, &both, &url]] {
        let files: Vec<Vec<Value>> = records.iter().map(|&record| vec![record.clone()]).collect();
        let (found, report) = read(&files);
        assert_eq!((found.len(), report.records, report.people, report.duplicates), (1, 3, 1, 2));
    }
}

#[test]
fn an_id_is_the_end_of_an_address_unless_both_have_addresses() {
    let id = json!({ "id": "mira-4711", "skills": ["id"] });
    let address = |host: &str| json!({ "url": format!("https://{host}.example/mira-4711") });
    assert_eq!(read(&[vec![id.clone(), address("a")]]).1.people, 1);
    assert_eq!(read(&[vec![address("a"), id]]).1.people, 1);
    assert_eq!(read(&[vec![address("a"), address("b")]]).1.people, 2);
    let with_id = json!({ "id": "mira-4711", "url": "https://c.example/mira-4711" });
    assert_eq!(read(&[vec![address("a"), with_id]]).1.people, 2);
}

#[test]
fn row_numbers_of_unrelated_files_are_different_people() {
    let row = |number: usize, person: usize| json!({ "id": number, "skills": skills(person, 6) });
    let (found, _) = read(&[vec![row(1, 1), row(2, 2)], vec![row(1, 3), row(2, 4)]]);
    assert_eq!(found.len(), 4);
    // The next snapshot of the same rows, in another order.
    let (found, report) = read(&[vec![row(1, 1), row(2, 2)], vec![row(1, 3), row(2, 2), row(1, 3)]]);
    assert_eq!((found.len(), report.records), (3, 5));
    let counts = |records, people| FileCounts { records, people };
    assert_eq!(report.files, [counts(2, 2), counts(3, 2)]);
    // In one file, a number is one person, unless the addresses differ.
    assert_eq!(read(&[vec![row(1, 1), row(1, 2)]]).1.people, 1);
    let at = |page: &str| json!({ "id": 1, "url": format!("https://x.example/{page}"), "skills": ["Git"] });
    assert_eq!(read(&[vec![at("a"), at("b")]]).1.people, 2);
}

#[test]
fn records_without_anything_are_of_nobody_in_particular() {
    let nobody = json!({ "experience_months": 12 });
    assert_eq!(read(&[vec![nobody.clone(), nobody]]).1.people, 2);
}

#[test]
fn many_duplicates_are_not_held_in_memory() {
    /// Counts the people passed on to all consumers.
    struct Held<'a>(&'a Cell<usize>, Skills);
    impl Consumer for Held<'_> {
        const TAKES_BACK: bool = true;

        fn person(&mut self, person: Person<'_>) {
            self.0.set(self.0.get() + 1);
            self.1.person(person);
        }
    }
    let record = |number: usize| json!({ "id": format!("person-{number}"), "skills": ["Git"] });
    // A snapshot of the same people a week later.
    let (_folder, paths) = written(&[(0..4_000).map(record).collect(), (0..4_000).map(record).collect()]);
    let (settings, passed_on) = (settings(), Cell::new(0));
    let mut files = Files::open(&paths, &settings, &Silent, Rejects::Report).expect("files");
    let (_, report) = files.read(|| Held(&passed_on, Skills::default())).expect("read");
    assert_eq!((report.people, report.duplicates), (4_000, 4_000));
    let first_reading = passed_on.get() - 4_000;
    assert!((5_000..6_000).contains(&first_reading), "{first_reading}");
}

#[test]
fn a_file_that_changes_between_two_readings_is_an_error() {
    let record = json!({ "id": "mira", "skills": ["Git"] });
    let (_folder, paths) = written(&[vec![record.clone(), record]]);
    let settings = settings();
    let mut files = Files::open(&paths, &settings, &Silent, Rejects::Report).expect("files");
    files.find_people().expect("read");
    fs::write(&paths[0], "{\"id\": \"somebody\"}\n").expect("written");
    let error = files.read(Skills::default).err().expect("changed").to_string();
    assert!(error.contains("changed while it was read"), "{error}");
}

#[test]
fn a_reject_is_counted_once() {
    let settings = ReadSettings { strict: false, ..settings() };
    let record = json!({ "id": "mira", "skills": ["Git"] });
    let bad = json!({ "id": "x", "experience_months": -1 });
    let (_folder, paths) = written(&[vec![record.clone(), bad, record]]);
    let mut files = Files::open(&paths, &settings, &Silent, Rejects::Report).expect("files");
    let (_, report) = files.read(Skills::default).expect("read");
    assert_eq!((report.records, report.people, report.rejected), (2, 1, 1));
}

#[test]
fn short_lists_without_ids_are_one_person_only_in_several_files() {
    let record = |months: u32| json!({ "skills": ["Git"], "experience_months": months });
    assert_eq!(read(&[vec![record(10), record(12)]]).1.people, 2);
    assert_eq!(read(&[vec![record(10), record(10)]]).1.people, 1);
    // Two people, a month later.
    assert_eq!(read(&[vec![record(10), record(40)], vec![record(41), record(11)]]).1.people, 2);
    let weeks: Vec<Vec<Value>> = (0..30).map(|week| vec![record(10 + week), record(60 + week)]).collect();
    assert_eq!(read(&weeks).1.people, 2);
    assert_eq!(read(&[vec![record(10)], vec![record(60)]]).1.people, 2);
}

#[test]
fn one_profile_may_have_several_records() {
    let of = |id: &str, date: &str| json!({ "id": id, "skills": [date], "snapshot_date": date });
    let records = vec![of("Mira", "2025-02-01"), of("mira", "2025-01-01")];
    let (_folder, paths) = written(&[records, vec![of("mira", ""), of("ben", "")]]);
    assert_eq!(read_one(&paths[0], &settings()).expect("one person").skills, ["2025-02-01"]);
    assert!(read_one(&paths[1], &settings()).is_err());
}

/// The people of the files without those on a list, and the report.
fn read_without(listed: &[&str], files: &[Vec<Value>]) -> (Vec<String>, ReadReport) {
    let mut settings = settings();
    for name in listed {
        assert_eq!(settings.forgotten.add(name), Some(true));
    }
    read_as(&settings, files)
}

#[test]
fn a_forgotten_person_is_left_out_with_all_records() {
    let id = json!({ "id": "mira-4711", "skills": ["id"] });
    let url = json!({ "url": "https://x.example/people/mira", "skills": ["url"] });
    let both = json!({ "id": "MIRA-4711", "url": "http://www.x.example/people/Mira/", "skills": ["both"] });
    let other = json!({ "id": "ben-4711", "skills": ["other"] });
    for listed in ["Mira-4711", "x.example/people/mira?a=b"] {
        for records in [[&id, &url, &both, &other], [&other, &both, &url, &id], [&url, &other, &id, &both]] {
            let files: Vec<Vec<Value>> = records.iter().map(|&record| vec![record.clone()]).collect();
            for files in [files.clone(), vec![files.concat()]] {
                let (found, report) = read_without(&[listed], &files);
                assert_eq!(found, ["other"], "{listed}");
                assert_eq!((report.forgotten, report.people, report.records), (1, 1, 1));
                assert_eq!((report.duplicates, report.near_equal), (0, 0));
            }
        }
    }
    // Without a record that connects them, only the listed name is known.
    assert_eq!(read_without(&["mira-4711"], &[vec![id, url]]).0, ["url"]);
}

/// A spelling of a person's record in a snapshot: with or without id and address, months that drift.
fn snapshot(person: usize, week: usize, spelling: u8) -> Value {
    let mut record = json!({ "skills": skills(person, 9), "experience_months": 40 + week });
    let id = format!("Person-{person}");
    let (id, url) = match spelling % 6 {
        0 => (Some(id.clone()), Some(format!("https://www.x.example/in/{id}"))),
        1 => (Some(id.to_lowercase()), Some(format!("http://m.x.example//in/{}/?trk=a", id.to_uppercase()))),
        2 => (Some(id), None),
        3 => (None, Some(format!("x.example/in/{}#top", id.replace('-', "%2D")))),
        4 => (Some(format!(" {id} ")), Some(format!("HTTPS://X.EXAMPLE:443/in/{id}/index.html"))),
        _ => (Some(id), Some(String::new())),
    };
    record["id"] = id.map_or(Value::Null, Value::from);
    record["url"] = url.map_or(Value::Null, Value::from);
    record
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn snapshots_of_some_people_are_these_people(
        spellings in prop::collection::vec(prop::collection::vec(0_u8..6, 5), 1..12), shuffle: u64,
    ) {
        let mut weeks: Vec<Vec<Value>> = vec![Vec::new(); 5];
        for (person, spellings) in spellings.iter().enumerate() {
            for (week, &spelling) in spellings.iter().enumerate() {
                weeks[week].push(snapshot(person, week, spelling));
            }
        }
        for (week, records) in weeks.iter_mut().enumerate() {
            let n = records.len();
            records.rotate_left((shuffle >> (8 * week)) as usize % n);
        }
        let people = 0..spellings.len();
        let mut expected: Vec<String> = people.map(|person| skills(person, 1).remove(0)).collect();
        expected.sort();
        for files in [weeks.clone(), vec![weeks.concat()]] {
            let (mut found, report) = read(&files);
            found.sort();
            prop_assert_eq!(&found, &expected);
            prop_assert_eq!(report.records as usize, 5 * spellings.len());
            prop_assert_eq!(report.duplicates as usize, 4 * spellings.len());
        }
    }

    #[test]
    fn without_the_forgotten_the_others_are_read_as_if_there_were_no_more(
        spellings in prop::collection::vec(prop::collection::vec(0_u8..6, 3), 2..9), gone in 0_usize..9,
    ) {
        let gone = gone % spellings.len();
        let files = |with_gone: bool| -> Vec<Vec<Value>> {
            let is_there = |(person, _): &(usize, _)| with_gone || *person != gone;
            let people: Vec<_> = (0..).zip(&spellings).filter(is_there).collect();
            let snapshot = |week: usize| {
                people.iter().map(|(person, spellings)| snapshot(*person, week, spellings[week])).collect()
            };
            (0..3).map(snapshot).collect()
        };
        let (id, url) = (format!("person-{gone}"), format!("https://x.example/in/Person-{gone}?x"));
        // Every record has the id or the address, or a third one connects them.
        let (found, report) = read_without(&[&id, &url], &files(true));
        let (expected, without) = read(&files(false));
        prop_assert_eq!(found, expected);
        prop_assert_eq!(report.forgotten, 1);
        prop_assert_eq!(
            (report.records, report.people, report.duplicates, report.near_equal),
            (without.records, without.people, without.duplicates, without.near_equal)
        );
    }

    #[test]
    fn without_ids_and_addresses_the_content_counts(n in 1_usize..12, weeks in 2_usize..6) {
        let record = |person: usize, week: usize| {
            let mut listed = skills(person, n);
            listed.rotate_left(week % n);
            json!({ "skills": listed, "experience_months": 30 + week })
        };
        let files: Vec<Vec<Value>> =
            (0..weeks).map(|week| (0..7).map(|person| record(person, week)).collect()).collect();
        prop_assert_eq!(read(&files).1.people, 7);
    }
}
