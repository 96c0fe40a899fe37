//! `site-gen evaluate`: better than popularity for held-out people, reproducible, without names of people,
//! and with every figure in the text, the JSON and the page.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;
use tests::program::{RunOutput, site_gen};
use tests::site::{read_profiles, sample};

fn evaluate(profiles: &Path, more: &[&str]) -> RunOutput {
    let args = ["evaluate", "--profiles"].map(Path::new).into_iter().chain([profiles]);
    site_gen(&args.chain(more.iter().map(Path::new)).collect::<Vec<&Path>>())
}

#[test]
fn recommendations_beat_popularity_for_held_out_people() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, dir) = (folder.path().join("people.jsonl"), folder.path().join("report"));
    sample(600, 7, &file);
    let ran = evaluate(&file, &["--json", "--report", dir.to_str().expect("UTF-8")]).ok();
    let report = ran.json();
    assert_eq!(report["learned"], 480);
    let low = |name: &str| {
        let methods = report["methods"].as_array().expect("methods");
        let method = methods.iter().find(|method| method["name"] == name).expect("the method");
        method["recall_5_ratio"]["low"].as_f64().expect("a number")
    };
    assert!(low("Our page") > 1.0 && low("Ranked for the person") > 1.0, "{report}");
    assert_eq!(report["ablation"].as_array().map(Vec::len), Some(5));

    assert_eq!(evaluate(&file, &["--json"]).ok().stdout, ran.stdout, "the same twice");
    assert_ne!(evaluate(&file, &["--json", "--split", "time"]).ok().stdout, ran.stdout);
    let text = evaluate(&file, &[]).ok().stdout;
    assert!(text.contains("Ranked for the person") && text.contains("95% interval"), "{text}");

    let page = fs::read_to_string(dir.join("evaluation.html")).expect("a page");
    assert!(page.contains("<svg") && !page.contains("<script"), "pictures without scripts");
    let people = read_profiles(&file);
    for url in people.iter().filter_map(|person| person["url"].as_str()) {
        assert!(!page.contains(url) && !ran.stdout.contains(url));
    }
}

fn list<'a>(report: &'a Value, name: &str) -> &'a [Value] {
    report.pointer(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

/// An evaluation in all its formats, split by time: the first four fifths of the file are the training set.
struct Evaluation {
    people: String,
    text: String,
    report: Value,
    html: String,
}

static EVALUATION: LazyLock<Evaluation> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, dir) = (folder.path().join("people.jsonl"), folder.path().join("report"));
    sample(600, 3, &file);
    let text = evaluate(&file, &["--split", "time", "--report", dir.to_str().expect("UTF-8")]).ok().stdout;
    let read = |path: &Path| fs::read_to_string(path).expect("a file");
    Evaluation {
        people: read(&file),
        text,
        report: serde_json::from_str(&read(&dir.join("evaluation.json"))).expect("JSON"),
        html: read(&dir.join("evaluation.html")),
    }
});

/// Pages have level, people, Jaccard and success; the catalogue is counted.
#[test]
fn every_figure_is_in_the_json_the_text_and_the_page() {
    let Evaluation { text, report, html, .. } = &*EVALUATION;
    let pages = list(report, "/seed_measures/full/pages");
    assert!(!pages.is_empty(), "{report}");
    for page in pages {
        let (level, people, jaccard) = (&page["level"], &page["people"], number(&page["jaccard"]));
        assert!(page["path"].as_str().is_some_and(|path| path.contains(level.as_str().expect("a level"))));
        assert!(
            people.as_u64().is_some_and(|people| people >= 10) && (0.0..=1.0).contains(&jaccard),
            "{page}"
        );
        assert!((0.0..=1.0).contains(&number(&page["in_sample"])), "{page}");
        let name = page["name"].as_str().expect("a name");
        // Names are labels as written; a page escapes them and a terminal cuts them.
        let start: String = name.chars().take(20).take_while(|c| !"&<>\"'".contains(*c)).collect();
        let line = text.lines().find(|line| {
            line.starts_with(&start)
                && line.contains(level.as_str().expect("a level"))
                && line.contains(&format!("{jaccard:.3}"))
        });
        assert!(line.is_some_and(|line| line.contains(&people.to_string())), "{page} in {text}");
        assert!(html.contains(&start) && html.contains(&format!("<td>{jaccard:.2}</td>")), "{page}");
    }
    assert!(list(report, "/seed_measures/seed/pages").iter().all(|page| page["jaccard"].is_null()));

    for method in list(report, "/methods") {
        let share = number(&method["coverage"]) / number(&report["catalogue"]);
        assert!((number(&method["coverage_share"]) - share).abs() < 1e-12 && share <= 1.0, "{method}");
        assert!(text.contains(&format!("{:.1}%", 100.0 * share)), "{method}");
    }
    for heading in ["Bootstrap Jaccard of every page", "Mean silhouettes", "People by months of experience"] {
        assert!(html.contains(heading), "{heading}");
    }
}

