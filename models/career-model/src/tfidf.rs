//! TF-IDF of short labels, as scikit-learn's `TfidfVectorizer` computes it.

use wincode::{SchemaRead, SchemaWrite};

use crate::fingerprint::FingerprintIndex;
use crate::sparse::SparseVector;
use crate::stop_words::ENGLISH;

/// The words of a text: runs of two or more word characters, lower-cased.
///
/// This is scikit-learn's `token_pattern=r"(?u)\b\w\w+\b"` after `lowercase=True`; a word character is
/// a letter, a number or `_` in any script.
///
/// ```
/// let words: Vec<String> = career_model::tfidf::words("C++ & Node.js 18, R").collect();
/// assert_eq!(words, ["node", "js", "18"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let lower = text.to_lowercase();
    let words: Vec<String> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| word.chars().nth(1).is_some())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// Whether scikit-learn's `stop_words="english"` drops this (lower-case) word.
pub fn is_english_stop_word(word: &str) -> bool {
    ENGLISH.binary_search(&word).is_ok()
}

/// A fitted vectorizer: text → unit vector of weighted words.
///
/// With `n` training texts of which `df` hold a word, the word weighs
/// `tf · (ln((1 + n) / (1 + df)) + 1)` (`smooth_idf=True`), and the vector is scaled to Euclidean
/// length 1 (`norm="l2"`).
#[derive(Clone, Debug, Default, PartialEq, SchemaRead, SchemaWrite)]
pub struct TfidfVectorizer {
    /// Word → column. In a model, only words of enough people: a rare word can be a name.
    pub vocabulary: FingerprintIndex,
    /// The inverse document frequency per column.
    pub idf: Vec<f64>,
}

impl TfidfVectorizer {
    /// The vector of a text; zero when it contains no word of the vocabulary.
    pub fn transform(&self, text: &str) -> SparseVector {
        let entries =
            words(text).filter_map(|word| self.vocabulary.get(&word)).map(|column| (column, 1.0)).collect();
        let mut vector = SparseVector::from_entries(entries);
        for (column, value) in vector.indices.iter().zip(&mut vector.values) {
            *value *= self.idf[*column as usize];
        }
        vector.normalize();
        vector
    }
}
