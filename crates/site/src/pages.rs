//! Renders a model to a site.
//!
//! [`render_to_memory`] makes all files; [`render`] writes them into a folder.

mod cards;
mod folder;
mod icons;
mod page;
mod plan;
mod roadmap_pages;
mod site;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use career_model::{Level, Model};
use rayon::prelude::*;
use templates::{Asset, Chrome, Language, Languages, Words, assets, templates};

use crate::base_url::BaseUrl;
use crate::census::Census;
use crate::history::History;
use crate::pages::cards::Cards;
use crate::pages::icons::Icons;
use crate::pages::plan::RenderedPage;
use crate::pages::site::Site;
use crate::views::levels::LevelView;
use crate::views::open_data::{OpenData, redirect_json};
use crate::views::roadmaps::data_path;
use crate::views::skills::Skills;
use crate::views::vocabulary::Vocabulary;

/// Options of rendering.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RenderOptions {
    /// Folder whose templates and assets replace the embedded ones of the same name.
    pub templates: Option<PathBuf>,
    /// Base URL of the site, such as `https://example.org`. A site without it has no absolute URLs, and so no
    /// canonical links, no `sitemap.xml` and no cards.
    pub base_url: Option<String>,
    /// Languages of the pages.
    pub languages: Languages,
    /// Earlier releases. A site without them has no `/changes/` and no `/feed.xml`.
    pub history: Option<History>,
}

/// Counts of the written files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RenderReport {
    /// Number of HTML pages.
    pub pages: usize,
    /// Number of files.
    pub files: usize,
    /// Size of all files.
    pub bytes: usize,
}

/// Renders every page into a folder, which is replaced as a whole: readers see the old site or the new one,
/// and after a failure the old one stays.
///
/// # Errors
/// If a template or the base URL is wrong, if the folder contains anything but a rendered site, or if writing
/// fails.
pub fn render(model: &Model, out: &Path, options: &RenderOptions) -> Result<RenderReport> {
    let files = render_to_memory(model, options)?;
    folder::replace(out, &files)?;
    Ok(RenderReport {
        pages: files.keys().filter(|path| path.ends_with(".html")).count(),
        files: files.len(),
        bytes: files.values().map(Vec::len).sum(),
    })
}

/// Renders every page: path within the site (without a leading slash) → bytes. The same model and options
/// give the same bytes.
///
/// # Errors
/// If a template or the base URL is wrong.
pub fn render_to_memory(model: &Model, options: &RenderOptions) -> Result<BTreeMap<String, Vec<u8>>> {
    let dir = options.templates.as_deref();
    let assets = assets(dir)?;
    let base_url = options.base_url.as_deref().map(BaseUrl::new).transpose()?;
    let vocabulary = Vocabulary::new(model).asset();
    let icons = Icons::new(&assets.icon).context("the icon cannot be drawn")?;
    let icons = icons.as_deref();
    let touch_icon_href = icons.map(|icons| icons.touch.path.clone());
    let chrome = Chrome { touch_icon_href, ..Chrome::linked(&assets) };
    let census = Census::new(model);
    let skills = Skills::new(&census);
    let skills_index = skills.asset(&census);
    let mut files = BTreeMap::new();
    let mut urls = Vec::new();
    for language in options.languages.iter() {
        let words = Words::of(language);
        let manifest = format!("{}/site.webmanifest", language.root()).trim_start_matches('/').to_owned();
        files.insert(manifest, icons::manifest(&words, &assets.icon, icons));
        let permalinks = options.history.as_ref().map(|history| &history.permalinks);
        let cards = Cards::new(&census, &words, permalinks);
        if base_url.is_some() {
            files.extend(cards.files()?);
        }
        let site = Site {
            model,
            census: &census,
            levels: LevelView::all(&words, model),
            words,
            cards,
            tera: templates(dir, language)?,
            chrome: &chrome,
            base_url: base_url.as_ref(),
            history: options.history.as_ref(),
            languages: &options.languages,
            vocabulary: &vocabulary.path,
            skills: &skills,
            skills_index: &skills_index.path,
        };
        let rendered: Vec<RenderedPage> =
            site.plan().par_iter().map(|planned| site.render(planned)).collect::<Result<_>>()?;
        for RenderedPage { file, html, sitemap_url } in rendered {
            files.insert(file, html);
            urls.extend(sitemap_url);
        }
        if language == Language::default() && options.history.is_some() {
            files.insert("feed.xml".to_owned(), site.feed()?.into_bytes());
        }
    }
    files.extend(open_data(&census, options.history.as_ref()));
    if base_url.is_some() {
        files.insert("sitemap.xml".to_owned(), sitemap(dir, &urls)?.into_bytes());
    }
    files.insert("robots.txt".to_owned(), robots(base_url.as_ref()).into_bytes());
    files.extend(icons.map(|icons| ("favicon.ico".to_owned(), icons.favicon.clone())));
    let icons = icons.into_iter().flat_map(Icons::assets);
    for Asset { path, bytes, .. } in icons.chain(assets.all()).chain([&vocabulary, &skills_index]) {
        files.insert(path.trim_start_matches('/').to_owned(), bytes.to_vec());
    }
    Ok(files)
}

/// `index.json` of every roadmap, live or retired.
fn open_data(census: &Census<'_>, history: Option<&History>) -> Vec<(String, Vec<u8>)> {
    let file = |path: &str| path.trim_start_matches('/').to_owned();
    let figures = history.and_then(|history| history.figures.as_ref());
    let mut files = Vec::new();
    for level in Level::ALL.map(|level| census.level(level)) {
        files.par_extend((0..level.roadmaps.len()).into_par_iter().map(|index| {
            (file(&data_path(level, index)), OpenData::new(census, level, index, figures).json())
        }));
    }
    for permalinks in history.iter().map(|history| &history.permalinks) {
        files.extend(
            permalinks.retired().map(|(path, _)| {
                (file(&format!("{path}index.json")), redirect_json(&permalinks.resolve(path)))
            }),
        );
    }
    files
}

/// `robots.txt` (RFC 9309): allows everything, and names the sitemap.
fn robots(base_url: Option<&BaseUrl>) -> String {
    let sitemap = base_url.map(|base| format!("\nSitemap: {}\n", base.join("/sitemap.xml")));
    format!("User-agent: *\nDisallow:\n{}", sitemap.unwrap_or_default())
}

/// `sitemap.xml` with the given URLs.
fn sitemap(dir: Option<&Path>, urls: &[String]) -> Result<String> {
    let mut context = tera::Context::new();
    context.insert("urls", urls);
    let tera = templates(dir, Language::default())?;
    tera.render("sitemap.xml", &context).context("sitemap.xml cannot be rendered")
}
