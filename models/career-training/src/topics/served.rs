//! The words of topics as the function serves them: at least five people are behind everything.
//!
//! Topics are fitted on every string, and four of five strings have one holder. A model that knew them would
//! tell anybody who asks whether somebody wrote a string. So the served vocabulary holds a word only if at
//! least [`MIN_PEOPLE_PER_ITEM`] people have a label with it. The mean of a topic holds a word only if that
//! many people have a label *of the topic* with it; otherwise a small topic would tell that one person wrote
//! two common words side by side.

use career_model::fingerprint::FingerprintIndex;
use career_model::roadmap::MIN_PEOPLE_PER_ITEM;
use career_model::sparse::SparseVector;
use career_model::tfidf::TfidfVectorizer;

use crate::maths::csr::CsrMatrix;
use crate::topics::label_table::LabelTable;
use crate::topics::means::topic_means;
use crate::topics::tfidf::TfidfFit;

/// The words of fitted topics that enough people are behind.
pub(crate) struct ServedWords {
    pub(crate) vectorizer: TfidfVectorizer,
    /// The words, by column.
    pub(crate) vocabulary: Vec<String>,
    /// Per label its words, in its shown form.
    pub(crate) rows: CsrMatrix,
    /// Per topic the mean row of its labels, without the words of too few of its people.
    pub(crate) means: Vec<SparseVector>,
}

impl ServedWords {
    /// The served words of a fit; `topic_of` holds the fitted topic of every label.
    pub(crate) fn new(
        table: LabelTable<'_>,
        tfidf: &TfidfFit,
        topic_of: &[Option<u32>],
        n_topics: usize,
    ) -> ServedWords {
        let people_with_word = table.people_with_word();
        let is_shared =
            |word: &String| people_with_word.get(word).is_some_and(|people| *people >= MIN_PEOPLE_PER_ITEM);
        let words = tfidf.vocabulary.iter().zip(&tfidf.vectorizer.idf).filter(|(word, _)| is_shared(word));
        let (vocabulary, idf): (Vec<String>, Vec<f64>) =
            words.map(|(word, idf)| (word.clone(), *idf)).unzip();
        let columns = FingerprintIndex::from_pairs(vocabulary.iter().map(String::as_str).zip(0..));
        let vectorizer = TfidfVectorizer { vocabulary: columns, idf };
        let rows = table.rows_as_shown(&vectorizer);
        let mut means = topic_means(&rows, topic_of, n_topics);
        let people_of_cell = table.people_with_word_in_topic(topic_of, &rows);
        for (topic, mean) in (0..).zip(&mut means) {
            let is_shared = |column| {
                people_of_cell.get(&(topic, column)).is_some_and(|people| *people >= MIN_PEOPLE_PER_ITEM)
            };
            *mean =
                SparseVector::from_entries(mean.iter().filter(|(column, _)| is_shared(*column)).collect());
        }
        ServedWords { vectorizer, vocabulary, rows, means }
    }
}
