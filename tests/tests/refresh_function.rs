//! The real scheduled refresh: events, releases, and one line per event.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tests::http_client::send_bytes;
use tests::moto::Moto;
use tests::program::site_gen_with_env;
use tests::refresh_function::RefreshFunction;
use tests::site::{read_profiles, sample};

/// Lambda's longest time limit.
const LIMIT: u64 = 900;

fn s3_event() -> Value {
    json!({ "Records": [{
        "eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
        "s3": { "bucket": { "name": "needle-bucket" }, "object": { "key": "needle/../key.jsonl", "size": 1 } }
    }] })
}

/// Every file below a folder, with its bytes.
fn all_files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.clone(), fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

/// One line of JSON per event, each with metrics for CloudWatch.
fn lines(stdout: &str, events: usize) -> Vec<Value> {
    let lines: Vec<Value> = stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("not JSON: {line}")))
        .collect();
    assert_eq!(lines.len(), events, "{stdout}");
    for line in &lines {
        for metric in line["_aws"]["CloudWatchMetrics"][0]["Metrics"].as_array().expect("metrics") {
            assert!(line[metric["Name"].as_str().expect("a name")].is_u64(), "{metric}: {line}");
        }
        assert_eq!(line["Function"], "refresh");
    }
    lines
}

/// The output has no text of any person, and nothing of an event.
fn assert_no_personal_data(profiles: &Path, output: &str) {
    let mut texts: Vec<String> = vec!["needle".to_owned()];
    for profile in read_profiles(profiles) {
        for value in profile.as_object().expect("a profile").values() {
            let of_list = value.as_array().into_iter().flatten().filter_map(Value::as_str);
            texts.extend(of_list.chain(value.as_str()).filter(|text| text.len() > 8).map(str::to_owned));
        }
    }
    assert!(texts.len() > 100, "there are texts to search for");
    texts.sort();
    texts.dedup();
    for text in &texts {
        assert!(!output.contains(text), "`{text}` in {output}");
    }
}

#[test]
fn events_publish_once_and_each_has_a_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let (profiles, releases) = (folder.path().join("people.jsonl"), folder.path().join("public"));
    sample(2_000, 1, &profiles);
    let function = RefreshFunction::start(&[
        ("PROFILES_URI", profiles.to_str().expect("UTF-8")),
        ("RELEASES_URI", releases.to_str().expect("UTF-8")),
        ("SITE_BASE_URL", "https://roadmap.example"),
    ]);

    // No time left at the start.
    let slow = function.send(json!({}), 61).expect_err("too little time");
    assert_eq!(slow["errorType"], "OutOfTime");
    let message = slow["errorMessage"].as_str().expect("a message");
    for part in ["nothing was written", "site-gen refresh --profiles", "REFRESH_SEARCH=source", "memory"] {
        assert!(message.contains(part), "{part}: {message}");
    }
    assert!(!releases.exists(), "nothing was written");

    let published = function.send(json!({ "source": "aws.scheduler" }), LIMIT).expect("published");
    assert_eq!((&published["outcome"], &published["trigger"]), (&json!("published"), &json!("schedule")));
    let pages = published["pages_written"].as_u64().expect("a number");
    assert!(pages > 30, "{published}");
    let sitemap = fs::read_to_string(releases.join("site/sitemap.xml")).expect("a sitemap");
    assert!(sitemap.contains("https://roadmap.example/"));

    let before = all_files(&releases);
    let again = function.send(json!({}), LIMIT).expect("unchanged");
    assert_eq!((&again["outcome"], &again["pages_written"]), (&json!("unchanged"), &json!(0)));
    let by_s3 = function.send(s3_event(), LIMIT).expect("unchanged");
    assert_eq!((&by_s3["outcome"], &by_s3["trigger"]), (&json!("unchanged"), &json!("s3")));

    // An incomplete upload must not change the site.
    let whole = fs::read(&profiles).expect("profiles");
    let few: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').take(50).collect();
    let few = [few.concat(), b"{\"skills\": [\"needle\n".to_vec()].concat();
    fs::write(&profiles, few).expect("written");
    let refused = function.send(s3_event(), LIMIT).expect_err("refused");
    assert_eq!(refused["errorType"], "Refused");
    let message = refused["errorMessage"].as_str().expect("a message");
    assert!(message.contains("no roadmap is left"), "{message}");
    assert_eq!(all_files(&releases), before, "the live release is unchanged, and nothing else was written");

    let report = function.send(json!({ "action": "report" }), 3).expect("an age");
    assert_eq!(report["live_release"], published["release"]);
    let unknown = function.send(json!({ "action": "needle" }), LIMIT).expect_err("no such action");
    assert_eq!(unknown["errorType"], "Event");

    let (stdout, stderr) = function.stop();
    let lines = lines(&stdout, 7);
    let outcomes: Vec<&str> = lines.iter().filter_map(|line| line["outcome"].as_str()).collect();
    assert_eq!(outcomes, ["failed", "published", "unchanged", "unchanged", "refused", "reported", "failed"]);
    let failed: Vec<bool> = lines.iter().map(|line| line["RefreshFailed"] == 1).collect();
    assert_eq!(failed, [true, false, false, false, true, false, true]);
    assert_eq!(lines[1]["PagesWritten"], pages);
    assert_eq!(lines[1]["PeopleLearnedFrom"], 2_000);
    assert!(lines[4]["against"].to_string().contains("no roadmap is left"), "{}", lines[4]);
    assert!(lines[4]["judgement_before"]["recall"].is_array(), "the comparison: {}", lines[4]);
    assert!(
        lines[4]["ModelAgeSeconds"].is_u64(),
        "the age of the live model, whatever came of it: {}",
        lines[4]
    );
    fs::write(&profiles, whole).expect("written");
    assert_no_personal_data(&profiles, &(stdout + &stderr));
}

