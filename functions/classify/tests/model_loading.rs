//! A function without a model, and one that loads it later.

mod requests;
mod synthetic_model;

use artifact_store::{ArtifactStore, ModelFile, Put};
use career_model::encode;
use classify::Classifier;
use classify::limits::RELOAD_EVERY;
use requests::{FORM, JSON, header, now, post, request, text};

async fn put(
    store: &ArtifactStore,
    bytes: &[u8],
) -> Result<artifact_store::Version, artifact_store::StoreError> {
    store.put(&ModelFile::Model.key(), Put::private(bytes, "application/octet-stream")).await
}

fn status(classifier: &Classifier) -> u16 {
    now(classifier.handle(request("GET", "/health", &[], ""))).status().as_u16()
}

#[test]
fn without_a_model_the_form_is_kept_and_a_retry_is_suggested() {
    let classifier = now(Classifier::from_uri("elsewhere://bucket/model"));
    let response = now(classifier.handle(post(FORM, "text/html", "experience_years=1&skills=my+own+words")));
    assert_eq!((response.status().as_u16(), header(&response, "retry-after")), (503, "30"));
    assert!(text(&response).contains("my own words"));
    let response = now(classifier.handle(post(JSON, JSON, "{}")));
    assert_eq!((response.status().as_u16(), header(&response, "retry-after")), (503, "30"));
    assert!(text(&response).contains("no-model"));
}

#[test]
fn a_model_that_is_written_later_is_loaded_and_kept() {
    let store = ArtifactStore::memory();
    let classifier = now(Classifier::from_store(store.clone()));
    now(put(&store, b"not a model")).expect("written");
    for _ in 0..RELOAD_EVERY {
        assert_eq!(status(&classifier), 503);
    }
    let bytes = encode(&synthetic_model::model()).expect("encoded");
    now(put(&store, &bytes)).expect("written");
    for _ in 1..RELOAD_EVERY {
        assert_eq!(status(&classifier), 503, "not every request pays for a check");
    }
    assert_eq!(status(&classifier), 200);
    now(put(&store, b"damaged")).expect("written");
    for _ in 0..=RELOAD_EVERY {
        assert_eq!(status(&classifier), 200);
    }
}

#[test]
fn a_folder_is_read_at_the_start() {
    let dir = tempfile::tempdir().expect("a folder");
    let uri = dir.path().to_str().expect("UTF-8");
    let store = ArtifactStore::folder(dir.path());
    now(put(&store, &encode(&synthetic_model::model()).expect("encoded"))).expect("written");
    assert_eq!(status(&now(Classifier::from_uri(uri))), 200);
    assert_eq!(status(&now(Classifier::from_uri(""))), 503);
}
