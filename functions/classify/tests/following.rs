//! The live release is followed without delaying requests, and after any failure the last good model answers.

mod releases;
mod requests;
mod synthetic_model;

use std::sync::Arc;
use std::time::Duration;

use artifact_store::pointer::Pointer;
use artifact_store::{ArtifactStore, ModelFile, layout};
use classify::limits::{CHECK_EVERY, RELOAD_EVERY};
use classify::{Classifier, ModelSources};
use releases::{
    LogLines, Release, ask, claimed, followed, health, id, pointer, publish, put, put_model, put_pointer,
    release,
};
use requests::{JSON, now, post, text};
use serde_json::Value;

/// A store with release 1, and a classifier that follows it.
async fn following() -> (ArtifactStore, Classifier, LogLines) {
    let (store, log) = (ArtifactStore::memory(), LogLines::default());
    publish(&store, &release(1));
    let classifier = Classifier::start(log.sources().releases(store.clone())).await;
    (store, classifier, log)
}

/// A store with a model, for when the releases cannot be read.
fn bundled(release: &Release) -> ArtifactStore {
    let store = ArtifactStore::memory();
    put(&store, &ModelFile::Model.key(), &release.model);
    store
}

#[tokio::test]
async fn a_new_release_answers_after_a_check_and_not_before() {
    let (store, classifier, log) = following().await;
    assert_eq!(ask(&classifier).await, followed(&release(1)));
    publish(&store, &release(2));
    assert_eq!(
        ask(&classifier).await,
        followed(&release(1)),
        "the request that starts the check does not wait"
    );
    assert_eq!(ask(&classifier).await, followed(&release(2)));
    publish(&store, &release(1));
    ask(&classifier).await;
    assert_eq!(ask(&classifier).await, followed(&release(1)), "a rollback is followed like a publish");
    assert_eq!(log.take(), [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn the_pointer_is_read_once_a_minute() {
    let store = ArtifactStore::memory();
    publish(&store, &release(1));
    let classifier = Classifier::start(ModelSources::default().releases(store.clone())).await;
    publish(&store, &release(2));
    tokio::time::advance(CHECK_EVERY - Duration::from_secs(1)).await;
    for _ in 0..3 {
        assert_eq!(ask(&classifier).await, followed(&release(1)));
    }
    tokio::time::advance(Duration::from_secs(1)).await;
    assert_eq!(ask(&classifier).await, followed(&release(1)));
    assert_eq!(ask(&classifier).await, followed(&release(2)));
    publish(&store, &release(3));
    assert_eq!(ask(&classifier).await, followed(&release(2)), "each check starts a new minute");
    assert_eq!(ask(&classifier).await, followed(&release(2)));
}

#[tokio::test]
async fn redirects_and_answers_come_from_the_model_that_health_names() {
    let (store, classifier, _) = following().await;
    let path = || {
        let profile = r#"{"experience_months": 12, "degree_fields": ["Computer Science"]}"#;
        let answer: Value =
            serde_json::from_str(text(&now(classifier.handle(post(JSON, JSON, profile))))).expect("JSON");
        answer["path"].as_str().expect("a path").to_owned()
    };
    let before = path();
    publish(&store, &release(2));
    ask(&classifier).await;
    let after = path();
    assert_eq!([before.contains("topic1"), after.contains("topic2")], [true, true], "{before} {after}");
}

/// Damages a store.
type Damage = Box<dyn Fn(&ArtifactStore)>;

/// Damages by name, and a part of the line that is logged for each.
fn damages() -> Vec<(&'static str, Damage, &'static str)> {
    let model = |release: &Release| release.id.model_file(ModelFile::Model);
    let broken = move |change: fn(&mut Vec<u8>)| {
        move |store: &ArtifactStore| {
            let mut bad = release(2);
            change(&mut bad.model);
            publish(store, &bad);
        }
    };
    vec![
        (
            "no pointer",
            Box::new(|store| now(store.delete(&layout::pointer())).expect("deleted")),
            "no such file",
        ),
        (
            "a pointer of garbage",
            Box::new(|store| put(store, &layout::pointer(), b"{\"live\": 7")),
            "not a pointer",
        ),
        (
            "a pointer too long",
            Box::new(|store| put(store, &layout::pointer(), &[b' '; 65_537])),
            "the limit is",
        ),
        (
            "a release that is a path",
            Box::new(|store| {
                let text = serde_json::to_string(&pointer(&release(2))).expect("JSON");
                put(
                    store,
                    &layout::pointer(),
                    text.replace(release(2).id.as_str(), "../../elsewhere").as_bytes(),
                );
            }),
            "16 hexadecimal digits",
        ),
        ("nothing live", Box::new(|store| put_pointer(store, &Pointer::default())), "nothing is published"),
        (
            "no model",
            Box::new(move |store| {
                publish(store, &release(2));
                now(store.delete(&model(&release(2)))).expect("deleted");
            }),
            "no such file",
        ),
        (
            "another model than the pointer's",
            Box::new(move |store| {
                publish(store, &release(2));
                put(store, &model(&release(2)), &release(3).model);
            }),
            "does not match the pointer",
        ),
        ("a damaged model", Box::new(broken(|bytes| bytes[60] ^= 1)), "cannot use model.bin"),
        ("half a model", Box::new(broken(|bytes| bytes.truncate(bytes.len() / 2))), "cannot use model.bin"),
        ("a model of another version", Box::new(broken(|bytes| bytes[8] ^= 0x7f)), "cannot use model.bin"),
    ]
}

#[tokio::test]
async fn after_any_damage_the_last_good_model_answers_and_one_line_is_logged() {
    for (name, damage, expected) in damages() {
        let (store, classifier, log) = following().await;
        damage(&store);
        for _ in 0..4 {
            assert_eq!(ask(&classifier).await, followed(&release(1)), "{name}");
        }
        let lines = log.take();
        assert_eq!(lines.len(), 1, "{name}: {lines:?}");
        assert!(lines[0].contains("RELEASES_URI") && lines[0].contains(expected), "{name}: {lines:?}");
        publish(&store, &release(4));
        ask(&classifier).await;
        assert_eq!(ask(&classifier).await, followed(&release(4)), "{name}");
        damage(&store);
        ask(&classifier).await;
        assert_eq!(log.take().len(), 1, "{name}: after a success, a failure is logged again");
    }
}

#[tokio::test]
async fn another_failure_is_logged_while_the_first_lasts() {
    let (store, classifier, log) = following().await;
    put(&store, &layout::pointer(), b"garbage");
    ask(&classifier).await;
    now(store.delete(&layout::pointer())).expect("deleted");
    ask(&classifier).await;
    // The pointer still cannot be read, but for another reason.
    put(&store, &layout::pointer(), &[b' '; 65_537]);
    for _ in 0..3 {
        ask(&classifier).await;
    }
    assert_eq!(log.take().len(), 3);
}

#[tokio::test]
async fn a_model_that_is_written_after_its_pointer_is_loaded() {
    let (store, classifier, _) = following().await;
    put_pointer(&store, &pointer(&release(2)));
    ask(&classifier).await;
    put_model(&store, &release(2));
    assert_eq!(ask(&classifier).await, followed(&release(1)));
    assert_eq!(
        ask(&classifier).await,
        followed(&release(2)),
        "the pointer has not changed since, but it was not followed"
    );
}

#[tokio::test]
async fn claims_and_beats_do_not_load_the_model_again() {
    let (store, classifier, log) = following().await;
    let before = classifier.model().expect("a model");
    // A load would log a failure.
    put(&store, &release(1).id.model_file(ModelFile::Model), b"gone");
    for beat in 0..5 {
        put_pointer(&store, &claimed(&pointer(&release(1)), beat));
        assert_eq!(ask(&classifier).await, followed(&release(1)));
    }
    assert!(Arc::ptr_eq(&before, &classifier.model().expect("a model")));
    assert_eq!(log.take(), [""; 0]);
}

#[tokio::test]
async fn a_release_of_the_same_model_is_named_and_not_loaded() {
    let (store, classifier, log) = following().await;
    let before = classifier.model().expect("a model");
    put_pointer(&store, &pointer(&Release { id: id(7), ..release(1) }));
    ask(&classifier).await;
    assert_eq!(ask(&classifier).await, followed(&Release { id: id(7), ..release(1) }));
    assert!(Arc::ptr_eq(&before, &classifier.model().expect("a model")));
    assert_eq!(log.take(), [""; 0]);
}

#[tokio::test]
async fn the_bundled_model_answers_until_the_releases_can_be_read() {
    let (store, log) = (ArtifactStore::memory(), LogLines::default());
    let sources = log.sources().releases(store.clone()).model(bundled(&release(9)));
    let classifier = Classifier::start(sources).await;
    assert_eq!(log.take().len(), 1);
    let fallback = (200, None, Some("bundled".to_owned()), Some(109));
    assert_eq!(ask(&classifier).await, fallback);
    publish(&store, &release(1));
    assert_eq!(ask(&classifier).await, fallback);
    assert_eq!(ask(&classifier).await, followed(&release(1)));
    now(store.delete(&layout::pointer())).expect("deleted");
    ask(&classifier).await;
    assert_eq!(
        ask(&classifier).await,
        followed(&release(1)),
        "the last good model is newer than the bundled one"
    );
}

#[tokio::test]
async fn the_bundled_model_is_not_read_while_the_releases_can_be_read() {
    let (store, log) = (ArtifactStore::memory(), LogLines::default());
    publish(&store, &release(1));
    let sources = log.sources().releases(store).model(ArtifactStore::memory());
    let classifier = Classifier::start(sources).await;
    assert_eq!(ask(&classifier).await, followed(&release(1)));
    assert_eq!(log.take(), [""; 0]);
}

#[tokio::test]
async fn without_any_model_every_nth_request_waits_for_one() {
    let (store, log) = (ArtifactStore::memory(), LogLines::default());
    let classifier =
        Classifier::start(log.sources().releases(store.clone()).model(ArtifactStore::memory())).await;
    assert_eq!(log.take().len(), 2, "one line for each location");
    publish(&store, &release(1));
    for _ in 1..RELOAD_EVERY {
        assert_eq!(health(&classifier), (503, None, None, None));
    }
    assert_eq!(health(&classifier), followed(&release(1)), "this one waited");
}

#[tokio::test]
async fn two_checks_never_run_at_once() {
    let (store, classifier, _) = following().await;
    publish(&store, &release(2));
    for _ in 0..100 {
        assert_eq!(health(&classifier), followed(&release(1)));
    }
    assert_eq!(tokio::runtime::Handle::current().metrics().num_alive_tasks(), 1);
    classifier.settle().await;
    assert_eq!(health(&classifier), followed(&release(2)));
}

#[test]
fn a_fixed_model_is_never_loaded_again() {
    let store = bundled(&release(9));
    let classifier = now(Classifier::start(LogLines::default().sources().model(store.clone())));
    put(&store, &ModelFile::Model.key(), &release(8).model);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        for _ in 0..20 {
            assert_eq!(ask(&classifier).await, (200, None, Some("fixed".to_owned()), Some(109)));
        }
    });
}

#[test]
fn without_a_runtime_the_current_model_answers() {
    let store = ArtifactStore::memory();
    publish(&store, &release(1));
    let classifier = now(Classifier::start(LogLines::default().sources().releases(store.clone())));
    publish(&store, &release(2));
    for _ in 0..3 {
        assert_eq!(health(&classifier), followed(&release(1)));
    }
}
