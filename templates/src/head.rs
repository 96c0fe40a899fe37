//! The parts that every page has around its content.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::assets::{Assets, STYLE, Scripts};
use crate::words::Words;

/// Style, scripts, icon, and a policy that allows these and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chrome {
    /// The `Content-Security-Policy` of the page.
    pub policy: String,
    /// The stylesheet's path; absent when it is in the page.
    pub style_href: Option<String>,
    /// The stylesheet's text; absent when it is linked.
    pub style_text: Option<&'static str>,
    /// The scripts' paths, if pages may run them.
    pub scripts: Scripts<Option<String>>,
    /// The icon's path.
    pub icon_href: Option<String>,
    /// The path of the icon for home screens, if it could be drawn; then there is a `/favicon.ico`, too.
    pub touch_icon_href: Option<String>,
}

impl Chrome {
    /// For pages of the site: style, scripts and icons are files of the site.
    pub fn linked(assets: &Assets) -> Chrome {
        Chrome {
            policy: "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                     connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
                .to_owned(),
            style_href: Some(assets.style.path.clone()),
            style_text: None,
            scripts: assets.scripts.map(|script| Some(script.path.clone())),
            icon_href: Some(assets.icon.path.clone()),
            touch_icon_href: None,
        }
    }

    /// For a standalone page: it contains the style, which the policy allows by hash, and loads nothing.
    pub fn inlined() -> Chrome {
        let hash = base64(&Sha256::digest(STYLE.as_bytes()));
        Chrome {
            policy: format!(
                "default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; base-uri 'none'"
            ),
            style_href: None,
            style_text: Some(STYLE),
            scripts: Scripts::default(),
            icon_href: None,
            touch_icon_href: None,
        }
    }
}

/// The section of the site, which the navigation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Section {
    /// `/`
    Form,
    /// `/roadmaps/` and below.
    Roadmaps,
    /// `/skills/` and below.
    Skills,
    /// `/method/`
    Method,
    /// Anything else.
    None,
}

/// A page's title and description, for tabs, search results and link previews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageHead {
    /// The title without the site's name.
    pub title: String,
    /// One or two sentences.
    pub description: String,
    /// The absolute URL, if a base URL is configured.
    pub url: Option<String>,
    /// The canonical URL: this page, or the page that replaced it.
    pub canonical: Option<String>,
    /// Whether the site has `/changes/` and `/feed.xml`.
    pub has_feed: bool,
    /// Whether the people are made up.
    pub is_sample: bool,
    /// The card of a shared link, if a base URL is configured.
    pub card: Option<CardHead>,
    /// The section.
    pub section: Section,
    /// The language.
    pub language: LanguageView,
    /// The page in every language, this one included; empty if there is only this one.
    pub translations: Vec<Translation>,
}

/// The language attributes of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageView {
    /// The `lang` attribute.
    pub code: &'static str,
    /// `ltr` or `rtl`.
    pub direction: String,
}

impl LanguageView {
    /// The attributes of a language.
    pub fn new(words: &Words) -> LanguageView {
        LanguageView { code: words.language().code(), direction: words.text("language-direction", &[]) }
    }
}

/// A translation of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Translation {
    /// The `hreflang` attribute.
    pub code: &'static str,
    /// The name of the language in that language.
    pub name: String,
    /// The path.
    pub path: String,
    /// The absolute URL, if a base URL is configured.
    pub url: Option<String>,
    /// Whether it is the page itself.
    pub is_this: bool,
}

/// The card of a shared link (`og:image`), a PNG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CardHead {
    /// The absolute URL.
    pub url: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Text alternative.
    pub alt: String,
}

/// RFC 4648 base64 with padding, the encoding that CSP requires for hashes.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |place: usize| u32::from(chunk.get(place).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let sextet = group >> (18 - 6 * place) & 63;
            text.push(if place <= chunk.len() { char::from(ALPHABET[sextet as usize]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    /// The vectors of RFC 4648 §10.
    #[test]
    fn base64_is_that_of_the_rfc() {
        let vectors = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (plain, encoded) in vectors {
            assert_eq!(base64(plain.as_bytes()), encoded);
        }
    }
}
