//! Keys cannot leave their store, and a URI is a store or a clear error.

use std::future::Future;
use std::path::{Component, Path};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use artifact_store::{ArtifactStore, FolderStore, Key, ReleaseId, UriError, layout};
use proptest::prelude::*;

use crate::stores::{key, wait};

fn open(uri: &str) -> Result<ArtifactStore, UriError> {
    wait(ArtifactStore::open(uri))
}

fn folder(uri: &str) -> Result<FolderStore, UriError> {
    match open(uri)? {
        ArtifactStore::Folder(store) => Ok(store),
        other => panic!("{uri} is no {other:?}"),
    }
}

#[test]
fn uris_are_folders_or_clear_errors() {
    for (uri, path) in [
        ("models", "models"),
        ("/srv/model", "/srv/model"),
        ("./odd:name", "./odd:name"),
        ("file:///srv/a%20model", "/srv/a model"),
        ("FILE://localhost/srv", "/srv"),
    ] {
        assert_eq!(folder(uri).map(|store| store.dir().to_owned()), Ok(path.into()), "{uri}");
    }
    let error = |uri: &str| open(uri).expect_err("no store");
    assert_eq!(error(" "), UriError::Empty);
    for uri in ["file://elsewhere/srv", "file://srv", "file:///%FF", "file:///a%00b", "file://"] {
        let error = error(uri);
        assert!(matches!(error, UriError::BadLocation { .. }), "{uri}: {error:?}");
        assert!(error.to_string().starts_with("`file://` needs an absolute path"), "{uri}: {error}");
    }
    let error = error("https://user:secret@host/model");
    assert!(error.to_string().contains("https"), "{error}");
    assert!(!error.to_string().contains("secret"), "{error}");
}

#[test]
#[cfg(not(feature = "s3"))]
fn a_build_without_s3_names_the_feature() {
    assert_eq!(open("s3://bucket/key").expect_err("no client"), UriError::NoS3);
}

#[test]
#[cfg(feature = "s3")]
fn an_s3_uri_is_a_bucket_and_a_prefix() {
    for uri in ["s3://", "s3://B", "s3://user:secret@bucket", "s3://bucket/../x", "s3://bucket//x"] {
        let error = open(uri).expect_err("no address");
        assert!(matches!(error, UriError::BadLocation { .. }), "{uri}: {error:?}");
        assert!(error.to_string().starts_with("an S3 location is"), "{uri}: {error}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[test]
fn a_location_is_what_an_operator_would_type() {
    assert_eq!(open("/srv").expect("a folder").location(&key("a/b")), "/srv/a/b");
    assert_eq!(ArtifactStore::memory().location(&key("a/b")), "memory:a/b");
}

#[test]
fn keys_are_names_between_slashes() {
    let longest = "k".repeat(Key::MAX_LEN);
    for text in ["a", "a/b.c", "a b", "..a".trim_start_matches('.'), "a..", "ä", &longest] {
        assert_eq!(Key::new(text).expect("a key").as_str(), text);
    }
    let too_long = "k".repeat(Key::MAX_LEN + 1);
    for text in [
        "", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/.b", ".lock", "a\\b", "a\nb", "a\0",
        &too_long,
    ] {
        assert!(Key::new(text).is_err(), "{text:?}");
    }
}

#[test]
fn local_stores_answer_at_once_and_need_no_runtime() {
    let dir = tempfile::tempdir().expect("a folder");
    for store in [ArtifactStore::folder(dir.path()), ArtifactStore::memory()] {
        let list = pin!(store.list("")).poll(&mut Context::from_waker(Waker::noop()));
        assert!(matches!(list, Poll::Ready(Ok(_))), "{list:?}");
    }
}

proptest! {
    #[test]
    fn no_key_leaves_its_folder(text in "([a-c./\\\\]|\\PC){0,12}") {
        let Ok(key) = Key::new(text) else { return Ok(()) };
        let store = folder("/srv/store").expect("a folder");
        let path = store.path(&key);
        let below = path.strip_prefix("/srv/store").expect("below the folder");
        prop_assert!(below.components().all(|part| matches!(part, Component::Normal(_))), "{below:?}");
        prop_assert_eq!(below, Path::new(key.as_str()));
    }

    #[test]
    fn keys_of_releases_and_sites_are_keys(path in "[a-z./]{0,12}") {
        let id: ReleaseId = "0123456789abcdef".parse().expect("an id");
        let release_site = format!("{}site/", id.prefix());
        for (made, prefix) in [(layout::site(&path), "site/".to_owned()), (id.page(&path), release_site)] {
            prop_assert_eq!(made.is_ok(), Key::new(path.clone()).is_ok());
            if let Ok(made) = made {
                prop_assert_eq!(made.as_str(), format!("{prefix}{path}"));
            }
        }
    }

    #[test]
    fn no_uri_panics(uri in "(file|[a-z]{0,3})?(://)?\\PC{0,20}") {
        let _ = open(&uri);
    }
}
