//! The content of a request: a profile within limits, or its errors.

use career_model::Profile;
use templates::FormValues;

use crate::detail::Detail;
use crate::limits::{MAX_ITEM_CHARS, MAX_ITEMS};

/// The names of a profile's lists in forms and JSON.
pub(crate) const LISTS: [&str; 4] = ["degree_fields", "courses", "certifications", "skills"];

/// An error, and its field.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(crate) struct FieldError {
    /// The member or form field.
    pub(crate) field: &'static str,
    /// A JSON Pointer as a URI fragment (RFC 6901 §6); forms have the same shape.
    pub(crate) pointer: String,
    /// The error and how to correct it. Never repeats the input.
    pub(crate) detail: Detail,
}

impl FieldError {
    /// An error about a whole field.
    pub(crate) fn new(field: &'static str, detail: Detail) -> FieldError {
        FieldError { field, pointer: format!("#/{field}"), detail }
    }

    /// An error about one item of a list, counted from 0.
    pub(crate) fn item(field: &'static str, index: usize, detail: Detail) -> FieldError {
        FieldError { field, pointer: format!("#/{field}/{index}"), detail }
    }
}

/// Why a body is no profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rejection {
    /// It cannot be parsed.
    Malformed(Detail),
    /// It can be parsed, but some fields have errors.
    Invalid {
        /// At least one.
        errors: Vec<FieldError>,
        /// The visitor's input.
        values: Box<FormValues>,
    },
}

/// A parsed body.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Submission {
    /// The person.
    pub(crate) profile: Profile,
    /// The visitor's input, for a page that shows the form again.
    pub(crate) values: Box<FormValues>,
}

/// Reports a list that is too long, and items that are too long.
pub(crate) fn check_list(field: &'static str, items: &[String], count: usize, errors: &mut Vec<FieldError>) {
    if count > MAX_ITEMS {
        let detail = format!("there are {count} items; keep at most {MAX_ITEMS}");
        let detail = Detail::new(detail, "error-too-many-items");
        errors
            .push(FieldError::new(field, detail.with("count", count as u64).with("most", MAX_ITEMS as u64)));
        return;
    }
    for (index, item) in items.iter().enumerate() {
        // Bytes first, because they are counted already.
        if item.len() > MAX_ITEM_CHARS && item.chars().count() > MAX_ITEM_CHARS {
            let detail = format!("item {} is longer than {MAX_ITEM_CHARS} characters; shorten it", index + 1);
            let detail = Detail::new(detail, "error-item-too-long").with("item", index as u64 + 1);
            errors.push(FieldError::item(field, index, detail.with("characters", MAX_ITEM_CHARS as u64)));
        }
    }
}
