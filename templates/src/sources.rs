//! The embedded templates, and those of a folder that replace them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tera::Tera;

use crate::bundle::BundleError;
use crate::functions;
use crate::strings::Catalogue;
use crate::words::{Language, Words};

/// The layout and the parts of the form page; the function needs no others.
pub(crate) const FORM_TEMPLATES: [(&str, &str); 3] = [
    ("base.html", include_str!("../html/base.html")),
    ("fields.html", include_str!("../html/fields.html")),
    ("form.html", include_str!("../html/form.html")),
];

/// The templates of pages that only the site has.
const SITE_TEMPLATES: [(&str, &str); 21] = [
    ("503.html", include_str!("../html/503.html")),
    ("404.html", include_str!("../html/404.html")),
    ("changes.html", include_str!("../html/changes.html")),
    ("compare.html", include_str!("../html/compare.html")),
    ("compared.html", include_str!("../html/compared.html")),
    ("comparisons.html", include_str!("../html/comparisons.html")),
    ("evaluation.html", include_str!("../html/evaluation.html")),
    ("feed.xml", include_str!("../html/feed.xml")),
    ("inspect.html", include_str!("../html/inspect.html")),
    ("level.html", include_str!("../html/level.html")),
    ("method.html", include_str!("../html/method.html")),
    ("parts.html", include_str!("../html/parts.html")),
    ("pictures.html", include_str!("../html/pictures.html")),
    ("retired.html", include_str!("../html/retired.html")),
    ("roadmap.html", include_str!("../html/roadmap.html")),
    ("roadmaps.html", include_str!("../html/roadmaps.html")),
    ("search.html", include_str!("../html/search.html")),
    ("sitemap.xml", include_str!("../html/sitemap.xml")),
    ("skills.html", include_str!("../html/skills.html")),
    ("skills_letter.html", include_str!("../html/skills_letter.html")),
    ("you.html", include_str!("../html/you.html")),
];

/// An error in loading templates.
#[derive(Debug, thiserror::Error)]
pub enum TemplatesError {
    /// The folder, or a file in it, cannot be read.
    #[error("{}: the templates cannot be read: {source}", path.display())]
    Read {
        /// The folder or file.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// A template does not parse, or includes a template that does not exist.
    #[error("{}: a template is wrong\n{source}", dir.display())]
    Template {
        /// The folder.
        dir: PathBuf,
        /// The error with file and line.
        source: Box<tera::Error>,
    },
    /// The embedded templates do not parse: a bug.
    #[error("an embedded template is wrong; this is a bug in templates\n{0}")]
    Embedded(Box<tera::Error>),
    /// An embedded script cannot be bundled: a bug.
    #[error("an embedded script is wrong; this is a bug in templates\n{0}")]
    Script(#[from] BundleError),
}

/// All templates in one language; files in `dir` replace embedded templates of the same name.
///
/// Other `.html` and `.xml` files in `dir` are added, so that templates can include them. All other files and
/// folders are ignored.
///
/// # Errors
/// A folder or file that cannot be read, or a template that does not parse (with file and line).
pub fn templates(dir: Option<&Path>, language: Language) -> Result<Tera, TemplatesError> {
    let mut tera = Tera::default();
    functions::register(&mut tera, &Words::of(language));
    let embedded = FORM_TEMPLATES.into_iter().chain(SITE_TEMPLATES);
    tera.add_raw_templates(embedded).map_err(|error| TemplatesError::Embedded(Box::new(error)))?;
    if let Some(dir) = dir {
        tera.add_raw_templates(templates_in(dir)?)
            .map_err(|source| TemplatesError::Template { dir: dir.to_owned(), source: Box::new(source) })?;
    }
    Ok(tera)
}

/// Name and text of every template and catalogue, those in `dir` after the embedded ones, to be hashed.
///
/// # Errors
/// A folder or file that cannot be read.
pub fn sources(dir: Option<&Path>) -> Result<Vec<(String, String)>, TemplatesError> {
    let embedded = FORM_TEMPLATES.into_iter().chain(SITE_TEMPLATES);
    let mut sources: Vec<(String, String)> =
        embedded.map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    for language in Language::ALL {
        let Catalogue { form, site } = language.catalogue();
        let files = form.iter().chain(*site);
        sources.extend(files.map(|(name, text)| (format!("{language}/{name}.ftl"), (*text).to_owned())));
    }
    if let Some(dir) = dir {
        sources.extend(templates_in(dir)?);
    }
    Ok(sources)
}

/// Name and text of every template in a folder, by name.
fn templates_in(dir: &Path) -> Result<Vec<(String, String)>, TemplatesError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable(dir))? {
        let path = entry.map_err(unreadable(dir))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if (name.ends_with(".html") || name.ends_with(".xml")) && path.is_file() {
            found.push((name.to_owned(), fs::read_to_string(&path).map_err(unreadable(&path))?));
        }
    }
    found.sort();
    Ok(found)
}

fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> TemplatesError + use<> {
    let path = path.to_owned();
    move |source| TemplatesError::Read { path, source }
}
