//! Parts of a resume, with the place of whatever has a wrong type.

use serde_json::{Map, Value};

use crate::reader::rejected::describe;

type Object = Map<String, Value>;

/// The objects of a section, each with its place ("work: item 2"). `null` is nothing, and no item either.
pub(super) fn objects<'a>(section: &str, resume: &'a Object) -> Result<Vec<(String, &'a Object)>, String> {
    let mut objects = Vec::new();
    for (index, item) in list(section, resume.get(section))?.iter().enumerate() {
        let place = format!("{section}: item {}", index + 1);
        match item {
            Value::Null => {}
            Value::Object(object) => objects.push((place, object)),
            other => return Err(format!("{place}: expected an object, found {}", describe(other))),
        }
    }
    Ok(objects)
}

/// A text; a blank one is nothing.
pub(super) fn text(place: &str, object: &Object, key: &str) -> Result<Option<String>, String> {
    object
        .get(key)
        .map_or(Ok(None), as_text)
        .map_err(|found| format!("{place}: {key}: expected a text, found {found}"))
}

/// A list of texts.
pub(super) fn texts(place: &str, object: &Object, key: &str) -> Result<Vec<String>, String> {
    let mut texts = Vec::new();
    for (index, item) in list(&format!("{place}: {key}"), object.get(key))?.iter().enumerate() {
        let item = as_text(item);
        texts.extend(item.map_err(|found| {
            format!("{place}: {key}: item {}: expected a text, found {found}", index + 1)
        })?);
    }
    Ok(texts)
}

fn list<'a>(place: &str, value: Option<&'a Value>) -> Result<&'a [Value], String> {
    match value {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(items)) => Ok(items),
        Some(other) => Err(format!("{place}: expected a list, found {}", describe(other))),
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
