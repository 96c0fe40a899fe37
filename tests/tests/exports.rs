//! From real exports to a model: formats, selection, skills from course titles.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tests::gemini::Gemini;
use tests::program::{RunOutput, site_gen, site_gen_with_env};
use tests::site::{read_profiles, sample};

/// The people of a sample as a Bright Data export: one JSON array.
fn bright_data(profiles: &[Value]) -> Value {
    let titles = |list: &Value| -> Vec<Value> {
        list.as_array().into_iter().flatten().map(|title| json!({ "title": title })).collect()
    };
    let record = |(number, profile): (usize, &Value)| {
        let fields = profile["degree_fields"].as_array().into_iter().flatten();
        json!({
            "id": format!("person-{number}"),
            "position": profile["position"],
            "current_company": { "name": if number % 2 == 0 { "Google" } else { "Example" } },
            "experience": profile["experience_months"].as_u64().map(|months| json!([
                {
                    "title": "Work",
                    "duration_short": format!("{} years {} months", months / 12, months % 12),
                }
            ])),
            "education":
                fields.map(|field| json!({ "title": "A school", "field": field })).collect::<Vec<Value>>(),
            "certifications": titles(&profile["certifications"]),
            "courses": titles(&profile["courses"]),
            "skills": profile["skills"],
        })
    };
    profiles.iter().enumerate().map(record).collect()
}

fn train(profiles: &Path, out: &Path, more: &[&str]) -> RunOutput {
    let args = ["train", "--json", "--profiles"].map(Path::new).into_iter();
    let args = args.chain([profiles, Path::new("--out"), out]).chain(more.iter().map(Path::new));
    site_gen(&args.collect::<Vec<&Path>>())
}

#[test]
fn an_export_trains_the_same_model_as_json_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    sample(600, 3, &at("people.jsonl"));
    let people = read_profiles(&at("people.jsonl"));
    fs::write(at("export.json"), bright_data(&people).to_string()).expect("written");
    let lines = train(&at("people.jsonl"), &at("a"), &[]).ok().json();
    let export = train(&at("export.json"), &at("b"), &[]).ok().json();
    assert_eq!(export["people"], 600);
    assert_eq!(export["rejected"], 0);
    for part in ["levels", "label_topics"] {
        assert_eq!(export[part], lines[part], "{part}");
    }
}

#[test]
fn selection_counts_the_people_that_each_rule_kept_and_dropped() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    sample(600, 3, &at("people.jsonl"));
    fs::write(at("export.json"), bright_data(&read_profiles(&at("people.jsonl"))).to_string())
        .expect("written");
    let all = train(&at("export.json"), &at("a"), &["--select", "successful-tech"]).ok().json();
    let rules = all["selection"]["rules"].as_array().expect("rules").clone();
    assert_eq!(rules[0], json!({ "rule": "companies", "kept": 300, "dropped": 300 }));
    assert_eq!(all["selection"]["kept"], all["people"]);
    let wider = train(&at("export.json"), &at("a"), &["--select", "successful-tech", "--select-substring"]);
    assert_eq!(wider.ok().json()["selection"]["rules"][0], rules[0]);

    fs::write(at("rules.toml"), "companies = [\"nobody\"]\n").expect("written");
    let rules = at("rules.toml").display().to_string();
    let nobody = train(&at("export.json"), &at("a"), &["--select", &rules]);
    assert_eq!(nobody.code, 1);
    assert!(nobody.stderr.contains("--select drops all of its 600 people"), "{}", nobody.stderr);
    let unknown = train(&at("export.json"), &at("a"), &["--select", "no-such-rule"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.stderr.contains("successful-tech"), "{}", unknown.stderr);
}

#[test]
fn inspect_counts_people_and_strings() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, html) = (folder.path().join("people.jsonl"), folder.path().join("report.html"));
    sample(200, 3, &file);
    let mut text = fs::read_to_string(&file).expect("profiles");
    text.push_str("{\"skills\": 3}\n");
    fs::write(&file, text).expect("written");
    let args = [Path::new("inspect"), &file, Path::new("--json"), Path::new("--html"), &html];
    let report = site_gen(&args).ok().json();
    let found = report.to_string();
    assert!(found.contains("200") && found.contains("\"rejected\""), "{found}");
    let page = fs::read_to_string(&html).expect("a page");
    assert!(page.contains("<svg") && !page.contains("<script"), "a page with pictures and without scripts");
}

#[test]
fn skills_are_found_in_course_titles() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    sample(400, 3, &at("people.jsonl"));
    let mut text = fs::read_to_string(at("people.jsonl")).expect("profiles");
    for number in 0..60 {
        let title = format!("Learning Git, Part {}", number % 30);
        let person = json!({
            "id": format!("learner-{number}"), "experience_months": 40,
            "degree_fields": ["Computer Science"], "like_name": [title],
        });
        text.push_str(&format!("{person}\n"));
    }
    fs::write(at("courses.jsonl"), text).expect("written");
    let offline = train(&at("courses.jsonl"), &at("a"), &["--naming", "offline"]).ok();
    assert_eq!(offline.json()["from_courses"], 60);

    let gemini = Gemini::start("0.2");
    let (secret, answers) = ("a-key-that-nobody-may-see", at("answers").display().to_string());
    let ask = || {
        let (profiles, out) = (at("courses.jsonl").display().to_string(), at("b").display().to_string());
        let args = ["train", "--json", "--profiles", &profiles, "--out", &out, "--naming", "gemini"];
        let service = ["--gemini-url", &gemini.url, "--answers", &answers];
        site_gen_with_env(&[("GEMINI_API_KEY", secret)], &[&args[..], &service[..]].concat()).ok()
    };
    let first = ask();
    assert_eq!(first.json()["from_courses"], 60);
    assert!(first.stderr.contains("30 asked") && !first.stderr.contains(" 0 calls"), "{}", first.stderr);
    let second = ask();
    assert!(second.stderr.contains(" 0 calls"), "{}", second.stderr);
    for ran in [&first, &second] {
        assert!(!ran.stderr.contains(secret) && !ran.stdout.contains(secret));
    }
}

