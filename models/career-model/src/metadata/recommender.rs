//! The recommenders that training compares.

use std::fmt;
use std::str::FromStr;

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

impl fmt::Display for Recommender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Recommender {
    type Err = UnknownRecommender;

    fn from_str(text: &str) -> Result<Recommender, UnknownRecommender> {
        Recommender::ALL.into_iter().find(|one| one.as_str() == text).ok_or(UnknownRecommender)
    }
}

/// The text names none of the recommenders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the recommenders are popularity, level_popularity, seed_page, page and personal")]
pub struct UnknownRecommender;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for one in Recommender::ALL {
            assert_eq!(one.to_string().parse(), Ok(one));
        }
        assert_eq!("Page".parse::<Recommender>(), Err(UnknownRecommender));
    }
}
