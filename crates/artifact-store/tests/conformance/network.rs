//! Answers that are lost, cut off, damaged, late or errors.

use std::time::Duration;

use artifact_store::{Condition, StoreError};
use tests::faulty_proxy::Fault;

use crate::stores::s3::{self, Bucket};
use crate::stores::{get, is_conflict, key, message, put, put_when, text, wait};

fn refusal(status: u16, code: &str) -> Fault {
    Fault::Answer(status, format!("<Error><Code>{code}</Code><Message>because</Message></Error>"))
}

#[test]
fn a_write_whose_answer_was_lost_is_recognised() {
    let Some(bucket) = Bucket::new() else { return };
    let store = bucket.store("");
    bucket.network.next([Fault::LoseAnswer]);
    let one = put_when(&store, "k", "one", Condition::IfAbsent).expect("it was our write");
    assert_eq!(get(&store, "k").expect("read").version, one);
    bucket.network.next([Fault::LoseAnswer]);
    let two = put_when(&store, "k", "two", Condition::IfMatch(&one)).expect("it was our write");
    assert_eq!((text(&store, "k"), get(&store, "k").expect("read").version), ("two".to_owned(), two));
}

#[test]
fn a_lost_race_stays_lost_when_an_answer_is_lost() {
    let Some(bucket) = Bucket::new() else { return };
    let store = bucket.store("");
    let theirs = put(&store, "k", "theirs");
    let before = bucket.network.requests().len();
    bucket.network.next([Fault::LoseAnswer]);
    assert!(is_conflict(&put_when(&store, "k", "ours", Condition::IfAbsent)));
    let target = format!("/{}/k", bucket.name);
    let sent = [format!("PUT {target}"), format!("PUT {target}"), format!("HEAD {target}")];
    let requests: Vec<String> =
        bucket.network.requests()[before..].iter().map(|r| r.replace("?x-id=PutObject", "")).collect();
    assert_eq!(requests, sent, "one lost, one refused, and a check of the winner");
    assert_eq!((text(&store, "k"), get(&store, "k").expect("read").version), ("theirs".to_owned(), theirs));
}

#[test]
fn conditional_writes_that_meet_are_a_conflict() {
    let Some(bucket) = Bucket::new() else { return };
    let store = bucket.store("");
    let version = put(&store, "k", "x");
    for condition in [Condition::IfAbsent, Condition::IfMatch(&version)] {
        bucket.network.next([refusal(409, "ConditionalRequestConflict")]);
        let result = put_when(&store, "k", "y", condition);
        assert!(is_conflict(&result), "{result:?}");
    }
}

#[test]
fn a_torn_body_is_requested_once_more() {
    let Some(bucket) = Bucket::new() else { return };
    let store = bucket.store("");
    put(&store, "k", "some content");
    for fault in [Fault::CutBody(4), Fault::CutBody(0), Fault::FlipByte] {
        bucket.network.next([fault.clone()]);
        assert_eq!(text(&store, "k"), "some content", "{fault:?}");
    }
    bucket.network.next([Fault::CutBody(4), Fault::CutBody(4)]);
    let error = get(&store, "k").expect_err("cut twice");
    assert!(matches!(error, StoreError::Read { .. }), "{error:?}");
    bucket.network.next([Fault::FlipByte, Fault::FlipByte]);
    let error = get(&store, "k").expect_err("damaged twice");
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
}

#[test]
fn requests_to_busy_and_silent_servers_are_repeated() {
    let Some(bucket) = Bucket::new() else { return };
    let store = bucket.store("");
    bucket.network.next([
        refusal(503, "SlowDown"),
        refusal(500, "InternalError"),
        Fault::Silence(Duration::ZERO),
    ]);
    put(&store, "k", "x");
    // Longer than the limit of an attempt, which is repeated.
    bucket.network.next([Fault::Silence(Duration::from_secs(60))]);
    assert_eq!(text(&store, "k"), "x");
    let before = bucket.network.requests().len();
    bucket.network.next(vec![refusal(503, "SlowDown"); 9]);
    let error = put_when(&store, "k", "y", Condition::Always).expect_err("busy for good");
    assert!(matches!(error, StoreError::Write { .. }), "{error:?}");
    let message = message(&error);
    assert!(message.contains("SlowDown") && message.contains("try again later"), "{message}");
    assert_eq!(bucket.network.requests().len() - before, 4, "attempts");
}

#[test]
fn refusals_say_what_to_check() {
    let Some(bucket) = Bucket::new() else { return };
    let store = bucket.store("");
    for (status, code, check) in [
        (403, "AccessDenied", "s3:ListBucket"),
        (403, "InvalidAccessKeyId", "AWS_ACCESS_KEY_ID"),
        (403, "SignatureDoesNotMatch", "AWS_SECRET_ACCESS_KEY"),
        (400, "ExpiredToken", "have expired"),
        (403, "RequestTimeTooSkewed", "clock"),
        (301, "PermanentRedirect", "set AWS_REGION"),
        (400, "AuthorizationHeaderMalformed", "set AWS_REGION"),
        (400, "IllegalLocationConstraintException", "set AWS_REGION"),
    ] {
        for write in [false, true] {
            // More than once: the SDK may correct its clock and try again.
            bucket.network.next(vec![refusal(status, code); 4]);
            let error = if write {
                put_when(&store, "k", "x", Condition::IfAbsent).expect_err("refused")
            } else {
                get(&store, "k").expect_err("refused")
            };
            assert!(matches!(error, StoreError::Denied { .. }), "{error:?}");
            let message = message(&error);
            assert!(
                message.contains(check) && message.contains(code) && message.contains("because"),
                "{message}"
            );
            assert!(message.contains(&format!("s3://{}/k", bucket.name)), "{message}");
            assert!(message.len() < 600 && !message.contains('{'), "a line, not a dump: {message}");
        }
    }
}

#[test]
fn an_unreachable_server_has_a_short_error() {
    // A port that was just free, so that no program listens.
    let port =
        std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
    let store = s3::store("bucket", s3::config(&format!("http://127.0.0.1:{port}")));
    let errors = [
        get(&store, "k").expect_err("unreachable"),
        put_when(&store, "k", "x", Condition::IfAbsent).expect_err("unreachable"),
        wait(store.list("")).expect_err("unreachable"),
        wait(store.delete(&key("k"))).expect_err("unreachable"),
    ];
    for error in errors {
        assert!(matches!(error, StoreError::Read { .. } | StoreError::Write { .. }), "{error:?}");
        let message = message(&error);
        assert!(message.contains("refused") && message.contains("AWS_ENDPOINT_URL"), "{message}");
        assert!(message.len() < 300, "{message}");
    }
}
