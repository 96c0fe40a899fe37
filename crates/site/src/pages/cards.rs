//! The cards of shared links, each in the folder of its page.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use career_model::Level;
use charts::Card;
use rayon::prelude::*;
use templates::{CardHead, Words};

use crate::base_url::BaseUrl;
use crate::census::Census;
use crate::history::Permalinks;
use crate::views::card;

/// The page whose card is used for all pages without a card of their own.
const FRONT_PAGE: &str = "/";

/// All cards of the site in one language.
pub(crate) struct Cards {
    root: &'static str,
    /// Page path without the language → card.
    by_path: BTreeMap<String, Card>,
}

impl Cards {
    pub(crate) fn new(census: &Census<'_>, words: &Words, permalinks: Option<&Permalinks>) -> Cards {
        let mut by_path = BTreeMap::new();
        by_path.insert(FRONT_PAGE.to_owned(), card::of_site(census.model, words));
        for level in Level::ALL.map(|level| census.level(level)) {
            by_path.insert(level.level.path(), card::of_level(level, words));
            for (roadmap, group) in &level.roadmaps {
                by_path
                    .insert(roadmap.path(level.level), card::of_roadmap(level.level, roadmap, group, words));
            }
        }
        // Without a new card, the published card of a retired roadmap would stay forever.
        for (path, link) in permalinks.into_iter().flat_map(Permalinks::retired) {
            by_path.insert(path.clone(), card::of_retired(&link.name, link.level, words));
        }
        Cards { root: words.language().root(), by_path }
    }

    /// The card in a page's `<head>`.
    pub(crate) fn head(&self, path: &str, base: &BaseUrl) -> Option<CardHead> {
        let (path, card) =
            self.by_path.get_key_value(path).or_else(|| self.by_path.get_key_value(FRONT_PAGE))?;
        Some(CardHead {
            url: base.join(&format!("{}{path}card.png", self.root)),
            width: Card::WIDTH,
            height: Card::HEIGHT,
            alt: card.alt(),
        })
    }

    /// Paths and bytes of the cards' files. Drawing is most of the work of a large site, so it runs in
    /// parallel.
    pub(crate) fn files(&self) -> Result<Vec<(String, Vec<u8>)>> {
        let draw = |(path, card): (&String, &Card)| {
            let file = format!("{}{path}card.png", self.root).trim_start_matches('/').to_owned();
            let png = card.png().with_context(|| format!("{file} cannot be drawn"))?;
            Ok((file, png.to_vec()))
        };
        self.by_path.par_iter().map(draw).collect()
    }
}
