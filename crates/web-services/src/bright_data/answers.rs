//! Reads the service's JSON answers. All values are checked, and none is printed unchecked.

use serde_json::Value;

/// The status of a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Running,
    Ready,
    Failed,
    /// Not a known status.
    Unknown,
}

/// The id in the answer to a trigger; `None` without a valid one.
pub(super) fn snapshot_id(body: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(body).ok()?;
    value["snapshot_id"].as_str().filter(|id| is_snapshot_id(id)).map(str::to_owned)
}

/// Ids become part of a path, so only letters, digits, `_` and `-` are valid.
pub(super) fn is_snapshot_id(id: &str) -> bool {
    (1..=100).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

/// The status in the answer of `progress`, or in the answer of `snapshot` without records.
pub(super) fn status(body: &[u8]) -> Status {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return Status::Unknown };
    match value["status"].as_str() {
        Some("starting" | "running" | "building" | "collecting" | "pending") => Status::Running,
        Some("ready" | "done") => Status::Ready,
        Some("failed" | "canceled" | "cancelled") => Status::Failed,
        _ => Status::Unknown,
    }
}

/// The reason in a record without a profile: its `error_code`, else "no reason given". Never a URL or
/// message.
pub(super) fn failed_record(record: &Value) -> Option<String> {
    let has = |key: &str| record.get(key).is_some_and(|value| !value.is_null());
    // A profile may carry a warning; a failed record has no profile.
    if !has("error") && !has("error_code") || has("id") || has("position") || has("experience") {
        return None;
    }
    let code = record["error_code"].as_str().unwrap_or_default();
    let plain = (1..=40).contains(&code.len())
        && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    Some(if plain { code.to_owned() } else { "no reason given".to_owned() })
}
