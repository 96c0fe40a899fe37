//! The size of the function's binary.

use tests::built;

/// 6 MB, with its S3 client.
const MOST_BYTES: u64 = 6_000_000;

#[test]
fn it_is_small() {
    let len = std::fs::metadata(built::bootstrap()).expect("bootstrap").len();
    assert!(len <= MOST_BYTES, "{len} bytes, the bar is {MOST_BYTES}");
}
