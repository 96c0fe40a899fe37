//! Events as requests.
//!
//! Events come from the scheduler, from the bucket and from operators. Anyone who can upload profiles
//! controls parts of the bucket's events. So the log and the errors repeat nothing of an event, not even a
//! key or an unknown action.

use serde_json::{Map, Value};

/// The longest reason.
const MAX_REASON_CHARS: usize = 200;

/// The request of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Train a model and publish it.
    Refresh {
        /// The sender of the event.
        trigger: Trigger,
        /// Publish despite the gate or an earlier rollback, for this reason.
        force: Option<String>,
    },
    /// Report the age of the live model.
    Report,
    /// Do nothing: the bucket tests whether its events arrive.
    BucketTest,
}

/// The sender of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The scheduler, or an event of unknown origin.
    Schedule,
    /// The bucket: profiles were added or deleted.
    S3,
    /// An operator.
    Manual,
}

/// Why an event is not a valid request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventError {
    /// The action does not exist.
    #[error("the event has an unknown `action`; use \"refresh\" or \"report\"")]
    UnknownAction,
    /// The action does not use one of the keys.
    #[error(
        "the event has a key that its action does not use; \
         {{\"action\":\"refresh\"}} takes `force`, a reason, and nothing else"
    )]
    UnknownKey,
    /// The reason is missing, too long or not a line of text.
    #[error("the event's `force` must be a reason: one line of 1 to {MAX_REASON_CHARS} characters")]
    BadForce,
    /// The records do not come from a bucket.
    #[error(
        "the event's `Records` are not notifications of an S3 bucket; \
         is the function subscribed to something else?"
    )]
    OtherRecords,
}

impl Request {
    /// Reads an event.
    ///
    /// # Errors
    /// An event that is not a valid request.
    pub fn read(event: &Value) -> Result<Request, EventError> {
        // The operator can configure any JSON as the scheduler's input.
        let Some(event) = event.as_object() else { return Ok(Request::refresh(Trigger::Schedule)) };
        if let Some(action) = event.get("action") {
            return manual(action, event);
        }
        if let Some(records) = event.get("Records") {
            return notified(records);
        }
        if event.get("Event").and_then(Value::as_str) == Some("s3:TestEvent") {
            return Ok(Request::BucketTest);
        }
        match event.get("source").and_then(Value::as_str) {
            // A bucket's notification through EventBridge.
            Some("aws.s3") => Ok(Request::refresh(Trigger::S3)),
            _ => Ok(Request::refresh(Trigger::Schedule)),
        }
    }

    fn refresh(trigger: Trigger) -> Request {
        Request::Refresh { trigger, force: None }
    }

    /// The sender of the event.
    pub fn trigger(&self) -> Trigger {
        match self {
            Request::Refresh { trigger, .. } => *trigger,
            Request::Report => Trigger::Manual,
            Request::BucketTest => Trigger::S3,
        }
    }
}

impl Trigger {
    /// The name in the log.
    pub fn as_str(self) -> &'static str {
        match self {
            Trigger::Schedule => "schedule",
            Trigger::S3 => "s3",
            Trigger::Manual => "manual",
        }
    }
}

fn manual(action: &Value, event: &Map<String, Value>) -> Result<Request, EventError> {
    let only = |known: &[&str]| {
        let is_known = event.keys().all(|key| known.contains(&key.as_str()));
        if is_known { Ok(()) } else { Err(EventError::UnknownKey) }
    };
    match action.as_str() {
        Some("refresh") => {
            only(&["action", "force"])?;
            let force = event.get("force").map(reason).transpose()?;
            Ok(Request::Refresh { trigger: Trigger::Manual, force })
        }
        Some("report") => only(&["action"]).map(|()| Request::Report),
        _ => Err(EventError::UnknownAction),
    }
}

