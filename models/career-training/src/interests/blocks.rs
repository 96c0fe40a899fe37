//! Blocks of inputs, and how much each counts for a person's place.

use super::table::{Columns, Value};

/// Weights of the blocks; skills count 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BlockWeights {
    /// Courses and certificates.
    pub titles: f64,
    /// Topics of degree fields.
    pub degree_topics: f64,
    /// Words of the job title.
    pub position_words: f64,
}

impl BlockWeights {
    /// Where the search begins.
    pub const USUAL: BlockWeights = BlockWeights { titles: 1.0, degree_topics: 0.1, position_words: 0.1 };

    /// What the search tries beside [`BlockWeights::USUAL`]: each block left out, context counted more, and skills alone.
    pub const OTHERS: [BlockWeights; 5] = [
        BlockWeights { titles: 0.0, ..BlockWeights::USUAL },
        BlockWeights { degree_topics: 0.0, ..BlockWeights::USUAL },
        BlockWeights { position_words: 0.0, ..BlockWeights::USUAL },
        BlockWeights { degree_topics: 0.3, position_words: 0.3, ..BlockWeights::USUAL },
        BlockWeights { titles: 0.0, degree_topics: 0.0, position_words: 0.0 },
    ];

    /// The weight of every column, items first.
    pub fn of_columns(&self, columns: &Columns) -> Vec<f64> {
        let weight = |value: &Value| match value {
            Value::Skill(_) => 1.0,
            Value::Course(_) | Value::Certification(_) => self.titles,
            Value::DegreeTopic(_) => self.degree_topics,
            Value::PositionWord(_) => self.position_words,
        };
        columns.values.iter().map(weight).collect()
    }
}
