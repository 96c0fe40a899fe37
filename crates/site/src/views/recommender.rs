//! Names of recommenders.

use career_model::metadata::Recommender;
use templates::Words;

/// A recommender's name in the page's language.
pub(crate) fn recommender(words: &Words, recommender: Recommender) -> String {
    let key = match recommender {
        Recommender::Popularity => "method-by-popularity",
        Recommender::LevelPopularity => "method-by-level-popularity",
        Recommender::ReferencePage => "method-by-reference-page",
        Recommender::Page => "method-by-page",
        Recommender::Personal => "method-by-person",
    };
    words.text(key, &[])
}
