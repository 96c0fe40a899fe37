//! Makes a model and its pages from a file of profiles, with the program.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::program::site_gen;

/// Profiles, model and pages in a temporary folder.
#[derive(Debug)]
pub struct Site {
    folder: TempDir,
    profiles: PathBuf,
    /// The output of `train --json`.
    pub summary: Value,
}

impl Site {
    /// `sample` → `train` → `render`.
    pub fn of_sample(people: u32, seed: u32) -> Site {
        let folder = tempfile::tempdir().expect("a folder");
        let profiles = folder.path().join("profiles.jsonl");
        sample(people, seed, &profiles);
        Site::new(folder, profiles)
    }

    /// `train` → `render` on existing profiles.
    pub fn of_file(profiles: &Path) -> Site {
        Site::new(tempfile::tempdir().expect("a folder"), profiles.to_owned())
    }

    fn new(folder: TempDir, profiles: PathBuf) -> Site {
        let (model, pages) = (folder.path().join("model"), folder.path().join("site"));
        let args = ["train", "--features", "seed", "--seed", "1", "--json", "--profiles"];
        let args = args.map(Path::new).into_iter().chain([profiles.as_path(), Path::new("--out"), &model]);
        let summary = site_gen(&args.collect::<Vec<&Path>>()).ok().json();
        site_gen(&[Path::new("render"), Path::new("--model"), &model, Path::new("--out"), &pages]).ok();
        Site { folder, profiles, summary }
    }

    /// The profiles.
    pub fn profiles(&self) -> &Path {
        &self.profiles
    }

    /// The model's folder.
    pub fn model(&self) -> PathBuf {
        self.folder.path().join("model")
    }

    /// The pages' folder.
    pub fn pages(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Whether a path such as `/roadmaps/junior/` is a page of the site.
    pub fn has_page(&self, path: &str) -> bool {
        let relative = path.strip_prefix('/').filter(|path| path.is_empty() || path.ends_with('/'));
        relative.is_some_and(|relative| self.pages().join(relative).join("index.html").is_file())
    }
}

/// Writes synthetic profiles.
pub fn sample(people: u32, seed: u32, out: &Path) {
    let (people, seed) = (people.to_string(), seed.to_string());
    let args = ["sample", "--profiles", &people, "--seed", &seed, "--out"].map(Path::new);
    site_gen(&args.into_iter().chain([out]).collect::<Vec<&Path>>()).ok();
}

/// The profiles of a file, as JSON.
pub fn read_profiles(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).expect("profiles");
    text.lines().map(|line| serde_json::from_str(line).expect("a profile")).collect()
}

/// Real profiles beside the repository, if they exist.
pub fn real_profiles() -> Option<PathBuf> {
    let path = crate::built::root().join("../shared/data/tech_profiles.jsonl");
    path.is_file().then_some(path)
}
