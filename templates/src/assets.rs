//! Stylesheet, script and icon, named by their content.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::sources::TemplatesError;

pub(crate) const STYLE: &str = include_str!("../static/style.css");
const SCRIPT: &str = include_str!("../static/you.js");
const ICON: &str = include_str!("../static/icon.svg");

/// Hexadecimal digits of the SHA-256 in a name: 48 bits, enough to tell versions apart.
const HASH_DIGITS: usize = 12;

/// What an asset is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetKind {
    /// The stylesheet of every page.
    Style,
    /// The script that marks what the visitor already has.
    Script,
    /// The icon in the browser's tab.
    Icon,
}

/// A file that pages link to. Its name changes with its content, so it may be cached for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// What it is for.
    pub kind: AssetKind,
    /// Its absolute path on the site, such as `/assets/style-0123456789ab.css`.
    pub path: String,
    /// Its content.
    pub bytes: Cow<'static, [u8]>,
    /// Its `Content-Type`.
    pub content_type: &'static str,
}

/// All assets; `style.css`, `you.js` and `icon.svg` in `dir` replace the embedded ones.
///
/// # Errors
/// A file in `dir` that is there but cannot be read.
pub fn assets(dir: Option<&Path>) -> Result<[Asset; 3], TemplatesError> {
    Ok([
        asset(dir, AssetKind::Style, ("style", "css"), STYLE, "text/css; charset=utf-8")?,
        asset(dir, AssetKind::Script, ("you", "js"), SCRIPT, "text/javascript; charset=utf-8")?,
        asset(dir, AssetKind::Icon, ("icon", "svg"), ICON, "image/svg+xml")?,
    ])
}

fn asset(
    dir: Option<&Path>,
    kind: AssetKind,
    (stem, extension): (&str, &str),
    embedded: &'static str,
    content_type: &'static str,
) -> Result<Asset, TemplatesError> {
    let mut bytes = Cow::Borrowed(embedded.as_bytes());
    if let Some(dir) = dir {
        let path = dir.join(format!("{stem}.{extension}"));
        match fs::read(&path) {
            Ok(replacement) => bytes = Cow::Owned(replacement),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(TemplatesError::Read { path, source }),
        }
    }
    let mut hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    hash.truncate(HASH_DIGITS);
    Ok(Asset { kind, path: format!("/assets/{stem}-{hash}.{extension}"), bytes, content_type })
}
