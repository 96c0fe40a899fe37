//! People, compactly: profiles whose strings are replaced by numbers.

use career_model::Level;
use career_model::clean::Cleaning;

use crate::people::interner::{LabelId, Labels, NO_LABEL};
use crate::people::label_lists::LabelLists;

/// The number of a person's first skills that the reference method measures by.
pub(super) const N_FIRST_SKILLS: usize = 3;

/// Months per bin of the histogram of experience.
pub const MONTHS_PER_BIN: u64 = 24;

/// Bins of the histogram; the last, from 30 years on, has no end.
pub const BINS: usize = 16;

/// A distinct background: label ids, ascending and each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Background {
    pub degree_fields: Vec<LabelId>,
    pub courses: Vec<LabelId>,
    pub certifications: Vec<LabelId>,
}

/// Everyone who was read: distinct labels, distinct backgrounds, and per person a few small numbers and
/// lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The cleaning of skills and degree fields.
    pub cleaning: Cleaning,
    /// Cleaned degree fields.
    pub degree_fields: Labels,
    /// Cleaned courses.
    pub courses: Labels,
    /// Certificates.
    pub certifications: Labels,
    /// Cleaned skills.
    pub skills: Labels,
    /// Skills as people spell them, see [`career_model::clean::skill_spelling`].
    pub skill_spellings: Labels,
    /// Words of job titles.
    pub position_words: Labels,
    /// Job titles, see [`career_model::clean::job_title`].
    pub titles: Labels,
    /// Distinct backgrounds.
    pub backgrounds: Vec<Background>,
    /// People read.
    pub n_people: u64,
    /// People without months of experience; their labels count, but they are in no level.
    pub without_experience: u64,
    /// People per bin of [`MONTHS_PER_BIN`] months; the last bin has no end.
    pub experience: Vec<u64>,
    pub(super) persons: Persons,
}

/// The people with months of experience, column by column, in the order read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Persons {
    pub(super) background_of: Vec<u32>,
    pub(super) level_of: Vec<Level>,
    pub(super) skills: LabelLists,
    pub(super) skill_spellings: LabelLists,
    pub(super) position_words: LabelLists,
    pub(super) first_skills_of: Vec<[LabelId; N_FIRST_SKILLS]>,
    pub(super) title_of: Vec<LabelId>,
    pub(super) months_of: Vec<u32>,
    pub(super) content_of: Vec<u64>,
}

/// One person.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Position in [`People::backgrounds`].
    pub background: u32,
    /// Skills, each once.
    pub skills: &'a [LabelId],
    /// Skills as the person spells them, each once, without refused texts.
    pub skill_spellings: &'a [LabelId],
    /// Words of the job title, each once.
    pub position_words: &'a [LabelId],
    /// Months of experience.
    pub months: u32,
    /// A hash of everything that the profile tells, the same in every run.
    pub content: u64,
    title: LabelId,
    first_skills: &'a [LabelId; N_FIRST_SKILLS],
}

impl Person<'_> {
    /// The job title, if there is one that can be shown.
    pub fn title(&self) -> Option<LabelId> {
        Some(self.title).filter(|&title| title != NO_LABEL)
    }

    /// The first three skills as listed, without refused texts.
    pub fn first_skills(&self) -> impl Iterator<Item = LabelId> {
        self.first_skills.iter().copied().filter(|&label| label != NO_LABEL)
    }
}

impl People {
    /// The people of a level, in the order read.
    pub fn iter_level(&self, level: Level) -> impl Iterator<Item = Person<'_>> {
        self.iter_leveled().filter(move |(of, _)| *of == level).map(|(_, person)| person)
    }

    /// Everyone with months of experience, with their level, in the order read.
    pub fn iter_leveled(&self) -> impl Iterator<Item = (Level, Person<'_>)> {
        self.persons.level_of.iter().enumerate().map(|(person, &level)| (level, self.person(person)))
    }

    fn person(&self, person: usize) -> Person<'_> {
        let persons = &self.persons;
        Person {
            background: persons.background_of[person],
            skills: persons.skills.get(person),
            skill_spellings: persons.skill_spellings.get(person),
            position_words: persons.position_words.get(person),
            months: persons.months_of[person],
            content: persons.content_of[person],
            title: persons.title_of[person],
            first_skills: &persons.first_skills_of[person],
        }
    }

    /// The skills of everyone with months of experience, in the order read.
    pub fn skills_of_everyone(&self) -> Vec<&[LabelId]> {
        self.persons.skills.iter().collect()
    }

    /// The degree fields of everyone with months of experience, in the order read.
    pub fn degree_fields_of_everyone(&self) -> Vec<&[LabelId]> {
        let of = |&background: &u32| self.backgrounds[background as usize].degree_fields.as_slice();
        self.persons.background_of.iter().map(of).collect()
    }

    /// The number of people of a level.
    pub fn count_level(&self, level: Level) -> u64 {
        self.persons.level_of.iter().filter(|&&of| of == level).count() as u64
    }
}
