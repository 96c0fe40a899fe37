//! From profiles to [`People`], one profile at a time.

use std::collections::HashMap;

use career_model::clean::{self, Cleaning, Rejection, not_empty};
use career_model::fingerprint::fingerprint;
use career_model::{ItemKind, Level, Profile};

use crate::people::interner::{Interner, LabelId, NO_LABEL, SpellingId};
use crate::people::label_lists::LabelLists;
use crate::people::table::{BINS, Background, MONTHS_PER_BIN, N_FIRST_SKILLS, People, Persons};

/// Separates the lists of a background.
const SEPARATOR: u32 = u32::MAX;

/// The months of a person without months of experience.
const NO_MONTHS: u32 = u32::MAX;

/// Collects profiles, one at a time.
///
/// A person is kept as spelling ids, so that [`PeopleBuilder::leave_out`] can take back what the person
/// counts for.
#[derive(Debug, Default)]
pub struct PeopleBuilder {
    cleaning: Cleaning,
    pub(super) degree_fields: Interner,
    pub(super) courses: Interner,
    pub(super) certifications: Interner,
    pub(super) skills: Interner,
    /// Has the same spelling ids as `skills`.
    skill_spellings: Interner,
    position_words: Interner,
    titles: Interner,
    pub(super) rows: Rows,
}

/// The people, column by column, in the order of [`PeopleBuilder::push`].
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Spelling ids of skills, in the order of their texts.
    skills: LabelLists,
    /// Spelling ids of degree fields, courses and certificates, with [`SEPARATOR`] between the lists.
    backgrounds: LabelLists,
    position_words: LabelLists,
    first_skills: Vec<[SpellingId; N_FIRST_SKILLS]>,
    titles: Vec<SpellingId>,
    /// [`NO_MONTHS`] if they are unknown.
    months: Vec<u32>,
    contents: Vec<u64>,
    /// Ascending.
    left_out: Vec<u32>,
}

impl Rows {
    /// The number of people, with those who are left out.
    pub(super) fn len(&self) -> usize {
        self.months.len()
    }

    /// The number of people who are not left out.
    pub(super) fn n_people(&self) -> usize {
        self.len() - self.left_out.len()
    }

    pub(super) fn is_left_out(&self, person: usize) -> bool {
        !self.left_out.is_empty() && self.left_out.binary_search(&(person as u32)).is_ok()
    }

    pub(super) fn skills(&self, person: usize) -> &[SpellingId] {
        self.skills.get(person)
    }

    /// The words of the job title, as spelling ids in the order of their texts.
    pub(super) fn position_words(&self, person: usize) -> &[SpellingId] {
        self.position_words.get(person)
    }

    /// Degree fields, courses and certificates.
    pub(super) fn background(&self, person: usize) -> [&[SpellingId]; 3] {
        let mut lists = self.backgrounds.get(person).split(|&id| id == SEPARATOR);
        std::array::from_fn(|_| lists.next().unwrap_or_default())
    }
}

impl PeopleBuilder {
    /// A builder without people; [`PeopleBuilder::default`] cleans canonically.
    pub fn new(cleaning: Cleaning) -> PeopleBuilder {
        PeopleBuilder { cleaning, ..PeopleBuilder::default() }
    }

