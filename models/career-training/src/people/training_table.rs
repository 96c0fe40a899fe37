//! The training table of the reference method.

use career_model::features::{FeatureColumns, NO_COLUMN, multi_hot};
use career_model::fingerprint::FingerprintIndex;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::{ItemKind, Level, clean};

use crate::maths::csr::CsrMatrix;
use crate::people::table::{Background, People, Person};

/// One level's distinct feature rows with their weights. Equal rows are merged: every result equals that of a
/// table with one row per person.
#[derive(Clone, Debug)]
pub struct TrainingTable {
    /// Value → column.
    pub columns: FeatureColumns,
    /// The value behind each column.
    pub column_values: Vec<ColumnValue>,
    /// Distinct rows, in lexicographic order, `n_rows × n_features`.
    pub rows: CsrMatrix,
    /// People per row.
    pub weights: Vec<f64>,
    /// Row of each background of [`People::backgrounds`]; `None` if nobody of this level has it.
    pub row_of_background: Vec<Option<u32>>,
    /// People of this level per background.
    weight_of_background: Vec<f64>,
}

/// The rows of a table's people as the function encodes them.
#[derive(Clone, Debug)]
pub(crate) struct ServedTable {
    /// The table with the columns of at least [`MIN_PEOPLE_PER_ITEM`] people, numbered anew.
    pub(crate) table: TrainingTable,
    /// Per column its number in the table that was fitted.
    pub(crate) fitted_columns: Vec<u32>,
}

/// The value behind a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnValue {
    /// A degree topic.
    DegreeTopic(u32),
    /// A course title, by position in [`People::courses`]; it may be a certificate as well.
    Course(u32),
    /// A certificate that is no course, by position in [`People::certifications`].
    Certification(u32),
}

impl TrainingTable {
    /// The table of a level's people; `topic_of_degree_field` holds the topic of every label.
    pub fn of_level(
        people: &People,
        level: Level,
        topic_of_degree_field: &[Option<u32>],
        n_topics: usize,
    ) -> Self {
        TrainingTable::of_people(people, people.iter_level(level), topic_of_degree_field, n_topics)
    }

    /// The table of some people.
    pub fn of_people<'a>(
        people: &'a People,
        persons: impl Iterator<Item = Person<'a>>,
        topic_of_degree_field: &[Option<u32>],
        n_topics: usize,
    ) -> Self {
        let mut weight_of_background = vec![0.0_f64; people.backgrounds.len()];
        for person in persons {
            weight_of_background[person.background as usize] += 1.0;
        }
        let present =
            people.backgrounds.iter().zip(&weight_of_background).filter(|(_, weight)| **weight > 0.0);
        let (columns, column_values) =
            build_columns(people, present.map(|(background, _)| background), topic_of_degree_field, n_topics);

        TrainingTable::with_columns(
            people,
            weight_of_background,
            columns,
            column_values,
            topic_of_degree_field,
        )
    }

    /// The table of these columns.
    fn with_columns(
        people: &People,
        weight_of_background: Vec<f64>,
        columns: FeatureColumns,
        column_values: Vec<ColumnValue>,
        topic_of_degree_field: &[Option<u32>],
    ) -> TrainingTable {
        let mut rows = Vec::new();
        for (id, background) in people.backgrounds.iter().enumerate() {
            if weight_of_background[id] > 0.0 {
                let row = feature_row(people, background, &columns, topic_of_degree_field);
                // Values are small whole numbers, so integers have the same order.
                let key: Vec<(u32, u32)> = row.iter().map(|(column, value)| (column, value as u32)).collect();
                rows.push((key, id, row));
            }
        }
        rows.sort_unstable_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
        let mut row_of_background = vec![None; people.backgrounds.len()];
        let (mut distinct, mut weights): (Vec<_>, Vec<f64>) = (Vec::new(), Vec::new());
        let mut last_key = None;
        for (key, id, row) in rows {
            if last_key.as_ref() != Some(&key) {
                distinct.push(row);
                weights.push(0.0);
                last_key = Some(key);
            }
            let current = distinct.len() - 1;
            row_of_background[id] = Some(current as u32);
            weights[current] += weight_of_background[id];
        }
        let rows = CsrMatrix::from_rows(column_values.len(), distinct);
        TrainingTable { columns, column_values, rows, weights, row_of_background, weight_of_background }
    }

    /// The same people as the function encodes them: with the topics of serving, and without the columns of
    /// fewer than [`MIN_PEOPLE_PER_ITEM`] of them, so that nobody can ask whether one of them has a title.
    pub(crate) fn served(&self, people: &People, topic_of_degree_field: &[Option<u32>]) -> ServedTable {
        let mut people_with_column = vec![0.0; self.column_values.len()];
        for (background, weight) in people.backgrounds.iter().zip(&self.weight_of_background) {
            if *weight > 0.0 {
                for (column, _) in
                    feature_row(people, background, &self.columns, topic_of_degree_field).iter()
                {
                    people_with_column[column as usize] += weight;
                }
            }
        }
        let enough = |column: &u32| people_with_column[*column as usize] >= f64::from(MIN_PEOPLE_PER_ITEM);
        let fitted_columns: Vec<u32> = (0..self.columns.n_features).filter(enough).collect();
        let value = |&column: &u32| self.column_values[column as usize];
        let column_values: Vec<ColumnValue> = fitted_columns.iter().map(value).collect();
        let mut columns = FeatureColumns {
            degree_topics: vec![NO_COLUMN; self.columns.degree_topics.len()],
            n_features: column_values.len() as u32,
            ..FeatureColumns::default()
        };
        let mut titles = Vec::new();
        for (column, value) in (0..).zip(&column_values) {
            match *value {
                ColumnValue::DegreeTopic(topic) => columns.degree_topics[topic as usize] = column,
                ColumnValue::Course(label) => titles.push((people.courses.text(label), column)),
                ColumnValue::Certification(label) => titles.push((people.certifications.text(label), column)),
            }
        }
        columns.titles = FingerprintIndex::from_pairs(titles);
        let weights = self.weight_of_background.clone();
        let table =
            TrainingTable::with_columns(people, weights, columns, column_values, topic_of_degree_field);
        ServedTable { table, fitted_columns }
    }

    /// The number of people.
    pub fn n_people(&self) -> f64 {
        self.weights.iter().sum()
    }

    /// The number of people whose row is zero: nothing in their background is known.
    pub fn without_background(&self) -> u64 {
        let zero = self.weights.iter().enumerate().filter(|&(row, _)| self.rows.row_is_zero(row));
        zero.map(|(_, &weight)| weight as u64).sum()
    }
}

