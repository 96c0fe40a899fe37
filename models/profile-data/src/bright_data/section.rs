//! Sections of a record: lists that may be null, absent, empty, JSON in a string, or one item without a list.

use std::borrow::Cow;

use serde_json::Value;

use crate::reader::rejected::describe;

/// A text or a number; what is blank or the word `null` is nothing. Otherwise the text stays as it is.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => {
            let bare = text.trim();
            (!bare.is_empty() && !bare.eq_ignore_ascii_case("null")).then(|| text.clone())
        }
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The items of a section.
pub(super) fn items(name: &str, value: &Value) -> Result<Vec<Value>, String> {
    let value = match value {
        Value::String(cell) => match text(value) {
            None => return Ok(Vec::new()),
            Some(_) => Cow::Owned(
                serde_json::from_str::<Value>(cell)
                    .map_err(|_| format!("{name}: expected a list of objects as JSON, found another text"))?,
            ),
        },
        _ => Cow::Borrowed(value),
    };
    match value.into_owned() {
        Value::Null => Ok(Vec::new()),
        one @ Value::Object(_) => Ok(vec![one]),
        Value::Array(items) => {
            let wrong = items
                .iter()
                .position(|item| !matches!(item, Value::Object(_) | Value::String(_) | Value::Null));
            match wrong {
                None => Ok(items),
                Some(at) => Err(format!(
                    "{name}: item {}: expected an object, found {}",
                    at + 1,
                    describe(&items[at])
                )),
            }
        }
        other => Err(format!("{name}: expected a list of objects, found {}", describe(&other))),
    }
}

/// The titles (or names) of a section's items, or the items themselves where they are texts.
pub(super) fn titles(name: &str, value: &Value) -> Result<Vec<String>, String> {
    let title = |item: &Value| match item {
        Value::Object(object) => ["title", "name"].iter().find_map(|key| object.get(*key).and_then(text)),
        _ => text(item),
    };
    Ok(items(name, value)?.iter().filter_map(title).collect())
}
