//! Events with folders as stores: releases, unchanged files, and answers.

#[path = "folders/test_folder.rs"]
mod test_folder;

use artifact_store::pointer::{Claim, Pointer};
use artifact_store::{ArtifactStore, Put, layout};
use serde_json::{Value, json};

use test_folder::TestFolder;

/// More seconds than a refresh needs.
const PLENTY: u64 = 900;

fn outcome(line: &Value) -> &str {
    line["outcome"].as_str().expect("an outcome")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_profiles_are_published_once() {
    let folder = TestFolder::of_people(400, 1);
    let first = folder.send(&json!({}), PLENTY).await.expect("published");
    assert_eq!(outcome(&first), "published");
    assert_eq!((&first["trigger"], &first["people"]), (&json!("schedule"), &json!(400)));
    assert!(first["pages_written"].as_u64() > Some(10), "{first}");
    assert_eq!(first["live_release"], first["release"]);
    assert!(folder.releases().join("site/index.html").is_file());

    let before = folder.everything();
    let s3 = json!({ "Records": [{ "eventSource": "aws:s3", "s3": { "object": { "key": "needle" } } }] });
    let again = folder.send(&s3, PLENTY).await.expect("unchanged");
    assert_eq!((outcome(&again), &again["trigger"]), ("unchanged", &json!("s3")));
    assert_eq!((&again["pages_written"], &again["release"]), (&json!(0), &first["release"]));
    assert_eq!(again["data_sha256"], first["data_sha256"]);
    assert!(!again.to_string().contains("needle"));
    assert_eq!(folder.everything(), before, "nothing was written");

    // Another seed gives other inputs, so the refresh is not skipped.
    let other = folder.with("REFRESH_SEED", "2").send(&json!({}), PLENTY).await;
    assert!(other.is_err() || outcome(&other.expect("an answer")) == "published");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_release_is_a_failure_and_a_reason_overrides_it() {
    let folder = TestFolder::of_people(400, 1);
    let first = folder.send(&json!({}), PLENTY).await.expect("published");
    folder.write_people(40, 1);
    let before = folder.everything();
    let refused = folder.send(&json!({}), PLENTY).await.expect_err("no roadmap is left");
    assert_eq!(refused.kind, "Refused");
    assert!(refused.message.contains("no roadmap is left"), "{refused:?}");
    assert_eq!(folder.everything(), before, "nothing was written");

    let forced = json!({ "action": "refresh", "force": "only forty, as agreed" });
    let forced = folder.send(&forced, PLENTY).await.expect("published");
    assert_eq!((outcome(&forced), &forced["forced"]), ("published", &json!(true)));
    assert_ne!(forced["release"], first["release"]);
    assert!(!forced.to_string().contains("as agreed"), "the reason is in the release, not in the log");
    let manifest =
        folder.read(&format!("releases/{}/release.json", forced["release"].as_str().expect("an id")));
    assert_eq!(manifest["forced"], "only forty, as agreed");
}

#[tokio::test(flavor = "multi_thread")]
async fn too_little_time_writes_nothing_and_the_error_names_alternatives() {
    let folder = TestFolder::of_people(400, 1).with("REFRESH_SEARCH", "thorough");
    for seconds in [0, 60, 61] {
        let failure = folder.send(&json!({}), seconds).await.expect_err("too little time");
        assert_eq!(failure.kind, "OutOfTime", "{failure:?}");
        for part in [
            "site-gen refresh --profiles",
            "--search thorough",
            "REFRESH_SEARCH=source",
            "memory",
            "60 s are reserved",
        ] {
            assert!(failure.message.contains(part), "{part}: {}", failure.message);
        }
        assert!(!folder.releases().exists(), "nothing was written");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_reads_only_the_pointer() {
    let folder = TestFolder::of_people(400, 1);
    let none = folder.send(&json!({ "action": "report" }), 3).await.expect("no release yet");
    assert_eq!(outcome(&none), "reported");
    assert!(none.get("model_age_seconds").is_none());
    folder.send(&json!({}), PLENTY).await.expect("published");
    for other in ["releases", "site"] {
        std::fs::remove_dir_all(folder.releases().join(other)).expect("it was there");
    }
    std::fs::remove_dir_all(folder.profiles()).expect("it was there");
    let report = folder.send(&json!({ "action": "report" }), 3).await.expect("an age");
    assert!(report["model_age_seconds"].as_u64() < Some(600), "{report}");
    std::fs::write(folder.releases().join("current.json"), "{").expect("written");
    let failure = folder.send(&json!({ "action": "report" }), 3).await.expect_err("no pointer");
    assert!(failure.message.contains("not a pointer"), "{failure:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_running_publish_is_not_a_failure() {
    let folder = TestFolder::of_people(400, 1);
    let store = ArtifactStore::open(folder.releases().to_str().expect("UTF-8")).await.expect("a folder");
    let release: artifact_store::ReleaseId = "0123456789abcdef".parse().expect("an id");
    let theirs = release.clone();
    let other = tokio::spawn(async move {
        for beat in 0.. {
            let claim = Claim { release: theirs.clone(), holder: "other".to_owned(), beat };
            let pointer = Pointer { claim: Some(claim), ..Pointer::default() };
            let bytes = serde_json::to_vec(&pointer).expect("JSON");
            store.put(&layout::pointer(), Put::private(&bytes, "application/json")).await.expect("written");
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    });
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    let overtaken = folder.send(&json!({}), PLENTY).await.expect("no failure");
    other.abort();
    assert_eq!((outcome(&overtaken), &overtaken["overtaken_by"]), ("overtaken", &json!(release.as_str())));
    assert!(!folder.releases().join("site").exists(), "nothing was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn old_releases_are_deleted_after_a_publish() {
    let folder = TestFolder::of_people(400, 1).with("REFRESH_KEEP", "1").with("REFRESH_FEATURES", "seed");
    let forced = json!({ "action": "refresh", "force": "each is published" });
    let mut releases = Vec::new();
    for people in [400, 401, 402] {
        folder.write_people(people, 1);
        let line = folder.send(&forced, PLENTY).await.expect("published");
        releases.push(line["release"].as_str().expect("an id").to_owned());
        assert_eq!(line["pruned_releases"], u64::from(people == 402), "{line}");
    }
    // 0 deletes none.
    folder.write_people(403, 1);
    let folder = folder.with("REFRESH_KEEP", "0");
    let line = folder.send(&forced, PLENTY).await.expect("published");
    assert!(line.get("pruned_releases").is_none(), "{line}");
    let kept =
        |release: &String| folder.releases().join("releases").join(release).join("release.json").exists();
    let kept: Vec<bool> = releases.iter().map(kept).collect();
    assert_eq!(kept, [false, true, true], "the one before the live one is the target of a rollback");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_settings_and_missing_profiles_are_reported_in_the_answer() {
    let folder = TestFolder::of_people(400, 1).with("REFRESH_SEED", "needle");
    let failure = folder.send(&json!({}), PLENTY).await.expect_err("a wrong seed");
    assert_eq!(failure.kind, "Settings");
    assert!(failure.message.contains("REFRESH_SEED: a whole number"), "{failure:?}");
    let test = json!({ "Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "needle" });
    assert_eq!(outcome(&folder.send(&test, PLENTY).await.expect("nothing to do")), "ignored");
    let unknown = folder.send(&json!({ "action": "needle" }), PLENTY).await.expect_err("no such action");
    assert_eq!(unknown.kind, "Event");

    let folder = TestFolder::of_people(400, 1);
    std::fs::remove_dir_all(folder.profiles()).expect("it was there");
    let failure = folder.send(&json!({}), PLENTY).await.expect_err("no profiles");
    assert_eq!(failure.kind, "Refresh");
    assert!(failure.message.contains("profiles"), "{failure:?}");
}
