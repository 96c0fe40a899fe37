//! Bright Data people profiles (data set `gd_l1viktl72bvl7bjuj0`): JSON list, JSON Lines, CSV, Parquet.
//!
//! | profile | from |
//! |---|---|
//! | `id`, `url` | `id` else `linkedin_id`; `url` else `input_url` |
//! | `position` | `position` |
//! | `company` | `current_company.name`, else `current_company_name`, else `current_company:name` |
//! | `experience_months` | `experience[]`, or its `positions[]` of grouped employers: dates, else durations |
//! | `degree_fields` | `education[].field`, else the field that `education[].degree` names |
//! | `courses` | titles of `courses[]`, and of `сourses[]` with a Cyrillic `с` |
//! | `certifications` | titles of `certifications[]` |
//! | day of the snapshot | `timestamp` |
//! | `skills` | `skills[]`, if present: texts, or objects with a title or name |
//!
//! A list of records of the common format is read as well, with `experience_months` and `degree_fields`.

mod csv_rows;
mod elements;
mod json;
#[cfg(feature = "parquet")]
mod parquet_rows;
mod record;
mod section;

pub(crate) use csv_rows::CsvReader;
pub(crate) use json::JsonReader;
#[cfg(feature = "parquet")]
pub(crate) use parquet_rows::ParquetReader;
