//! The program's contract: outputs, failures, reproducibility.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tests::program::{RunOutput, site_gen, site_gen_with_threads};
use tests::site::{Site, read_profiles, sample};

fn train(profiles: &Path, out: &Path, more: &[&str]) -> RunOutput {
    let args = ["train", "--profiles"].map(Path::new).into_iter().chain([profiles, Path::new("--out"), out]);
    site_gen(&args.chain(more.iter().map(Path::new)).collect::<Vec<&Path>>())
}

#[test]
fn wrong_usage_is_2_and_help_has_examples() {
    for args in
        [vec!["train"], vec!["fly"], vec!["train", "--clusters", "one"], vec!["demo", "--port", "99999"]]
    {
        assert_eq!(site_gen(&args).code, 2, "{args:?}");
    }
    let help = site_gen(&["--help"]).ok();
    for word in ["demo", "sample", "train", "render", "recommend", "serve", "Examples:", "Exit codes"] {
        assert!(help.stdout.contains(word), "{word}");
    }
}

#[test]
fn an_unreadable_file_is_one_clear_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let (empty, out) = (folder.path().join("empty.jsonl"), folder.path().join("model"));
    fs::write(&empty, "\n\n").expect("written");
    let missing = folder.path().join("missing.jsonl");
    for (path, says) in
        [(&empty, "no profiles"), (&missing, "no such file"), (&folder.path().to_owned(), "a folder")]
    {
        let ran = train(path, &out, &[]);
        assert_eq!(ran.code, 1, "{says}");
        let errors: Vec<&str> = ran.stderr.lines().collect();
        assert_eq!(errors.len(), 1, "{}", ran.stderr);
        assert!(errors[0].starts_with("error: ") && errors[0].contains(says), "{}", errors[0]);
        assert!(errors[0].contains(&path.display().to_string()), "{}", errors[0]);
        assert!(ran.stdout.is_empty() && !out.exists(), "nothing was made");
    }
}

#[test]
fn a_broken_record_is_skipped_counted_and_reported_unless_strict() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, out) = (folder.path().join("people.jsonl"), folder.path().join("model"));
    sample(200, 5, &file);
    let mut lines: Vec<String> =
        fs::read_to_string(&file).expect("profiles").lines().map(str::to_owned).collect();
    lines.insert(2, "{\"skills\": [\"a secret\"".to_owned());
    lines.insert(9, "{\"experience_months\": \"a secret\"}".to_owned());
    fs::write(&file, lines.join("\r\n")).expect("written");
    let ran = train(&file, &out, &["--json"]).ok();
    let summary = ran.json();
    assert_eq!((&summary["people"], &summary["rejected"]), (&200.into(), &2.into()));
    for position in ["line 3", "line 10"] {
        assert!(ran.stderr.contains(&format!("{}: {position}: ", file.display())), "{}", ran.stderr);
    }
    assert!(!ran.stderr.contains("secret"), "texts of people are not repeated");
    let strict = train(&file, &out, &["--strict"]);
    assert_eq!(strict.code, 1);
    assert!(strict.stderr.contains("line 3"), "{}", strict.stderr);
}

#[test]
fn the_summary_has_the_figures_of_the_contract() {
    let site = Site::of_sample(1200, 2);
    let number = |pointer: &str| {
        let value = site.summary.pointer(pointer).unwrap_or_else(|| panic!("{pointer} is missing"));
        value.as_f64().unwrap_or_else(|| panic!("{pointer} is {value}"))
    };
    assert_eq!(number("/people"), 1200.0);
    assert_eq!(number("/rejected"), 0.0);
    for kind in ["skills", "degree_fields"] {
        assert!(number(&format!("/label_topics/{kind}/n_topics")) > 1.0);
        assert!(number(&format!("/label_topics/{kind}/inertia")) > 0.0);
    }
    for level in ["junior", "senior", "expert"] {
        for figure in ["people", "n_features", "n_clusters", "silhouette", "inertia"] {
            assert!(number(&format!("/levels/{level}/{figure}")) > 0.0, "{level} {figure}");
        }
        let ratios = site.summary["levels"][level]["explained_variance_ratio"].as_array().expect("a list");
        assert_eq!(ratios.len(), 5);
    }
    for stage in ["read", "clean", "label_topics", "pca", "k_means", "silhouette", "total"] {
        assert!(number(&format!("/seconds/{stage}")) >= 0.0);
    }
    let file = fs::read(site.model().join("summary.json")).expect("summary.json");
    assert_eq!(serde_json::from_slice::<Value>(&file).expect("JSON"), site.summary);
    let twin = fs::read_to_string(site.model().join("model.json")).expect("model.json");
    let twin: Value = serde_json::from_str(&twin).expect("JSON");
    // The summary is the operator's; the model is published, and its counts are rounded.
    let [shown, exact] = [&twin["levels"][0], &site.summary["levels"]["junior"]]
        .map(|level| level["n_features"].as_u64().expect("a count"));
    assert!(shown != 0 && shown.abs_diff(exact) * 20 <= exact, "{shown} {exact}");
    assert!(twin.get("seconds").is_none(), "model.json is reproducible like model.bin");
}

