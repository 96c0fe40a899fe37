//! Fitting a [`TfidfVectorizer`].

use std::collections::BTreeMap;

use career_model::fingerprint::FingerprintIndex;
use career_model::tfidf::{TfidfVectorizer, is_english_stop_word, words};

use crate::maths::csr::CsrMatrix;

/// Parameters of scikit-learn's `TfidfVectorizer`; the default has the values of the method.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TfidfParams {
    /// Words in a larger share of the texts than this are dropped.
    pub max_df: f64,
    /// Words in fewer texts than this are dropped.
    pub min_df: u32,
    /// Whether English stop words are dropped.
    pub english_stop_words: bool,
}

impl Default for TfidfParams {
    fn default() -> TfidfParams {
        TfidfParams { max_df: 0.4, min_df: 2, english_stop_words: false }
    }
}

/// A fitted vectorizer with its training matrix.
#[derive(Clone, Debug)]
pub struct TfidfFit {
    /// The vectorizer.
    pub vectorizer: TfidfVectorizer,
    /// The vocabulary in alphabetical order; its positions are the columns.
    pub vocabulary: Vec<String>,
    /// `n_texts × n_words`, rows of Euclidean length 1 or 0.
    pub matrix: CsrMatrix,
}

/// Fits on texts, as scikit-learn's `fit_transform`.
pub fn fit_tfidf(texts: &[Box<str>], params: TfidfParams) -> TfidfFit {
    let mut document_frequency: BTreeMap<String, u32> = BTreeMap::new();
    for text in texts {
        let mut found: Vec<String> = words(text).collect();
        found.sort_unstable();
        found.dedup();
        for word in found {
            if !(params.english_stop_words && is_english_stop_word(&word)) {
                *document_frequency.entry(word).or_default() += 1;
            }
        }
    }
    let n = texts.len() as f64;
    let most = params.max_df * n;
    document_frequency.retain(|_, df| *df >= params.min_df && f64::from(*df) <= most);
    let idf = document_frequency.values().map(|&df| ((1.0 + n) / (1.0 + f64::from(df))).ln() + 1.0).collect();
    let vocabulary: Vec<String> = document_frequency.into_keys().collect();
    let columns = vocabulary.iter().map(String::as_str).zip(0..);
    let vectorizer = TfidfVectorizer { vocabulary: FingerprintIndex::from_pairs(columns), idf };
    let rows: Vec<_> = texts.iter().map(|text| vectorizer.transform(text)).collect();
    let matrix = CsrMatrix::from_rows(vocabulary.len(), rows);
    TfidfFit { vectorizer, vocabulary, matrix }
}