/// The silhouettes of the reference method are about those of `train`, which has the columns of rare items,
/// too, and differ from those of shuffled people.
#[test]
fn silhouettes_are_compared_with_those_of_shuffled_people() {
    let Evaluation { people, report, .. } = &*EVALUATION;
    let folder = tempfile::tempdir().expect("a folder");
    let learned = folder.path().join("learned.jsonl");
    let first: String = people.lines().take(480).flat_map(|line| [line, "\n"]).collect();
    fs::write(&learned, first).expect("written");
    let model = folder.path().join("model");
    let train = ["train", "--features", "seed", "--seed", "1", "--json", "--profiles"].map(Path::new);
    let train = train.into_iter().chain([learned.as_path(), Path::new("--out"), &model]);
    let summary = site_gen(&train.collect::<Vec<&Path>>()).ok().json();

    let levels = list(report, "/silhouettes/seed");
    assert!(!levels.is_empty(), "{report}");
    for level in levels {
        let trained = &summary["levels"][level["level"].as_str().expect("a level")];
        let (fitted, served) = (number(&trained["silhouette"]), number(&level["components"]["own"]));
        assert!((fitted - served).abs() < 0.1, "{fitted} {level}");
        assert_eq!(trained["n_clusters"], level["n_clusters"]);
        for space in ["features", "components"] {
            let null = number(&level[space]["shuffled"]);
            assert!(
                (-1.0..=1.0).contains(&null) && (null - number(&level[space]["own"])).abs() > 1e-6,
                "{level}"
            );
        }
    }
    let published: Vec<f64> = levels.iter().map(|level| number(&level["published"])).collect();
    assert!([0.74, 0.69, 0.67].starts_with(&published), "{published:?}");
    let ours = &report["silhouettes"]["ours"];
    assert!(number(&ours["own"]) > number(&ours["shuffled"]), "{ours}");
}

/// Held-out people without a question are counted by the reason, and few people are neither a bin nor a
/// share.
#[test]
fn few_people_are_no_bin_and_people_without_a_question_are_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.jsonl");
    sample(500, 5, &file);
    let mut people = read_profiles(&file);
    // Split by time, the last hundred people are held out.
    for (index, person) in people.iter_mut().enumerate().skip(400) {
        match index {
            400..407 => person["experience_months"] = Value::Null,
            407..410 => person["skills"] = serde_json::json!(["Git", "git", "SQL"]),
            410..414 => person["experience_months"] = 1_100.into(),
            414..419 => person["experience_months"] = 1_000.into(),
            _ => {}
        }
    }
    let no_months = people[400..].iter().filter(|person| person["experience_months"].is_null()).count();
    fs::write(&file, people.iter().map(|person| format!("{person}\n")).collect::<String>()).expect("written");
    let report = evaluate(&file, &["--split", "time", "--json"]).ok().json();
    assert_eq!(report["not_asked"]["no_months"], no_months, "{report}");
    let few = report["not_asked"]["too_few_skills"].as_u64().expect("a number") as usize;
    assert!(few >= 3 && report["asked"] == 100 - no_months - few, "{report}");

    let bins = list(&report, "/experience");
    let first = |months: u64| bins.iter().find(|bin| bin["from"] == months);
    assert!(first(1_080).is_none(), "four people are too few for a bin");
    assert_eq!(first(984).map(|bin| &bin["people"]), Some(&Value::from(5)));
    assert!(bins.iter().all(|bin| bin["people"].as_u64() >= Some(5)), "{bins:?}");
    assert_eq!(
        first(96).map(|bin| bin["levels"].to_string()).as_deref(),
        Some(r#"[["junior",96],["senior",100]]"#)
    );
}

#[test]
fn too_few_people_are_a_clear_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.jsonl");
    fs::write(&file, "{\"experience_months\": 12, \"skills\": [\"Git\"]}\n".repeat(20)).expect("written");
    let ran = evaluate(&file, &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("no test people") && ran.stderr.contains("five skills"), "{}", ran.stderr);
}
