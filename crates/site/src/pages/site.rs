//! A site in one language: the data that all of its pages share.

use anyhow::{Context as _, Result};
use career_model::{Level, Model, PerLevel};
use templates::{Chrome, Languages, PageHead, Words};
use tera::Tera;

use crate::base_url::BaseUrl;
use crate::census::Census;
use crate::history::{Figures, History};
use crate::pages::cards::Cards;
use crate::pages::page::Page;
use crate::views::history::ChangeView;
use crate::views::levels::LevelView;
use crate::views::skills::Skills;

/// The data that all pages in one language share.
pub(super) struct Site<'m> {
    pub(super) model: &'m Model,
    pub(super) census: &'m Census<'m>,
    pub(super) levels: PerLevel<LevelView>,
    pub(super) words: Words,
    pub(super) cards: Cards,
    pub(super) tera: Tera,
    pub(super) chrome: &'m Chrome,
    pub(super) base_url: Option<&'m BaseUrl>,
    pub(super) history: Option<&'m History>,
    pub(super) languages: &'m Languages,
    pub(super) vocabulary: &'m str,
    pub(super) skills: &'m Skills<'m>,
    pub(super) skills_index: &'m str,
}

impl<'m> Site<'m> {
    /// A level's name, bounds and counts.
    pub(super) fn level_view(&self, level: Level) -> &LevelView {
        &self.levels[level]
    }

    pub(super) fn figures(&self) -> Option<&Figures> {
        self.history.and_then(|history| history.figures.as_ref())
    }

    pub(super) fn changes(&self) -> Vec<ChangeView> {
        self.history
            .iter()
            .flat_map(|history| &history.changes)
            .map(|change| ChangeView::new(&self.words, change))
            .collect()
    }

    pub(super) fn head(&self, page: &Page) -> PageHead {
        let card =
            self.base_url.filter(|_| page.is_listed()).and_then(|base| self.cards.head(&page.path, base));
        let head = page.head(&self.words, self.base_url, self.history.is_some(), self.languages);
        PageHead { card, is_sample: self.model.metadata().is_sample, ..head }
    }

    pub(super) fn html(&self, mut page: Page) -> Result<String> {
        let head = self.head(&page);
        page.context.insert("chrome", self.chrome);
        page.context.insert("page", &head);
        page.context.insert("levels", &self.levels);
        self.tera
            .render(page.template, &page.context)
            .with_context(|| format!("{} cannot be rendered", page.path))
    }

    /// The Atom feed (RFC 4287). Its links are absolute if the site has a base URL.
    pub(super) fn feed(&self) -> Result<String> {
        let changes = self.changes();
        let mut context = tera::Context::new();
        context.insert("updated", &changes.first().map(|change| change.moment.clone()));
        context.insert("changes", &changes);
        context.insert("language", self.words.language().code());
        context.insert("base", &self.base_url.map_or_else(String::new, |base| base.join("")));
        self.tera.render("feed.xml", &context).context("feed.xml cannot be rendered")
    }
}
