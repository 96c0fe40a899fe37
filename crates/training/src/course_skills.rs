//! People who list no skills, but courses that were recommended to them: their skills are in the titles.

use career_model::{Profile, clean};
use career_training::PeopleBuilder;
use web_services::course_skills::OfflineExtractor;

use crate::reading::Person;
use crate::services::{Services, skills_from_courses};

/// People held back until the vocabulary of everyone else is known.
#[derive(Debug, Default)]
pub struct Waiting {
    people: Vec<Profile>,
    titles: Vec<Vec<String>>,
}

impl Waiting {
    /// Whether this person has titles instead of skills; who has is held back.
    pub fn takes(&mut self, person: Person<'_>) -> bool {
        let takes = person.profile.skills.is_empty() && !person.recommended_courses.is_empty();
        if takes {
            self.people.push(person.profile.clone());
            self.titles.push(person.recommended_courses.to_vec());
        }
        takes
    }

    /// Gives everyone held back up to three skills and adds them to `builder`. Returns how many got any.
    pub fn fill(self, services: Option<&Services>, builder: &mut PeopleBuilder) -> u64 {
        if self.people.is_empty() {
            return 0;
        }
        let vocabulary = builder.skill_spellings().map(|(skill, uses)| (skill.to_owned(), uses.into()));
        let offline = OfflineExtractor::new(vocabulary, |skill| Some(clean::skill_identity(skill)));
        let found = skills_from_courses(services, &offline, &self.titles);
        let mut filled = 0;
        for (mut profile, skills) in self.people.into_iter().zip(found) {
            filled += u64::from(!skills.is_empty());
            profile.skills = skills;
            builder.push(&profile);
        }
        filled
    }
}
