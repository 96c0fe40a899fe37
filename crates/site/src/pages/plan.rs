//! Which pages a site has: listed first, then made one by one on every processor.

use std::collections::BTreeSet;

use anyhow::Result;
use career_model::Level;
use templates::Language;

use crate::census::LevelCensus;
use crate::history::{Permalink, Permalinks};
use crate::pages::page::Page;
use crate::pages::site::Site;
use crate::views::compare::{pairs, path};
use crate::views::skills::letter_pages;

/// A page that is to be made.
pub(super) enum Planned<'m> {
    /// `/`
    Form,
    /// `/method/`
    Method,
    /// `/404.html`
    NotFound,
    /// `/503.html`
    Busy,
    /// `/roadmaps/`
    Roadmaps,
    /// `/skills/`
    Skills,
    /// `/skills/<letter>/`
    Letter(&'static str),
    /// `/roadmaps/<level>/`
    Level(&'m LevelCensus<'m>),
    /// `/roadmaps/<level>/<slug>/`, by its position in the level.
    Roadmap(&'m LevelCensus<'m>, usize),
    /// `/compare/<level>/`
    Comparisons(&'m LevelCensus<'m>),
    /// `/compare/<level>/<a>/<b>/`
    Comparison(&'m LevelCensus<'m>, (usize, usize)),
    /// The address of a comparison that is no longer made, and those of its roadmaps.
    GoneComparison(Level, String, [String; 2]),
    /// `/changes/`
    Changes,
    /// The address of a roadmap that is no more.
    Retired(&'m Permalinks, &'m str, &'m Permalink),
}

/// A page as a file.
pub(super) struct Made {
    pub(super) file: String,
    pub(super) html: Vec<u8>,
    /// Its URL, where it belongs in the sitemap.
    pub(super) indexed: Option<String>,
}

impl<'m> Site<'m> {
    /// Every page of the site.
    pub(super) fn plan(&self) -> Vec<Planned<'m>> {
        let mut plan = vec![Planned::Form, Planned::Method];
        if self.words.language() == Language::default() {
            // A server has one page for what is not there.
            plan.extend([Planned::NotFound, Planned::Busy]);
        }
        plan.extend([Planned::Roadmaps, Planned::Skills]);
        plan.extend(letter_pages().map(Planned::Letter));
        let mut compared = BTreeSet::new();
        for of in Level::ALL.map(|level| self.census.level(level)) {
            plan.push(Planned::Level(of));
            plan.extend((0..of.roadmaps.len()).map(|place| Planned::Roadmap(of, place)));
            plan.push(Planned::Comparisons(of));
            let pairs = pairs(of);
            compared.extend(pairs.iter().map(|&(a, b)| path(of, a, b)));
            plan.extend(pairs.into_iter().map(|pair| Planned::Comparison(of, pair)));
        }
        if let Some(history) = self.history {
            let permalinks = &history.permalinks;
            let gone = permalinks.comparisons().filter(|(_, path, _)| !compared.contains(path));
            plan.extend(gone.map(|(level, path, of)| Planned::GoneComparison(level, path, of)));
            plan.push(Planned::Changes);
            plan.extend(permalinks.retired().map(|(path, link)| Planned::Retired(permalinks, path, link)));
        }
        plan
    }

    /// Renders one of them.
    pub(super) fn make(&self, planned: &Planned<'m>) -> Result<Made> {
        let page = self.page(planned);
        let language = self.words.language();
        let base = self.base_url.filter(|_| page.is_indexed());
        let indexed = base.map(|base| base.join(&page.path_in(language)));
        Ok(Made { file: page.file(language), html: self.html(page)?.into_bytes(), indexed })
    }

    /// Makes one of them.
    fn page(&self, planned: &Planned<'m>) -> Page {
        let (model, words) = (self.model, &self.words);
        match *planned {
            Planned::Form => Page::form(model, words, self.vocabulary),
            Planned::Method => Page::method(words, model),
            Planned::NotFound => Page::not_found(words, self.languages),
            Planned::Busy => Page::busy(words, self.languages),
            Planned::Roadmaps => self.roadmaps(),
            Planned::Skills => self.skills(),
            Planned::Letter(letter) => self.letter(letter),
            Planned::Level(of) => self.level(of),
            Planned::Roadmap(of, place) => self.roadmap(of, place),
            Planned::Comparisons(of) => self.comparisons(of),
            Planned::Comparison(of, pair) => self.comparison(of, pair),
            Planned::GoneComparison(level, ref path, ref of) => self.gone_comparison(level, path, of),
            Planned::Changes => Page::changes(words, &self.changes()),
            Planned::Retired(permalinks, path, link) => self.retired(path, link, permalinks),
        }
    }
}
