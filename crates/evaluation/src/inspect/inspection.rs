//! Counts records and strings.

use career_model::Profile;
use profile_data::Format;
use templates::shown;

use crate::inspect::experience::Experience;
use crate::inspect::reasons::Reasons;
use crate::inspect::report::{FieldReport, FileReport, Report};
use crate::inspect::strings::Strings;

/// Distinct strings kept per list field: about 60 MB of typical strings, and at most 300 MB.
pub const MAX_DISTINCT: usize = 500_000;

/// Fields that are only counted as filled in or not.
const SINGLE_FIELDS: [&str; 5] = ["id", "url", "position", "company", "experience_months"];
/// Fields that are lists of strings.
const LIST_FIELDS: [&str; 5] =
    ["degree_fields", "courses", "certifications", "skills", "recommended_courses"];

/// Counts the contents of files of profiles.
///
/// ```
/// use career_model::Profile;
/// use profile_data::Format;
/// use evaluation::inspect::Inspection;
/// let mut inspection = Inspection::default();
/// inspection.begin_file("people.jsonl", Format::Jsonl);
/// inspection.push(&Profile { skills: vec!["Git".into()], ..Profile::default() }, &[]);
/// inspection.reject(2, "not valid JSON at column 7");
/// let report = inspection.report();
/// assert_eq!((report.profiles, report.rejected), (1, 1));
/// assert_eq!(report.reasons[0].reason, "not valid JSON at column #");
/// ```
#[derive(Debug)]
pub struct Inspection {
    files: Vec<FileReport>,
    filled: [u64; SINGLE_FIELDS.len()],
    lists: [Strings; LIST_FIELDS.len()],
    experience: Experience,
    reasons: Reasons,
}

impl Default for Inspection {
    fn default() -> Inspection {
        Inspection::with_limit(MAX_DISTINCT)
    }
}

impl Inspection {
    /// Keeps at most `max_distinct` distinct strings per list field.
    pub fn with_limit(max_distinct: usize) -> Inspection {
        Inspection {
            files: Vec::new(),
            filled: [0; SINGLE_FIELDS.len()],
            lists: std::array::from_fn(|_| Strings::new(max_distinct)),
            experience: Experience::default(),
            reasons: Reasons::default(),
        }
    }

    /// The following records are in this file. Its folders are not kept, because they may contain the name of
    /// a user.
    pub fn begin_file(&mut self, path: &str, format: Format) {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let name = shown(name, MAX_NAME_CHARS);
        let format = format.name();
        self.files.push(FileReport { name, format, profiles: 0, records: 0, people: 0, rejected: 0 });
    }

    /// Counts a person with one record, and the titles of courses recommended to them.
    pub fn push(&mut self, profile: &Profile, recommended_courses: &[String]) {
        let file = self.file();
        file.profiles += 1;
        file.records += 1;
        file.people += 1;
        let has_text = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
        let filled = [
            !profile.id.trim().is_empty(),
            has_text(&profile.url),
            has_text(&profile.position),
            has_text(&profile.company),
            profile.experience_months.is_some(),
        ];
        for (count, filled) in self.filled.iter_mut().zip(filled) {
            *count += u64::from(filled);
        }
        let lists = [
            &profile.degree_fields,
            &profile.courses,
            &profile.certifications,
            &profile.skills,
            recommended_courses,
        ];
        for (strings, list) in self.lists.iter_mut().zip(lists) {
            strings.push(list);
        }
        if let Some(months) = profile.experience_months {
            self.experience.push(months);
        }
    }

    /// Counts a rejected record. `line` is its line or row in the current file, from 1.
    pub fn reject(&mut self, line: u64, reason: &str) {
        self.file().rejected += 1;
        let file = self.files.last().map_or("", |file| file.name.as_str());
        self.reasons.push(file, line, reason);
    }

    /// The file that records belong to.
    fn file(&mut self) -> &mut FileReport {
        if self.files.is_empty() {
            self.begin_file("profiles", Format::Jsonl);
        }
        let last = self.files.len() - 1;
        &mut self.files[last]
    }

    /// The report on the records so far.
    pub fn report(&self) -> Report {
        let singles = SINGLE_FIELDS.into_iter().zip(self.filled);
        let lists = LIST_FIELDS.into_iter().zip(self.lists.iter().map(Strings::people));
        let profiles = self.files.iter().map(|file| file.profiles).sum();
        Report {
            profiles,
            records: profiles,
            duplicates: 0,
            near_equal: 0,
            rejected: self.files.iter().map(|file| file.rejected).sum(),
            selection: None,
            files: self.files.clone(),
            fields: singles.chain(lists).map(|(field, people)| FieldReport { field, people }).collect(),
            lists: LIST_FIELDS.into_iter().zip(&self.lists).map(|(field, list)| list.report(field)).collect(),
            experience: self.experience.report(),
            reasons: self.reasons.report(),
        }
    }
}

/// Characters of a file's name that are shown.
const MAX_NAME_CHARS: usize = 200;
