//! `application/json`: the profile as one object.

use career_model::Profile;
use serde_json::{Map, Value};
use templates::FormValues;

use crate::detail::Detail;
use crate::experience::{self, MONTHS, YEARS, not_a_number};
use crate::submission::{FieldError, LISTS, Rejection, Submission, check_list};

/// Reads a profile. Unknown members are ignored, `null` counts as absent, and of a repeated member the last
/// counts. `id`, `url` and `company` are ignored, because the answer does not depend on them.
pub(crate) fn parse(body: &[u8]) -> Result<Submission, Rejection> {
    let value: Value = serde_json::from_slice(body).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let detail =
            format!("the body is not valid JSON (line {line}, column {column}); send one JSON object");
        let detail = Detail::new(detail, "error-not-json");
        Rejection::Malformed(detail.with("line", line as u64).with("column", column as u64))
    })?;
    let Value::Object(mut object) = value else {
        let detail = Detail::new("must be an object", "error-not-an-object");
        let error = FieldError { field: "", pointer: "#".to_owned(), detail };
        let values = Box::default();
        return Err(Rejection::Invalid { errors: vec![error], values });
    };

    let mut errors = Vec::new();
    let years = whole_number(&object, YEARS, &mut errors);
    let months = whole_number(&object, MONTHS, &mut errors);
    let experience_months = experience::in_months(years, months).unwrap_or_else(|error| {
        errors.push(error);
        None
    });
    let position = match object.remove("position") {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text),
        Some(_) => {
            errors
                .push(FieldError::new("position", Detail::new("must be a string or null", "error-not-text")));
            None
        }
    };
    let [degree_fields, courses, certifications, skills] =
        LISTS.map(|field| list(&mut object, field, &mut errors));

    let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
    let values = Box::new(FormValues {
        experience_years: number(years),
        experience_months: number(months),
        position: position.clone().unwrap_or_default(),
        degree_fields: degree_fields.join("\n"),
        courses: courses.join("\n"),
        certifications: certifications.join("\n"),
        skills: skills.join("\n"),
    });
    if !errors.is_empty() {
        return Err(Rejection::Invalid { errors, values });
    }
    let profile = Profile {
        position,
        experience_months,
        degree_fields,
        courses,
        certifications,
        skills,
        ..Profile::default()
    };
    Ok(Submission { profile, values })
}

fn whole_number(
    object: &Map<String, Value>,
    field: &'static str,
    errors: &mut Vec<FieldError>,
) -> Option<u64> {
    let value = object.get(field).filter(|value| !value.is_null())?;
    // 12.0 is a whole number in JSON Schema. `as` saturates, and the limit then rejects the number.
    let whole = value.as_u64().or_else(|| {
        value.as_f64().filter(|number| *number >= 0.0 && number.fract() == 0.0).map(|number| number as u64)
    });
    if whole.is_none() {
        errors.push(FieldError::new(field, not_a_number()));
    }
    whole
}

fn list(object: &mut Map<String, Value>, field: &'static str, errors: &mut Vec<FieldError>) -> Vec<String> {
    let values = match object.remove(field) {
        None | Some(Value::Null) => return Vec::new(),
        Some(Value::Array(values)) => values,
        Some(_) => {
            errors.push(FieldError::new(field, Detail::new("must be a list of strings", "error-not-a-list")));
            return Vec::new();
        }
    };
    let count = values.len();
    let mut items = Vec::with_capacity(count.min(crate::limits::MAX_ITEMS));
    for (index, value) in values.into_iter().enumerate() {
        match value {
            Value::String(text) => items.push(text),
            // Kept until the end, so that positions in messages match the request.
            Value::Null => items.push(String::new()),
            _ => {
                let detail = format!("item {} must be a string", index + 1);
                let detail = Detail::new(detail, "error-item-not-text").with("item", index as u64 + 1);
                errors.push(FieldError::item(field, index, detail));
                items.push(String::new());
            }
        }
    }
    check_list(field, &items, count, errors);
    items.retain(|item| !item.trim().is_empty());
    items
}
