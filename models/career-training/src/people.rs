//! People, compactly: what is left of a profile once its strings are numbers.

use std::collections::HashMap;

use career_model::clean::{self, Cleaning, Why};
use career_model::{Level, Profile};

use crate::interner::{Interner, LabelId, Labels};

/// Takes profiles one at a time.
#[derive(Debug, Default)]
pub struct PeopleBuilder {
    cleaning: Cleaning,
    degree_fields: Interner,
    courses: Interner,
    certifications: Interner,
    skills: Interner,
    skill_spellings: Interner,
    position_words: Interner,
    titles: Interner,
    backgrounds: HashMap<Box<[LabelId]>, u32>,
    background_of: Vec<u32>,
    level_of: Vec<Level>,
    skill_offsets: Vec<usize>,
    skills_of: Vec<LabelId>,
    spelling_offsets: Vec<usize>,
    spellings_of: Vec<LabelId>,
    word_offsets: Vec<usize>,
    words_of: Vec<LabelId>,
    first_skills_of: Vec<[LabelId; FIRST]>,
    title_of: Vec<LabelId>,
    months_of: Vec<u32>,
    experience: Vec<u64>,
    pushed: u64,
    without_experience: u64,
}

/// Skills at the head of a person's list that the method's source measures by.
const FIRST: usize = 3;

/// No skill, where a person lists fewer, and no job title.
const NO_LABEL: LabelId = LabelId::MAX;

/// Months in a bin of the histogram of experience.
pub const MONTHS_PER_BIN: u64 = 24;

/// Bins of the histogram; the last, from 30 years on, has no end.
pub const BINS: usize = 16;

/// A distinct background: label ids, ascending and each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Background {
    /// Degree fields.
    pub degree_fields: Vec<LabelId>,
    /// Courses.
    pub courses: Vec<LabelId>,
    /// Certificates.
    pub certifications: Vec<LabelId>,
}

/// Everyone who was read: distinct labels, distinct backgrounds, and per person two small numbers and
/// the skills.
#[derive(Debug, Default)]
pub struct People {
    /// How skills and degree fields became labels.
    pub cleaning: Cleaning,
    /// Cleaned degree fields.
    pub degree_fields: Labels,
    /// Cleaned courses.
    pub courses: Labels,
    /// Certificates.
    pub certifications: Labels,
    /// Cleaned skills.
    pub skills: Labels,
    /// Skills as people spell them, see [`clean::skill_spelling`].
    pub skill_spellings: Labels,
    /// Words of job titles.
    pub position_words: Labels,
    /// Job titles, see [`clean::job_title`].
    pub titles: Labels,
    /// Distinct backgrounds.
    pub backgrounds: Vec<Background>,
    /// People read.
    pub n_people: u64,
    /// People without months of experience; they are in the labels, not in `iter_level`.
    pub without_experience: u64,
    background_of: Vec<u32>,
    level_of: Vec<Level>,
    skill_offsets: Vec<usize>,
    skills_of: Vec<LabelId>,
    spelling_offsets: Vec<usize>,
    spellings_of: Vec<LabelId>,
    word_offsets: Vec<usize>,
    words_of: Vec<LabelId>,
    first_skills_of: Vec<[LabelId; FIRST]>,
    title_of: Vec<LabelId>,
    months_of: Vec<u32>,
    /// People per bin of [`MONTHS_PER_BIN`] months, the last without an end.
    pub experience: Vec<u64>,
}

/// One person.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Position in [`People::backgrounds`].
    pub background: u32,
    /// Skills, each once.
    pub skills: &'a [LabelId],
    /// Skills as the person spells them, each once; what is no skill is not there.
    pub skill_spellings: &'a [LabelId],
    /// Words of the job title, each once.
    pub position_words: &'a [LabelId],
    /// Months of experience.
    pub months: u32,
    title: LabelId,
    first_skills: &'a [LabelId; FIRST],
}

impl Person<'_> {
    /// The job title, if there is one that can be shown.
    pub fn title(&self) -> Option<LabelId> {
        Some(self.title).filter(|&title| title != NO_LABEL)
    }

    /// The first three skills as listed; what is no skill is not there.
    pub fn first_skills(&self) -> impl Iterator<Item = LabelId> {
        self.first_skills.iter().copied().filter(|&label| label != NO_LABEL)
    }
}