    /// Adds a person.
    pub fn push(&mut self, profile: &Profile) {
        let cleaning = self.cleaning;
        let mut background =
            intern(&mut self.degree_fields, &profile.degree_fields, |raw| cleaning.degree_field(raw));
        background.push(SEPARATOR);
        background.extend(intern(&mut self.courses, &profile.courses, |raw| not_empty(clean::course(raw))));
        background.push(SEPARATOR);
        background.extend(intern(&mut self.certifications, &profile.certifications, |raw| {
            not_empty(clean::certification(raw).to_owned())
        }));
        let skills = intern(&mut self.skills, &profile.skills, |raw| cleaning.skill(raw));
        let same = intern(&mut self.skill_spellings, &profile.skills, |raw| {
            cleaning.skill(raw).map(|_| clean::skill_spelling(raw))
        });
        debug_assert_eq!(skills, same);
        let mut first_skills = [NO_LABEL; N_FIRST_SKILLS];
        let listed = profile.skills.iter().filter_map(|raw| self.skills.find(raw));
        let listed = listed.filter(|&skill| self.skills.label(skill).is_some());
        first_skills.iter_mut().zip(listed).for_each(|(first, skill)| *first = skill);
        let position = profile.position.as_deref().unwrap_or_default();
        let words =
            intern(&mut self.position_words, &clean::position_words(position), |word| Ok(word.to_owned()));
        let title = clean::job_title(position)
            .map(|title| self.titles.intern(&title, |title| not_empty(clean::job_title_label(title))));

        let rows = &mut self.rows;
        rows.skills.push(&skills);
        rows.backgrounds.push(&background);
        rows.position_words.push(&words);
        rows.first_skills.push(first_skills);
        rows.titles.push(title.unwrap_or(NO_LABEL));
        rows.months.push(profile.experience_months.unwrap_or(NO_MONTHS));
        rows.contents.push(content_hash(profile));
    }

    /// Leaves people out, as if they had never been added. A person is the position in the order of
    /// [`PeopleBuilder::push`].
    pub fn leave_out(&mut self, people: impl IntoIterator<Item = u32>) {
        let mut people: Vec<u32> = people.into_iter().collect();
        people.retain(|&person| !self.rows.is_left_out(person as usize));
        people.sort_unstable();
        people.dedup();
        for &person in &people {
            let person = person as usize;
            for &skill in self.rows.skills(person) {
                self.skills.take_back(skill);
                self.skill_spellings.take_back(skill);
            }
            let background = self.rows.background(person);
            let interners = [&mut self.degree_fields, &mut self.courses, &mut self.certifications];
            for (interner, list) in interners.into_iter().zip(background) {
                list.iter().for_each(|&spelling| interner.take_back(spelling));
            }
            self.rows.position_words(person).iter().for_each(|&word| self.position_words.take_back(word));
            let title = self.rows.titles[person];
            if title != NO_LABEL {
                self.titles.take_back(title);
            }
        }
        self.rows.left_out.extend(people);
        self.rows.left_out.sort_unstable();
    }

    /// The number of people, with those who are left out.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no people.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Spellings of skills so far, with the number of uses, in no particular order.
    pub fn skill_spellings(&self) -> impl Iterator<Item = (&str, u32)> {
        self.skills.spellings()
    }

    /// Everyone. The order of labels and backgrounds depends on their text only.
    pub fn finish(self) -> People {
        let rows = self.rows;
        let (degree_fields, degree_field_of) = self.degree_fields.finish();
        let (courses, course_of) = self.courses.finish();
        let (certifications, certification_of) = self.certifications.finish();
        let (skills, skill_of) = self.skills.finish();
        let (skill_spellings, spelling_of) = self.skill_spellings.finish();
        let (position_words, word_of) = self.position_words.finish();
        let (titles, title_of) = self.titles.finish();

        let label = |of: &[LabelId], spelling: SpellingId| match spelling {
            NO_LABEL => NO_LABEL,
            spelling => of[spelling as usize],
        };
        let (mut persons, mut backgrounds) = (Persons::default(), Backgrounds::default());
        let (mut experience, mut without_experience) = (Vec::new(), 0);
        let mut list = Vec::new();
        for person in (0..rows.len()).filter(|&person| !rows.is_left_out(person)) {
            let months = rows.months[person];
            if months == NO_MONTHS {
                without_experience += 1;
                continue;
            }
            experience.resize(BINS, 0);
            experience[(u64::from(months) / MONTHS_PER_BIN).min(BINS as u64 - 1) as usize] += 1;
            let of = [&degree_field_of, &course_of, &certification_of];
            persons.background_of.push(backgrounds.add(rows.background(person), of));
            persons.level_of.push(Level::from_months(months));
            for (lists, spellings, of) in [
                (&mut persons.skills, rows.skills(person), &skill_of),
                (&mut persons.skill_spellings, rows.skills(person), &spelling_of),
                (&mut persons.position_words, rows.position_words(person), &word_of),
            ] {
                list.clear();
                put_labels(&mut list, spellings, of);
                lists.push(&list);
            }
            persons.first_skills_of.push(rows.first_skills[person].map(|skill| label(&skill_of, skill)));
            persons.title_of.push(label(&title_of, rows.titles[person]));
            persons.months_of.push(months);
            persons.content_of.push(rows.contents[person]);
        }
        let n_people = rows.n_people() as u64;
        drop(rows);
        let (backgrounds, new_backgrounds) = backgrounds.finish();
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
            n_people,
            without_experience,
            experience,
            persons,
        }
    }
}

