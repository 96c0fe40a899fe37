//! Credentials, region and endpoint are found as by the AWS tools. Each case is a process with its own
//! environment.

use std::process::Command;

use artifact_store::{ArtifactStore, Condition, StoreError};

use crate::stores::s3::{ACCESS_KEY, Bucket, SECRET_KEY};
use crate::stores::{message, put_when, wait};

/// The store to which a process of these tests writes.
const STORE: &str = "STORE_OF_ONE_PROCESS";

/// Runs the same test in a process with only this environment, which writes an object; returns what it
/// printed.
fn output_with(this_test: &str, env: &[(&str, &str)]) -> String {
    let home = tempfile::tempdir().expect("a home without ~/.aws");
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", &format!("environment::{this_test}"), "--nocapture"])
        .env_clear()
        .env("HOME", home.path())
        // There is no such service here, and searching for it takes seconds.
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .envs(env.iter().copied())
        .output()
        .expect("starts");
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{message}");
    message
}

/// Writes if this is such a process, and returns whether it is.
fn has_written() -> bool {
    let Ok(uri) = std::env::var(STORE) else { return false };
    let store = wait(ArtifactStore::open(&uri)).expect("an address");
    match put_when(&store, "k", "x", Condition::IfAbsent) {
        Ok(_) => eprint!("written"),
        Err(error) => {
            assert!(matches!(error, StoreError::Denied { .. }), "{error:?}");
            eprint!("{}", message(&error));
        }
    }
    true
}

#[test]
fn endpoint_and_credentials_come_from_the_environment() {
    if has_written() {
        return;
    }
    let Some(bucket) = Bucket::new() else { return };
    // A host name, because `bucket.localhost` is no host: the bucket must be in the path.
    let url = bucket.network.url().replace("127.0.0.1", "localhost");
    for (variable, prefix) in [("AWS_ENDPOINT_URL", "a"), ("AWS_ENDPOINT_URL_S3", "b")] {
        let uri = format!("s3://{}/{prefix}", bucket.name);
        let env = [
            (STORE, uri.as_str()),
            (variable, &url),
            ("AWS_ACCESS_KEY_ID", ACCESS_KEY),
            ("AWS_SECRET_ACCESS_KEY", SECRET_KEY),
        ];
        let message = output_with("endpoint_and_credentials_come_from_the_environment", &env);
        assert!(message.contains("written"), "{variable}: {message}");
        assert_eq!(crate::stores::text(&bucket.store(prefix), "k"), "x");
    }
}

#[test]
fn missing_credentials_are_named() {
    if has_written() {
        return;
    }
    let env = [(STORE, "s3://bucket"), ("AWS_ENDPOINT_URL", "http://127.0.0.1:9")];
    let message = output_with("missing_credentials_are_named", &env);
    assert!(message.contains("no credentials were found"), "{message}");
    assert!(message.contains("AWS_ACCESS_KEY_ID") && message.contains("AWS_PROFILE"), "{message}");
    assert!(message.contains("s3://bucket/k"), "{message}");
}

#[test]
fn a_missing_profile_is_named() {
    if has_written() {
        return;
    }
    let env = [
        (STORE, "s3://bucket"),
        ("AWS_ENDPOINT_URL", "http://127.0.0.1:9"),
        ("AWS_PROFILE", "no-such-profile"),
    ];
    let message = output_with("a_missing_profile_is_named", &env);
    assert!(message.contains("AWS_PROFILE"), "{message}");
}
