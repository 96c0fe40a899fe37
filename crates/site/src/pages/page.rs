//! One page: its address, its words for tabs and previews, and what its template is given.

use career_model::Model;
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
    /// Whether search engines need not be told of it.
    is_minor: bool,
}

/// What stands around the form.
#[derive(Serialize)]
struct HomeView {
    people: u64,
    roadmaps: u64,
    levels: [LevelView; 3],
    /// The file of suggestions.
    vocabulary: String,
    /// What the form's scripts say, in JSON.
    script_words: String,
}

/// That there is no such page, in one more language.
#[derive(Serialize)]
struct LostView {
    language: LanguageView,
    root: &'static str,
    heading: String,
    lede: String,
    form: String,
    roadmaps: String,
}

impl LostView {
    /// The same in every other language: a server has one page for all of them.
    fn others(words: &Words, languages: &Languages, of: &str) -> Vec<LostView> {
        let others = languages.iter().filter(|language| *language != words.language());
        others.map(|language| LostView::new(&Words::of(language), of)).collect()
    }

    /// `of` begins the keys of the page's messages.
    fn new(words: &Words, of: &str) -> LostView {
        LostView {
            language: LanguageView::new(words),
            root: words.language().root(),
            heading: words.text(&format!("{of}-heading"), &[]),
            lede: words.text(&format!("{of}-lede"), &[]),
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
            stands_for_it: None,
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

    /// The page at the address of a roadmap that is no more.
    pub(crate) fn retired(words: &Words, level: &LevelView, path: &str, view: &RetiredView) -> Page {
        let description = match &view.by_name {
            Some(_) => words.text("retired-replaced-description", &[]),
            None => words.text("retired-description", &[("level", level.title.as_str().into())]),
        };
        let mut page = Page::new(path, "retired.html", Section::Roadmaps)
            .described(words.text("retired-title", &[("name", view.name.as_str().into())]), description)
            .with("level", level)
            .with("retired", view);
        page.stands_for_it = Some(view.by_path.clone());
        page
    }

    /// What the server sends with a 404: one page, so it says it in every language.
    pub(crate) fn not_found(words: &Words, languages: &Languages) -> Page {
        Page::new("/404.html", "404.html", Section::None)
            .described(words.text("lost-title", &[]), words.text("lost-description", &[]))
            .with("others", &LostView::others(words, languages, "lost"))
    }

    /// What the server sends when it cannot answer.
    pub(crate) fn busy(words: &Words, languages: &Languages) -> Page {
        Page::new("/503.html", "503.html", Section::None)
            .described(words.text("busy-title", &[]), words.text("busy-description", &[]))
            .with("others", &LostView::others(words, languages, "busy"))
    }

    /// One of many that others lead to: it is not in the sitemap.
    pub(crate) fn minor_if(mut self, is_minor: bool) -> Page {
        self.is_minor = is_minor;
        self
    }

    /// For the page of something that is no more: the page in whose place it is.
    pub(crate) fn standing_for(mut self, path: &str) -> Page {
        self.stands_for_it = Some(path.to_owned());
        self
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
        self.is_listed() && self.stands_for_it.is_none() && !self.is_minor
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
            card: None,
            section: self.section,
            language: LanguageView::new(words),
            translations: self.translations(language, base_url, languages),
        }
    }

    /// The page in every language of the site; the error page is in one.
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