/// Between the lists of a background's key.
const SEPARATOR: LabelId = LabelId::MAX;

impl PeopleBuilder {
    /// Nobody yet; [`PeopleBuilder::default`] cleans canonically.
    pub fn new(cleaning: Cleaning) -> PeopleBuilder {
        PeopleBuilder { cleaning, ..PeopleBuilder::default() }
    }

    /// Adds a person.
    pub fn push(&mut self, profile: &Profile) {
        self.pushed += 1;
        let cleaning = self.cleaning;
        let degree_fields =
            intern(&mut self.degree_fields, &profile.degree_fields, |raw| cleaning.degree_field(raw));
        let courses = intern(&mut self.courses, &profile.courses, |raw| not_empty(clean::course(raw)));
        let certifications = intern(&mut self.certifications, &profile.certifications, |raw| {
            not_empty(clean::certification(raw).to_owned())
        });
        let skills = intern(&mut self.skills, &profile.skills, |raw| cleaning.skill(raw));
        let mut first_skills = [NO_LABEL; FIRST];
        let listed = profile.skills.iter().filter_map(|raw| self.skills.seen(raw));
        first_skills.iter_mut().zip(listed).for_each(|(first, label)| *first = label);
        let spellings = intern(&mut self.skill_spellings, &profile.skills, |raw| {
            cleaning.skill(raw).map(|_| clean::skill_spelling(raw))
        });
        let words = clean::position_words(profile.position.as_deref().unwrap_or_default());
        let words = intern(&mut self.position_words, &words, |word| Ok(word.to_owned()));
        let title = clean::job_title(profile.position.as_deref().unwrap_or_default());
        let title = title
            .and_then(|title| self.titles.intern(&title, |title| not_empty(clean::job_title_label(title))));
        let Some(months) = profile.experience_months else {
            self.without_experience += 1;
            return;
        };
        let mut key = degree_fields;
        for list in [courses, certifications] {
            key.push(SEPARATOR);
            key.extend(list);
        }
        let next = self.backgrounds.len() as u32;
        self.background_of.push(*self.backgrounds.entry(key.into_boxed_slice()).or_insert(next));
        self.level_of.push(Level::from_months(months));
        self.skill_offsets.push(self.skills_of.len());
        self.skills_of.extend(skills);
        self.spelling_offsets.push(self.spellings_of.len());
        self.spellings_of.extend(spellings);
        self.word_offsets.push(self.words_of.len());
        self.words_of.extend(words);
        self.first_skills_of.push(first_skills);
        self.title_of.push(title.unwrap_or(NO_LABEL));
        self.months_of.push(months);
        self.experience.resize(BINS, 0);
        self.experience[(u64::from(months) / MONTHS_PER_BIN).min(BINS as u64 - 1) as usize] += 1;
    }

    /// The skills of everyone so far as they spell them, with the number of times, in no particular order.
    pub fn skill_spellings(&self) -> impl Iterator<Item = (&str, u32)> {
        self.skills.spellings()
    }

