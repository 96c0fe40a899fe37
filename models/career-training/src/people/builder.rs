//! From profiles to [`People`], one profile at a time.

use std::collections::HashMap;

use career_model::clean::{self, Cleaning, Rejection, not_empty};
use career_model::fingerprint::fingerprint;
use career_model::{ItemKind, Level, Profile};

use crate::people::interner::{Interner, LabelId};
use crate::people::table::{
    BINS, Background, MONTHS_PER_BIN, N_FIRST_SKILLS, NO_LABEL, People, Persons, Unleveled,
};

/// Separates the lists in the key of a background.
const SEPARATOR: LabelId = LabelId::MAX;

/// Collects profiles, one at a time.
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
    /// Label ids of the three lists, with [`SEPARATOR`] between them → provisional id.
    backgrounds: HashMap<Box<[LabelId]>, u32>,
    persons: Persons,
    unleveled: Unleveled,
    experience: Vec<u64>,
    n_people: u64,
    without_experience: u64,
}

impl PeopleBuilder {
    /// A builder without people; [`PeopleBuilder::default`] cleans canonically.
    pub fn new(cleaning: Cleaning) -> PeopleBuilder {
        PeopleBuilder { cleaning, ..PeopleBuilder::default() }
    }

    /// Adds a person.
    pub fn push(&mut self, profile: &Profile) {
        let read_as = self.n_people as u32;
        self.n_people += 1;
        let cleaning = self.cleaning;
        let degree_fields =
            intern(&mut self.degree_fields, &profile.degree_fields, |raw| cleaning.degree_field(raw));
        let courses = intern(&mut self.courses, &profile.courses, |raw| not_empty(clean::course(raw)));
        let certifications = intern(&mut self.certifications, &profile.certifications, |raw| {
            not_empty(clean::certification(raw).to_owned())
        });
        let skills = intern(&mut self.skills, &profile.skills, |raw| cleaning.skill(raw));
        let mut first_skills = [NO_LABEL; N_FIRST_SKILLS];
        let listed = profile.skills.iter().filter_map(|raw| self.skills.seen(raw));
        first_skills.iter_mut().zip(listed).for_each(|(first, label)| *first = label);
        let spellings = intern(&mut self.skill_spellings, &profile.skills, |raw| {
            cleaning.skill(raw).map(|_| clean::skill_spelling(raw))
        });
        let position = profile.position.as_deref().unwrap_or_default();
        let words =
            intern(&mut self.position_words, &clean::position_words(position), |word| Ok(word.to_owned()));
        let title = clean::job_title(position)
            .and_then(|title| self.titles.intern(&title, |title| not_empty(clean::job_title_label(title))));
        let Some(months) = profile.experience_months else {
            self.without_experience += 1;
            let unleveled = &mut self.unleveled;
            unleveled.skills.push(skills);
            let background = [degree_fields, courses, certifications];
            unleveled.background.iter_mut().zip(background).for_each(|(lists, list)| lists.push(list));
            unleveled.position_words.push(words);
            unleveled.read_as.push(read_as);
            return;
        };
        let mut key = degree_fields;
        for list in [courses, certifications] {
            key.push(SEPARATOR);
            key.extend(list);
        }
        let next = self.backgrounds.len() as u32;
        let background = *self.backgrounds.entry(key.into_boxed_slice()).or_insert(next);
        let persons = &mut self.persons;
        persons.background_of.push(background);
        persons.level_of.push(Level::from_months(months));
        persons.skills.push(skills);
        persons.skill_spellings.push(spellings);
        persons.position_words.push(words);
        persons.first_skills_of.push(first_skills);
        persons.title_of.push(title.unwrap_or(NO_LABEL));
        persons.months_of.push(months);
        persons.content_of.push(content_hash(profile));
        persons.read_as.push(read_as);
        self.experience.resize(BINS, 0);
        self.experience[(u64::from(months) / MONTHS_PER_BIN).min(BINS as u64 - 1) as usize] += 1;
    }

