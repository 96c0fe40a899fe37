//! Courses that were recommended to a person, which some files have instead of the person's skills.

use serde::Deserialize;
use serde_json::Value;

/// Their keys: ours, and the reference method's.
pub(crate) const KEYS: [&str; 2] = ["recommended_courses", "like_name"];

#[derive(Deserialize)]
struct RecommendedCourses {
    #[serde(default)]
    recommended_courses: Value,
    #[serde(default)]
    like_name: Value,
}

/// The titles in a JSON record. Few records have any, so it is parsed again only if it has a key.
pub(super) fn courses_in(text: &str) -> Vec<String> {
    if !KEYS.iter().any(|key| text.contains(key)) {
        return Vec::new();
    }
    let Ok(found) = serde_json::from_str::<RecommendedCourses>(text) else { return Vec::new() };
    let mut titles = titles(&found.recommended_courses);
    titles.extend(self::titles(&found.like_name));
    titles
}

/// The titles in a list of strings or of objects with a `title`, in a string, or in such a list inside a
/// string. Other values have none.
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
