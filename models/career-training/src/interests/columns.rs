//! The columns of interests.

use std::collections::HashMap;

use career_model::interests::skill_column;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::{ItemKind, Level};

use crate::people::interner::{LabelId, Labels};
use crate::people::table::{People, Person};

/// The most item columns; the linear system has this size. The commonest items are kept.
pub const MAX_ITEMS: usize = 1_000;

/// The most columns for words of job titles.
const MAX_WORDS: usize = 400;

/// The value behind a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnKey {
    /// The kind of item.
    pub kind: ItemKind,
    /// The label of a skill spelling, course, certificate or word of job titles; the topic of a degree field.
    pub id: u32,
}

impl ColumnKey {
    /// The labels that [`ColumnKey::id`] refers to; `None` for degree fields, whose ids are topics.
    pub fn labels(kind: ItemKind, people: &People) -> Option<&Labels> {
        match kind {
            ItemKind::Skill => Some(&people.skill_spellings),
            ItemKind::Course => Some(&people.courses),
            ItemKind::Certification => Some(&people.certifications),
            ItemKind::DegreeField => None,
            ItemKind::Position => Some(&people.position_words),
        }
    }

    /// The cleaned text; `None` for a topic.
    pub fn text(self, people: &People) -> Option<&str> {
        Some(ColumnKey::labels(self.kind, people)?.text(self.id))
    }

    /// The text to show; `None` unless it is an item that can be recommended.
    pub fn shown(self, people: &People) -> Option<&str> {
        let labels = ColumnKey::labels(self.kind, people).filter(|_| self.kind.is_recommended())?;
        Some(labels.shown(self.id))
    }

    /// Everything a person has.
    pub(crate) fn of_person<'a>(
        people: &'a People,
        person: Person<'a>,
        topic_of_degree_field: &'a [Option<u32>],
    ) -> impl Iterator<Item = ColumnKey> + 'a {
        let background = &people.backgrounds[person.background as usize];
        // A title that some list as a course and others as a certificate has two keys.
        let topic = |&label: &u32| topic_of_degree_field[label as usize];
        let mut topics: Vec<u32> = background.degree_fields.iter().filter_map(topic).collect();
        topics.sort_unstable();
        topics.dedup();
        let keys = |kind: ItemKind| {
            let ids = match kind {
                ItemKind::Skill => person.skill_spellings.to_vec(),
                ItemKind::Course => background.courses.clone(),
                ItemKind::Certification => background.certifications.clone(),
                ItemKind::DegreeField => topics.clone(),
                ItemKind::Position => person.position_words.to_vec(),
            };
            ids.into_iter().map(move |id| ColumnKey { kind, id }).collect::<Vec<ColumnKey>>()
        };
        ItemKind::ALL.map(keys).into_iter().flatten()
    }
}

/// The columns: items first, which people hold and can be recommended, then context.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// The value behind each column.
    pub keys: Vec<ColumnKey>,
    /// Per column the number of people who have it.
    pub support: Vec<u32>,
    /// The number of item columns.
    pub n_items: usize,
    column_of: HashMap<ColumnKey, u32>,
    /// The columns of skill spellings that have none of their own: those of their labels.
    column_of_label: HashMap<ColumnKey, u32>,
}

impl Columns {
    /// The columns that at least [`MIN_PEOPLE_PER_ITEM`] of some people have, because the model recognises
    /// the text of every column; `among` holds positions in [`People::iter_leveled`].
    pub fn new(people: &People, topic_of_degree_field: &[Option<u32>], among: &[usize]) -> Columns {
        let mut support: HashMap<ColumnKey, u32> = HashMap::new();
        let everyone: Vec<(Level, Person<'_>)> = people.iter_leveled().collect();
        for &person in among {
            for key in ColumnKey::of_person(people, everyone[person].1, topic_of_degree_field) {
                *support.entry(key).or_default() += 1;
            }
        }
        let text = |key: &ColumnKey| -> String {
            key.text(people).map_or_else(|| format!("{:09}", key.id), str::to_owned)
        };
        let kept = |wanted: &dyn Fn(ItemKind) -> bool, most: usize| -> Vec<ColumnKey> {
            let mut kept: Vec<(u32, String, ColumnKey)> = support
                .iter()
                .filter(|&(key, &people)| people >= MIN_PEOPLE_PER_ITEM && wanted(key.kind))
                .map(|(key, &people)| (people, text(key), *key))
                .collect();
            kept.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| (&a.1, a.2).cmp(&(&b.1, b.2))));
            kept.truncate(most);
            kept.into_iter().map(|(_, _, key)| key).collect()
        };
        let mut keys = kept(&|kind| kind.is_recommended(), MAX_ITEMS);
        let n_items = keys.len();
        for kind in ItemKind::ALL.into_iter().filter(|kind| !kind.is_recommended()) {
            let most = if kind == ItemKind::Position { MAX_WORDS } else { usize::MAX };
            keys.extend(kept(&|of| of == kind, most));
        }
        let column_of = (0..).zip(&keys).map(|(column, key)| (*key, column)).collect();
        let column_of_label = columns_of_labels(people, &column_of);
        let support = keys.iter().map(|key| support[key]).collect();
        Columns { keys, support, n_items, column_of, column_of_label }
    }

    /// The columns of these values, ascending, as the function finds them.
    pub fn row(&self, keys: impl Iterator<Item = ColumnKey>) -> Vec<u32> {
        let of =
            |key: ColumnKey| self.column_of.get(&key).or_else(|| self.column_of_label.get(&key)).copied();
        ascending(keys.filter_map(of))
    }

    /// The columns of exactly these values, ascending: a spelling does not stand for its label.
    pub(crate) fn own(&self, keys: impl Iterator<Item = ColumnKey>) -> Vec<u32> {
        ascending(keys.filter_map(|key| self.column_of.get(&key).copied()))
    }
}

/// The column of the label of every skill spelling without a column, where there is one.
fn columns_of_labels(people: &People, column_of: &HashMap<ColumnKey, u32>) -> HashMap<ColumnKey, u32> {
    let spellings = &people.skill_spellings;
    let column = |key: ColumnKey| column_of.get(&key).copied();
    let keys = (0..spellings.len() as LabelId).map(|id| ColumnKey { kind: ItemKind::Skill, id });
    let without = keys.filter(|key| column(*key).is_none());
    let of_label = |key: ColumnKey| {
        let of_text = |text: &str| column(ColumnKey { id: spellings.find(text)?, ..key });
        Some((key, skill_column(spellings.text(key.id), people.cleaning, of_text)?))
    };
    without.filter_map(of_label).collect()
}

fn ascending(columns: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut columns: Vec<u32> = columns.collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}
