//! A person as submitted or exported: raw strings.

use serde::{Deserialize, Deserializer, Serialize};

/// One person in the common profile form (one line of a JSON Lines file, or the body of a request).
///
/// Unknown keys are ignored; absent and `null` lists are empty. The strings are raw: [`crate::clean`]
/// cleans them, in training and in serving alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// The id in the file; empty when the source has no ids.
    #[serde(deserialize_with = "string_or_number")]
    pub id: String,
    /// The public profile page, if any. Never enters a model.
    pub url: Option<String>,
    /// Current job title.
    pub position: Option<String>,
    /// Current employer. Never enters a model.
    pub company: Option<String>,
    /// Months of work experience.
    pub experience_months: Option<u32>,
    /// Fields of study, as typed.
    #[serde(deserialize_with = "null_is_empty")]
    pub degree_fields: Vec<String>,
    /// Course titles.
    #[serde(deserialize_with = "null_is_empty")]
    pub courses: Vec<String>,
    /// Certificate titles.
    #[serde(deserialize_with = "null_is_empty")]
    pub certifications: Vec<String>,
    /// Skills, as listed.
    #[serde(deserialize_with = "null_is_empty")]
    pub skills: Vec<String>,
}

fn null_is_empty<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let items = Option::<Vec<Option<String>>>::deserialize(deserializer)?;
    Ok(items.into_iter().flatten().flatten().collect())
}

fn string_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Id {
        Text(String),
        Number(u64),
        Missing(()),
    }
    Ok(match Id::deserialize(deserializer)? {
        Id::Text(text) => text,
        Id::Number(number) => number.to_string(),
        Id::Missing(()) => String::new(),
    })
}
