//! Figures, with their yardsticks run beside them.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::run::{cargo, heading, root, run, target};
use crate::tools::{SCIKIT_LEARN, python_program};

/// Compares `site-gen train` with the seed's method in scikit-learn, and measures a warm request.
pub(crate) fn compare(files: Option<(PathBuf, PathBuf)>) -> Result<()> {
    let beside = || root().join("../shared");
    let (profiles, yardstick) = files.unwrap_or_else(|| {
        (beside().join("data/tech_profiles.jsonl"), beside().join("reference/seed_pipeline.py"))
    });
    for file in [&profiles, &yardstick] {
        ensure!(
            file.is_file(),
            "{}: not there; name both: cargo xtask bench PROFILES.jsonl SEED_PIPELINE.py",
            file.display()
        );
    }
    let python = python_program(SCIKIT_LEARN, "python")?;
    cargo(&["build", "--release", "-p", "site-gen"])?;
    heading("site-gen against scikit-learn");
    let compare = root().join("tests/yardstick/compare.py");
    run(Command::new(python)
        .arg(compare)
        .arg(target().join("release/site-gen"))
        .arg(profiles)
        .arg(yardstick))?;
    heading("The function's handler, warm");
    cargo(&["run", "--release", "-p", "classify", "--example", "warm_request"])
}
