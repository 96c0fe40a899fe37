//! Reads sections of a resume; errors have the position of a value with a wrong type.

use serde_json::{Map, Value};

use crate::reader::rejection::describe;

type Object = Map<String, Value>;

/// The objects of a section, each with its position ("work: item 2"). `null` counts as absent.
pub(super) fn objects<'a>(section: &str, resume: &'a Object) -> Result<Vec<(String, &'a Object)>, String> {
    let mut objects = Vec::new();
    for (index, item) in list(section, resume.get(section))?.iter().enumerate() {
        let position = format!("{section}: item {}", index + 1);
        match item {
            Value::Null => {}
            Value::Object(object) => objects.push((position, object)),
            other => return Err(format!("{position}: expected an object, found {}", describe(other))),
        }
    }
    Ok(objects)
}

/// A text; blank text counts as absent.
pub(super) fn text(position: &str, object: &Object, key: &str) -> Result<Option<String>, String> {
    object
        .get(key)
        .map_or(Ok(None), as_text)
        .map_err(|found| format!("{position}: {key}: expected a text, found {found}"))
}

/// A list of texts.
pub(super) fn texts(position: &str, object: &Object, key: &str) -> Result<Vec<String>, String> {
    let mut texts = Vec::new();
    for (index, item) in list(&format!("{position}: {key}"), object.get(key))?.iter().enumerate() {
        let item = as_text(item);
        texts.extend(item.map_err(|found| {
            format!("{position}: {key}: item {}: expected a text, found {found}", index + 1)
        })?);
    }
    Ok(texts)
}

fn list<'a>(position: &str, value: Option<&'a Value>) -> Result<&'a [Value], String> {
    match value {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(items)) => Ok(items),
        Some(other) => Err(format!("{position}: expected a list, found {}", describe(other))),
    }
}

fn as_text(value: &Value) -> Result<Option<String>, String> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty())),
        Value::Number(number) => Ok(Some(number.to_string())),
        other => Err(describe(other)),
    }
}