    /// Spellings of skills so far, with the number of uses, in no particular order.
    pub fn skill_spellings(&self) -> impl Iterator<Item = (&str, u32)> {
        self.skills.spellings()
    }

    /// Everyone. The order of labels and backgrounds depends on their text only.
    pub fn finish(mut self) -> People {
        let (degree_fields, new_degree_fields) = self.degree_fields.finish();
        let (courses, new_courses) = self.courses.finish();
        let (certifications, new_certifications) = self.certifications.finish();
        let (skills, new_skills) = self.skills.finish();
        let (skill_spellings, new_spellings) = self.skill_spellings.finish();
        let (position_words, new_words) = self.position_words.finish();
        let (titles, new_titles) = self.titles.finish();

        let persons = &mut self.persons;
        persons.skills.renumber(&new_skills);
        persons.skill_spellings.renumber(&new_spellings);
        persons.position_words.renumber(&new_words);
        for title in persons.title_of.iter_mut().filter(|title| **title != NO_LABEL) {
            *title = new_titles[*title as usize];
        }
        for skill in persons.first_skills_of.iter_mut().flatten().filter(|skill| **skill != NO_LABEL) {
            *skill = new_skills[*skill as usize];
        }
        let new_ids = [&new_degree_fields, &new_courses, &new_certifications];
        let unleveled = &mut self.unleveled;
        unleveled.skills.renumber(&new_skills);
        unleveled.background.iter_mut().zip(new_ids).for_each(|(lists, new)| lists.renumber(new));
        unleveled.position_words.renumber(&new_words);
        let (backgrounds, new_backgrounds) = sorted_backgrounds(self.backgrounds, new_ids);
        for background in &mut persons.background_of {
            *background = new_backgrounds[*background as usize];
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
            n_people: self.n_people,
            without_experience: self.without_experience,
            experience: self.experience,
            persons: self.persons,
            unleveled: self.unleveled,
        }
    }
}

/// The backgrounds in ascending order, and per provisional id the new one.
fn sorted_backgrounds(
    backgrounds: HashMap<Box<[LabelId]>, u32>,
    [degree_fields, courses, certifications]: [&Vec<LabelId>; 3],
) -> (Vec<Background>, Vec<u32>) {
    let mut old_ids: Vec<(Background, u32)> = backgrounds
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
                degree_fields: list(degree_fields),
                courses: list(courses),
                certifications: list(certifications),
            };
            (background, old)
        })
        .collect();
    old_ids.sort_unstable();
    let mut new_ids = vec![0; old_ids.len()];
    let mut backgrounds = Vec::with_capacity(old_ids.len());
    for (new, (background, old)) in (0..).zip(old_ids) {
        new_ids[old as usize] = new;
        backgrounds.push(background);
    }
    (backgrounds, new_ids)
}

/// A hash of everything that a profile tells of a person, whatever the order of its lists.
fn content_hash(profile: &Profile) -> u64 {
    let of_kind = |kind: ItemKind| {
        let mut raw: Vec<&str> = profile.items(kind).iter().map(String::as_str).collect();
        raw.sort_unstable();
        raw.dedup();
        let sum = raw.iter().fold(0_u64, |sum, raw| sum.wrapping_add(fingerprint(raw)));
        sum.rotate_left(11 * kind as u32)
    };
    let lists = ItemKind::ALL.map(of_kind).into_iter().fold(0, u64::wrapping_add);
    fingerprint(&format!("{lists} {:?}", profile.experience_months))
}

/// The distinct labels of a list, ascending by their provisional id.
fn intern(
    interner: &mut Interner,
    raw: &[String],
    clean: impl Fn(&str) -> Result<String, Rejection>,
) -> Vec<LabelId> {
    // A spelling counts once per person, so that its uses are people.
    let mut raw: Vec<&str> = raw.iter().map(String::as_str).collect();
    raw.sort_unstable();
    raw.dedup();
    let mut labels: Vec<LabelId> = raw.into_iter().filter_map(|raw| interner.intern(raw, &clean)).collect();
    labels.sort_unstable();
    labels.dedup();
    labels
}
