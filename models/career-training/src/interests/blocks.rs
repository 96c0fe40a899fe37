//! Blocks of columns, and their weights in a person's coordinates.

use career_model::ItemKind;

use crate::interests::columns::Columns;

/// Weights of the blocks relative to skills, whose weight is 1.
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
    /// The first weights that the search tries.
    pub const USUAL: BlockWeights = BlockWeights { titles: 1.0, degree_topics: 0.1, position_words: 0.1 };

    /// The other weights that the search tries: each block left out, context with more weight, and skills
    /// alone.
    pub const OTHERS: [BlockWeights; 5] = [
        BlockWeights { titles: 0.0, ..BlockWeights::USUAL },
        BlockWeights { degree_topics: 0.0, ..BlockWeights::USUAL },
        BlockWeights { position_words: 0.0, ..BlockWeights::USUAL },
        BlockWeights { degree_topics: 0.3, position_words: 0.3, ..BlockWeights::USUAL },
        BlockWeights { titles: 0.0, degree_topics: 0.0, position_words: 0.0 },
    ];

    /// The weight of a kind of item.
    pub const fn of(&self, kind: ItemKind) -> f64 {
        match kind {
            ItemKind::Skill => 1.0,
            ItemKind::Course | ItemKind::Certification => self.titles,
            ItemKind::DegreeField => self.degree_topics,
            ItemKind::Position => self.position_words,
        }
    }

    /// The weight of every column, items first.
    pub fn of_columns(&self, columns: &Columns) -> Vec<f64> {
        columns.keys.iter().map(|key| self.of(key.kind)).collect()
    }

    /// The weights as [`career_model::metadata::SearchMetrics::block_weights`] holds them.
    pub fn to_vec(self) -> Vec<f64> {
        vec![self.titles, self.degree_topics, self.position_words]
    }

    /// The weights from [`career_model::metadata::SearchMetrics::block_weights`].
    pub fn from_slice(weights: &[f64]) -> Option<BlockWeights> {
        let &[titles, degree_topics, position_words] = weights else { return None };
        Some(BlockWeights { titles, degree_topics, position_words })
    }
}