    /// Everyone. Labels and backgrounds come out in an order that depends on their text only.
    pub fn finish(mut self) -> People {
        self.skill_offsets.push(self.skills_of.len());
        self.spelling_offsets.push(self.spellings_of.len());
        self.word_offsets.push(self.words_of.len());
        let (degree_fields, new_degree_field) = self.degree_fields.finish();
        let (courses, new_course) = self.courses.finish();
        let (certifications, new_certification) = self.certifications.finish();
        let (skills, new_skill) = self.skills.finish();
        let (skill_spellings, new_spelling) = self.skill_spellings.finish();
        for spelling in &mut self.spellings_of {
            *spelling = new_spelling[*spelling as usize];
        }
        let (position_words, new_word) = self.position_words.finish();
        for word in &mut self.words_of {
            *word = new_word[*word as usize];
        }
        let (titles, new_title) = self.titles.finish();
        for title in self.title_of.iter_mut().filter(|title| **title != NO_LABEL) {
            *title = new_title[*title as usize];
        }
        for skill in &mut self.skills_of {
            *skill = new_skill[*skill as usize];
        }
        for skill in self.first_skills_of.iter_mut().flatten().filter(|skill| **skill != NO_LABEL) {
            *skill = new_skill[*skill as usize];
        }
        let mut old_ids: Vec<(Background, u32)> = self
            .backgrounds
            .into_iter()
            .map(|(key, old)| {
                let mut lists = key.split(|&label| label == SEPARATOR);
                let mut list = |new: &[LabelId]| -> Vec<LabelId> {
                    let old = lists.next().unwrap_or_default();
                    let mut labels: Vec<LabelId> = old.iter().map(|&label| new[label as usize]).collect();
                    labels.sort_unstable();
                    labels
                };
                let background = Background {
                    degree_fields: list(&new_degree_field),
                    courses: list(&new_course),
                    certifications: list(&new_certification),
                };
                (background, old)
            })
            .collect();
        old_ids.sort_unstable();
        let mut new_background = vec![0; old_ids.len()];
        let mut backgrounds = Vec::with_capacity(old_ids.len());
        for (new, (background, old)) in (0..).zip(old_ids) {
            new_background[old as usize] = new;
            backgrounds.push(background);
        }
        for background in &mut self.background_of {
            *background = new_background[*background as usize];
        }
        People {
            cleaning: self.cleaning,
            degree_fields,
            courses,
            certifications,
            skills,
            skill_spellings,
            position_words,
            titles,
            backgrounds,
            n_people: self.pushed,
            without_experience: self.without_experience,
            background_of: self.background_of,
            level_of: self.level_of,
            skill_offsets: self.skill_offsets,
            skills_of: self.skills_of,
            spelling_offsets: self.spelling_offsets,
            spellings_of: self.spellings_of,
            word_offsets: self.word_offsets,
            words_of: self.words_of,
            first_skills_of: self.first_skills_of,
            title_of: self.title_of,
            months_of: self.months_of,
            experience: self.experience,
        }
    }
}

fn not_empty(label: String) -> Result<String, Why> {
    if label.is_empty() { Err(Why::Empty) } else { Ok(label) }
}

/// The distinct labels of a list, ascending by their provisional id.
fn intern(
    interner: &mut Interner,
    raw: &[String],
    clean: impl Fn(&str) -> Result<String, Why>,
) -> Vec<LabelId> {
    // Each spelling once, so that its uses are people.
    let mut raw: Vec<&str> = raw.iter().map(String::as_str).collect();
    raw.sort_unstable();
    raw.dedup();
    let mut labels: Vec<LabelId> = raw.into_iter().filter_map(|raw| interner.intern(raw, &clean)).collect();
    labels.sort_unstable();
    labels.dedup();
    labels
}

impl People {
    /// The people of a level, in the order read.
    pub fn iter_level(&self, level: Level) -> impl Iterator<Item = Person<'_>> {
        (0..self.level_of.len())
            .filter(move |&person| self.level_of[person] == level)
            .map(|person| self.person(person))
    }

    /// Everyone with months of experience, with their level, in the order read.
    pub fn iter_leveled(&self) -> impl Iterator<Item = (Level, Person<'_>)> {
        self.level_of.iter().enumerate().map(|(person, &level)| (level, self.person(person)))
    }

    fn person(&self, person: usize) -> Person<'_> {
        Person {
            background: self.background_of[person],
            skills: &self.skills_of[self.skill_offsets[person]..self.skill_offsets[person + 1]],
            skill_spellings: &self.spellings_of
                [self.spelling_offsets[person]..self.spelling_offsets[person + 1]],
            position_words: &self.words_of[self.word_offsets[person]..self.word_offsets[person + 1]],
            months: self.months_of[person],
            title: self.title_of[person],
            first_skills: &self.first_skills_of[person],
        }
    }

    /// The skills of everyone with months of experience, in the order read.
    pub fn skills_of_everyone(&self) -> Vec<&[LabelId]> {
        self.skill_offsets.windows(2).map(|pair| &self.skills_of[pair[0]..pair[1]]).collect()
    }

    /// The degree fields of everyone with months of experience, in the order read.
    pub fn degree_fields_of_everyone(&self) -> Vec<&[LabelId]> {
        let of = |&background: &u32| self.backgrounds[background as usize].degree_fields.as_slice();
        self.background_of.iter().map(of).collect()
    }

    /// How many people a level has.
    pub fn count_level(&self, level: Level) -> u64 {
        self.level_of.iter().filter(|&&l| l == level).count() as u64
    }
}
