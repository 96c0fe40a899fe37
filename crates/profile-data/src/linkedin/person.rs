//! Converts the tables of an export to a profile.

use career_model::Profile;

use super::error::LinkedInError;
use super::files::{Content, Files};
use super::table::{self, TableError};
use crate::ReadOptions;
use crate::degree_name::field_of;
use crate::experience::{Career, Position};

pub(super) fn profile(name: &str, files: &Files, options: &ReadOptions) -> Result<Profile, LinkedInError> {
    read(files, options).map_err(|TableError { file, line, reason }| LinkedInError::File {
        name: name.into(),
        file,
        line,
        reason,
    })
}

fn read(files: &Files, options: &ReadOptions) -> Result<Profile, TableError> {
    let columns = ["Title", "Company Name", "Started On", "Finished On"];
    let positions =
        table::rows(&files.positions, columns)?.into_iter().map(|[title, company, start, end]| {
            Position::new(title, company, (start.as_deref(), end.as_deref()), options.as_of)
        });
    let positions: Vec<Position> = positions.collect();
    let headline = names(&files.profile, "Headline")?.into_iter().next();
    let headline = headline.as_deref().and_then(title_in);
    let career = Career::new(positions, headline, options.experience);
    let degrees = names(&files.education, "Degree Name")?;
    Ok(Profile {
        position: career.position,
        company: career.company,
        experience_months: career.experience_months,
        degree_fields: degrees.iter().filter_map(|degree| field_of(degree)).collect(),
        courses: names(&files.courses, "Name")?,
        certifications: names(&files.certifications, "Name")?,
        skills: names(&files.skills, "Name")?,
        ..Profile::default()
    })
}

fn names(content: &Content, column: &str) -> Result<Vec<String>, TableError> {
    Ok(table::rows(content, [column])?.into_iter().flatten().flatten().collect())
}

/// The title in a headline, without the employer: "Data engineer at Example | Speaker" is a data engineer.
fn title_in(headline: &str) -> Option<String> {
    let ends = [" at ", " @", " @ ", " | ", " · ", " • ", " bei ", " chez ", " — ", " – "];
    let end = ends.iter().filter_map(|end| headline.find(end)).min().unwrap_or(headline.len());
    let title = headline[..end].trim();
    (!title.is_empty()).then(|| title.to_owned())
}
