//! Interests: everything a person lists, as columns, coordinates and a personal ranking. The features `full`.
//!
//! All of it is linear in what is listed: a person's point is the sum of the loadings of their columns, so the share
//! of every input in a decision is exact, and a request costs a few additions.

use wincode::{SchemaRead, SchemaWrite};

use crate::clean::{self, Cleaning, Why};
use crate::features::{Field, NO_COLUMN};
use crate::fingerprint::{FingerprintIndex, fingerprint};
use crate::label_topics::{LabelTopics, TopicMatch};
use crate::profile::Profile;
use crate::ranker::Ranker;

/// Which column each thing that people list has: items (skills, courses, certificates) first, then context (degree
/// topics, words of job titles).
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct InterestColumns {
    /// Skill as it is spelled → column; a spelling that is no column is looked up by its label.
    pub skills: FingerprintIndex,
    /// Cleaned course title → column.
    pub courses: FingerprintIndex,
    /// Cleaned certificate title → column.
    pub certifications: FingerprintIndex,
    /// Degree topic → column, or [`NO_COLUMN`].
    pub degree_topics: Vec<u32>,
    /// Word of a job title → column.
    pub position_words: FingerprintIndex,
    /// How many of the columns are items.
    pub n_items: u32,
    /// The number of columns.
    pub n_columns: u32,
}

/// What a model of the features `full` knows of interests.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct Interests {
    /// What is listed → column.
    pub columns: InterestColumns,
    /// The number of coordinates.
    pub n_components: u32,
    /// `n_columns × n_components`: what each column adds to a person's point.
    pub loadings: Vec<f32>,
    /// What to recommend to the person.
    pub ranker: Ranker,
}

/// One thing that a profile lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed<'p> {
    /// Which list it came from.
    pub field: Field,
    /// The text as given.
    pub raw: &'p str,
    /// For degree fields, the topic it belongs to.
    pub topic: Option<TopicMatch>,
    /// Whether the model knows it.
    pub known: bool,
    /// For skills, courses and certificates, what it is however it is spelled: as [`crate::ranker::Target::fingerprint`].
    pub fingerprint: u64,
    /// The columns that it lights and nothing before it does; a job title has one per word.
    pub columns: Vec<u32>,
}

impl InterestColumns {
    /// Everything a profile lists that is not blank, in the order of [`Field`] and then as given.
    pub fn encode<'p>(
        &self,
        degree_topics: &LabelTopics,
        skill_topics: &LabelTopics,
        profile: &'p Profile,
    ) -> Vec<Listed<'p>> {
        let mut listed = Vec::new();
        for raw in &profile.degree_fields {
            let label = degree_topics.cleaning.degree_field(raw);
            if label != Err(Why::Empty) {
                let topic = label.ok().and_then(|label| degree_topics.assign(&label));
                let column = topic.and_then(|found| self.degree_topic(found.topic()));
                listed.push(Listed { topic, ..Listed::new(Field::DegreeField, raw, column) });
            }
        }
        for raw in &profile.courses {
            let title = clean::course(raw);
            if !title.is_empty() {
                let fingerprint = fingerprint(&title);
                listed.push(Listed {
                    fingerprint,
                    ..Listed::new(Field::Course, raw, self.courses.get(&title))
                });
            }
        }
        for raw in &profile.certifications {
            let title = clean::certification(raw);
            if !title.is_empty() {
                let column = self.certifications.get(title);
                let fingerprint = fingerprint(title);
                listed.push(Listed { fingerprint, ..Listed::new(Field::Certification, raw, column) });
            }
        }
        for raw in &profile.skills {
            let label = skill_topics.cleaning.skill(raw);
            if label != Err(Why::Empty) {
                let spelled = || self.skills.get(&clean::skill_spelling(raw));
                let column =
                    label.as_deref().ok().and_then(|label| spelled().or_else(|| self.skills.get(label)));
                // Cleaning is what takes time: once is enough.
                let fingerprint = match (&label, skill_topics.cleaning) {
                    (Ok(label), Cleaning::Canonical) => fingerprint(label),
                    _ => clean::skill_fingerprint(raw),
                };
                listed.push(Listed { fingerprint, ..Listed::new(Field::Skill, raw, column) });
            }
        }
        if let Some(raw) = &profile.position {
            let words = clean::position_words(raw);
            if !words.is_empty() {
                let columns = words.iter().filter_map(|word| self.position_words.get(word));
                listed.push(Listed::new(Field::Position, raw, columns));
            }
        }
        let mut lit = Vec::new();
        for input in &mut listed {
            input.columns.retain(|column| {
                let new = !lit.contains(column);
                lit.extend(new.then_some(*column));
                new
            });
        }
        listed
    }

    /// The column of a degree topic.
    pub fn degree_topic(&self, topic: u32) -> Option<u32> {
        let column = *self.degree_topics.get(topic as usize)?;
        (column != NO_COLUMN).then_some(column)
    }
}

impl<'p> Listed<'p> {
    fn new(field: Field, raw: &'p str, columns: impl IntoIterator<Item = u32>) -> Listed<'p> {
        let columns: Vec<u32> = columns.into_iter().collect();
        Listed { field, raw, topic: None, known: !columns.is_empty(), fingerprint: 0, columns }
    }
}

impl Interests {
    /// What a column adds to a person's point.
    pub fn loadings_of(&self, column: u32) -> impl Iterator<Item = f64> {
        let n = self.n_components as usize;
        let start = column as usize * n;
        self.loadings[start..start + n].iter().copied().map(f64::from)
    }

    /// A person's point: `n_components` coordinates, of any length.
    pub fn point(&self, listed: &[Listed<'_>]) -> Vec<f64> {
        let mut point = vec![0.0; self.n_components as usize];
        for column in listed.iter().flat_map(|input| &input.columns) {
            for (coordinate, loading) in point.iter_mut().zip(self.loadings_of(*column)) {
                *coordinate += loading;
            }
        }
        point
    }
}
