//! Interests: everything a person lists, as columns, coordinates and a personal ranking. The features `full`.
//!
//! Everything is linear in the listed items: a person's point is the sum of the loadings of their columns, so
//! the share of every input in a decision is exact, and a request costs a few additions.

use wincode::{SchemaRead, SchemaWrite};

use crate::clean::{self, Cleaning, Rejection};
use crate::features::topic_column;
use crate::fingerprint::{FingerprintIndex, fingerprint};
use crate::item_kind::ItemKind;
use crate::label_topics::LabelTopics;
use crate::profile::Profile;
use crate::profile_item::ProfileItem;
use crate::ranker::Ranker;

/// The column of everything that people list: items (skills, courses, certificates) first, then context
/// (degree topics, words of job titles).
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct InterestColumns {
    /// Skill spelling → column; see [`skill_column`].
    pub skills: FingerprintIndex,
    /// Cleaned course title → column.
    pub courses: FingerprintIndex,
    /// Cleaned certificate title → column.
    pub certifications: FingerprintIndex,
    /// Degree topic → column, or [`NO_COLUMN`](crate::features::NO_COLUMN).
    pub degree_topics: Vec<u32>,
    /// Word of a job title → column.
    pub position_words: FingerprintIndex,
    /// The number of item columns.
    pub n_items: u32,
    /// The number of columns.
    pub n_columns: u32,
}

/// The part of a model for the features `full`.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct Interests {
    /// Listed item → column.
    pub columns: InterestColumns,
    /// The number of coordinates.
    pub n_components: u32,
    /// `n_columns × n_components`: what each column adds to a person's point.
    pub loadings: Vec<f32>,
    /// The personal ranking.
    pub ranker: Ranker,
}

/// Topics of both kinds, which cleaning and columns depend on.
#[derive(Clone, Copy)]
struct Topics<'m> {
    degree_fields: &'m LabelTopics,
    skills: &'m LabelTopics,
}

impl InterestColumns {
    /// Every item of a profile that is not blank, in the order of [`ItemKind::IN_FORM`] and then as given.
    pub fn encode<'p>(
        &self,
        degree_topics: &LabelTopics,
        skill_topics: &LabelTopics,
        profile: &'p Profile,
    ) -> Vec<ProfileItem<'p>> {
        let topics = Topics { degree_fields: degree_topics, skills: skill_topics };
        let mut items: Vec<ProfileItem<'p>> = Vec::new();
        for kind in ItemKind::IN_FORM {
            items.extend(profile.items(kind).iter().filter_map(|raw| self.item(kind, raw, topics)));
        }
        let mut lit = Vec::new();
        for item in &mut items {
            item.columns.retain(|column| {
                let new = !lit.contains(column);
                lit.extend(new.then_some(*column));
                new
            });
        }
        items
    }

    /// One item with all its columns; `None` if the text is blank.
    fn item<'p>(&self, kind: ItemKind, raw: &'p str, topics: Topics<'_>) -> Option<ProfileItem<'p>> {
        match kind {
            ItemKind::DegreeField => {
                let topic = topics.degree_fields.match_degree_field(raw)?;
                let column = topic.and_then(|found| self.degree_topic(found.topic()));
                Some(ProfileItem { topic, ..ProfileItem::new(kind, raw, column) })
            }
            ItemKind::Course => {
                let title = clean::course(raw);
                let column = self.courses.get(&title);
                (!title.is_empty()).then(|| ProfileItem {
                    fingerprint: fingerprint(&title),
                    ..ProfileItem::new(kind, raw, column)
                })
            }
            ItemKind::Certification => {
                let title = clean::certification(raw);
                let column = self.certifications.get(title);
                (!title.is_empty()).then(|| ProfileItem {
                    fingerprint: fingerprint(title),
                    ..ProfileItem::new(kind, raw, column)
                })
            }
            ItemKind::Skill => self.skill(raw, topics.skills.cleaning),
            ItemKind::Position => {
                let words = clean::position_words(raw);
                let columns = words.iter().filter_map(|word| self.position_words.get(word));
                (!words.is_empty()).then(|| ProfileItem::new(kind, raw, columns))
            }
        }
    }

    fn skill<'p>(&self, raw: &'p str, cleaning: Cleaning) -> Option<ProfileItem<'p>> {
        let label = cleaning.skill(raw);
        if label == Err(Rejection::Empty) {
            return None;
        }
        let column = label
            .as_deref()
            .ok()
            .and_then(|_| skill_column(&clean::skill_spelling(raw), cleaning, |text| self.skills.get(text)));
        // Cleaning dominates the time of a request, so the label is not cleaned twice.
        let fingerprint = match (&label, cleaning) {
            (Ok(label), Cleaning::Canonical) => fingerprint(label),
            _ => clean::skill_fingerprint(raw),
        };
        Some(ProfileItem { fingerprint, ..ProfileItem::new(ItemKind::Skill, raw, column) })
    }

    /// The column of a degree topic.
    pub fn degree_topic(&self, topic: u32) -> Option<u32> {
        topic_column(&self.degree_topics, topic)
    }
}

/// The column of a skill: that of its spelling, or of the spelling's label if the spelling has none. Training
/// and serving find columns by this rule.
pub fn skill_column(
    spelling: &str,
    cleaning: Cleaning,
    column_of: impl Fn(&str) -> Option<u32>,
) -> Option<u32> {
    let of_label = || column_of(&cleaning.skill(spelling).ok()?);
    column_of(spelling).or_else(of_label)
}

impl Interests {
    /// What a column adds to a person's point.
    pub fn loadings_of(&self, column: u32) -> impl Iterator<Item = f64> {
        let n = self.n_components as usize;
        let start = column as usize * n;
        self.loadings[start..start + n].iter().copied().map(f64::from)
    }

    /// A person's point: `n_components` coordinates, not normalised.
    pub fn point(&self, items: &[ProfileItem<'_>]) -> Vec<f64> {
        let mut point = vec![0.0; self.n_components as usize];
        for column in items.iter().flat_map(|item| &item.columns) {
            for (coordinate, loading) in point.iter_mut().zip(self.loadings_of(*column)) {
                *coordinate += loading;
            }
        }
        point
    }
}