/// The people of a sample in the format of the survey of 2024.
fn survey(profiles: &[Value]) -> String {
    let mut csv = "ResponseId,WorkExp,DevType,LanguageHaveWorkedWith,EdLevel\n".to_owned();
    let text = |value: &Value| value.as_str().unwrap_or("NA").replace('"', "\"\"");
    for (number, profile) in profiles.iter().enumerate() {
        let years = profile["experience_months"].as_u64().map(|months| (months / 12).to_string());
        let skills: Vec<String> = profile["skills"].as_array().into_iter().flatten().map(text).collect();
        csv.push_str(&format!(
            "{},{},\"{}\",\"{}\",NA\n",
            number + 1,
            years.as_deref().unwrap_or("NA"),
            text(&profile["position"]),
            skills.join(";")
        ));
    }
    csv
}

#[test]
fn a_survey_trains_a_model() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    sample(900, 3, &at("people.jsonl"));
    fs::write(at("survey_results_public.csv"), survey(&read_profiles(&at("people.jsonl")))).expect("written");
    let summary = train(&at("survey_results_public.csv"), &at("a"), &[]).ok().json();
    // With few columns of them, two people may be nearly equal.
    let people = summary["people"].as_u64().zip(summary["near_equal"].as_u64()).map(|(n, equal)| n + equal);
    assert_eq!((people, &summary["rejected"]), (Some(900), &json!(0)));
    assert!(summary["label_topics"]["skills"]["labels"].as_u64() > Some(50), "{summary}");
    let args = [Path::new("inspect"), &at("survey_results_public.csv"), Path::new("--json")];
    assert!(site_gen(&args).ok().stdout.contains("stack-overflow"));
}

/// `recommend --profile`, as one JSON object.
fn recommended(model: &Path, profile: &Path) -> Value {
    let args = ["recommend", "--json", "--as-of", "2026-01", "--model"].map(Path::new).into_iter();
    let args: Vec<&Path> = args.chain([model, Path::new("--profile"), profile]).collect();
    let mut lines = site_gen(&args).ok().json_lines();
    assert_eq!(lines.len(), 1);
    lines.remove(0)
}

#[test]
fn one_person_is_read_from_a_linkedin_export_or_a_json_resume() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    sample(900, 3, &at("people.jsonl"));
    train(&at("people.jsonl"), &at("model"), &[]).ok();

    // Five years and two: a junior with Python.
    let files = [
        ("Profile.csv", "First Name,Last Name,Headline\nKim,Sample,Data Engineer\n"),
        (
            "Positions.csv",
            "Company Name,Title,Started On,Finished On\nB,Data Engineer,Jan 2021,\nA,Clerk,2018,Dec 2019\n",
        ),
        ("Education.csv", "School Name,Degree Name\nS,\"Bachelor of Science - BS, Computer Science\"\n"),
        ("Skills.csv", "Name\nPython (Programming Language)\n"),
    ];
    fs::create_dir(at("export")).expect("a folder");
    let mut zip = Command::new("python3");
    zip.args(["-m", "zipfile", "-c"]).arg(at("export.zip"));
    for (name, text) in files {
        fs::write(at("export").join(name), text).expect("written");
        zip.arg(at("export").join(name));
    }
    assert!(zip.status().expect("Python").success());
    let resume = json!({
        "basics": { "name": "Kim Sample", "label": "Data Engineer" },
        "work": [
            { "name": "B", "position": "Data Engineer", "startDate": "2021-01" },
            { "name": "A", "position": "Clerk", "startDate": "2018-01", "endDate": "2019-12" },
        ],
        "education": [{ "institution": "S", "area": "Computer Science", "studyType": "Bachelor" }],
        "skills": [{ "name": "Python (Programming Language)" }],
    });
    fs::write(at("resume.json"), resume.to_string()).expect("written");
    let line = json!({
        "position": "Data Engineer", "experience_months": 24 + 61, "degree_fields": ["Computer Science"],
        "skills": ["Python (Programming Language)"],
    });
    fs::write(at("line.jsonl"), format!("{line}\n")).expect("written");

    let expected = recommended(&at("model"), &at("line.jsonl"));
    for name in ["export", "export.zip", "resume.json"] {
        let found = recommended(&at("model"), &at(name));
        for part in ["level", "roadmap", "recommended_skills", "cluster_skills", "courses", "certifications"]
        {
            assert_eq!(found[part], expected[part], "{name}: {part}");
        }
        assert!(!found.to_string().contains("Kim"), "no name goes further");
    }
    assert_eq!(expected["level"], "junior");
}
