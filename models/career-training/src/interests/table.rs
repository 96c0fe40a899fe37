//! Who holds what: the table that interests are learned from.

use std::collections::HashMap;

use career_model::Level;
use career_model::sparse::SparseVector;

use crate::csr::CsrMatrix;
use crate::interner::LabelId;
use crate::people::{People, Person};

/// What fewer people hold is no evidence of anything, and is not a column.
const MIN_SUPPORT: u32 = 3;

/// The most items; the linear system is of this size. The commonest are kept.
pub const MAX_ITEMS: usize = 1_000;

/// The most words of job titles.
const MAX_WORDS: usize = 400;

/// What a column stands for, by its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A skill as it is spelled.
    Skill(LabelId),
    /// A course.
    Course(LabelId),
    /// A certificate.
    Certification(LabelId),
    /// A topic of degree fields.
    DegreeTopic(u32),
    /// A word of job titles.
    PositionWord(LabelId),
}

/// The columns: items first, which people hold and can be recommended, then context.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// What each column stands for.
    pub values: Vec<Value>,
    /// People who have it.
    pub support: Vec<u32>,
    /// How many of the columns are items.
    pub n_items: usize,
    place: HashMap<Value, u32>,
}

/// One row per person with months of experience, equal rows side by side: the order people were read in does not show.
#[derive(Clone, Debug)]
pub struct InterestTable {
    /// `n_people × n_items`, ones.
    pub items: CsrMatrix,
    /// `n_people × n_context`, ones.
    pub context: CsrMatrix,
    /// Per row the position of its level in [`Level::ALL`].
    pub level_of: Vec<usize>,
    /// Per row the person, by position in [`People::iter_leveled`].
    pub person_of: Vec<usize>,
}

impl Columns {
    /// The columns that enough of `among` have.
    pub fn of(people: &People, topic_of_degree_field: &[Option<u32>], among: &[usize]) -> Columns {
        let mut support: HashMap<Value, u32> = HashMap::new();
        let everyone: Vec<(Level, Person<'_>)> = people.iter_leveled().collect();
        for &person in among {
            for value in values_of(people, everyone[person].1, topic_of_degree_field) {
                *support.entry(value).or_default() += 1;
            }
        }
        let text = |value: &Value| -> String {
            match *value {
                Value::Skill(id) => people.skill_spellings.text(id).to_owned(),
                Value::Course(id) => people.courses.text(id).to_owned(),
                Value::Certification(id) => people.certifications.text(id).to_owned(),
                Value::DegreeTopic(topic) => format!("{topic:09}"),
                Value::PositionWord(id) => people.position_words.text(id).to_owned(),
            }
        };
        let is_item =
            |value: &Value| matches!(value, Value::Skill(_) | Value::Course(_) | Value::Certification(_));
        let kept = |wanted: &dyn Fn(&Value) -> bool, most: usize| -> Vec<Value> {
            let mut kept: Vec<(u32, String, Value)> = support
                .iter()
                .filter(|&(value, &people)| people >= MIN_SUPPORT && wanted(value))
                .map(|(value, &people)| (people, text(value), *value))
                .collect();
            kept.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| (&a.1, a.2).cmp(&(&b.1, b.2))));
            kept.truncate(most);
            kept.into_iter().map(|(_, _, value)| value).collect()
        };
        let mut values = kept(&is_item, MAX_ITEMS);
        let n_items = values.len();
        values.extend(kept(&|value| matches!(value, Value::DegreeTopic(_)), usize::MAX));
        values.extend(kept(&|value| matches!(value, Value::PositionWord(_)), MAX_WORDS));
        let place = (0..).zip(&values).map(|(column, value)| (*value, column)).collect();
        let support = values.iter().map(|value| support[value]).collect();
        Columns { values, support, n_items, place }
    }

    /// The columns of these values, ascending.
    pub fn row(&self, values: impl Iterator<Item = Value>) -> Vec<u32> {
        let mut columns: Vec<u32> = values.filter_map(|value| self.place.get(&value).copied()).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }
}

impl InterestTable {
    /// The rows of some people, by position in [`People::iter_leveled`].
    pub fn of(
        people: &People,
        topic_of_degree_field: &[Option<u32>],
        columns: &Columns,
        among: &[usize],
    ) -> InterestTable {
        let everyone: Vec<(Level, Person<'_>)> = people.iter_leveled().collect();
        // By all that a person has, columns or not: whoever is equal in it is interchangeable.
        let mut rows: Vec<(usize, Vec<u32>, Vec<Value>, usize)> = among
            .iter()
            .map(|&person| {
                let (level, who) = everyone[person];
                let mut values: Vec<Value> = values_of(people, who, topic_of_degree_field).collect();
                values.sort_unstable();
                (level.index(), columns.row(values.iter().copied()), values, person)
            })
            .collect();
        rows.sort_unstable();
        InterestTable::from_rows(
            columns,
            rows.iter().map(|(level, row, _, person)| (*level, row.as_slice(), *person)),
        )
    }

    /// A table of these rows, as they come: level, columns (ascending), person.
    pub fn from_rows<'a>(
        columns: &Columns,
        rows: impl Iterator<Item = (usize, &'a [u32], usize)>,
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
            context: CsrMatrix::from_rows(columns.values.len() - columns.n_items, context),
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

    /// How many people it has.
    pub fn n_people(&self) -> usize {
        self.level_of.len()
    }
}

/// A row of ones.
pub fn ones(indices: Vec<u32>) -> SparseVector {
    SparseVector { values: vec![1.0; indices.len()], indices }
}

/// Everything a person has.
pub(crate) fn values_of<'a>(
    people: &'a People,
    person: Person<'a>,
    topic_of_degree_field: &'a [Option<u32>],
) -> impl Iterator<Item = Value> + 'a {
    let background = &people.backgrounds[person.background as usize];
    // A title that is a course of somebody and a certificate of somebody else is two values; both are found.
    let mut topics: Vec<u32> =
        background.degree_fields.iter().filter_map(|&label| topic_of_degree_field[label as usize]).collect();
    topics.sort_unstable();
    topics.dedup();
    person
        .skill_spellings
        .iter()
        .map(|&skill| Value::Skill(skill))
        .chain(background.courses.iter().map(|&course| Value::Course(course)))
        .chain(background.certifications.iter().map(|&title| Value::Certification(title)))
        .chain(topics.into_iter().map(Value::DegreeTopic))
        .chain(person.position_words.iter().map(|&word| Value::PositionWord(word)))
}

/// The shown text of an item, if it is one that may be shown.
pub fn shown(people: &People, value: Value) -> Option<&str> {
    match value {
        Value::Skill(id) => Some(people.skill_spellings.shown(id)),
        Value::Course(id) => Some(people.courses.shown(id)),
        Value::Certification(id) => Some(people.certifications.shown(id)),
        Value::DegreeTopic(_) | Value::PositionWord(_) => None,
    }
}
