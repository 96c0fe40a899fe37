//! The labels of one kind, and the people who have them.

use std::collections::HashMap;

use career_model::TopicKind;
use career_model::clean::Cleaning;
use career_model::tfidf::{TfidfVectorizer, words};

use crate::maths::csr::CsrMatrix;
use crate::people::interner::{LabelId, Labels};
use crate::topics::documents::document;

/// Labels, and the people who have them.
#[derive(Clone, Copy, Debug)]
pub struct LabelTable<'a> {
    /// The kind of labels.
    pub kind: TopicKind,
    /// The cleaning that made the labels.
    pub cleaning: Cleaning,
    /// The labels.
    pub labels: &'a Labels,
    /// Each person's labels; what too few of these people wrote is not in the model.
    pub people: &'a [&'a [LabelId]],
}

impl LabelTable<'_> {
    /// The TF-IDF rows of the labels in their shown form.
    pub(crate) fn rows_as_shown(&self, vectorizer: &TfidfVectorizer) -> CsrMatrix {
        let row = |label| vectorizer.transform(&document(self.kind, self.labels.shown(label)));
        let rows = (0..self.labels.len() as LabelId).map(row);
        CsrMatrix::from_rows(vectorizer.idf.len(), rows)
    }

    /// Per label the number of people who have it.
    pub(crate) fn people_with_label(&self) -> Vec<u32> {
        people_with_label(self.labels.len(), self.people)
    }

    /// Per word of the labels' texts the number of people who have a label with that word.
    pub(crate) fn people_with_word(&self) -> HashMap<String, u32> {
        let mut ids: HashMap<String, u32> = HashMap::new();
        let mut words_of: Vec<Vec<u32>> = Vec::with_capacity(self.labels.len());
        for text in self.labels.texts() {
            let id = |word| {
                let next = ids.len() as u32;
                *ids.entry(word).or_insert(next)
            };
            words_of.push(words(text).map(id).collect());
        }
        let mut counts = vec![0_u32; ids.len()];
        let words_of_label = |label: LabelId| words_of[label as usize].iter().copied();
        self.count_once_per_person(words_of_label, |word| counts[word as usize] += 1);
        ids.into_iter().map(|(word, id)| (word, counts[id as usize])).collect()
    }

    /// Per topic and word the number of people who have a label of that topic with that word; `rows` holds
    /// the words of each label, by column.
    pub(crate) fn people_with_word_in_topic(
        &self,
        topic_of: &[Option<u32>],
        rows: &CsrMatrix,
    ) -> HashMap<(u32, u32), u32> {
        let mut counts = HashMap::new();
        let cells = |label: LabelId| {
            let topic = topic_of[label as usize];
            let columns = rows.row(label as usize).map(|(column, _)| column as u32);
            columns.filter_map(move |column| Some((topic?, column)))
        };
        self.count_once_per_person(cells, |cell| *counts.entry(cell).or_default() += 1);
        counts
    }

    /// Counts everything that a person's labels have once per person.
    fn count_once_per_person<T: Ord, I: Iterator<Item = T>>(
        &self,
        of_label: impl Fn(LabelId) -> I,
        mut count: impl FnMut(T),
    ) {
        let mut found: Vec<T> = Vec::new();
        for labels in self.people {
            found.extend(labels.iter().flat_map(|&label| of_label(label)));
            found.sort_unstable();
            found.dedup();
            found.drain(..).for_each(&mut count);
        }
    }
}

/// Per label the number of people who have it.
pub(crate) fn people_with_label(n_labels: usize, people: &[&[LabelId]]) -> Vec<u32> {
    let mut counts = vec![0; n_labels];
    for &label in people.iter().copied().flatten() {
        counts[label as usize] += 1;
    }
    counts
}
