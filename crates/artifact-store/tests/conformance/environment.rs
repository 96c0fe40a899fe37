//! Credentials, region and endpoint as the AWS tools find them. Each case is a process with its own environment.

use std::process::Command;

use artifact_store::{ArtifactStore, Condition, StoreError};

use crate::stores::s3::{ACCESS_KEY, Bucket, SECRET_KEY};
use crate::stores::{put_when, told, wait};

/// The address that a process of these tests writes to.
const STORE: &str = "STORE_OF_ONE_PROCESS";

/// Writes something in a process with this environment and nothing else, which is this test once more; returns what it printed.
fn told_with(this_test: &str, env: &[(&str, &str)]) -> String {
    let home = tempfile::tempdir().expect("a home without ~/.aws");
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", &format!("environment::{this_test}"), "--nocapture"])
        .env_clear()
        .env("HOME", home.path())
        // There is no such service here, and looking for it takes seconds.
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .envs(env.iter().copied())
        .output()
        .expect("starts");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{told}");
    told
}

/// Whether this is such a process; then it has written.
fn has_written() -> bool {
    let Ok(uri) = std::env::var(STORE) else { return false };
    let store = wait(ArtifactStore::open(&uri)).expect("an address");
    match put_when(&store, "k", "x", Condition::IfAbsent) {
        Ok(_) => eprint!("written"),
        Err(error) => {
            assert!(matches!(error, StoreError::Denied { .. }), "{error:?}");
            eprint!("{}", told(&error));
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
    // By name, as `bucket.localhost` is no host: the bucket must be in the path.
    let url = bucket.network.url().replace("127.0.0.1", "localhost");
    for (variable, prefix) in [("AWS_ENDPOINT_URL", "a"), ("AWS_ENDPOINT_URL_S3", "b")] {
        let uri = format!("s3://{}/{prefix}", bucket.name);
        let env = [
            (STORE, uri.as_str()),
            (variable, &url),
            ("AWS_ACCESS_KEY_ID", ACCESS_KEY),
            ("AWS_SECRET_ACCESS_KEY", SECRET_KEY),
        ];
        let told = told_with("endpoint_and_credentials_come_from_the_environment", &env);
        assert!(told.contains("written"), "{variable}: {told}");
        assert_eq!(crate::stores::text(&bucket.store(prefix), "k"), "x");
    }
}

#[test]
fn no_credentials_are_said_to_be_none() {
    if has_written() {
        return;
    }
    let env = [(STORE, "s3://bucket"), ("AWS_ENDPOINT_URL", "http://127.0.0.1:9")];
    let told = told_with("no_credentials_are_said_to_be_none", &env);
    assert!(told.contains("no credentials were found"), "{told}");
    assert!(told.contains("AWS_ACCESS_KEY_ID") && told.contains("AWS_PROFILE"), "{told}");
    assert!(told.contains("s3://bucket/k"), "{told}");
}

#[test]
fn a_profile_that_is_not_there_is_said_to_be() {
    if has_written() {
        return;
    }
    let env = [
        (STORE, "s3://bucket"),
        ("AWS_ENDPOINT_URL", "http://127.0.0.1:9"),
        ("AWS_PROFILE", "no-such-profile"),
    ];
    let told = told_with("a_profile_that_is_not_there_is_said_to_be", &env);
    assert!(told.contains("AWS_PROFILE"), "{told}");
}
