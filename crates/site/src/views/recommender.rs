//! Names of the recommenders that are compared.

use templates::Words;

/// What recommends, by its name in the model's metadata.
pub(crate) fn recommender(words: &Words, method: &str) -> String {
    let key = match method {
        "popularity" => "method-by-popularity",
        "level_popularity" => "method-by-level-popularity",
        "seed_page" => "method-by-reference-page",
        "page" => "method-by-page",
        "personal" => "method-by-person",
        _ => "method-by-another",
    };
    words.text(key, &[])
}
