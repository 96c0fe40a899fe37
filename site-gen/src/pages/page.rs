//! One page: its address, its words for tabs and previews, and what its template is given.

use anyhow::{Result, ensure};
use career_model::{Level, Model};
use serde::Serialize;
use templates::{FormTemplateView, FormView, Language, LanguageView, PageHead, Section, Translation, Words};
use tera::Context;

use crate::views::backgrounds::BackgroundsView;
use crate::views::census::{Census, LevelCensus};
use crate::views::history::{ChangeView, RetiredView};
use crate::views::levels::{LevelView, no_roadmaps, title};
use crate::views::map::MapView;
use crate::views::method::MethodView;
use crate::views::number::grouped;
use crate::views::roadmaps::{CardView, RoadmapView};

/// A page before it is rendered.
pub(crate) struct Page {
    /// Its path on the site; ends in `/` for all but the error page.
    pub(crate) path: String,
    /// Its template.
    pub(crate) template: &'static str,
    /// The part of the site it belongs to.
    pub(crate) section: Section,
    /// What the template is given.
    pub(crate) context: Context,
    title: String,
    description: String,
    /// The path of the page that stands for it, when it is another.
    stands_for_it: Option<String>,
}

/// What stands around the form.
#[derive(Serialize)]
struct HomeView {
    people: u64,
    roadmaps: u64,
    levels: Vec<HomeLevel>,
    /// The file of suggestions.
    vocabulary: String,
    /// What the form's scripts say, in JSON.
    script_words: String,
}

/// A level beside the form.
#[derive(Serialize)]
struct HomeLevel {
    level: LevelView,
    people: u64,
    roadmaps: usize,
}

/// A level and its roadmaps on the page of all roadmaps.
#[derive(Serialize)]
struct SectionView {
    level: LevelView,
    cards: Vec<CardView>,
    too_few: String,
}

impl Page {
    fn new(path: &str, template: &'static str, section: Section) -> Page {
        Page {
            path: path.to_owned(),
            template,
            section,
            context: Context::new(),
            title: String::new(),
            description: String::new(),
            stands_for_it: None,
        }
    }

    fn described(mut self, title: String, description: String) -> Page {
        self.title = title;
        self.description = description;
        self
    }

    fn with(mut self, key: &'static str, value: &impl Serialize) -> Page {
        self.context.insert(key, value);
        self
    }

    /// `/`
    pub(crate) fn form(model: &Model, words: &Words, vocabulary: &str) -> Page {
        let level = |level| HomeLevel {
            level: LevelView::new(model, level),
            people: model.level(level).overview.people,
            roadmaps: model.level(level).roadmaps.len(),
        };
        let home = HomeView {
            people: model.metadata().people,
            roadmaps: model.roadmaps().count() as u64,
            levels: Level::ALL.map(level).into(),
            vocabulary: vocabulary.to_owned(),
            script_words: in_script(&words.open_messages("form-scripts", "form-")),
        };
        Page::new("/", "form.html", Section::Form)
            .described(
                words.text("form-title", &[]),
                words.text("form-description", &[("people", home.people.into())]),
            )
            .with("form", &FormTemplateView::from(&FormView::default()))
            .with("home", &home)
    }

    /// `/roadmaps/`
    pub(crate) fn roadmaps(census: &Census<'_>) -> Page {
        let model = census.model;
        let sections = Level::ALL.map(|level| SectionView {
            level: LevelView::new(model, level),
            cards: CardView::all(census.level(level)),
            too_few: no_roadmaps(model, level),
        });
        let description = "Every roadmap, by level: what groups of people with a like background have.";
        Page::new("/roadmaps/", "roadmaps.html", Section::Roadmaps)
            .described("All roadmaps".to_owned(), description.to_owned())
            .with("sections", &sections)
    }

    /// `/roadmaps/<level>/`
    pub(crate) fn level(model: &Model, census: &LevelCensus<'_>) -> Page {
        let level = census.level;
        let people = grouped(census.overview.people());
        let description =
            format!("What {people} people of the {level} level have, and the roadmaps they form.");
        Page::new(&level.path(), "level.html", Section::Roadmaps)
            .described(format!("{} roadmaps", title(level)), description)
            .with("level", &LevelView::new(model, level))
            .with("cards", &CardView::all(census))
            .with("map", &MapView::new(model, census, None))
            .with("too_few", &no_roadmaps(model, level))
            .with("group", &BackgroundsView::new(model, &census.overview, None))
    }