#[test]
fn the_same_command_gives_the_same_bytes_for_any_number_of_threads() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.jsonl");
    sample(900, 11, &file);
    let bytes = |name: &str, threads: usize, more: &[&str]| {
        let out = folder.path().join(name);
        let args =
            ["train", "--profiles"].map(Path::new).into_iter().chain([&*file, Path::new("--out"), &out]);
        site_gen_with_threads(threads, &args.chain(more.iter().map(Path::new)).collect::<Vec<&Path>>()).ok();
        (fs::read(out.join("model.bin")).expect("model"), fs::read(out.join("model.json")).expect("twin"))
    };
    let once = bytes("a", 1, &[]);
    assert_eq!(once, bytes("b", 4, &[]));
    assert_ne!(once.0, bytes("c", 2, &["--seed", "2"]).0, "the seed matters");
}

#[test]
fn a_level_with_too_few_people_is_named_and_has_a_page() {
    let site = Site::of_sample(300, 4);
    let expert = &site.summary["levels"]["expert"];
    assert_eq!(expert["n_clusters"], 0);
    assert!(expert["note"].as_str().is_some_and(|note| note.contains("people")), "{expert}");
    assert!(site.has_page("/roadmaps/expert/"));
}

#[test]
fn clusters_can_be_given() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, out) = (folder.path().join("people.jsonl"), folder.path().join("model"));
    sample(900, 11, &file);
    let summary = train(&file, &out, &["--json", "--clusters", "7"]).ok().json();
    assert_eq!(summary["levels"]["junior"]["n_clusters"], 7);
}

/// A skill without case, brackets and spaces, for comparisons.
fn plain(skill: &str) -> String {
    let lower = skill.to_lowercase();
    let outside = lower.split(['(', '[']).next().unwrap_or_default().trim().to_owned();
    if outside.is_empty() { lower } else { outside.split_whitespace().collect::<Vec<_>>().join(" ") }
}

#[test]
fn skills_of_the_person_are_not_recommended() {
    let site = Site::of_sample(1200, 2);
    let (model, profiles) = (site.model(), site.profiles().to_owned());
    let args = ["recommend", "--top", "10", "--json", "--model"].map(Path::new).into_iter();
    let args: Vec<&Path> = args.chain([&*model, Path::new("--profiles"), &profiles]).collect();
    let lines = site_gen(&args).ok().json_lines();
    let mut recommended = 0;
    for (person, line) in read_profiles(&profiles).iter().zip(&lines) {
        let texts = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(Value::as_str).map(plain).collect()
        };
        let held = texts(&person["skills"]);
        for list in ["recommended_skills", "cluster_skills"] {
            let skills = texts(&line[list]);
            assert!(skills.len() <= 10 && skills.iter().all(|skill| !held.contains(skill)), "{line}");
            recommended += skills.len();
        }
        assert_eq!(line["id"], person["id"]);
        assert!(line["courses"].is_array() && line["certifications"].is_array());
        assert!(site.has_page(line["roadmap"].as_str().expect("a path")));
    }
    assert!(recommended > 10 * lines.len());
}

#[test]
fn one_person_is_found_by_url() {
    let site = Site::of_sample(1200, 2);
    let person = &read_profiles(site.profiles())[17];
    let url = person["url"].as_str().expect("a url");
    let (model, profiles) = (site.model(), site.profiles().to_owned());
    let ask = |url: &str, more: &[&str]| {
        let args = ["recommend", "--model"].map(Path::new).into_iter();
        let args =
            args.chain([&*model, Path::new("--profiles"), &profiles, Path::new("--url"), Path::new(url)]);
        site_gen(&args.chain(more.iter().map(Path::new)).collect::<Vec<&Path>>())
    };
    let text = ask(url, &[]).ok().stdout;
    for word in ["Level", "Roadmap", "Skills to learn next", "Courses", "Certifications", "/roadmaps/"] {
        assert!(text.contains(word), "{text}");
    }
    let json = ask(url, &["--json"]).ok().json_lines();
    assert_eq!((json.len(), &json[0]["id"]), (1, &person["id"]));
    let nobody = ask("https://profiles.example/nobody", &[]);
    assert_eq!(nobody.code, 1);
    assert!(nobody.stderr.contains("--url"), "{}", nobody.stderr);
}

#[test]
fn missing_and_damaged_models_have_different_errors() {
    let site = Site::of_sample(300, 4);
    let out = site.model().join("pages");
    let render = |model: &Path| {
        site_gen(&[Path::new("render"), Path::new("--model"), model, Path::new("--out"), &out])
    };
    let missing = render(&site.model().join("nowhere"));
    assert_eq!(missing.code, 1);
    assert!(missing.stderr.contains("site-gen train"), "{}", missing.stderr);
    let path = site.model().join("model.bin");
    let bytes = fs::read(&path).expect("a model");
    fs::write(&path, &bytes[..bytes.len() - 1]).expect("written");
    let damaged = render(&site.model());
    assert_eq!(damaged.code, 1);
    assert!(damaged.stderr.contains("cut off") && damaged.stderr.contains("model.bin"), "{}", damaged.stderr);
}
