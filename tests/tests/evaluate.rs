//! `site-gen evaluate`: better than popularity on people not seen, the same twice, and nobody named.

use std::fs;
use std::path::Path;

use testsuite::program::{Ran, site_gen};
use testsuite::site::{read_profiles, sample};

fn evaluate(profiles: &Path, more: &[&str]) -> Ran {
    let args = ["evaluate", "--profiles"].map(Path::new).into_iter().chain([profiles]);
    site_gen(&args.chain(more.iter().map(Path::new)).collect::<Vec<&Path>>())
}

#[test]
fn recommendations_beat_popularity_on_people_not_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, dir) = (folder.path().join("people.jsonl"), folder.path().join("report"));
    sample(1_200, 7, &file);
    let ran = evaluate(&file, &["--json", "--report", dir.to_str().expect("UTF-8")]).ok();
    let report = ran.json();
    assert_eq!(report["learned"], 960);
    let low = |name: &str| {
        let methods = report["methods"].as_array().expect("methods");
        let method = methods.iter().find(|method| method["name"] == name).expect("the method");
        method["recall_5_ratio"]["low"].as_f64().expect("a number")
    };
    assert!(low("Our page") > 1.0 && low("Ranked for the person") > 1.0, "{report}");
    assert!(report["stability"].as_array().is_some_and(|pages| !pages.is_empty()));
    assert_eq!(report["ablation"].as_array().map(Vec::len), Some(5));

    assert_eq!(evaluate(&file, &["--json"]).ok().stdout, ran.stdout, "the same twice");
    assert_ne!(evaluate(&file, &["--json", "--split", "time"]).ok().stdout, ran.stdout);
    let text = evaluate(&file, &[]).ok().stdout;
    assert!(text.contains("Ranked for the person") && text.contains("95% interval"), "{text}");

    let page = fs::read_to_string(dir.join("evaluation.html")).expect("a page");
    assert!(page.contains("<svg") && !page.contains("<script"), "pictures, and nothing that acts");
    let people = read_profiles(&file);
    for url in people.iter().filter_map(|person| person["url"].as_str()) {
        assert!(!page.contains(url) && !ran.stdout.contains(url));
    }
}

#[test]
fn too_few_people_to_ask_is_a_clear_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.jsonl");
    fs::write(&file, "{\"experience_months\": 12, \"skills\": [\"Git\"]}\n".repeat(20)).expect("written");
    let ran = evaluate(&file, &[]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.stderr.contains("nobody can be asked") && ran.stderr.contains("five skills"),
        "{}",
        ran.stderr
    );
}
