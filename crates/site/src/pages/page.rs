//! A page: its address, its title and description, and the context of its template.

use career_model::{Model, PerLevel};
use serde::Serialize;
use templates::{
    FormTemplateView, FormView, Language, LanguageView, Languages, PageHead, Section, Translation, Words,
};
use tera::Context;

use crate::base_url::BaseUrl;
use crate::views::history::{ChangeView, RetiredView};
use crate::views::levels::LevelView;
use crate::views::linked_data::inert;
use crate::views::method::MethodView;

/// A page before it is rendered.
pub(crate) struct Page {
    /// Path on the site, without the language. It ends in `/` for all pages but the error pages.
    pub(crate) path: String,
    pub(crate) template: &'static str,
    /// Section of the navigation.
    pub(crate) section: Section,
    /// Context of the template.
    pub(crate) context: Context,
    title: String,
    description: String,
    /// Path of the page that replaces this one.
    replaced_by: Option<String>,
    /// True for pages that the sitemap omits.
    is_minor: bool,
}

/// The content around the form.
#[derive(Serialize)]
struct HomeView {
    people: u64,
    roadmaps: u64,
    levels: PerLevel<LevelView>,
    /// Path of the file with suggestions.
    vocabulary: String,
    /// Messages of the form's scripts as JSON.
    script_words: String,
}

/// An error page's text in another language.
#[derive(Serialize)]
struct ErrorPageView {
    language: LanguageView,
    root: &'static str,
    heading: String,
    lede: String,
    form: String,
    roadmaps: String,
}

impl ErrorPageView {
    /// The text in every other language: a server has one error page for all languages.
    fn others(words: &Words, languages: &Languages, prefix: &str) -> Vec<ErrorPageView> {
        let others = languages.iter().filter(|language| *language != words.language());
        others.map(|language| ErrorPageView::new(&Words::of(language), prefix)).collect()
    }

    /// `prefix` begins the keys of the page's messages.
    fn new(words: &Words, prefix: &str) -> ErrorPageView {
        ErrorPageView {
            language: LanguageView::new(words),
            root: words.language().root(),
            heading: words.text(&format!("{prefix}-heading"), &[]),
            lede: words.text(&format!("{prefix}-lede"), &[]),
            form: words.text("form-title", &[]),
            roadmaps: words.text("nav-roadmaps", &[]),
        }
    }
}

impl Page {
    pub(crate) fn new(path: &str, template: &'static str, section: Section) -> Page {
        Page {
            path: path.to_owned(),
            template,
            section,
            context: Context::new(),
            title: String::new(),
            description: String::new(),
            replaced_by: None,
            is_minor: false,
        }
    }

    pub(crate) fn described(mut self, title: String, description: String) -> Page {
        self.title = title;
        self.description = description;
        self
    }

    pub(crate) fn with(mut self, key: &'static str, value: &impl Serialize) -> Page {
        self.context.insert(key, value);
        self
    }

    /// `/`
    pub(crate) fn form(model: &Model, words: &Words, vocabulary: &str) -> Page {
        let home = HomeView {
            people: model.metadata().people,
            roadmaps: model.roadmaps().count() as u64,
            levels: LevelView::all(words, model),
            vocabulary: vocabulary.to_owned(),
            script_words: inert(&serde_json::json!(words.open_messages("form-scripts", "form-")).to_string()),
        };
        Page::new("/", "form.html", Section::Form)
            .described(
                words.text("form-title", &[]),
                words.text("form-description", &[("people", home.people.into())]),
            )
            .with("form", &FormTemplateView::from(&FormView::default()))
            .with("home", &home)
    }

    /// `/method/`
    pub(crate) fn method(words: &Words, model: &Model) -> Page {
        Page::new("/method/", "method.html", Section::Method)
            .described(words.text("method-title", &[]), words.text("method-description", &[]))
            .with("method", &MethodView::new(words, model))
    }

    /// `/changes/`
    pub(crate) fn changes(words: &Words, changes: &[ChangeView]) -> Page {
        Page::new("/changes/", "changes.html", Section::None)
            .described(words.text("changes-title", &[]), words.text("changes-description", &[]))
            .with("changes", &changes)
    }

    /// The page at the address of a retired roadmap.
    pub(crate) fn retired(words: &Words, level: &LevelView, path: &str, view: &RetiredView) -> Page {
        let description = match &view.by_name {
            Some(_) => words.text("retired-replaced-description", &[]),
            None => words.text("retired-description", &[("level", level.title.as_str().into())]),
        };
        let mut page = Page::new(path, "retired.html", Section::Roadmaps)
            .described(words.text("retired-title", &[("name", view.name.as_str().into())]), description)
            .with("level", level)
            .with("retired", view);
        page.replaced_by = Some(view.by_path.clone());
        page
    }

    /// `/404.html`: the page for unknown addresses, in all languages.
    pub(crate) fn not_found(words: &Words, languages: &Languages) -> Page {
        Page::new("/404.html", "404.html", Section::None)
            .described(words.text("lost-title", &[]), words.text("lost-description", &[]))
            .with("others", &ErrorPageView::others(words, languages, "lost"))
    }

    /// `/503.html`: the page for requests that the server cannot answer, in all languages.
    pub(crate) fn busy(words: &Words, languages: &Languages) -> Page {
        Page::new("/503.html", "503.html", Section::None)
            .described(words.text("busy-title", &[]), words.text("busy-description", &[]))
            .with("others", &ErrorPageView::others(words, languages, "busy"))
    }

    /// Omits the page from the sitemap if `is_minor`.
    pub(crate) fn minor_if(mut self, is_minor: bool) -> Page {
        self.is_minor = is_minor;
        self
    }

    /// Makes `path` the canonical page, for the page of a retired roadmap or comparison.
    pub(crate) fn replaced_by(mut self, path: &str) -> Page {
        self.replaced_by = Some(path.to_owned());
        self
    }

    /// False for error pages, which have no address of their own.
    pub(crate) fn is_listed(&self) -> bool {
        self.path.ends_with('/')
    }

    /// Path on the site, with the language.
    pub(crate) fn path_in(&self, language: Language) -> String {
        format!("{}{}", language.root(), self.path)
    }

    /// Path of the page's file.
    pub(crate) fn file(&self, language: Language) -> String {
        let path = self.path_in(language);
        let file = path.trim_start_matches('/');
        if self.is_listed() { format!("{file}index.html") } else { file.to_owned() }
    }

    /// True if the page belongs in the sitemap.
    pub(crate) fn is_indexed(&self) -> bool {
        self.is_listed() && self.replaced_by.is_none() && !self.is_minor
    }

    /// The page's `<head>`.
    pub(crate) fn head(
        &self,
        words: &Words,
        base_url: Option<&BaseUrl>,
        has_feed: bool,
        languages: &Languages,
    ) -> PageHead {
        let language = words.language();
        let url = base_url.filter(|_| self.is_listed()).map(|base| base.join(&self.path_in(language)));
        // Without a base URL, the canonical page is given by its path.
        let canonical = match &self.replaced_by {
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
            is_sample: false,
            card: None,
            section: self.section,
            language: LanguageView::new(words),
            translations: self.translations(language, base_url, languages),
        }
    }

    /// Links to the page in every language of the site; none for error pages and for sites in one language.
    fn translations(
        &self,
        this: Language,
        base_url: Option<&BaseUrl>,
        languages: &Languages,
    ) -> Vec<Translation> {
        let languages = languages.iter().filter(|_| self.is_listed() && languages.are_several());
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
