//! Stylesheet, scripts and icon, named by their content.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

use base16ct::lower;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::scripts;
use crate::sources::TemplatesError;

/// One stylesheet of several files, in this order. Rules for screen widths and print come last.
pub(crate) const STYLE: &str = concat!(
    include_str!("../static/style/base.css"),
    include_str!("../static/style/frame.css"),
    include_str!("../static/style/road.css"),
    include_str!("../static/style/columns.css"),
    include_str!("../static/style/shares.css"),
    include_str!("../static/style/roadmap.css"),
    include_str!("../static/style/you.css"),
    include_str!("../static/style/search.css"),
    include_str!("../static/style/form.css"),
    include_str!("../static/style/method.css"),
    include_str!("../static/style/charts.css"),
    include_str!("../static/style/media.css"),
    include_str!("../static/style/print.css"),
);

const ICON: &str = include_str!("../static/icon.svg");

/// The `Content-Type` of scripts.
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// Hexadecimal digits of the SHA-256 in a name: 48 bits, enough to tell versions apart.
const HASH_DIGITS: usize = 12;

/// A file that pages link to. Its name changes with its content, so browsers may cache it forever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The absolute path on the site, such as `/assets/style-0123456789ab.css`.
    pub path: String,
    /// The content.
    pub bytes: Cow<'static, [u8]>,
    /// The `Content-Type`.
    pub content_type: &'static str,
}

impl Asset {
    /// An asset with the path `/assets/<stem>-<hash of the bytes>.<extension>`.
    pub fn new(
        stem: &str,
        extension: &str,
        bytes: impl Into<Cow<'static, [u8]>>,
        content_type: &'static str,
    ) -> Asset {
        let bytes = bytes.into();
        let mut hash = lower::encode_string(&Sha256::digest(&bytes));
        hash.truncate(HASH_DIGITS);
        Asset { path: format!("/assets/{stem}-{hash}.{extension}"), bytes, content_type }
    }
}

/// The assets of every site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The stylesheet of every page.
    pub style: Asset,
    /// The icon in the browser's tab.
    pub icon: Asset,
    /// The scripts; each page links to those that it needs.
    pub scripts: Scripts<Asset>,
}

/// A value for each script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scripts<T> {
    /// Roadmaps and levels: the skills that the visitor has, and the next ones to learn.
    pub you: T,
    /// The form: suggestions, and the button that loads the import.
    pub form: T,
    /// The import, a module that the form's script loads on demand.
    pub import: T,
    /// The library that unpacks archives, which the import loads on demand.
    pub unzip: T,
    /// The search for skills.
    pub search: T,
}

impl<T> Scripts<T> {
    /// Applies a function to each value.
    pub fn map<U>(&self, mut f: impl FnMut(&T) -> U) -> Scripts<U> {
        Scripts {
            you: f(&self.you),
            form: f(&self.form),
            import: f(&self.import),
            unzip: f(&self.unzip),
            search: f(&self.search),
        }
    }
}

impl Assets {
    /// All assets.
    pub fn all(&self) -> impl Iterator<Item = &Asset> {
        let Scripts { you, form, import, unzip, search } = &self.scripts;
        [&self.style, &self.icon, you, form, import, unzip, search].into_iter()
    }
}

/// All assets. A file in `dir` replaces the embedded asset of its name (`style.css`, `icon.svg`, `you.js`,
/// …).
///
/// # Errors
/// A file in `dir` that exists but cannot be read. A script that cannot be bundled, which a test rules out.
pub fn assets(dir: Option<&Path>) -> Result<Assets, TemplatesError> {
    Ok(Assets {
        style: asset(dir, ("style", "css"), STYLE, "text/css; charset=utf-8")?,
        icon: asset(dir, ("icon", "svg"), ICON, "image/svg+xml")?,
        scripts: Scripts {
            you: asset(dir, ("you", "js"), scripts::you()?, JAVASCRIPT)?,
            form: asset(dir, ("form", "js"), scripts::form()?, JAVASCRIPT)?,
            import: asset(dir, ("import", "js"), scripts::import()?, JAVASCRIPT)?,
            unzip: asset(dir, ("unzip", "js"), include_str!("../static/vendor/unzipit.min.js"), JAVASCRIPT)?,
            search: asset(dir, ("search", "js"), scripts::search()?, JAVASCRIPT)?,
        },
    })
}

fn asset(
    dir: Option<&Path>,
    (stem, extension): (&str, &str),
    embedded: impl Into<Cow<'static, str>>,
    content_type: &'static str,
) -> Result<Asset, TemplatesError> {
    let mut bytes = match embedded.into() {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    };
    if let Some(dir) = dir {
        let path = dir.join(format!("{stem}.{extension}"));
        match fs::read(&path) {
            Ok(replacement) => bytes = Cow::Owned(replacement),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(TemplatesError::Read { path, source }),
        }
    }
    Ok(Asset::new(stem, extension, bytes, content_type))
}
