//! The function as a file.

use testsuite::built;

/// 2.5 MB, without an S3 client.
const MOST_BYTES: u64 = 2_500_000;

#[test]
fn it_is_small() {
    let len = std::fs::metadata(built::bootstrap()).expect("bootstrap").len();
    assert!(len <= MOST_BYTES, "{len} bytes, the bar is {MOST_BYTES}");
}
