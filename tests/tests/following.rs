//! The real function follows the live release: the old model answers until the check of a request has ended,
//! and the last good model answers after any failure.

use std::fs;
use std::net::TcpListener;
use std::sync::OnceLock;

use serde_json::{Value, json};
use tests::function::{Environment, Function};
use tests::gateway::Request;
use tests::moto::Moto;
use tests::releases::{Bucket, Folder, ReleaseStore};
use tests::site::{Site, read_profiles, sample};

const A: &str = "00000000000000aa";
const B: &str = "00000000000000bb";

/// Two models, and a person with different pages in them.
struct Two {
    a: Vec<u8>,
    b: Vec<u8>,
    profile: Value,
    page_a: String,
    page_b: String,
}

impl Two {
    /// Trained once for all tests of this file, without files that remain.
    fn get() -> &'static Two {
        static TWO: OnceLock<Two> = OnceLock::new();
        TWO.get_or_init(Two::new)
    }

    fn new() -> Two {
        let (a, b) = (Site::of_sample(1_500, 7), Site::of_sample(600, 8));
        let (by_a, by_b) = (Function::start(&a.model()), Function::start(&b.model()));
        let strangers = a.model().join("strangers.jsonl");
        sample(200, 99, &strangers);
        for profile in read_profiles(&strangers) {
            let (page_a, page_b) = (page(&by_a, &profile), page(&by_b, &profile));
            if page_a != page_b && a.has_page(&page_a) && b.has_page(&page_b) {
                let bytes = |site: &Site| fs::read(site.model().join("model.bin")).expect("a model");
                return Two { a: bytes(&a), b: bytes(&b), profile, page_a, page_b };
            }
        }
        panic!("the models send everyone to the same pages");
    }

    /// A folder with model A.
    fn bundled(&self) -> Folder {
        let folder = Folder::new();
        folder.put("model.bin", &self.a);
        folder
    }
}

fn page(function: &Function, profile: &Value) -> String {
    let answer = function.send(&Request::json(profile));
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location_path().to_owned()
}

/// `release` and `source` of `/health`.
fn health(function: &Function) -> (Value, Value) {
    let health = function.send(&Request::new("GET", "/health")).json();
    (health["release"].clone(), health["source"].clone())
}

/// The next request may lead to the old page or the new one, depending on the time of the check before it.
/// The request after it leads to the new page, because checks end between requests.
fn turns_to(function: &Function, profile: &Value, old: &str, new: &str) {
    let first = page(function, profile);
    assert!([old, new].contains(&first.as_str()), "{first}");
    assert_eq!(page(function, profile), new);
}

/// Publishes A, then B, then damages the store; checks with every request.
fn follows(two: &Two, store: &impl ReleaseStore, environment: Environment, destroy: impl FnOnce()) {
    store.publish(A, &two.a);
    let function = environment.set("MODEL_CHECK_SECONDS", "0").start();
    assert_eq!(health(&function), (json!(A), json!("releases")));
    assert_eq!(page(&function, &two.profile), two.page_a);
    store.publish(B, &two.b);
    turns_to(&function, &two.profile, &two.page_a, &two.page_b);
    assert_eq!(health(&function), (json!(B), json!("releases")));
    assert_eq!(function.log(), "", "nothing was wrong");

    store.put(&format!("releases/{A}/model.bin"), b"damaged");
    let live = json!({
        "release": A, "sequence": 3, "model_sha256": "0".repeat(64), "inputs": "",
        "published_at": "2026-01-01T00:00:00Z",
    });
    store.put("current.json", json!({ "live": live }).to_string().as_bytes());
    for _ in 0..3 {
        assert_eq!(page(&function, &two.profile), two.page_b);
    }
    destroy();
    for _ in 0..3 {
        assert_eq!(page(&function, &two.profile), two.page_b);
    }
    // The last check may still run; it logs nothing new.
    let log = function.log();
    assert_eq!(log.lines().count(), 2, "a line for each failure: {log}");
    assert!(log.contains("does not match the pointer"), "{log}");
}

#[test]
fn releases_in_a_folder_are_followed() {
    let (two, folder) = (Two::get(), Folder::new());
    let environment = Environment::default().set("RELEASES_URI", folder.path());
    // At once: a check in the middle would find another failure.
    let destroy = || fs::rename(folder.path(), folder.path().with_extension("gone")).expect("renamed");
    follows(two, &folder, environment, destroy);
    fs::remove_dir_all(folder.path().with_extension("gone")).expect("removed");
}

#[test]
fn releases_in_a_bucket_are_followed() {
    let Some(program) = Moto::program() else {
        eprintln!("skipped: MOTO_SERVER names no moto_server");
        return;
    };
    let (two, moto) = (Two::get(), Moto::start(program.as_os_str()));
    let bucket = Bucket::new(&moto, "releases");
    follows(two, &bucket, bucket.environment(), || bucket.delete("current.json"));
}

#[test]
fn a_missing_bucket_is_logged_and_the_bundled_model_answers() {
    let (two, bundled) = (Two::get(), Two::get().bundled());
    // No program listens on port 9 of this machine, so connections are refused at once.
    let function = Environment::default()
        .set("RELEASES_URI", "s3://releases")
        .set("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
        .set("AWS_ACCESS_KEY_ID", "testing")
        .set("AWS_SECRET_ACCESS_KEY", "testing")
        .set("MODEL_URI", bundled.path())
        .start();
    assert_eq!(page(&function, &two.profile), two.page_a);
    assert_eq!(health(&function), (Value::Null, json!("bundled")));
    let log = function.log();
    assert_eq!(log.lines().count(), 1, "{log}");
    assert!(log.contains("s3://releases/current.json"), "{log}");
}

#[test]
fn a_bucket_that_never_answers_does_not_block_the_start() {
    let (two, bundled) = (Two::get(), Two::get().bundled());
    // The system accepts connections, but no program reads from them.
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let function = Environment::default()
        .set("RELEASES_URI", "s3://releases")
        .set("AWS_ENDPOINT_URL_S3", format!("http://{}", silent.local_addr().expect("bound")))
        .set("AWS_ACCESS_KEY_ID", "testing")
        .set("AWS_SECRET_ACCESS_KEY", "testing")
        .set("MODEL_URI", bundled.path())
        .start();
    assert_eq!(page(&function, &two.profile), two.page_a);
    assert!(function.log().contains("no answer for 8 seconds"), "{}", function.log());
}

#[test]
fn the_bundled_model_answers_while_there_are_no_releases() {
    let (two, folder, bundled) = (Two::get(), Folder::new(), Two::get().bundled());
    let function = Environment::default()
        .set("RELEASES_URI", folder.path())
        .set("MODEL_URI", bundled.path())
        .set("MODEL_CHECK_SECONDS", "0")
        .start();
    assert_eq!(page(&function, &two.profile), two.page_a);
    assert_eq!(health(&function), (Value::Null, json!("bundled")));
    folder.publish(B, &two.b);
    turns_to(&function, &two.profile, &two.page_a, &two.page_b);
    assert_eq!(health(&function), (json!(B), json!("releases")));
    assert_eq!(function.log().lines().count(), 1, "{}", function.log());
}
