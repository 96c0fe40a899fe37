//! Guarantees of folders beyond the laws.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use artifact_store::{ArtifactStore, Condition, StoreError};

use crate::stores::{get, is_conflict, names, put, put_when, text};

fn entries(dir: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("entry").file_name();
    fs::read_dir(dir).expect("listed").map(|entry| name(entry).to_string_lossy().into_owned()).collect()
}

#[test]
fn a_folder_holds_plain_files_and_no_leftovers() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = ArtifactStore::folder(dir.path());
    for bytes in ["old", "new"] {
        put(&store, "model.json", bytes);
    }
    assert_eq!(entries(dir.path()), ["model.json"]);
    assert_eq!(fs::read(dir.path().join("model.json")).expect("read"), b"new");
}

#[test]
fn a_failed_write_leaves_nothing_behind() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("model.bin")).expect("in the way");
    fs::write(dir.path().join("model.bin/keep"), "x").expect("so that it cannot be replaced");
    let store = ArtifactStore::folder(dir.path());
    let error = put_when(&store, "model.bin", "x", Condition::Always).expect_err("a folder has the name");
    assert!(matches!(error, StoreError::Write { .. }), "{error:?}");
    assert_eq!(entries(dir.path()), ["model.bin"]);
    let error = get(&store, "model.bin").expect_err("not a file");
    assert!(matches!(error, StoreError::NotAFile { .. }), "{error:?}");
}

#[test]
fn a_file_instead_of_a_folder_is_a_named_error() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("file");
    fs::write(&file, "x").expect("written");
    let store = ArtifactStore::folder(&file);
    assert!(matches!(get(&store, "k"), Err(StoreError::NotFound { .. })));
    assert!(matches!(put_when(&store, "k", "x", Condition::Always), Err(StoreError::Write { .. })));
}

#[test]
fn empty_folders_are_deleted_and_hidden_files_are_no_objects() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = ArtifactStore::folder(dir.path());
    put_when(&store, "a/b/k", "x", Condition::IfAbsent).expect("written");
    fs::write(dir.path().join(".hidden"), "x").expect("written");
    assert_eq!(names(&store, ""), ["a/b/k"], "neither the lock nor hidden files");
    crate::stores::wait(store.delete(&crate::stores::key("a/b/k"))).expect("deleted");
    assert!(!dir.path().join("a").exists());
    assert!(dir.path().exists());
}

#[test]
fn a_reader_never_sees_half_a_file() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = ArtifactStore::folder(dir.path());
    let contents = [vec![b'a'; 1_000_000], vec![b'b'; 700_000]];
    put(&store, "k", &contents[0]);
    let written = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0..30 {
                put(&store, "k", &contents[round % 2]);
            }
            written.store(true, Ordering::Release);
        });
        while !written.load(Ordering::Acquire) {
            let bytes = get(&store, "k").expect("always there").bytes;
            assert!(contents.contains(&bytes), "{} bytes", bytes.len());
        }
    });
}

#[test]
fn of_several_processes_one_wins() {
    // This test is also the writer in each process that it starts.
    if let (Some(dir), Some(writer)) = (std::env::var_os(FOLDER), std::env::var_os(WRITER)) {
        return write_rounds(&ArtifactStore::folder(dir), &writer.to_string_lossy());
    }
    let dir = tempfile::tempdir().expect("a folder");
    let this = std::env::current_exe().expect("this program");
    let start = |name: &str| {
        let mut command = Command::new(&this);
        command.args(["--exact", "folder::of_several_processes_one_wins", "--nocapture"]);
        command.env(FOLDER, dir.path()).env(WRITER, name).stderr(Stdio::piped()).spawn().expect("starts")
    };
    let processes: Vec<_> = ["a", "b", "c", "d"].map(start).into_iter().collect();
    let mut won = 0;
    for process in processes {
        let output = process.wait_with_output().expect("ends");
        assert!(output.status.success());
        won += String::from_utf8_lossy(&output.stderr).matches("won a round").count();
    }
    assert_eq!(won, ROUNDS, "each round has one winner");
}

const ROUNDS: usize = 40;
const FOLDER: &str = "FOLDER_OF_SEVERAL_PROCESSES";
const WRITER: &str = "ONE_OF_SEVERAL_PROCESSES";

/// Tries to be the first to write each round.
fn write_rounds(store: &ArtifactStore, writer: &str) {
    for round in 0..ROUNDS {
        let (name, content) = (format!("rounds/{round}"), writer);
        let result = put_when(store, &name, content, Condition::IfAbsent);
        assert!(result.is_ok() || is_conflict(&result), "{result:?}");
        if result.is_ok() {
            assert_eq!(text(store, &name), content);
            eprint!("won a round;");
        }
    }
}
