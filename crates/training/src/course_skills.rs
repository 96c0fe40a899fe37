//! Skills from the titles of recommended courses, for people who list no skills.

use career_model::{Profile, clean};
use career_training::PeopleBuilder;
use web_services::course_skills::OfflineExtractor;

use crate::progress::Progress;
use crate::reading::{Person, RecordNumber, remove_taken_back};
use crate::services::{Services, skills_from_courses};

/// People without skills, held back until the vocabulary of all other people is known.
#[derive(Debug, Default)]
pub struct PeopleWithoutSkills {
    people: Vec<Profile>,
    titles: Vec<Vec<String>>,
    records: Vec<RecordNumber>,
}

impl PeopleWithoutSkills {
    /// Holds a person back if they have course titles but no skills; returns whether it did.
    pub fn hold_back(&mut self, person: Person<'_>) -> bool {
        let held_back = person.profile.skills.is_empty() && !person.recommended_courses.is_empty();
        if held_back {
            self.people.push(person.profile.clone());
            self.titles.push(person.recommended_courses.to_vec());
            self.records.push(person.record);
        }
        held_back
    }

    /// Whether nobody was held back.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Takes back the people of these records, which are ascending.
    pub fn take_back(&mut self, records: &[RecordNumber]) {
        remove_taken_back(&mut self.people, &self.records, records);
        remove_taken_back(&mut self.titles, &self.records, records);
        self.records.retain(|record| records.binary_search(record).is_err());
    }

    /// The records of the people who were held back, in the order of [`PeopleWithoutSkills::fill`].
    pub fn records(&self) -> &[RecordNumber] {
        &self.records
    }

    /// Adds the people who were held back to `builder`, each with up to three skills from their titles.
    /// Returns the number of people who got skills.
    pub fn fill(
        &self,
        services: Option<&Services>,
        builder: &mut PeopleBuilder,
        progress: &dyn Progress,
    ) -> u64 {
        if self.people.is_empty() {
            return 0;
        }
        let vocabulary = builder.skill_spellings().map(|(skill, uses)| (skill.to_owned(), uses.into()));
        let offline = OfflineExtractor::new(vocabulary, |skill| Some(clean::skill_identity(skill)));
        let found = skills_from_courses(services, &offline, &self.titles, progress);
        let mut filled = 0;
        for (profile, skills) in self.people.iter().zip(found) {
            filled += u64::from(!skills.is_empty());
            builder.push(&Profile { skills, ..profile.clone() });
        }
        filled
    }
}
