//! The training table of interests.

use career_model::Level;
use career_model::sparse::SparseVector;

use crate::interests::columns::{ColumnKey, Columns};
use crate::maths::csr::CsrMatrix;
use crate::people::table::{People, Person};

/// One row per person with months of experience, equal rows side by side: the order in the input does not
/// matter.
#[derive(Clone, Debug)]
pub struct InterestTable {
    /// `n_people × n_items`, ones.
    pub items: CsrMatrix,
    /// `n_people × n_context`, ones.
    pub context: CsrMatrix,
    /// Per row its level.
    pub level_of: Vec<Level>,
    /// Per row the person, by position in [`People::iter_leveled`].
    pub person_of: Vec<usize>,
}

impl InterestTable {
    /// The rows of some people, by position in [`People::iter_leveled`].
    pub fn new(
        people: &People,
        topic_of_degree_field: &[Option<u32>],
        columns: &Columns,
        among: &[usize],
    ) -> InterestTable {
        let everyone: Vec<(Level, Person<'_>)> = people.iter_leveled().collect();
        // The order includes values without a column, so people with equal keys are interchangeable.
        let mut rows: Vec<(Level, Vec<u32>, Vec<ColumnKey>, usize)> = among
            .iter()
            .map(|&index| {
                let (level, person) = everyone[index];
                let mut keys: Vec<ColumnKey> =
                    ColumnKey::of_person(people, person, topic_of_degree_field).collect();
                keys.sort_unstable();
                (level, columns.row(keys.iter().copied()), keys, index)
            })
            .collect();
        rows.sort_unstable();
        InterestTable::from_rows(
            columns,
            rows.iter().map(|(level, row, _, person)| (*level, row.as_slice(), *person)),
        )
    }

    /// A table of these rows in their order: level, columns (ascending), person.
    pub fn from_rows<'a>(
        columns: &Columns,
        rows: impl Iterator<Item = (Level, &'a [u32], usize)>,
    ) -> InterestTable {
        let n_items = columns.n_items as u32;
        let (mut level_of, mut person_of) = (Vec::new(), Vec::new());
        let (mut items, mut context) = (Vec::new(), Vec::new());
        for (level, row, person) in rows {
            let (own, around) = row.split_at(row.partition_point(|&column| column < n_items));
            items.push(ones(own.to_vec()));
            context.push(ones(around.iter().map(|column| column - n_items).collect()));
            level_of.push(level);
            person_of.push(person);
        }
        InterestTable {
            items: CsrMatrix::from_rows(columns.n_items, items),
            context: CsrMatrix::from_rows(columns.keys.len() - columns.n_items, context),
            level_of,
            person_of,
        }
    }

    /// A row's columns, items first, with their values.
    pub fn columns_of(&self, row: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let n_items = self.items.n_columns();
        let context = self.context.row(row).map(move |(column, value)| (n_items + column, value));
        self.items.row(row).chain(context)
    }

    /// The number of rows.
    pub fn n_people(&self) -> usize {
        self.level_of.len()
    }

    /// The rows of a level.
    pub fn rows_of_level(&self, level: Level) -> impl Iterator<Item = usize> {
        (0..self.n_people()).filter(move |&row| self.level_of[row] == level)
    }
}

/// A row of ones.
pub fn ones(indices: Vec<u32>) -> SparseVector {
    SparseVector { values: vec![1.0; indices.len()], indices }
}
