//! Label topics: skills or degree fields, grouped by the words they share.

use wincode::{SchemaRead, SchemaWrite};

use crate::clean::{Cleaning, Rejection};
use crate::fingerprint::FingerprintIndex;
use crate::sparse::SparseVector;
use crate::tfidf::TfidfVectorizer;

/// A label that is not known belongs to the topic with the highest mean cosine, if
/// that is at least this much; below it, label and topic share only words that occur everywhere.
pub const MIN_MEAN_COSINE: f64 = 0.1;

/// The topics of one kind of label (skills, or degree fields), fitted on the distinct cleaned labels.
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct LabelTopics {
    /// The cleaning that turns raw texts into labels.
    pub cleaning: Cleaning,
    /// Text → unit vector.
    pub vectorizer: TfidfVectorizer,
    /// The labels of enough people, and those of the operator's own list of topics → topic.
    pub known: FingerprintIndex,
    /// Per topic the mean of its labels' unit vectors: a label's inner product with it is the mean
    /// cosine between the label and the topic's labels. Words of too few people are left out.
    pub means: Vec<SparseVector>,
    /// Per topic its name; names are unique.
    pub names: Vec<String>,
}

/// The topic of a label, and how it was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TopicMatch {
    /// The label is known.
    Known(u32),
    /// The label is new or rare; its words led to the topic.
    Similar {
        /// The topic.
        topic: u32,
        /// The mean cosine between the label and the topic's labels, in `MIN_MEAN_COSINE..=1`.
        mean_cosine: f64,
    },
}

impl TopicMatch {
    /// The topic.
    pub fn topic(self) -> u32 {
        match self {
            TopicMatch::Known(topic) | TopicMatch::Similar { topic, .. } => topic,
        }
    }
}

impl LabelTopics {
    /// The topic of a cleaned label; `None` when it shares no distinctive word with any topic.
    pub fn assign(&self, label: &str) -> Option<TopicMatch> {
        if let Some(topic) = self.known.get(label) {
            return Some(TopicMatch::Known(topic));
        }
        let vector = self.vectorizer.transform(label);
        let (topic, mean_cosine) = nearest_topic(&self.means, &vector)?;
        (mean_cosine >= MIN_MEAN_COSINE).then_some(TopicMatch::Similar { topic, mean_cosine })
    }

    /// The topic of a degree field as given; `Some(None)` for a text without a topic, `None` for a blank
    /// text.
    pub(crate) fn match_degree_field(&self, raw: &str) -> Option<Option<TopicMatch>> {
        match self.cleaning.degree_field(raw) {
            Err(Rejection::Empty) => None,
            label => Some(label.ok().and_then(|label| self.assign(&label))),
        }
    }

    /// The number of topics.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are no topics.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

/// The topic with the highest mean cosine (the first of equals), if any shares a word.
fn nearest_topic(means: &[SparseVector], vector: &SparseVector) -> Option<(u32, f64)> {
    let mut best = None;
    for (topic, mean) in (0..).zip(means) {
        let cosine = mean.dot(vector);
        if cosine > best.map_or(0.0, |(_, highest)| highest) {
            best = Some((topic, cosine));
        }
    }
    best
}