/// Distinct backgrounds.
#[derive(Default)]
struct Backgrounds {
    /// Labels of the three lists, with [`SEPARATOR`] between them → provisional id.
    ids: HashMap<Box<[LabelId]>, u32>,
    key: Vec<LabelId>,
}

impl Backgrounds {
    /// The provisional id of a background; `label_of` has the label per spelling of each list.
    fn add(&mut self, lists: [&[SpellingId]; 3], label_of: [&Vec<LabelId>; 3]) -> u32 {
        self.key.clear();
        for (at, (list, label_of)) in lists.into_iter().zip(label_of).enumerate() {
            if at > 0 {
                self.key.push(SEPARATOR);
            }
            put_labels(&mut self.key, list, label_of);
        }
        if let Some(&id) = self.ids.get(self.key.as_slice()) {
            return id;
        }
        let next = self.ids.len() as u32;
        self.ids.insert(self.key.as_slice().into(), next);
        next
    }

    /// The backgrounds in ascending order, and per provisional id the new one.
    fn finish(self) -> (Vec<Background>, Vec<u32>) {
        let of_key = |(key, old): (Box<[LabelId]>, u32)| {
            let mut lists = key.split(|&label| label == SEPARATOR).map(<[LabelId]>::to_vec);
            let mut next = || lists.next().unwrap_or_default();
            let background = Background { degree_fields: next(), courses: next(), certifications: next() };
            (background, old)
        };
        let mut old_ids: Vec<(Background, u32)> = self.ids.into_iter().map(of_key).collect();
        old_ids.sort_unstable();
        let mut new_ids = vec![0; old_ids.len()];
        let mut backgrounds = Vec::with_capacity(old_ids.len());
        for (new, (background, old)) in (0..).zip(old_ids) {
            new_ids[old as usize] = new;
            backgrounds.push(background);
        }
        (backgrounds, new_ids)
    }
}

/// Adds the labels of spellings to a list, ascending and each once.
fn put_labels(list: &mut Vec<LabelId>, spellings: &[SpellingId], label_of: &[LabelId]) {
    let start = list.len();
    let labels = spellings.iter().map(|&spelling| label_of[spelling as usize]);
    list.extend(labels.filter(|&label| label != NO_LABEL));
    list[start..].sort_unstable();
    let mut end = start;
    for at in start..list.len() {
        if at == start || list[at] != list[end - 1] {
            list[end] = list[at];
            end += 1;
        }
    }
    list.truncate(end);
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

/// The distinct spellings of a list, in the order of their texts.
fn intern(
    interner: &mut Interner,
    raw: &[String],
    clean: impl Fn(&str) -> Result<String, Rejection>,
) -> Vec<SpellingId> {
    // A spelling counts once per person, so that its uses are people.
    let mut raw: Vec<&str> = raw.iter().map(String::as_str).collect();
    raw.sort_unstable();
    raw.dedup();
    raw.into_iter().map(|raw| interner.intern(raw, &clean)).collect()
}
