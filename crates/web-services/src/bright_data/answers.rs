//! What the service's JSON answers say. Everything in them is checked, nothing of them is printed raw.

use serde_json::Value;

/// What `progress` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Running,
    Ready,
    Failed,
    /// Nothing that we know.
    Unknown,
}

/// The id in the answer to a trigger; `None` for anything else.
pub(super) fn snapshot_id(body: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(body).ok()?;
    value["snapshot_id"].as_str().filter(|id| is_snapshot_id(id)).map(str::to_owned)
}

/// Ids become part of a path: letters, digits, `_` and `-` only.
pub(super) fn is_snapshot_id(id: &str) -> bool {
    (1..=100).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

/// The status in the answer of `progress`, or in what `snapshot` answers in place of records.
pub(super) fn status(body: &[u8]) -> Status {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return Status::Unknown };
    match value["status"].as_str() {
        Some("starting" | "running" | "building" | "collecting" | "pending") => Status::Running,
        Some("ready" | "done") => Status::Ready,
        Some("failed" | "canceled" | "cancelled") => Status::Failed,
        _ => Status::Unknown,
    }
}

/// A record that says why there is no profile: its `error_code`, else "no reason given". URLs and messages stay out.
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
