//! Converts a Bright Data record, from any format, to a profile.

use career_model::Profile;
use serde::Deserialize;
use serde_json::Value;

use super::section::{items, text, titles};
use crate::degree_name::field_of;
use crate::experience::{Job, experience_months};
use crate::identity::day_of;
use crate::reader::check_experience;
use crate::reader::recommended;
use crate::reader::rejection::describe;
use crate::{ReadOptions, Record};

/// The used fields of an export: each may be absent, null, empty, or JSON in a string. Other fields are
/// skipped without being stored.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct RawRecord {
    id: Value,
    linkedin_id: Value,
    url: Value,
    input_url: Value,
    position: Value,
    current_company: Value,
    current_company_name: Value,
    #[serde(rename = "current_company:name")]
    current_company_flat: Value,
    experience: Value,
    experience_months: Value,
    education: Value,
    degree_fields: Value,
    certifications: Value,
    courses: Value,
    /// One known export spells it with a Cyrillic `с`.
    #[serde(rename = "сourses")]
    courses_cyrillic: Value,
    skills: Value,
    recommended_courses: Value,
    like_name: Value,
    error: Value,
    error_code: Value,
    timestamp: Value,
}

impl RawRecord {
    /// The names of all fields, in the order of [`RawRecord::set`].
    pub(super) const FIELDS: [&'static str; 21] = [
        "id",
        "linkedin_id",
        "url",
        "input_url",
        "position",
        "current_company",
        "current_company_name",
        "current_company:name",
        "experience",
        "experience_months",
        "education",
        "degree_fields",
        "certifications",
        "courses",
        "сourses",
        "skills",
        "recommended_courses",
        "like_name",
        "error",
        "error_code",
        "timestamp",
    ];

    /// Sets a field by its index in [`RawRecord::FIELDS`].
    pub(super) fn set(&mut self, field: usize, value: Value) {
        let slots = [
            &mut self.id,
            &mut self.linkedin_id,
            &mut self.url,
            &mut self.input_url,
            &mut self.position,
            &mut self.current_company,
            &mut self.current_company_name,
            &mut self.current_company_flat,
            &mut self.experience,
            &mut self.experience_months,
            &mut self.education,
            &mut self.degree_fields,
            &mut self.certifications,
            &mut self.courses,
            &mut self.courses_cyrillic,
            &mut self.skills,
            &mut self.recommended_courses,
            &mut self.like_name,
            &mut self.error,
            &mut self.error_code,
            &mut self.timestamp,
        ];
        if let Some(slot) = slots.into_iter().nth(field) {
            *slot = value;
        }
    }

    /// Parses one JSON object.
    pub(super) fn from_json(bytes: &[u8]) -> Result<RawRecord, String> {
        let json = std::str::from_utf8(bytes)
            .map_err(|error| format!("not valid UTF-8 at byte {}", error.valid_up_to() + 1))?;
        // serde would also accept a list for a struct.
        if json.trim_ascii_start().starts_with('{')
            && let Ok(raw) = serde_json::from_str(json)
        {
            return Ok(raw);
        }
        Err(match serde_json::from_str::<Value>(json) {
            Ok(Value::Object(_)) => "a key of the profile is given twice".to_owned(),
            Ok(value) => format!("expected a JSON object, found {}", describe(&value)),
            Err(error) if error.is_eof() => "the JSON ends in the middle of the record (cut off?)".to_owned(),
            Err(error) => {
                format!("not valid JSON at line {}, column {} of the record", error.line(), error.column())
            }
        })
    }

    /// The record at `line`, or the error, without any text of the person.
    pub(super) fn into_record(self, line: u64, options: &ReadOptions) -> Result<Record, String> {
        let snapshot_day = day_of(&self.timestamp);
        let (profile, recommended_courses) = self.into_profile(options)?;
        Ok(Record::Accepted { line, profile, recommended_courses, snapshot_day })
    }