#[test]
fn wrong_settings_do_not_end_the_process() {
    let function = RefreshFunction::start(&[("PROFILES_URI", "/in"), ("REFRESH_SEED", "needle")]);
    for _ in 0..2 {
        let wrong = function.send(json!({}), LIMIT).expect_err("wrong settings");
        assert_eq!(wrong["errorType"], "Settings");
        let message = wrong["errorMessage"].as_str().expect("a message");
        assert!(
            message.contains("RELEASES_URI: ") && message.contains("REFRESH_SEED: a whole number"),
            "{message}"
        );
        assert!(!message.contains("needle"), "{message}");
    }
    let (stdout, _) = function.stop();
    assert_eq!(lines(&stdout, 2)[1]["RefreshFailed"], 1);
}

#[test]
fn profiles_and_releases_in_buckets() {
    let Some(program) = Moto::program() else {
        eprintln!("skipped: buckets; MOTO_SERVER names no moto_server");
        return;
    };
    let moto = Moto::start(program.as_os_str());
    ["people", "site"].iter().for_each(|bucket| moto.create_bucket(bucket));
    let folder = tempfile::tempdir().expect("a folder");
    let put = |people: u32, seed: u32, key: &str| {
        let path = folder.path().join("people.jsonl");
        sample(people, seed, &path);
        let bytes = fs::read(path).expect("profiles");
        assert_eq!(send_bytes(moto.url(), "PUT", &format!("/people/in/{key}"), &[], &bytes).status, 200);
    };
    put(400, 1, "2026/a.jsonl");
    let aws = [
        ("AWS_ENDPOINT_URL_S3", moto.url()),
        ("AWS_ACCESS_KEY_ID", "testing"),
        ("AWS_SECRET_ACCESS_KEY", "testing"),
        ("AWS_REGION", "us-east-1"),
    ];
    let own = [
        ("PROFILES_URI", "s3://people/in/"),
        ("RELEASES_URI", "s3://site/prod"),
        ("REFRESH_SEARCH", "source"),
    ];
    let function = RefreshFunction::start(&[aws.as_slice(), &own].concat());

    let published = function.send(s3_event(), LIMIT).expect("published");
    assert_eq!((&published["outcome"], &published["people"]), (&json!("published"), &json!(400)));
    let page = moto.send("GET", "/site/prod/site/index.html", &[], "");
    assert_eq!((page.status, page.header("content-type").trim()), (200, "text/html; charset=utf-8"));
    let again = function.send(json!({}), LIMIT).expect("unchanged");
    assert_eq!((&again["outcome"], &again["pages_written"]), (&json!("unchanged"), &json!(0)));

    // The command in an error makes the same release as the function.
    let args = [
        "refresh",
        "--profiles",
        "s3://people/in/",
        "--to",
        "s3://site/prod",
        "--search",
        "source",
        "--json",
    ];
    let by_hand = site_gen_with_env(&aws, &args).ok().json();
    assert_eq!((&by_hand["outcome"], &by_hand["release"]), (&json!("unchanged"), &published["release"]));

    put(60, 2, "2026/b.jsonl");
    let more = json!({ "action": "refresh", "force": "sixty more" });
    let more = function.send(more, LIMIT).expect("published");
    assert_eq!((&more["outcome"], &more["people"]), (&json!("published"), &json!(460)));
    assert_ne!(more["release"], published["release"]);

    let (stdout, stderr) = function.stop();
    lines(&stdout, 3);
    assert_no_personal_data(&folder.path().join("people.jsonl"), &(stdout + &stderr));
}
