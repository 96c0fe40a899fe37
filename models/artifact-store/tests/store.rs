//! What every store promises, and what a folder promises beyond that.

use std::fs;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use artifact_store::{ArtifactKey, ArtifactStore, StoreError, UriError};
use proptest::prelude::*;

/// The stores of this build answer at once; a runtime is not needed to ask them.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a local store waited"),
    }
}

fn stores() -> (tempfile::TempDir, [ArtifactStore; 2]) {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = ArtifactStore::folder(dir.path().join("made/by/the/first/write"));
    (dir, [folder, ArtifactStore::memory()])
}

#[test]
fn what_is_not_there_is_not_found() {
    let (_dir, stores) = stores();
    for store in &stores {
        for key in ArtifactKey::ALL {
            let error = now(store.get(key, 10)).expect_err("empty");
            assert!(matches!(error, StoreError::NotFound { .. }), "{error:?}");
            assert!(error.to_string().contains(key.file_name()), "{error}");
        }
    }
}

#[test]
fn the_size_cap_is_inclusive_and_named() {
    let (_dir, stores) = stores();
    for store in &stores {
        now(store.put(ArtifactKey::Model, b"12345")).expect("written");
        assert_eq!(now(store.get(ArtifactKey::Model, 5)).expect("fits"), b"12345");
        let error = now(store.get(ArtifactKey::Model, 4)).expect_err("too large");
        assert!(matches!(error, StoreError::TooLarge { len: 5, max_len: 4, .. }), "{error:?}");
    }
}

#[test]
fn a_folder_holds_plain_files_and_no_leftovers() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = ArtifactStore::folder(dir.path());
    for bytes in [b"old".as_slice(), b"new"] {
        now(store.put(ArtifactKey::Metadata, bytes)).expect("written");
    }
    let names: Vec<_> =
        fs::read_dir(dir.path()).expect("listed").map(|e| e.expect("entry").file_name()).collect();
    assert_eq!(names, ["model.json"]);
    assert_eq!(fs::read(dir.path().join("model.json")).expect("read"), b"new");
}

#[test]
fn a_failed_write_leaves_nothing_behind() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("model.bin")).expect("in the way");
    fs::write(dir.path().join("model.bin/keep"), "x").expect("so that it cannot be replaced");
    let store = ArtifactStore::folder(dir.path());
    let error = now(store.put(ArtifactKey::Model, b"x")).expect_err("a folder has the name");
    assert!(matches!(error, StoreError::Write { .. }), "{error:?}");
    assert_eq!(fs::read_dir(dir.path()).expect("listed").count(), 1);
    let error = now(store.get(ArtifactKey::Model, 10)).expect_err("not a file");
    assert!(matches!(error, StoreError::NotAFile { .. }), "{error:?}");
}

#[test]
fn a_file_instead_of_a_folder_is_a_named_error() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("file");
    fs::write(&file, "x").expect("written");
    let store = ArtifactStore::folder(&file);
    assert!(matches!(now(store.get(ArtifactKey::Model, 10)), Err(StoreError::NotFound { .. })));
    assert!(matches!(now(store.put(ArtifactKey::Model, b"x")), Err(StoreError::Write { .. })));
}

#[test]
fn uris_are_folders_or_clear_errors() {
    let dir = |uri: &str| match ArtifactStore::from_uri(uri) {
        Ok(ArtifactStore::Folder(store)) => Ok(store.dir().to_owned()),
        Ok(ArtifactStore::Memory(_)) => panic!("{uri} is no memory"),
        Err(error) => Err(error),
    };
    for (uri, path) in [
        ("models", "models"),
        ("/srv/model", "/srv/model"),
        ("./odd:name", "./odd:name"),
        ("file:///srv/a%20model", "/srv/a model"),
        ("FILE://localhost/srv", "/srv"),
    ] {
        assert_eq!(dir(uri), Ok(path.into()), "{uri}");
    }
    assert_eq!(dir(" "), Err(UriError::Empty));
    assert_eq!(dir("s3://bucket/key"), Err(UriError::NoS3));
    for uri in ["file://elsewhere/srv", "file://srv", "file:///%FF", "file:///a%00b", "file://"] {
        assert_eq!(dir(uri), Err(UriError::BadFilePath), "{uri}");
    }
    let error = dir("https://user:secret@host/model").expect_err("not supported");
    assert!(!error.to_string().contains("secret"), "{error}");
}

proptest! {
    #[test]
    fn what_was_put_is_what_is_got(first in proptest::collection::vec(any::<u8>(), 0..200), second in proptest::collection::vec(any::<u8>(), 0..200)) {
        let (_dir, stores) = stores();
        for store in &stores {
            for bytes in [&first, &second] {
                now(store.put(ArtifactKey::Summary, bytes)).expect("written");
                prop_assert_eq!(&now(store.clone().get(ArtifactKey::Summary, bytes.len())).expect("read"), bytes);
            }
            prop_assert!(now(store.get(ArtifactKey::Model, 9)).is_err(), "keys are apart");
        }
    }

    #[test]
    fn no_uri_panics(uri in "(file|s3|[a-z]{0,3})?(://)?\\PC{0,20}") {
        let _ = ArtifactStore::from_uri(&uri);
    }
}
