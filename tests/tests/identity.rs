//! A person is one person: snapshots, other spellings and other ids change no figure, and leave no trace.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use serde_json::{Value, json};
use tests::program::site_gen;
use tests::site::{Site, read_profiles, sample};

fn write(path: &Path, people: &[Value]) {
    let mut file = fs::File::create(path).expect("a file");
    for person in people {
        writeln!(file, "{person}").expect("written");
    }
}

fn run(args: &[&str], paths: &[&Path]) -> tests::program::RunOutput {
    let args = args.iter().map(Path::new).chain(paths.iter().copied());
    site_gen(&args.collect::<Vec<&Path>>()).ok()
}

#[test]
fn five_copies_evaluate_like_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    sample(400, 7, &at("once.jsonl"));
    let once = fs::read(at("once.jsonl")).expect("people");
    fs::write(at("five.jsonl"), once.repeat(5)).expect("written");
    let evaluate = |name: &str| run(&["evaluate", "--json", "--profiles"], &[&at(name)]).json();
    assert_eq!(evaluate("once.jsonl"), evaluate("five.jsonl"));
    let inspected = run(&["inspect"], &[&at("five.jsonl")]).stdout;
    assert!(inspected.contains("2,000 records of 400 people"), "{inspected}");
}

#[test]
fn weekly_snapshots_are_the_people_of_the_last_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    sample(500, 7, &at("people.jsonl"));
    let people = read_profiles(&at("people.jsonl"));
    let snapshot = |week: usize| -> Vec<Value> {
        let mut people = people.clone();
        for person in &mut people {
            if let Some(months) = person["experience_months"].as_u64() {
                person["experience_months"] = json!(months.saturating_sub(4 - week as u64));
            }
            if let Some(url) = person["url"].as_str().map(str::to_owned) {
                person["url"] = json!(match week {
                    0 => url.replacen("https://", "http://www.", 1),
                    1 => format!("{url}/?trk=people#about"),
                    2 => url.to_uppercase(),
                    _ => url,
                });
            }
        }
        people.rotate_left(100 * (4 - week));
        people
    };
    for week in 0..5 {
        write(&at(&format!("week-{week}.jsonl")), &snapshot(week));
    }
    let weeks = at("week-*.jsonl");
    let train = |from: &Path, to: &str| {
        run(&["train", "--features", "seed", "--json", "--out"], &[&at(to), Path::new("--profiles"), from])
            .json()
    };
    let (one, five) = (train(&at("people.jsonl"), "one"), train(&weeks, "five"));
    assert_eq!((&five["records"], &five["people"]), (&json!(2_500), &json!(500)));
    assert_eq!(five["duplicates"], json!(2_000));
    assert_eq!((&one["levels"], &one["label_topics"]), (&five["levels"], &five["label_topics"]));
    let inspected = run(&["inspect"], &[&weeks]).stdout;
    assert!(inspected.contains("week-0.jsonl (jsonl): 500 profiles"), "{inspected}");
    assert!(inspected.contains("all files: 2,500 records of 500 people (2,000 duplicates, 0 near-equal)"));
}

#[test]
fn a_person_given_twelve_times_leaves_no_trace() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.jsonl");
    sample(600, 1, &file);
    let mut people = read_profiles(&file);
    // Twelve records under one id, and a long list under twelve ids.
    let own: Vec<String> = (0..10).map(|item| format!("Qvxherder Practice {item}")).collect();
    for copy in 0..12 {
        people.insert(
            copy * 40,
            json!({
                "id": "qvx-herder", "url": "https://profiles.example/qvx-herder", "experience_months": 60,
                "certifications": ["Qvxherding Badge"], "skills": ["Python", "SQL", "Qvxherding"],
            }),
        );
        people.insert(
            copy * 40 + 7,
            json!({
                "id": format!("other-{copy}"), "url": format!("https://profiles.example/other-{copy}"),
                "experience_months": 60 + copy, "skills": own, "courses": ["Qvxherder Course"],
            }),
        );
    }
    write(&file, &people);
    let site = Site::of_file(&file);
    assert_eq!((&site.summary["records"], &site.summary["people"]), (&json!(624), &json!(602)));
    assert_eq!((&site.summary["duplicates"], &site.summary["near_equal"]), (&json!(11), &json!(11)));
    let has_trace = |path: &Path| {
        let bytes = fs::read(path).expect("a file").to_ascii_lowercase();
        bytes.windows(5).any(|window| window == b"qvxhe")
    };
    assert!(has_trace(&file));
    let mut folders = vec![site.pages(), site.model()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                assert!(!has_trace(&path), "{}", path.display());
            }
        }
    }
}