/// One column per degree topic and per distinct title among these backgrounds.
fn build_columns<'a>(
    people: &People,
    backgrounds: impl Iterator<Item = &'a Background>,
    topic_of_degree_field: &[Option<u32>],
    n_topics: usize,
) -> (FeatureColumns, Vec<ColumnValue>) {
    let mut topic_present = vec![false; n_topics];
    let mut titles: Vec<(&str, ColumnValue)> = Vec::new();
    for background in backgrounds {
        for &label in &background.degree_fields {
            if let Some(topic) = topic_of_degree_field[label as usize] {
                topic_present[topic as usize] = true;
            }
        }
        titles.extend(background.courses.iter().map(|&c| (people.courses.text(c), ColumnValue::Course(c))));
        let certifications = background.certifications.iter();
        titles
            .extend(certifications.map(|&c| (people.certifications.text(c), ColumnValue::Certification(c))));
    }
    titles.sort_unstable();
    titles.dedup_by_key(|title| title.0);

    let mut values: Vec<ColumnValue> = (0..)
        .zip(&topic_present)
        .filter(|(_, present)| **present)
        .map(|(t, _)| ColumnValue::DegreeTopic(t))
        .collect();
    let mut degree_topics = vec![NO_COLUMN; n_topics];
    for (column, value) in (0..).zip(&values) {
        if let ColumnValue::DegreeTopic(topic) = value {
            degree_topics[*topic as usize] = column;
        }
    }
    let first_title = values.len() as u32;
    values.extend(titles.iter().map(|title| title.1));
    let titles = FingerprintIndex::from_pairs(titles.iter().map(|title| title.0).zip(first_title..));
    (FeatureColumns { degree_topics, titles, n_features: values.len() as u32 }, values)
}

/// A background as a feature row, with the columns that [`FeatureColumns::encode`] finds for the raw
/// strings, but without cleaning each person's strings again.
pub(crate) fn feature_row(
    people: &People,
    background: &Background,
    columns: &FeatureColumns,
    topic_of_degree_field: &[Option<u32>],
) -> career_model::sparse::SparseVector {
    debug_assert!(
        background.courses.iter().all(|&c| clean::course(people.courses.text(c)) == people.courses.text(c))
    );
    let topics = background.degree_fields.iter().filter_map(|&label| topic_of_degree_field[label as usize]);
    let degree_fields =
        topics.filter_map(|topic| columns.degree_topic(topic)).map(|c| (ItemKind::DegreeField, c));
    let courses = background.courses.iter().filter_map(|&c| columns.title(people.courses.text(c)));
    let certifications =
        background.certifications.iter().filter_map(|&c| columns.title(people.certifications.text(c)));
    multi_hot(
        degree_fields
            .chain(courses.map(|c| (ItemKind::Course, c)))
            .chain(certifications.map(|c| (ItemKind::Certification, c))),
    )
}
