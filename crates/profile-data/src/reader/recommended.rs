//! Courses that were recommended to a person: known where the person's own skills are not.

use serde::Deserialize;
use serde_json::Value;

/// The keys they are found under: ours, and the seed's.
pub(crate) const KEYS: [&str; 2] = ["recommended_courses", "like_name"];

#[derive(Deserialize)]
struct Found {
    #[serde(default)]
    recommended_courses: Value,
    #[serde(default)]
    like_name: Value,
}

/// The titles in a JSON record. Almost no record has any, so it is parsed again only when a key is there.
pub(super) fn courses_in(text: &str) -> Vec<String> {
    if !KEYS.iter().any(|key| text.contains(key)) {
        return Vec::new();
    }
    let Ok(found) = serde_json::from_str::<Found>(text) else { return Vec::new() };
    let mut titles = titles(&found.recommended_courses);
    titles.extend(self::titles(&found.like_name));
    titles
}

/// A list of strings or of objects with a `title`, one string, or a string that holds such a list.
/// Anything else is no title.
pub(crate) fn titles(value: &Value) -> Vec<String> {
    let title = |item: &Value| {
        let text = item.as_str().or_else(|| item.get("title").and_then(Value::as_str))?;
        (!text.trim().is_empty()).then(|| text.to_owned())
    };
    match value {
        Value::Array(items) => items.iter().filter_map(title).collect(),
        Value::String(text) if text.trim_start().starts_with('[') => {
            match serde_json::from_str::<Vec<Value>>(text) {
                Ok(items) => items.iter().filter_map(title).collect(),
                Err(_) => title(value).into_iter().collect(),
            }
        }
        _ => title(value).into_iter().collect(),
    }
}
