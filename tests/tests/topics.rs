//! Topics: named by Gemini, kept across refits, written for review and read back.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tests::gemini::Gemini;
use tests::program::{RunOutput, site_gen, site_gen_with_env};
use tests::site::sample;

const KEY: &str = "a-key-that-nobody-may-see";

/// The rows of a file of topics: string → topic.
fn topics(dir: &Path, file: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(dir.join(file)).expect("written");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("topic,string,people"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.rsplitn(3, ',').collect();
        (cells[1].to_owned(), cells[2].to_owned())
    };
    lines.map(row).collect()
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a folder of UTF-8")
}

#[test]
fn gemini_names_every_topic_with_failures_and_answers_are_cached() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    sample(2_000, 3, &at("people.jsonl"));
    let gemini = Gemini::start("0.2");
    let train = |out: &str| -> RunOutput {
        let (profiles, out, answers) = (at("people.jsonl"), at(out), at("answers"));
        let args = ["train", "--profiles", text(&profiles), "--out", text(&out), "--naming", "gemini"];
        let service = ["--gemini-url", &gemini.url, "--answers", text(&answers)];
        site_gen_with_env(&[("GEMINI_API_KEY", KEY)], &[&args[..], &service[..]].concat()).ok()
    };
    let (first, second) = (train("a"), train("b"));
    let lines = |ran: &RunOutput| -> Vec<String> {
        ran.stderr.lines().filter(|line| line.contains(" asked, ")).map(str::to_owned).collect()
    };
    for (kind, line) in ["skill", "degree field"].iter().zip(lines(&first)) {
        assert!(line.contains(&format!("names of {kind} topics")), "{line}");
        assert!(!line.contains(" 0 asked") && line.ends_with(" 0 left offline"), "{line}");
    }
    assert_eq!(lines(&first).len(), 2);
    assert!(lines(&second).iter().all(|line| line.contains(" 0 calls")), "{}", second.stderr);
    assert_eq!(fs::read(at("a/model.bin")).expect("a model"), fs::read(at("b/model.bin")).expect("a model"));
    let mut written = [first.stdout, first.stderr, second.stdout, second.stderr].concat().into_bytes();
    for dir in ["a", "answers"] {
        for entry in fs::read_dir(at(dir)).expect("a folder") {
            written.extend(fs::read(entry.expect("an entry").path()).expect("a file"));
        }
    }
    assert!(!written.windows(KEY.len()).any(|window| window == KEY.as_bytes()), "the key is nowhere");
}

#[test]
fn edited_topics_are_used() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    sample(600, 3, &at("people.jsonl"));
    let people = at("people.jsonl");
    let run = |more: &[&str]| -> RunOutput {
        let args = [more[0], "--naming", "offline", "--profiles", text(&people)];
        let args: Vec<&Path> = args.iter().chain(&more[1..]).map(Path::new).collect();
        site_gen(&args)
    };
    run(&["topics", "--out", text(&at("topics"))]).ok();
    let before = topics(&at("topics"), "skills.csv");
    let (string, topic) = before.iter().find(|(_, topic)| !topic.is_empty()).expect("a string with a topic");

    // One string moves to a new topic; the others are unchanged.
    let file = at("topics/skills.csv");
    let edited = fs::read_to_string(&file)
        .expect("written")
        .replace(&format!("{topic},{string},"), &format!("Made By Hand,{string},"));
    fs::write(&file, edited).expect("written");
    run(&["topics", "--topics", text(&at("topics")), "--out", text(&at("again"))]).ok();
    let mut expected = before.clone();
    expected.insert(string.clone(), "Made By Hand".to_owned());
    expected.retain(|_, topic| !topic.is_empty());
    let mut after = topics(&at("again"), "skills.csv");
    after.retain(|string, _| expected.contains_key(string));
    assert_eq!(after, expected);

    // Names given by hand are kept in a refit without the file.
    run(&["train", "--topics", text(&at("topics")), "--out", text(&at("model"))]).ok();
    run(&["topics", "--names-from", text(&at("model")), "--out", text(&at("refit"))]).ok();
    let refit = topics(&at("refit"), "skills.csv");
    let kept = refit.iter().filter(|(string, topic)| before.get(*string) == Some(topic)).count();
    assert!(kept * 10 > refit.len() * 9, "{kept} of {}", refit.len());

    fs::write(&file, "topic,string\nA,Python\nB,python\n").expect("written");
    let wrong = run(&["train", "--topics", text(&at("topics")), "--out", text(&at("model"))]);
    assert_eq!(wrong.code, 1);
    assert!(wrong.stderr.contains("skills.csv:3:"), "{}", wrong.stderr);
}
