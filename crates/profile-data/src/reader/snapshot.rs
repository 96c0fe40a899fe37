//! The day of a record of the common form, which few files have.

use serde::Deserialize;
use serde_json::Value;

use crate::identity::day_of;

/// Its keys: ours, and that of Bright Data.
const KEYS: [&str; 2] = ["snapshot_date", "timestamp"];

#[derive(Deserialize)]
struct Snapshot {
    #[serde(default)]
    snapshot_date: Value,
    #[serde(default)]
    timestamp: Value,
}

/// The day in a JSON record, in days since 1970; 0 if it is unknown. The record is parsed again only if it
/// has a key.
pub(super) fn day_in(text: &str) -> u16 {
    if !KEYS.iter().any(|key| text.contains(key)) {
        return 0;
    }
    let Ok(found) = serde_json::from_str::<Snapshot>(text) else { return 0 };
    match day_of(&found.snapshot_date) {
        0 => day_of(&found.timestamp),
        day => day,
    }
}
