//! Forgetting people as an operator does it, with the real program.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tests::program::{RunOutput, site_gen};
use tests::site::{read_profiles, sample};

const RARE: &str = "qvxherding";

/// The files below a folder with a text, in any case.
fn files_with(folder: &Path, text: &str) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).expect("a file").to_ascii_lowercase();
                if bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
                    found.push(path);
                }
            }
        }
    }
    found
}

fn run(folder: &Path, args: &[&str]) -> RunOutput {
    let at = |name: &str| folder.join(name).display().to_string();
    let (profiles, to) = (at("people.jsonl"), at("public"));
    let fixed = ["refresh", "--features", "seed", "--profiles", &profiles, "--to", &to];
    site_gen(&[&fixed, args].concat())
}

#[test]
fn forgotten_people_are_gone_for_good_and_are_never_printed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (profiles, public) = (folder.path().join("people.jsonl"), folder.path().join("public"));
    sample(400, 7, &profiles);
    let mut people = read_profiles(&profiles);
    // Six people of one level have the rare skill.
    let with_months = people.iter_mut().filter(|person| person["experience_months"].as_u64().is_some());
    for (n, person) in with_months.take(6).enumerate() {
        person["experience_months"] = json!(60);
        person["id"] = json!(format!("Qvmira-{n}"));
        person["url"] = json!(format!("https://www.profiles.example/in/qvpage-of-{n}"));
        person["skills"].as_array_mut().expect("skills").push(json!("Qvxherding"));
    }
    let write = |people: &[Value]| {
        let mut file = fs::File::create(&profiles).expect("a file");
        people.iter().for_each(|person| writeln!(file, "{person}").expect("written"));
    };
    write(&people);
    run(folder.path(), &[]).ok();
    let first = fs::read_dir(public.join("releases")).expect("releases").next().expect("one").expect("one");
    let first = first.file_name().into_string().expect("hexadecimal");
    assert!(files_with(&public.join("site"), RARE).len() > 2, "the skill is published");

    // A mistyped path is an error, and no error repeats a value.
    let mistyped = run(folder.path(), &["--forget", "qvmira-needle.txt"]);
    assert!(mistyped.code != 0 && !mistyped.stderr.contains("needle"), "{}", mistyped.stderr);
    assert!(!public.join("forgotten.json").exists());

    let list = folder.path().join("forget.txt");
    fs::write(&list, "http://m.profiles.example/in/QVPAGE-OF-1/?trk=x\n").expect("written");
    let list = list.to_str().expect("UTF-8");
    let forgotten = run(folder.path(), &["--forget", "qvmira-0,qvnobody-at-all", "--forget", list]).ok();
    assert!(forgotten.stdout.contains("3 ids to forget (3 new), 2 people found"), "{}", forgotten.stdout);
    for text in ["qvmira", "qvnobody", "qvpage-of"] {
        let output = format!("{}{}", forgotten.stdout, forgotten.stderr).to_lowercase();
        assert!(!output.contains(text), "{output}");
        assert_eq!(files_with(&public, text), Vec::<PathBuf>::new(), "{text}");
    }
    assert_eq!(files_with(&public, RARE), Vec::<PathBuf>::new());

    let again = run(folder.path(), &[]).ok();
    assert!(again.stdout.contains("nothing to do"), "{}", again.stdout);
    people.truncate(398);
    write(&people);
    run(folder.path(), &["--force", "a test"]).ok();
    assert_eq!(files_with(&public, RARE), Vec::<PathBuf>::new(), "without --forget, too");

    let at = public.display().to_string();
    let back = site_gen(&["rollback", "--at", &at, "--release", &first]);
    assert!(back.code != 0 && back.stderr.contains("would bring them back"), "{}", back.stderr);
    fs::write(public.join("forgotten.json"), "{").expect("written");
    let damaged = run(folder.path(), &["--force", "a test"]);
    assert!(damaged.code != 0 && damaged.stderr.contains("forgotten.json"), "{}", damaged.stderr);
}
