//! What an event asks for.
//!
//! Events come from the scheduler, from the bucket and from operators; whoever may upload profiles chooses what is in a
//! bucket's events. So nothing of an event is repeated: not a key, not the name of an action that there is not.

use serde_json::{Map, Value};

/// The longest reason.
const MAX_REASON_CHARS: usize = 200;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Profiles → release.
    Refresh {
        /// Who asks.
        trigger: Trigger,
        /// Why to publish although the gate, or an earlier rollback, speaks against it.
        force: Option<String>,
    },
    /// How old the live model is.
    Report,
    /// Nothing: the bucket tries whether its events arrive.
    Nothing,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The clock, or whoever sends an event that says nothing.
    Schedule,
    /// A bucket: profiles came or went.
    S3,
    /// An operator.
    Manual,
}

/// An event that is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventError {
    /// An action that there is not.
    #[error("the event's `action` is not known; it is \"refresh\" or \"report\"")]
    UnknownAction,
    /// A key that would be ignored.
    #[error(
        "the event has a key that its action does not know; {{\"action\":\"refresh\"}} may have `force`, a reason, and nothing else"
    )]
    UnknownKey,
    /// No reason.
    #[error(
        "the event's `force` is the reason why to publish all the same: a text of 1 to {MAX_REASON_CHARS} characters"
    )]
    BadForce,
    /// Records of something else.
    #[error(
        "the event's `Records` are not notifications of an S3 bucket; is the function subscribed to something else?"
    )]
    OtherRecords,
}

impl Asked {
    /// Reads an event.
    ///
    /// # Errors
    /// An event that asks for something this function does not do, instead of guessing.
    pub fn read(event: &Value) -> Result<Asked, EventError> {
        // The scheduler's input is whatever was typed into it.
        let Some(event) = event.as_object() else { return Ok(Asked::refresh(Trigger::Schedule)) };
        if let Some(action) = event.get("action") {
            return manual(action, event);
        }
        if let Some(records) = event.get("Records") {
            return notified(records);
        }
        if event.get("Event").and_then(Value::as_str) == Some("s3:TestEvent") {
            return Ok(Asked::Nothing);
        }
        match event.get("source").and_then(Value::as_str) {
            // The same by way of EventBridge.
            Some("aws.s3") => Ok(Asked::refresh(Trigger::S3)),
            _ => Ok(Asked::refresh(Trigger::Schedule)),
        }
    }

    fn refresh(trigger: Trigger) -> Asked {
        Asked::Refresh { trigger, force: None }
    }

    /// Who asks.
    pub fn trigger(&self) -> Trigger {
        match self {
            Asked::Refresh { trigger, .. } => *trigger,
            Asked::Report => Trigger::Manual,
            Asked::Nothing => Trigger::S3,
        }
    }
}

impl Trigger {
    /// In a word.
    pub fn as_str(self) -> &'static str {
        match self {
            Trigger::Schedule => "schedule",
            Trigger::S3 => "s3",
            Trigger::Manual => "manual",
        }
    }
}

fn manual(action: &Value, event: &Map<String, Value>) -> Result<Asked, EventError> {
    let only = |known: &[&str]| {
        let is_known = event.keys().all(|key| known.contains(&key.as_str()));
        if is_known { Ok(()) } else { Err(EventError::UnknownKey) }
    };
    match action.as_str() {
        Some("refresh") => {
            only(&["action", "force"])?;
            let force = event.get("force").map(reason).transpose()?;
            Ok(Asked::Refresh { trigger: Trigger::Manual, force })
        }
        Some("report") => only(&["action"]).map(|()| Asked::Report),
        _ => Err(EventError::UnknownAction),
    }
}

/// The reason is kept with the release, so it has to be one, on one line.
fn reason(force: &Value) -> Result<String, EventError> {
    let reason = force.as_str().map(str::trim).ok_or(EventError::BadForce)?;
    let is_long = reason.chars().count() > MAX_REASON_CHARS;
    if reason.is_empty() || is_long || reason.contains(char::is_control) {
        return Err(EventError::BadForce);
    }
    Ok(reason.to_owned())
}

fn notified(records: &Value) -> Result<Asked, EventError> {
    let is_s3 = |record: &Value| record.get("eventSource").and_then(Value::as_str) == Some("aws:s3");
    match records.as_array() {
        Some(records) if records.iter().any(is_s3) => Ok(Asked::refresh(Trigger::S3)),
        _ => Err(EventError::OtherRecords),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn by(trigger: Trigger) -> Result<Asked, EventError> {
        Ok(Asked::Refresh { trigger, force: None })
    }

    fn forced(reason: &str) -> Result<Asked, EventError> {
        Ok(Asked::Refresh { trigger: Trigger::Manual, force: Some(reason.to_owned()) })
    }

    #[test]
    fn every_event_means_one_thing() {
        let s3 = json!({ "eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3": { "object": { "key": "k" } } });
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
            (json!({ "Service": "Amazon S3", "Event": "s3:TestEvent" }), Ok(Asked::Nothing)),
            (json!({ "action": "refresh" }), by(Trigger::Manual)),
            (json!({ "action": "refresh", "force": " fewer people " }), forced("fewer people")),
            (json!({ "action": "report" }), Ok(Asked::Report)),
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
            assert_eq!(Asked::read(&event), expected, "{event}");
        }
    }

    #[test]
    fn an_error_repeats_nothing_of_the_event() {
        for event in [
            json!({ "action": "needle" }),
            json!({ "action": "refresh", "needle": 1 }),
            json!({ "action": "refresh", "force": "needle\n" .repeat(3) }),
            json!({ "Records": [{ "eventSource": "needle" }] }),
        ] {
            let error = Asked::read(&event).expect_err("not understood").to_string();
            assert!(!error.contains("needle"), "{error}");
        }
    }
}
