//! Why a line is not a profile, without any text of the profile.

use std::fmt;

use serde_json::Value;

/// A record that is not a profile. It is skipped, and the next one is read.
///
/// The reason has positions and types only; the text of the record is neither repeated nor logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The first line of the record in its file or, in Parquet, its row; from 1.
    pub line: u64,
    /// The expected and the found value.
    pub reason: String,
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

const TEXT_KEYS: [&str; 3] = ["url", "position", "company"];
const LIST_KEYS: [&str; 4] = ["degree_fields", "courses", "certifications", "skills"];

/// Why `text` is not a profile. Slow, and called only for rejected lines.
pub(super) fn diagnose(text: &str) -> String {
    let value = match serde_json::from_str::<Value>(text) {
        Ok(value) => value,
        Err(error) if error.is_eof() => {
            return "the JSON ends in the middle of the record (cut off, or broken over several lines?)"
                .into();
        }
        Err(error) => return format!("not valid JSON at column {}", error.column()),
    };
    let Value::Object(record) = &value else {
        return format!("expected one JSON object a line, found {}", describe(&value));
    };
    // In the order of the documented format, so that the same line always gets the same reason.
    let id = record.get("id").filter(|id| !(id.is_null() || id.is_string() || id.is_u64()));
    if let Some(found) = id {
        return format!("id: expected a string, found {}", describe(found));
    }
    for key in TEXT_KEYS {
        if let Some(found) = record.get(key).filter(|found| !(found.is_null() || found.is_string())) {
            return format!("{key}: expected a string, found {}", describe(found));
        }
    }
    let months = record.get("experience_months");
    let is_months = |found: &Value| found.as_u64().is_some_and(|months| u32::try_from(months).is_ok());
    if let Some(found) = months.filter(|found| !(found.is_null() || is_months(found))) {
        return format!("experience_months: expected a whole number of months, found {}", describe(found));
    }
    for key in LIST_KEYS {
        match record.get(key) {
            None | Some(Value::Null) => {}
            Some(Value::Array(items)) => {
                let wrong = items.iter().enumerate().find(|(_, item)| !(item.is_null() || item.is_string()));
                if let Some((index, found)) = wrong {
                    return format!(
                        "{key}: item {}: expected a string, found {}",
                        index + 1,
                        describe(found)
                    );
                }
            }
            Some(found) => return format!("{key}: expected a list of strings, found {}", describe(found)),
        }
    }
    // All types are right, so the remaining reason is a duplicate key.
    "a key of the profile is given twice".into()
}

/// The type of a value; a number itself, which is short and not text.
pub(crate) fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(_) => "true or false".into(),
        Value::Number(number) => number.to_string(),
        Value::String(_) => "a string".into(),
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "an object".into(),
    }
}
