//! The recommenders that training compares.

use crate::named::{UnknownName, impl_text};

/// A method of recommending skills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recommender {
    /// The most frequent skills of all people.
    Popularity,
    /// The most frequent skills of the person's level: the baseline of
    /// [`super::SearchMetrics::times_popularity`].
    LevelPopularity,
    /// The order of the person's page in the reference setting.
    ReferencePage,
    /// The order of the person's page in the model.
    Page,
    /// The personal ranking.
    Personal,
}

impl Recommender {
    /// Every recommender, in the order of `model.json`.
    pub const ALL: [Recommender; 5] = [
        Recommender::Popularity,
        Recommender::LevelPopularity,
        Recommender::ReferencePage,
        Recommender::Page,
        Recommender::Personal,
    ];

    /// The name in `model.json` and `summary.json`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Recommender::Popularity => "popularity",
            Recommender::LevelPopularity => "level_popularity",
            Recommender::ReferencePage => "seed_page",
            Recommender::Page => "page",
            Recommender::Personal => "personal",
        }
    }
}

impl_text!(Recommender, UnknownName);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for one in Recommender::ALL {
            assert_eq!(one.to_string().parse(), Ok(one));
        }
        assert_eq!("Page".parse::<Recommender>(), Err(UnknownName));
    }
}
