//! Benchmarks, with reference implementations.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::run::{cargo, heading, root, run, target};
use crate::tools::{SCIKIT_LEARN, python_program};

/// Topics that people named, beside the profiles: the option and the file.
const NAMED_BY_PEOPLE: [(&str, &str); 3] = [
    ("--degrees", "reference_degree_clusters.json"),
    ("--skills", "reference_skill_clusters.json"),
    ("--degree-strings", "degree_field_strings.jsonl"),
];

/// Compares label topics with scikit-learn and with topics that people named.
fn topic_quality(python: &Path, profiles: &Path) -> Result<()> {
    heading("Label topics against topics that people named");
    let folder = profiles.parent().unwrap_or(Path::new("."));
    if let Some((_, name)) = NAMED_BY_PEOPLE.iter().find(|(_, name)| !folder.join(name).is_file()) {
        println!("skipped: no {name} beside the profiles");
        return Ok(());
    }
    cargo(&["build", "--release", "-p", "career-training", "--example", "label_topics"])?;
    let mut command = Command::new(python);
    command.arg(root().join("tests/yardstick/topic_quality.py"));
    command.arg(target().join("release/examples/label_topics")).arg("--profiles").arg(profiles);
    for (option, name) in NAMED_BY_PEOPLE {
        command.arg(option).arg(folder.join(name));
    }
    run(&mut command)
}

/// People whose roles are known, beside the profiles, and their roles.
const ROLES: [&str; 2] = ["us_profiles.jsonl", "us_profiles.labels.jsonl"];

/// Compares pages with roles that the model does not know.
fn roles(python: &Path, profiles: &Path) -> Result<()> {
    heading("Pages against roles");
    let folder = profiles.parent().unwrap_or(Path::new("."));
    if let Some(name) = ROLES.iter().find(|name| !folder.join(name).is_file()) {
        println!("skipped: no {name} beside the profiles");
        return Ok(());
    }
    run(Command::new(python)
        .arg(root().join("tests/yardstick/labels.py"))
        .arg(target().join("release/site-gen"))
        .args(ROLES.map(|name| folder.join(name))))
}

/// Compares `site-gen train` with the reference method in scikit-learn, and measures a warm request.
pub(crate) fn compare(files: Option<(PathBuf, PathBuf)>) -> Result<()> {
    let shared = || root().join("../shared");
    let (profiles, yardstick) = files.unwrap_or_else(|| {
        (shared().join("data/tech_profiles.jsonl"), shared().join("reference/seed_pipeline.py"))
    });
    for file in [&profiles, &yardstick] {
        ensure!(
            file.is_file(),
            "{}: no such file; name both: cargo xtask bench PROFILES.jsonl SEED_PIPELINE.py",
            file.display()
        );
    }
    let python = python_program(SCIKIT_LEARN, "python")?;
    cargo(&["build", "--release", "-p", "site-gen"])?;
    heading("site-gen against scikit-learn");
    let compare = root().join("tests/yardstick/compare.py");
    run(Command::new(&python)
        .arg(compare)
        .arg(target().join("release/site-gen"))
        .arg(&profiles)
        .arg(yardstick))?;
    let model = target().join("bench-model");
    run(Command::new(target().join("release/site-gen"))
        .args(["train", "--seed", "1"])
        .arg("--profiles")
        .arg(&profiles)
        .arg("--out")
        .arg(&model))?;
    topic_quality(&python, &profiles)?;
    heading("Recommendations for held-out people against popularity and EASE");
    run(Command::new(&python)
        .arg(root().join("tests/yardstick/recommend.py"))
        .arg(target().join("release/site-gen"))
        .arg(&profiles))?;
    roles(&python, &profiles)?;
    heading("The function against a bare lambda_http one");
    let build = ["build", "--profile", "lambda", "-p", "classify"];
    cargo(&[&build[..], &["--bin", "bootstrap", "--examples"]].concat())?;
    let built = target().join("lambda");
    run(Command::new(&python)
        .arg(root().join("tests/yardstick/start.py"))
        .arg(built.join("examples/bare"))
        .arg(built.join("bootstrap"))
        .arg(&model)
        .args(env::var_os("MOTO_SERVER")))?;
    heading("Warm requests through the Runtime API stand-in");
    cargo(&["build", "--release", "-p", "tests", "--example", "warm"])?;
    run(Command::new(target().join("release/examples/warm")).arg(&model))?;
    heading("The function's handler, warm");
    run(Command::new(built.join("examples/warm_request")).arg(&model).arg(&profiles))
}
