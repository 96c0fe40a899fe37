//! The site's icon as PNG and ICO, for home screens, crawlers and old browsers, and the web manifest.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::json;
use templates::{Asset, Words};

use charts::{Icon, IconFill};

const PNG: &str = "image/png";
/// Width and height of the icon in `favicon.ico`, in pixels.
const FAVICON: u8 = 32;

/// The site's icon as PNG and ICO.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Icons {
    /// `favicon.ico`, which browsers and crawlers request by this name.
    pub(crate) favicon: Vec<u8>,
    /// The icon for iOS, which cuts the corners itself.
    pub(crate) touch: Asset,
    /// Icons of the manifest: width in pixels, purpose, file.
    sizes: Vec<(u16, &'static str, Asset)>,
}

impl Icons {
    /// Draws the site's SVG icon; `None` if it has more than plain shapes. The last result is cached.
    pub(crate) fn new(icon: &Asset) -> io::Result<Option<Arc<Icons>>> {
        static LAST: Mutex<Option<(String, Arc<Icons>)>> = Mutex::new(None);
        let Some(shapes) = std::str::from_utf8(&icon.bytes).ok().and_then(Icon::new) else { return Ok(None) };
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, icons)) = last.as_ref().filter(|(path, _)| *path == icon.path) {
            return Ok(Some(Arc::clone(icons)));
        }
        let asset = |pixels: u16, fill: IconFill| {
            Ok::<_, io::Error>(Asset::new("icon", "png", shapes.png(pixels, fill)?, PNG))
        };
        let icons = Arc::new(Icons {
            favicon: favicon(&shapes.png(FAVICON.into(), IconFill::AsDrawn)?),
            touch: asset(180, IconFill::FullBleed)?,
            sizes: vec![
                (192, "any", asset(192, IconFill::AsDrawn)?),
                (512, "any", asset(512, IconFill::AsDrawn)?),
                (512, "maskable", asset(512, IconFill::Maskable)?),
            ],
        });
        *last = Some((icon.path.clone(), Arc::clone(&icons)));
        Ok(Some(icons))
    }

    /// The files that pages and the manifest link to.
    pub(crate) fn assets(&self) -> impl Iterator<Item = &Asset> {
        [&self.touch].into_iter().chain(self.sizes.iter().map(|(_, _, asset)| asset))
    }
}

/// The web manifest (W3C) in a language.
pub(crate) fn manifest(words: &Words, svg: &Asset, icons: Option<&Icons>) -> Vec<u8> {
    let mut files = vec![json!({ "src": svg.path, "type": svg.content_type, "sizes": "any" })];
    files.extend(icons.into_iter().flat_map(|icons| &icons.sizes).map(|(pixels, purpose, asset)| {
        json!({ "src": asset.path, "type": PNG, "sizes": format!("{pixels}x{pixels}"), "purpose": purpose })
    }));
    let home = format!("{}/", words.language().root());
    let manifest = json!({
        "name": words.text("site-name", &[]),
        "lang": words.language().code(),
        "dir": words.text("language-direction", &[]),
        "id": home,
        "start_url": home,
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#fbf8f1",
        "theme_color": "#0a5c52",
        "icons": files,
    });
    format!("{manifest:#}\n").into_bytes()
}

/// Wraps a PNG as an ICO with one image, a format supported since Windows Vista.
fn favicon(png: &[u8]) -> Vec<u8> {
    let header: [u8; 6] = [0, 0, 1, 0, 1, 0];
    let entry: [u8; 8] = [FAVICON, FAVICON, 0, 0, 1, 0, 32, 0];
    let length = (png.len() as u32).to_le_bytes();
    let offset = 22_u32.to_le_bytes();
    [&header[..], &entry, &length, &offset, png].concat()
}
