//! A temporary folder with profiles and releases, and a function with settings for them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use lambda_http::Context;
use refresh::{Failure, Function};
use serde_json::Value;
use tempfile::TempDir;

pub(crate) struct TestFolder {
    temporary: TempDir,
    vars: BTreeMap<String, String>,
}

impl TestFolder {
    /// A folder with synthetic people and without releases.
    pub(crate) fn of_people(people: u64, seed: u64) -> TestFolder {
        let folder = TestFolder { temporary: tempfile::tempdir().expect("a folder"), vars: BTreeMap::new() };
        fs::create_dir(folder.profiles()).expect("a folder");
        folder.write_people(people, seed);
        let [profiles, releases] =
            [folder.profiles(), folder.releases()].map(|path| path.to_str().expect("UTF-8").to_owned());
        folder
            .with("PROFILES_URI", &profiles)
            .with("RELEASES_URI", &releases)
            .with("REFRESH_SEARCH", "source")
    }

    /// Adds a setting.
    pub(crate) fn with(mut self, name: &str, value: &str) -> TestFolder {
        self.vars.insert(name.to_owned(), value.to_owned());
        self
    }

    pub(crate) fn write_people(&self, people: u64, seed: u64) {
        let out = self.profiles().join("people.jsonl");
        let file = fs::File::create(out).expect("a file");
        let sample = profile_data::sample(seed).take(people as usize);
        profile_data::write_jsonl(sample, people, file).expect("written");
    }

    /// Sends an event, in an invocation with this many seconds.
    pub(crate) async fn send(&self, event: &Value, seconds: u64) -> Result<Value, Failure> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_millis() as u64;
        let mut context = Context::default();
        context.deadline = now + 1_000 * seconds;
        Function::new(&self.vars).await.handle(event, &context).await.into_answer()
    }

    pub(crate) fn profiles(&self) -> PathBuf {
        self.temporary.path().join("profiles")
    }

    pub(crate) fn releases(&self) -> PathBuf {
        self.temporary.path().join("public")
    }

    /// A file of the releases, as JSON.
    pub(crate) fn read(&self, path: &str) -> Value {
        let text = fs::read_to_string(self.releases().join(path)).expect("a file");
        serde_json::from_str(&text).expect("JSON")
    }

    /// Every file below the releases, with its bytes.
    pub(crate) fn everything(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        add_files(&self.releases(), &mut files);
        files
    }
}

fn add_files(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            add_files(&path, files);
        } else {
            let bytes = fs::read(&path).expect("a file");
            files.insert(path, bytes);
        }
    }
}
