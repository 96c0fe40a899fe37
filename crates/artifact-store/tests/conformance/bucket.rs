//! Guarantees of buckets beyond the laws.

use artifact_store::{Put, StoreError, cache_control};
use tests::moto::LIST_PAGE;

use crate::stores::s3::{self, Bucket};
use crate::stores::{get, key, message, names, put, put_when, text, wait};

#[test]
fn type_and_cache_control_reach_visitors() {
    let Some(bucket) = Bucket::new() else { return };
    let store = bucket.store("");
    let page = Put { content_type: "text/html; charset=utf-8", ..Put::private(b"<p>", "") };
    let page = Put { cache_control: cache_control::PAGE, ..page };
    wait(store.put(&key("site/index.html"), page)).expect("written");
    let path = format!("/{}/site/index.html", bucket.name);
    let reply = bucket.server().send("GET", &path, &[], "");
    assert_eq!((reply.status, reply.body.as_str()), (200, "<p>"));
    assert_eq!(reply.header("content-type"), page.content_type);
    assert_eq!(reply.header("cache-control"), page.cache_control);
    let sha256 = "33f2799467177287a29260780a107ac98ea63dd6165f67fcc0d74767d0a82090";
    assert_eq!(reply.header("x-amz-meta-sha256"), sha256, "of `<p>`, by sha256sum");
}

#[test]
fn prefixes_are_separate_stores() {
    let Some(bucket) = Bucket::new() else { return };
    let (all, one, other) = (bucket.store(""), bucket.store("one/"), bucket.store("one-more"));
    put(&one, "k", "1");
    put(&other, "k", "2");
    assert_eq!((text(&one, "k"), text(&other, "k")), ("1".to_owned(), "2".to_owned()));
    assert_eq!((names(&one, ""), names(&other, "")), (vec!["k".to_owned()], vec!["k".to_owned()]));
    assert_eq!(names(&all, ""), ["one-more/k", "one/k"]);
    assert_eq!(one.location(&key("k")), format!("s3://{}/one/k", bucket.name));
}

#[test]
fn a_list_continues_after_its_first_page() {
    let Some(bucket) = Bucket::new() else { return };
    let store = bucket.store("");
    let expected: Vec<String> = (0..2 * LIST_PAGE + 1).map(|i| format!("many/{i:04}")).collect();
    for name in &expected {
        let path = format!("/{}/{name}", bucket.name);
        assert_eq!(bucket.server().send("PUT", &path, &[], "x").status, 200);
    }
    assert_eq!(names(&store, "many/"), expected);
    let pages = bucket.network.requests().iter().filter(|request| request.contains("list-type=2")).count();
    assert_eq!(pages, 3);
}

#[test]
fn names_that_are_no_keys_are_left_out() {
    let Some(bucket) = Bucket::new() else { return };
    let store = bucket.store("");
    put(&store, "a/k", "x");
    for name in ["a/", "a/.hidden", "a//b"] {
        bucket.server().send("PUT", &format!("/{}/{name}", bucket.name), &[], "x");
    }
    assert_eq!(names(&store, ""), ["a/k"]);
}

#[test]
fn damage_is_found_and_objects_of_other_programs_are_accepted() {
    let Some(bucket) = Bucket::new() else { return };
    let store = bucket.store("");
    let write = |name: &str, headers: &[(&str, &str)]| {
        let path = format!("/{}/{name}", bucket.name);
        assert_eq!(bucket.server().send("PUT", &path, headers, "content").status, 200);
    };
    write("damaged", &[("x-amz-meta-sha256", &"0".repeat(64))]);
    let error = get(&store, "damaged").expect_err("damaged");
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
    assert!(message(&error).contains(&format!("s3://{}/damaged", bucket.name)));
    write("by-hand", &[]);
    assert_eq!(text(&store, "by-hand"), "content");
}

#[test]
fn a_model_of_megabytes_is_read_back() {
    let Some(bucket) = Bucket::new() else { return };
    let store = bucket.store("");
    let model: Vec<u8> = (0..5_000_000_u32).map(|i| (i % 251) as u8).collect();
    put(&store, "model.bin", &model);
    assert!(get(&store, "model.bin").expect("read").bytes == model);
}

#[test]
fn a_missing_bucket_is_named() {
    let Some(bucket) = Bucket::new() else { return };
    let store = s3::store("no-such-bucket", s3::config(&bucket.network.url()));
    let errors = [
        get(&store, "k").expect_err("no bucket"),
        put_when(&store, "k", "x", artifact_store::Condition::Always).expect_err("no bucket"),
        wait(store.list("")).expect_err("no bucket"),
        wait(store.delete(&key("k"))).expect_err("no bucket"),
    ];
    for error in errors {
        let message = message(&error);
        assert!(!matches!(error, StoreError::NotFound { .. }), "the bucket is wrong, not the key: {message}");
        assert!(
            message.contains("s3://no-such-bucket/") && message.contains("has the bucket been created"),
            "{message}"
        );
    }
}
