//! The rows of one respondent, in files with a row per answer.

use career_model::Profile;

use crate::Record;

/// More answers than any questionnaire offers; the others are dropped.
const MAX_ANSWERS: usize = 1_000;

/// A respondent, and the first line of their rows.
pub(super) struct Respondent {
    pub(super) line: u64,
    pub(super) profile: Profile,
}

impl Respondent {
    pub(super) fn into_record(self) -> Record {
        let Respondent { line, profile } = self;
        Record::Accepted { line, profile, recommended_courses: Vec::new(), snapshot_day: 0 }
    }

    /// Adds the answers of a further row if it is of the same respondent; otherwise returns it. Of two
    /// titles or years, the first counts.
    pub(super) fn add(&mut self, row: Profile) -> Option<Profile> {
        let own = &mut self.profile;
        if own.id.is_empty() || own.id != row.id {
            return Some(row);
        }
        own.position = own.position.take().or(row.position);
        own.experience_months = own.experience_months.or(row.experience_months);
        for (list, more) in [
            (&mut own.degree_fields, row.degree_fields),
            (&mut own.certifications, row.certifications),
            (&mut own.skills, row.skills),
        ] {
            for item in more {
                if list.len() < MAX_ANSWERS && !list.contains(&item) {
                    list.push(item);
                }
            }
        }
        None
    }
}
