//! The list of a site's pages, which are then rendered in parallel.

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

/// A page to render.
pub(super) enum PlannedPage<'m> {
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
    /// `/roadmaps/<level>/<slug>/`, by the roadmap's position in the level.
    Roadmap(&'m LevelCensus<'m>, usize),
    /// `/compare/<level>/`
    Comparisons(&'m LevelCensus<'m>),
    /// `/compare/<level>/<a>/<b>/`
    Comparison(&'m LevelCensus<'m>, (usize, usize)),
    /// A comparison that is no longer made: its level, its address, and the addresses of its two roadmaps.
    FormerComparison(Level, String, [String; 2]),
    /// `/changes/`
    Changes,
    /// A retired roadmap: all permalinks, its address, and its permalink.
    Retired(&'m Permalinks, &'m str, &'m Permalink),
}

/// The file of a page.
pub(super) struct RenderedPage {
    pub(super) file: String,
    pub(super) html: Vec<u8>,
    /// URL of the page, if it belongs in the sitemap.
    pub(super) sitemap_url: Option<String>,
}

impl<'m> Site<'m> {
    /// Every page of the site.
    pub(super) fn plan(&self) -> Vec<PlannedPage<'m>> {
        let mut plan = vec![PlannedPage::Form, PlannedPage::Method];
        if self.words.language() == Language::default() {
            // A server has one error page for all languages.
            plan.extend([PlannedPage::NotFound, PlannedPage::Busy]);
        }
        plan.extend([PlannedPage::Roadmaps, PlannedPage::Skills]);
        plan.extend(letter_pages().map(PlannedPage::Letter));
        let mut compared = BTreeSet::new();
        for level_census in Level::ALL.map(|level| self.census.level(level)) {
            plan.push(PlannedPage::Level(level_census));
            plan.extend(
                (0..level_census.roadmaps.len()).map(|index| PlannedPage::Roadmap(level_census, index)),
            );
            plan.push(PlannedPage::Comparisons(level_census));
            let pairs = pairs(level_census);
            compared.extend(pairs.iter().map(|&(a, b)| path(level_census, a, b)));
            plan.extend(pairs.into_iter().map(|pair| PlannedPage::Comparison(level_census, pair)));
        }
        if let Some(history) = self.history {
            let permalinks = &history.permalinks;
            let former = permalinks.comparisons().filter(|(_, path, _)| !compared.contains(path));
            plan.extend(
                former.map(|(level, path, roadmaps)| PlannedPage::FormerComparison(level, path, roadmaps)),
            );
            plan.push(PlannedPage::Changes);
            plan.extend(
                permalinks.retired().map(|(path, link)| PlannedPage::Retired(permalinks, path, link)),
            );
        }
        plan
    }

    /// Renders a page.
    pub(super) fn render(&self, planned: &PlannedPage<'m>) -> Result<RenderedPage> {
        let page = self.page(planned);
        let language = self.words.language();
        let base = self.base_url.filter(|_| page.is_indexed());
        let sitemap_url = base.map(|base| base.join(&page.path_in(language)));
        Ok(RenderedPage { file: page.file(language), html: self.html(page)?.into_bytes(), sitemap_url })
    }

    /// Builds a page's content.
    fn page(&self, planned: &PlannedPage<'m>) -> Page {
        let (model, words) = (self.model, &self.words);
        match *planned {
            PlannedPage::Form => Page::form(model, words, self.vocabulary),
            PlannedPage::Method => Page::method(words, model),
            PlannedPage::NotFound => Page::not_found(words, self.languages),
            PlannedPage::Busy => Page::busy(words, self.languages),
            PlannedPage::Roadmaps => self.roadmaps(),
            PlannedPage::Skills => self.skills(),
            PlannedPage::Letter(letter) => self.letter(letter),
            PlannedPage::Level(level_census) => self.level(level_census),
            PlannedPage::Roadmap(level_census, index) => self.roadmap(level_census, index),
            PlannedPage::Comparisons(level_census) => self.comparisons(level_census),
            PlannedPage::Comparison(level_census, pair) => self.comparison(level_census, pair),
            PlannedPage::FormerComparison(level, ref path, ref roadmaps) => {
                self.former_comparison(level, path, roadmaps)
            }
            PlannedPage::Changes => Page::changes(words, &self.changes()),
            PlannedPage::Retired(permalinks, path, link) => self.retired(path, link, permalinks),
        }
    }
}
