//! Features of the reference method: a person's background as a sparse vector of counts.
//!
//! There is one column per degree topic and per distinct course or certificate; a column
//! counts the fields (courses, certifications) that hold it, so a title that is listed as a
//! course *and* as a certificate counts twice, as in scikit-learn's sum of two `MultiLabelBinarizer`s.

use wincode::{SchemaRead, SchemaWrite};

use crate::clean;
use crate::fingerprint::FingerprintIndex;
use crate::item_kind::ItemKind;
use crate::label_topics::{LabelTopics, TopicMatch};
use crate::profile::Profile;
use crate::sparse::SparseVector;

/// The column of a topic that nobody of this level studied, or too few people.
pub const NO_COLUMN: u32 = u32::MAX;

/// The column of a topic in a table from topics to columns.
pub(crate) fn topic_column(columns: &[u32], topic: u32) -> Option<u32> {
    let column = *columns.get(topic as usize)?;
    (column != NO_COLUMN).then_some(column)
}

/// The columns of a level's feature matrix.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct FeatureColumns {
    /// Degree topic → column, or [`NO_COLUMN`].
    pub degree_topics: Vec<u32>,
    /// Cleaned course or certificate title → column; in a model, only titles of enough people of the level.
    pub titles: FingerprintIndex,
    /// The number of columns.
    pub n_features: u32,
}

/// One input of a profile and the column it lights, if any.
#[derive(Clone, Debug, PartialEq)]
pub struct Input<'p> {
    /// The list it came from.
    pub kind: ItemKind,
    /// The text as given.
    pub raw: &'p str,
    /// The topic of a degree field.
    pub topic: Option<TopicMatch>,
    /// The column; `None` means the model does not know this input.
    pub column: Option<u32>,
}

/// A profile encoded with the columns of one level.
#[derive(Clone, Debug, PartialEq)]
pub struct EncodedProfile<'p> {
    /// Every input that is not blank, in the order given.
    pub inputs: Vec<Input<'p>>,
    /// The feature vector.
    pub vector: SparseVector,
}

impl FeatureColumns {
    /// The column of a degree topic.
    pub fn degree_topic(&self, topic: u32) -> Option<u32> {
        topic_column(&self.degree_topics, topic)
    }

    /// The column of a cleaned course or certificate title.
    pub fn title(&self, title: &str) -> Option<u32> {
        self.titles.get(title)
    }

    /// Encodes a raw profile: cleaning, topics, columns.
    pub fn encode<'p>(&self, degree_topics: &LabelTopics, profile: &'p Profile) -> EncodedProfile<'p> {
        let mut inputs = Vec::new();
        for raw in &profile.degree_fields {
            if let Some(topic) = degree_topics.match_degree_field(raw) {
                let column = topic.and_then(|found| self.degree_topic(found.topic()));
                inputs.push(Input { kind: ItemKind::DegreeField, raw, topic, column });
            }
        }
        for raw in &profile.courses {
            let title = clean::course(raw);
            if !title.is_empty() {
                inputs.push(Input { kind: ItemKind::Course, raw, topic: None, column: self.title(&title) });
            }
        }
        for raw in &profile.certifications {
            let title = clean::certification(raw);
            if !title.is_empty() {
                inputs.push(Input {
                    kind: ItemKind::Certification,
                    raw,
                    topic: None,
                    column: self.title(title),
                });
            }
        }
        let lit = inputs.iter().filter_map(|input| input.column.map(|column| (input.kind, column)));
        let vector = multi_hot(lit);
        EncodedProfile { inputs, vector }
    }
}

/// The feature vector of a set of lit columns: within a kind a column counts once; across kinds it adds up.
pub fn multi_hot(lit: impl IntoIterator<Item = (ItemKind, u32)>) -> SparseVector {
    let mut lit: Vec<(ItemKind, u32)> = lit.into_iter().collect();
    lit.sort_unstable();
    lit.dedup();
    SparseVector::from_entries(lit.into_iter().map(|(_, column)| (column, 1.0)).collect())
}