/// The reason is stored with the release, so it must be one line of text.
fn reason(force: &Value) -> Result<String, EventError> {
    let reason = force.as_str().map(str::trim).ok_or(EventError::BadForce)?;
    let is_long = reason.chars().count() > MAX_REASON_CHARS;
    if reason.is_empty() || is_long || reason.contains(char::is_control) {
        return Err(EventError::BadForce);
    }
    Ok(reason.to_owned())
}

fn notified(records: &Value) -> Result<Request, EventError> {
    let is_s3 = |record: &Value| record.get("eventSource").and_then(Value::as_str) == Some("aws:s3");
    match records.as_array() {
        Some(records) if records.iter().any(is_s3) => Ok(Request::refresh(Trigger::S3)),
        _ => Err(EventError::OtherRecords),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn by(trigger: Trigger) -> Result<Request, EventError> {
        Ok(Request::Refresh { trigger, force: None })
    }

    fn forced(reason: &str) -> Result<Request, EventError> {
        Ok(Request::Refresh { trigger: Trigger::Manual, force: Some(reason.to_owned()) })
    }

    #[test]
    fn events_are_read_as_requests() {
        let object = json!({ "object": { "key": "k" } });
        let s3 = json!({ "eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3": object });
        let table = [
            (json!({}), by(Trigger::Schedule)),
            (json!(null), by(Trigger::Schedule)),
            (json!("tick"), by(Trigger::Schedule)),
            (json!([1, 2]), by(Trigger::Schedule)),
            (json!({ "source": "aws.scheduler", "detail-type": "Scheduled Event" }), by(Trigger::Schedule)),
            (json!({ "source": 5 }), by(Trigger::Schedule)),
            (json!({ "Records": [s3] }), by(Trigger::S3)),
            (json!({ "Records": [{ "eventSource": "aws:sqs" }, s3] }), by(Trigger::S3)),
            (json!({ "source": "aws.s3", "detail-type": "Object Created" }), by(Trigger::S3)),
            (json!({ "Records": [{ "eventSource": "aws:sqs" }] }), Err(EventError::OtherRecords)),
            (json!({ "Records": [] }), Err(EventError::OtherRecords)),
            (json!({ "Records": "aws:s3" }), Err(EventError::OtherRecords)),
            (json!({ "Service": "Amazon S3", "Event": "s3:TestEvent" }), Ok(Request::BucketTest)),
            (json!({ "action": "refresh" }), by(Trigger::Manual)),
            (json!({ "action": "refresh", "force": " fewer people " }), forced("fewer people")),
            (json!({ "action": "report" }), Ok(Request::Report)),
            (json!({ "action": "rollback" }), Err(EventError::UnknownAction)),
            (json!({ "action": "Refresh" }), Err(EventError::UnknownAction)),
            (json!({ "action": null }), Err(EventError::UnknownAction)),
            (json!({ "action": ["refresh"], "Records": [s3] }), Err(EventError::UnknownAction)),
            (json!({ "action": "refresh", "forse": "why" }), Err(EventError::UnknownKey)),
            (json!({ "action": "report", "force": "why" }), Err(EventError::UnknownKey)),
            (json!({ "action": "refresh", "force": true }), Err(EventError::BadForce)),
            (json!({ "action": "refresh", "force": "  " }), Err(EventError::BadForce)),
            (json!({ "action": "refresh", "force": "a\nb" }), Err(EventError::BadForce)),
            (json!({ "action": "refresh", "force": "x".repeat(200) }), forced(&"x".repeat(200))),
            (json!({ "action": "refresh", "force": "x".repeat(201) }), Err(EventError::BadForce)),
        ];
        for (event, expected) in table {
            assert_eq!(Request::read(&event), expected, "{event}");
        }
    }

    #[test]
    fn errors_repeat_nothing_of_the_event() {
        for event in [
            json!({ "action": "needle" }),
            json!({ "action": "refresh", "needle": 1 }),
            json!({ "action": "refresh", "force": "needle\n" .repeat(3) }),
            json!({ "Records": [{ "eventSource": "needle" }] }),
        ] {
            let error = Request::read(&event).expect_err("not valid").to_string();
            assert!(!error.contains("needle"), "{error}");
        }
    }
}
