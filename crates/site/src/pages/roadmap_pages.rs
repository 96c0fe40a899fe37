//! Pages of roadmaps, levels, comparisons and skills.

use career_model::Level;
use serde::Serialize;
use templates::Section;

use crate::census::LevelCensus;
use crate::history::{Permalink, Permalinks};
use crate::pages::page::Page;
use crate::pages::site::Site;
use crate::views::backgrounds::BackgroundsView;
use crate::views::compare::{CompareView, ComparisonsView, overview_path, path};
use crate::views::history::{RetiredView, day};
use crate::views::levels::{LevelView, name, no_roadmaps, title};
use crate::views::linked_data::linked_data;
use crate::views::map::MapView;
use crate::views::roadmaps::{CardView, RoadmapView};
use crate::views::skills::{OTHER, SkillsView, letter_path};

/// A level and its roadmaps on the page of all roadmaps.
#[derive(Serialize)]
struct SectionView<'s> {
    level: &'s LevelView,
    cards: Vec<CardView>,
    too_few: String,
}

/// A link to a roadmap of a former comparison. A retired roadmap's address still leads to its successor.
#[derive(Serialize)]
struct FormerRoadmapView {
    name: String,
    path: String,
}

/// When the figures of a page were first published.
#[derive(Serialize)]
struct FiguresView {
    release: u64,
    day: String,
}

impl Site<'_> {
    /// The page at the address of a comparison that is no longer made. `roadmaps` are the addresses of its
    /// two roadmaps.
    pub(super) fn former_comparison(&self, level: Level, path: &str, roadmaps: &[String; 2]) -> Page {
        let words = &self.words;
        let overview = overview_path(self.census.level(level));
        let permalinks = self.history.map(|history| &history.permalinks.entries);
        let link = |path: &String| {
            let name = permalinks.and_then(|entries| Some(entries.get(path)?.name.clone()));
            FormerRoadmapView { name: name.unwrap_or_else(|| path.clone()), path: path.clone() }
        };
        let roadmaps = roadmaps.each_ref().map(link);
        let names = [("a", roadmaps[0].name.as_str().into()), ("b", roadmaps[1].name.as_str().into())];
        Page::new(path, "compared.html", Section::Roadmaps)
            .described(words.text("compare-title", &names), words.text("compare-gone-lede", &[]))
            .with("level", self.level_view(level))
            .with("comparisons_path", &overview)
            .with("of", &roadmaps)
            .replaced_by(&overview)
    }

    /// The page at the address of a retired roadmap.
    pub(super) fn retired(&self, path: &str, link: &Permalink, permalinks: &Permalinks) -> Page {
        let view = RetiredView::new(self.model, permalinks, path, link);
        Page::retired(&self.words, self.level_view(link.level), path, &view)
    }

    /// `/roadmaps/`
    pub(super) fn roadmaps(&self) -> Page {
        let (words, model) = (&self.words, self.model);
        let sections = Level::ALL.map(|level| SectionView {
            level: self.level_view(level),
            cards: CardView::all(words, self.census.level(level)),
            too_few: no_roadmaps(words, model, level),
        });
        Page::new("/roadmaps/", "roadmaps.html", Section::Roadmaps)
            .described(words.text("roadmaps-title", &[]), words.text("roadmaps-description", &[]))
            .with("sections", &sections)
    }

    /// `/roadmaps/<level>/`
    pub(super) fn level(&self, level_census: &LevelCensus<'_>) -> Page {
        let (words, model, level) = (&self.words, self.model, level_census.level);
        let arguments =
            [("level", name(words, level).into()), ("people", level_census.overview.people().into())];
        let comparisons = (level_census.roadmaps.len() > 1).then(|| overview_path(level_census));
        Page::new(&level.path(), "level.html", Section::Roadmaps)
            .described(
                words.text("level-page-title", &[("level", title(words, level).into())]),
                words.text("level-page-description", &arguments),
            )
            .with("level", self.level_view(level))
            .with("cards", &CardView::all(words, level_census))
            .with("map", &MapView::new(words, model, level_census, None))
            .with("too_few", &no_roadmaps(words, model, level))
            .with("comparisons_path", &comparisons)
            .with("group", &BackgroundsView::new(words, model, &level_census.overview, None))
    }

    /// `/roadmaps/<level>/<slug>/`, by the roadmap's position in the level.
    pub(super) fn roadmap(&self, level_census: &LevelCensus<'_>, index: usize) -> Page {
        let (words, level) = (&self.words, level_census.level);
        let view = RoadmapView::new(words, self.census, level_census, index);
        let named = [("name", view.name.as_str().into()), ("level", name(words, level).into())];
        let counted = [("people", level_census.roadmaps[index].1.people().into())];
        let figures = self
            .figures()
            .map(|figures| FiguresView { release: figures.release, day: day(words, &figures.published_at) });
        Page::new(&level_census.roadmaps[index].0.path(level), "roadmap.html", Section::Roadmaps)
            .described(words.text("roadmap-title", &named), words.text("roadmap-description", &counted))
            .with("level", self.level_view(level))
            .with("next_level", &level.next().map(|next| self.level_view(next)))
            .with("figures", &figures)
            .with("linked_data", &linked_data(words, self.census, level_census, index, self.base_url))
            .with("roadmap", &view)
    }

    /// `/compare/<level>/`
    pub(super) fn comparisons(&self, level_census: &LevelCensus<'_>) -> Page {
        let words = &self.words;
        let level = [("level", name(words, level_census.level).into())];
        Page::new(&overview_path(level_census), "comparisons.html", Section::Roadmaps)
            .described(words.text("comparisons-title", &level), words.text("comparisons-description", &level))
            .with("level", self.level_view(level_census.level))
            .with("comparisons", &ComparisonsView::new(words, level_census))
            .minor_if(level_census.roadmaps.len() < 2)
    }

    /// `/compare/<level>/<a>/<b>/`
    pub(super) fn comparison(&self, level_census: &LevelCensus<'_>, pair: (usize, usize)) -> Page {
        let words = &self.words;
        let view = CompareView::new(words, level_census, pair);
        let names = [("a", view.a.name.as_str().into()), ("b", view.b.name.as_str().into())];
        Page::new(&path(level_census, pair.0, pair.1), "compare.html", Section::Roadmaps)
            .described(words.text("compare-title", &names), words.text("compare-description", &names))
            .with("level", self.level_view(level_census.level))
            .with("comparisons_path", &overview_path(level_census))
            .with("compare", &view)
            .minor_if(true)
    }

    /// `/skills/`
    pub(super) fn skills(&self) -> Page {
        let words = &self.words;
        let view = SkillsView::common(words, self.census, self.skills);
        let count = [("skills", view.count.into())];
        Page::new("/skills/", "skills.html", Section::Skills)
            .described(words.text("skills-title", &[]), words.text("skills-description", &count))
            .with("skills", &view)
            .with("index", &self.skills_index)
    }

    /// `/skills/<letter>/`
    pub(super) fn letter(&self, letter: &'static str) -> Page {
        let words = &self.words;
        let title = match letter {
            OTHER => words.text("skills-letter-other", &[]),
            letter => letter.to_uppercase(),
        };
        let named = [("letter", title.as_str().into())];
        Page::new(&letter_path(letter), "skills_letter.html", Section::Skills)
            .described(
                words.text("skills-letter-title", &named),
                words.text("skills-letter-description", &named),
            )
            .with("skills", &SkillsView::letter(words, self.census, self.skills, letter))
            .with("letter", &title)
            .minor_if(!self.skills.letters().contains(&letter))
    }
}
