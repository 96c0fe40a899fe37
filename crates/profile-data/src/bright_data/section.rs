//! Reads sections of a record: lists that may be null, absent, empty, JSON in a string, or one item without a
//! list.

use std::borrow::Cow;

use serde_json::Value;

use crate::reader::rejection::describe;

/// A text or a number, unchanged; blank text and the word `null` count as absent.
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
pub(super) fn items<'a>(name: &str, value: &'a Value) -> Result<Cow<'a, [Value]>, String> {
    if let Value::String(cell) = value {
        if text(value).is_none() {
            return Ok(Cow::Borrowed(&[]));
        }
        let parsed: Value = serde_json::from_str(cell)
            .map_err(|_| format!("{name}: expected a list of objects as JSON, found another text"))?;
        return Ok(Cow::Owned(match parsed {
            Value::Array(items) => checked(name, &items).map(|()| items)?,
            one => given(name, &one)?.to_vec(),
        }));
    }
    given(name, value).map(Cow::Borrowed)
}

/// A list of items, one item, or none.
fn given<'a>(name: &str, value: &'a Value) -> Result<&'a [Value], String> {
    match value {
        Value::Null => Ok(&[]),
        Value::Object(_) => Ok(std::slice::from_ref(value)),
        Value::Array(items) => checked(name, items).map(|()| items.as_slice()),
        other => Err(format!("{name}: expected a list of objects, found {}", describe(other))),
    }
}

fn checked(name: &str, items: &[Value]) -> Result<(), String> {
    let is_item = |item: &Value| matches!(item, Value::Object(_) | Value::String(_) | Value::Null);
    items.iter().position(|item| !is_item(item)).map_or(Ok(()), |at| {
        Err(format!("{name}: item {}: expected an object, found {}", at + 1, describe(&items[at])))
    })
}

/// The titles (or names) of a section's items, or the items themselves if they are texts.
pub(super) fn titles(name: &str, value: &Value) -> Result<Vec<String>, String> {
    let title = |item: &Value| match item {
        Value::Object(object) => ["title", "name"].iter().find_map(|key| object.get(*key).and_then(text)),
        _ => text(item),
    };
    Ok(items(name, value)?.iter().filter_map(title).collect())
}