    /// `/roadmaps/<level>/<slug>/`, by its position in the level.
    pub(crate) fn roadmap(census: &Census<'_>, of: &LevelCensus<'_>, place: usize) -> Page {
        let (model, level) = (census.model, of.level);
        let view = RoadmapView::new(census, of, place);
        let description = format!(
            "What {} people with a background like this have learned: skills, courses, certifications, and \
             the next step.",
            view.group.people
        );
        Page::new(&of.roadmaps[place].0.path(level), "roadmap.html", Section::Roadmaps)
            .described(format!("{} ({level} roadmap)", view.name), description)
            .with("level", &LevelView::new(model, level))
            .with("next_level", &level.next().map(|next| LevelView::new(model, next)))
            .with("roadmap", &view)
    }

    /// `/method/`
    pub(crate) fn method(model: &Model) -> Page {
        let description = "The model card: what the roadmaps were learned from, how, and their limits.";
        Page::new("/method/", "method.html", Section::Method)
            .described("How it is made".to_owned(), description.to_owned())
            .with("method", &MethodView::new(model))
    }

    /// `/changes/`
    pub(crate) fn changes(changes: &[ChangeView]) -> Page {
        let description =
            "What each release changed: roadmaps that are new or retired, skills that rose and fell.";
        Page::new("/changes/", "changes.html", Section::None)
            .described("What changed".to_owned(), description.to_owned())
            .with("changes", &changes)
    }

    /// The page at the address of a roadmap that is no more.
    pub(crate) fn retired(level: &LevelView, path: &str, view: &RetiredView) -> Page {
        let description = match &view.by_name {
            Some(_) => "This roadmap has been replaced. Here is where its people are today.".to_owned(),
            None => format!("This roadmap has been retired. Here are the {} roadmaps of today.", level.title),
        };
        let mut page = Page::new(path, "retired.html", Section::Roadmaps)
            .described(format!("{} has moved on", view.name), description)
            .with("level", level)
            .with("retired", view);
        page.stands_for_it = Some(view.by_path.clone());
        page
    }

    /// What the server sends with a 404.
    pub(crate) fn not_found() -> Page {
        Page::new("/404.html", "404.html", Section::None)
            .described("No such page".to_owned(), "There is no page at this address.".to_owned())
    }

    /// Whether the page is one to find, and not an answer to a mistake.
    pub(crate) fn is_listed(&self) -> bool {
        self.path.ends_with('/')
    }

    /// Its path in a language.
    pub(crate) fn path_in(&self, language: Language) -> String {
        format!("{}{}", language.root(), self.path)
    }

    /// The file it is in.
    pub(crate) fn file(&self, language: Language) -> String {
        let path = self.path_in(language);
        let file = path.trim_start_matches('/');
        if self.is_listed() { format!("{file}index.html") } else { file.to_owned() }
    }

    /// Whether it belongs in the sitemap.
    pub(crate) fn is_indexed(&self) -> bool {
        self.is_listed() && self.stands_for_it.is_none()
    }

    /// The page's `<head>`.
    pub(crate) fn head(&self, words: &Words, base_url: Option<&BaseUrl>, has_feed: bool) -> PageHead {
        let language = words.language();
        let url = base_url.filter(|_| self.is_listed()).map(|base| base.join(&self.path_in(language)));
        // Without an address of the site, a page that stands for another still can be named by its path.
        let canonical = match &self.stands_for_it {
            Some(path) => {
                let path = format!("{}{path}", language.root());
                Some(base_url.map_or_else(|| path.clone(), |base| base.join(&path)))
            }
            None => url.clone(),
        };
        PageHead {
            title: self.title.clone(),
            description: self.description.clone(),
            url,
            canonical,
            has_feed,
            section: self.section,
            language: LanguageView::new(words),
            translations: self.translations(language, base_url),
        }
    }

    /// The page in every language; the error page is in one.
    fn translations(&self, this: Language, base_url: Option<&BaseUrl>) -> Vec<Translation> {
        let languages = Language::ALL.into_iter().filter(|_| self.is_listed());
        let translation = |language: Language| Translation {
            code: language.code(),
            name: Words::of(language).text("language-name", &[]),
            path: self.path_in(language),
            url: base_url.map(|base| base.join(&self.path_in(language))),
            is_this: language == this,
        };
        languages.map(translation).collect()
    }
}

/// JSON for a data block: nothing in it can end the block.
fn in_script(data: &impl Serialize) -> String {
    serde_json::to_string(data).unwrap_or_default().replace('<', "\\u003c")
}

/// Where the site lives: scheme and host, without a slash at the end.
pub(crate) struct BaseUrl(String);

impl BaseUrl {
    pub(crate) fn new(text: &str) -> Result<BaseUrl> {
        let base = text.trim_end_matches('/');
        let host = base.strip_prefix("https://").or_else(|| base.strip_prefix("http://")).unwrap_or("");
        let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        ensure!(
            !host.is_empty() && host.chars().all(is_host),
            "{text}: the site's address is a scheme and a host without a path, such as https://example.org"
        );
        Ok(BaseUrl(base.to_owned()))
    }

    /// The absolute URL of a path.
    pub(crate) fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}
