//! What others wrote is what its list says.

#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

use sha2::{Digest, Sha256};
use templates::assets;

#[test]
fn the_unzip_library_is_the_one_that_is_listed() {
    let unzip = assets(None).unwrap().scripts.unzip;
    let hash: String = Sha256::digest(&unzip.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let list = include_str!("../static/vendor/README.md");
    assert!(list.contains(&hash), "templates/static/vendor/README.md does not list {hash}");
}
