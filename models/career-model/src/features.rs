//! Features: a person's background as a sparse vector of counts.
//!
//! The seed's features: one column per degree topic and per distinct course or certificate; a column
//! counts the fields (courses, certifications) that hold it, so a title that is listed as a
//! course *and* as a certificate counts twice, as in scikit-learn's sum of two `MultiLabelBinarizer`s.

use wincode::{SchemaRead, SchemaWrite};

use crate::clean::{self, Why};
use crate::fingerprint::FingerprintIndex;
use crate::label_topics::{LabelTopics, TopicMatch};
use crate::profile::Profile;
use crate::sparse::SparseVector;

/// A topic without a column (nobody of this level studied it).
pub const NO_COLUMN: u32 = u32::MAX;

/// Which column of a level's feature matrix each value has.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct FeatureColumns {
    /// Degree topic → column, or [`NO_COLUMN`].
    pub degree_topics: Vec<u32>,
    /// Cleaned course or certificate title → column.
    pub titles: FingerprintIndex,
    /// The number of columns.
    pub n_features: u32,
}

/// The kinds of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// A field of study.
    DegreeField,
    /// A course.
    Course,
    /// A certificate.
    Certification,
    /// A skill; an input of the features `full` only.
    Skill,
    /// The job title; an input of the features `full` only.
    Position,
}

impl Field {
    /// The name in the profile form.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::DegreeField => "degree_fields",
            Field::Course => "courses",
            Field::Certification => "certifications",
            Field::Skill => "skills",
            Field::Position => "position",
        }
    }
}

/// One input of a profile and the column it lights, if any.
#[derive(Clone, Debug, PartialEq)]
pub struct Input<'p> {
    /// Which list it came from.
    pub field: Field,
    /// The text as given.
    pub raw: &'p str,
    /// For degree fields, the topic it belongs to.
    pub topic: Option<TopicMatch>,
    /// The column; `None` means the model knows nothing about this input.
    pub column: Option<u32>,
}

/// The part of a profile's vector that one level's columns can express, with its inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Encoded<'p> {
    /// Every input that is not blank, in the order given.
    pub inputs: Vec<Input<'p>>,
    /// The feature vector.
    pub vector: SparseVector,
}

impl FeatureColumns {
    /// The column of a degree topic.
    pub fn degree_topic(&self, topic: u32) -> Option<u32> {
        let column = *self.degree_topics.get(topic as usize)?;
        (column != NO_COLUMN).then_some(column)
    }

    /// The column of a cleaned course or certificate title.
    pub fn title(&self, title: &str) -> Option<u32> {
        self.titles.get(title)
    }

    /// Encodes a raw profile: cleaning, topics, columns.
    pub fn encode<'p>(&self, degree_topics: &LabelTopics, profile: &'p Profile) -> Encoded<'p> {
        let mut inputs = Vec::new();
        for raw in &profile.degree_fields {
            let label = degree_topics.cleaning.degree_field(raw);
            if label != Err(Why::Empty) {
                let topic = label.ok().and_then(|label| degree_topics.assign(&label));
                let column = topic.and_then(|found| self.degree_topic(found.topic()));
                inputs.push(Input { field: Field::DegreeField, raw, topic, column });
            }
        }
        for raw in &profile.courses {
            let title = clean::course(raw);
            if !title.is_empty() {
                inputs.push(Input { field: Field::Course, raw, topic: None, column: self.title(&title) });
            }
        }
        for raw in &profile.certifications {
            let title = clean::certification(raw);
            if !title.is_empty() {
                inputs.push(Input {
                    field: Field::Certification,
                    raw,
                    topic: None,
                    column: self.title(title),
                });
            }
        }
        let lit = inputs.iter().filter_map(|input| input.column.map(|column| (input.field, column)));
        let vector = multi_hot(lit);
        Encoded { inputs, vector }
    }
}

/// The feature vector of a set of lit columns: within a field a column counts once, across fields it adds up.
pub fn multi_hot(lit: impl IntoIterator<Item = (Field, u32)>) -> SparseVector {
    let mut lit: Vec<(Field, u32)> = lit.into_iter().collect();
    lit.sort_unstable();
    lit.dedup();
    SparseVector::from_entries(lit.into_iter().map(|(_, column)| (column, 1.0)).collect())
}