    /// The profile and the titles of recommended courses.
    fn into_profile(self, options: &ReadOptions) -> Result<(Profile, Vec<String>), String> {
        let said = |value: &Value| !value.is_null() && value.as_str() != Some("");
        if (said(&self.error) || said(&self.error_code)) && !said(&self.experience) && !said(&self.position) {
            return Err(
                "the export holds an error instead of a person (see its `error` or `error_code`)".into()
            );
        }
        let experience_months = self.months(options)?;
        check_experience(experience_months)?;
        let mut degree_fields = titles("degree_fields", &self.degree_fields)?;
        for entry in items("education", &self.education)?.iter() {
            let part = |key| entry.get(key).and_then(text);
            degree_fields.extend(part("field").or_else(|| part("degree").as_deref().and_then(field_of)));
        }
        let mut courses = titles("courses", &self.courses)?;
        courses.extend(titles("courses", &self.courses_cyrillic)?);
        let profile = Profile {
            id: text(&self.id).or_else(|| text(&self.linkedin_id)).unwrap_or_default(),
            url: text(&self.url).or_else(|| text(&self.input_url)),
            position: text(&self.position),
            company: company(&self.current_company)
                .or_else(|| text(&self.current_company_name))
                .or_else(|| text(&self.current_company_flat)),
            experience_months,
            degree_fields,
            courses,
            certifications: titles("certifications", &self.certifications)?,
            skills: titles("skills", &self.skills)?,
        };
        let mut recommended_courses = recommended::titles(&self.recommended_courses);
        recommended_courses.extend(recommended::titles(&self.like_name));
        Ok((profile, recommended_courses))
    }

    /// The months of the jobs, or the number itself in a record of the common format.
    fn months(&self, options: &ReadOptions) -> Result<Option<u32>, String> {
        if let Some(given) = self.given_months()? {
            return Ok(Some(given));
        }
        let mut jobs = Vec::new();
        for entry in items("experience", &self.experience)?.iter() {
            let positions = entry.get("positions").map(|value| items("positions", value)).transpose()?;
            let before = jobs.len();
            jobs.extend(positions.unwrap_or_default().iter().map(|position| job(position, options)));
            // If the positions have no dates, the entry of the employer counts.
            if jobs[before..].iter().all(|job| matches!(job, Job::Unknown)) {
                jobs.truncate(before);
                jobs.push(job(entry, options));
            }
        }
        Ok(experience_months(&jobs, options.experience))
    }

    fn given_months(&self) -> Result<Option<u32>, String> {
        let number = match &self.experience_months {
            Value::Null => return Ok(None),
            Value::String(cell) if cell.trim().is_empty() => return Ok(None),
            Value::String(cell) => cell.trim().parse().ok(),
            value => value.as_u64().and_then(|months| u32::try_from(months).ok()),
        };
        number.map(Some).ok_or_else(|| {
            let found = describe(&self.experience_months);
            format!("experience_months: expected a whole number of months, found {found}")
        })
    }
}

/// A job by its dates, else by its duration. `duration_short` is only a length; `duration` may also contain
/// the dates, or be the only value.
fn job(entry: &Value, options: &ReadOptions) -> Job {
    let field = |key: &str| entry.get(key).and_then(text);
    let (start, end) = (field("start_date"), field("end_date"));
    let read = |duration: Option<String>| {
        Job::from_texts(start.as_deref(), end.as_deref(), duration.as_deref(), options.as_of)
    };
    match read(field("duration_short")) {
        dated @ Job::Dated { .. } => dated,
        lasting => match read(field("duration")) {
            Job::Unknown => lasting,
            Job::Lasting { .. } if matches!(lasting, Job::Lasting { .. }) => lasting,
            found => found,
        },
    }
}

/// An object with a `name`, such an object as JSON in a string, or just the name.
fn company(value: &Value) -> Option<String> {
    match value {
        Value::Object(object) => object.get("name").and_then(text),
        Value::String(cell) if cell.trim_start().starts_with('{') => {
            company(&serde_json::from_str::<Value>(cell).ok()?)
        }
        _ => text(value),
    }
}
