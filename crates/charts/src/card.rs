//! The card that previews a shared link (`og:image`): a PNG of 1200 × 630 pixels.
//!
//! A card has the same bytes on every machine: `tiny-skia` draws it without SIMD, and the fonts are our own
//! (`card/letters/`). Names are untrusted text: they are transliterated to letters that the fonts have, and
//! truncated.

mod canvas;
pub(crate) mod icon;
mod letters;
mod path_data;
mod png;

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use tiny_skia::Transform;

use canvas::{Canvas, Rgb, RoundedRect};
use letters::{SANS, SERIF};

/// The content of a card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Card {
    /// Title, in the largest font.
    pub title: String,
    /// Replaces a title of which no letter can be drawn.
    pub fallback_title: String,
    /// Number of people, below the title.
    pub figure: String,
    /// Texts of the road signs: one level, or all levels.
    pub signs: Vec<String>,
    /// Heading of the bars.
    pub heading: String,
    /// The most common items. A card without bars shows a wide road instead.
    pub bars: Vec<CardBar>,
}

/// One item on a card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CardBar {
    /// Name of the item.
    pub name: String,
    /// Number of people with the item: `911 of 1,204`.
    pub figure: String,
    /// Length of the bar, 0 to 1000.
    pub thousandths: u16,
}

impl Card {
    /// Width in pixels.
    pub const WIDTH: u32 = 1200;
    /// Height in pixels.
    pub const HEIGHT: u32 = 630;
    /// Most bars on a card; further bars are ignored.
    pub const MAX_BARS: usize = 5;
    /// Version of the design. Raise it with every visible change, so that a refresh with the same model makes
    /// a new release.
    pub const DESIGN: u32 = 2;

    /// Text alternative.
    pub fn alt(&self) -> String {
        let bars = self.bars.iter().take(Card::MAX_BARS).map(|bar| format!("{}: {}", bar.name, bar.figure));
        let parts = [&self.title, &self.figure].into_iter().cloned().chain(bars);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }

    /// The card as a PNG, cached: most cards of a site stay the same over a refresh.
    ///
    /// # Errors
    /// If there is not enough memory.
    pub fn png(&self) -> io::Result<Arc<[u8]>> {
        if let Some(png) = cache().get(self) {
            return Ok(Arc::clone(png));
        }
        let png: Arc<[u8]> = self.draw()?.into();
        let mut cache = cache();
        if cache.len() >= MAX_CACHED {
            cache.clear();
        }
        cache.insert(self.clone(), Arc::clone(&png));
        Ok(png)
    }

    fn draw(&self) -> io::Result<Vec<u8>> {
        let scene = if self.bars.is_empty() { &*WIDE_SCENE } else { &*SCENE };
        let Some(mut canvas) = scene.clone() else { return Err(io::ErrorKind::OutOfMemory.into()) };
        self.draw_title(&mut canvas);
        self.draw_signs(&mut canvas);
        if !self.bars.is_empty() {
            self.draw_bars(&mut canvas);
        }
        png::encode(canvas.pixels())
    }

    fn draw_title(&self, canvas: &mut Canvas) {
        let width = if self.bars.is_empty() { WIDE_TEXT } else { TEXT };
        let title = Some(SERIF.transliterate(&self.title)).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| SERIF.transliterate(&self.fallback_title));
        let set = SERIF.fit(&title, &[(70.0, 3), (60.0, 3), (52.0, 3), (44.0, 4), (38.0, 4)], width);
        let step = set.size * 1.14;
        // Title and figure are centred between the brand and the hills.
        let below = FIGURE * 1.75;
        let height = step * (set.lines.len().max(1) - 1) as f32 + set.size * 0.7 + below;
        let mut y = 272.0 - height / 2.0 + set.size * 0.7;
        for line in &set.lines {
            canvas.text(&SERIF, line, set.size, (MARGIN, y), INK);
            y += step;
        }
        let figure = SANS.truncate(&SANS.transliterate(&self.figure), FIGURE, width);
        canvas.text(&SANS, &figure, FIGURE, (MARGIN, y - step + below), MUTED);
    }

    fn draw_signs(&self, canvas: &mut Canvas) {
        let positions = if self.bars.is_empty() { &WIDE_SIGNS[..] } else { &SIGNS[..] };
        for (text, &(x, y)) in self.signs.iter().zip(positions) {
            let text = SANS.truncate(&SANS.transliterate(text), 28.0, 190.0);
            let length = SANS.width(&text, 28.0);
            let rect = RoundedRect {
                x: x - length / 2.0 - 24.0,
                y,
                width: length + 48.0,
                height: 54.0,
                radius: 9.0,
            };
            let post = path_data::path(&format!("M{x} {}v108", y + 10.0));
            canvas.line(post.as_ref(), INK, 7.0, &[], Transform::identity());
            canvas.fill_rect(rect, INK);
            canvas.fill_rect(rect.larger(-3.0), CARD);
            canvas.text(&SANS, &text, 28.0, (x - length / 2.0, y + 37.0), INK);
        }
    }

    fn draw_bars(&self, canvas: &mut Canvas) {
        let (left, right) = (PANEL.x + 40.0, PANEL.x + PANEL.width - 40.0);
        let heading = SANS.truncate(&SANS.transliterate(&self.heading), 24.0, right - left);
        canvas.text(&SANS, &heading, 24.0, (left, PANEL.y + 66.0), MUTED);
        for (row, bar) in self.bars.iter().take(Card::MAX_BARS).enumerate() {
            let y = PANEL.y + 130.0 + 82.0 * row as f32;
            let figure = SANS.truncate(&SANS.transliterate(&bar.figure), 23.0, 220.0);
            let length = SANS.width(&figure, 23.0);
            let room = right - left - length - 20.0;
            let name = SANS.fit(&SANS.transliterate(&bar.name), &[(28.0, 1), (26.0, 1), (24.0, 1)], room);
            for line in &name.lines {
                canvas.text(&SANS, line, name.size, (left, y), INK);
            }
            canvas.text(&SANS, &figure, 23.0, (right - length, y), MUTED);
            let track = RoundedRect { x: left, y: y + 15.0, width: right - left, height: 12.0, radius: 6.0 };
            canvas.fill_rect(track, TRACK);
            let share = f32::from(bar.thousandths.min(1000)) / 1000.0;
            canvas.fill_rect(RoundedRect { width: (track.width * share).max(12.0), ..track }, ACCENT);
        }
    }
}

/// Most cards in the cache, about 60 MB.
const MAX_CACHED: usize = 2_000;

fn cache() -> MutexGuard<'static, HashMap<Card, Arc<[u8]>>> {
    static CACHE: LazyLock<Mutex<HashMap<Card, Arc<[u8]>>>> = LazyLock::new(Mutex::default);
    // A thread that panicked left no incomplete entry: each is inserted in one call.
    CACHE.lock().unwrap_or_else(PoisonError::into_inner)
}

const PAPER: Rgb = Rgb(0xfbf8f1);
const CARD: Rgb = Rgb(0xffffff);
const INK: Rgb = Rgb(0x1c2829);
const MUTED: Rgb = Rgb(0x55625f);
const LINE: Rgb = Rgb(0xddd5c3);
const ACCENT: Rgb = Rgb(0x0a5c52);
const ROAD: Rgb = Rgb(0x3c4749);
const AMBER: Rgb = Rgb(0xf0b429);
const TRACK: Rgb = Rgb(0xe7e0d0);
const HILL_FAR: Rgb = Rgb(0xd9e2d0);
const HILL_NEAR: Rgb = Rgb(0xc3d3bf);

const MARGIN: f32 = 64.0;
const TEXT: f32 = 460.0;
const WIDE_TEXT: f32 = 1000.0;
const FIGURE: f32 = 32.0;
/// Tops of the road signs: on cards with bars, and along the wide road of cards without.
const SIGNS: [(f32, f32); 1] = [(420.0, 428.0)];
const WIDE_SIGNS: [(f32, f32); 3] = [(430.0, 436.0), (760.0, 378.0), (1010.0, 296.0)];
const PANEL: RoundedRect = RoundedRect { x: 566.0, y: 48.0, width: 586.0, height: 534.0, radius: 20.0 };

/// The background of all cards with bars.
static SCENE: LazyLock<Option<Canvas>> = LazyLock::new(|| {
    let mut canvas = scene("M40 690C90 610 250 640 330 606S500 574 640 560", (492.0, 80.0))?;
    canvas.fill_rect(PANEL.larger(2.0), LINE);
    canvas.fill_rect(PANEL, CARD);
    Some(canvas)
});

/// The background of all cards without bars.
static WIDE_SCENE: LazyLock<Option<Canvas>> = LazyLock::new(|| {
    scene("M40 690C90 610 300 650 470 602S700 560 830 530S1000 470 1240 440", (1090.0, 92.0))
});

/// Paper, brand, hills, the sun at `(x, y)`, and the road along a path.
fn scene(road: &str, (x, y): (f32, f32)) -> Option<Canvas> {
    let mut canvas = Canvas::new(Card::WIDTH, Card::HEIGHT)?;
    canvas.fill_all(PAPER);
    let unchanged = Transform::identity();
    canvas
        .fill_rect(RoundedRect { x: x - 30.0, y: y - 30.0, width: 60.0, height: 60.0, radius: 30.0 }, AMBER);
    let far = path_data::path("M0 486C150 420 300 452 460 432S820 330 1200 380V630H0Z");
    canvas.fill(far.as_ref(), HILL_FAR, unchanged);
    let near = path_data::path("M0 548C220 494 380 548 600 516S980 400 1200 410V630H0Z");
    canvas.fill(near.as_ref(), HILL_NEAR, unchanged);
    let road = path_data::path(road);
    canvas.line(road.as_ref(), ROAD, 56.0, &[], unchanged);
    canvas.line(road.as_ref(), AMBER, 5.0, &[26.0, 20.0], unchanged);
    brand(&mut canvas);
    Some(canvas)
}

fn brand(canvas: &mut Canvas) {
    let mark = RoundedRect { x: MARGIN, y: 54.0, width: 52.0, height: 52.0, radius: 13.0 };
    canvas.fill_rect(mark, ACCENT);
    let transform = Transform::from_row(52.0 / 32.0, 0.0, 0.0, 52.0 / 32.0, MARGIN, 54.0);
    let road = path_data::path("M10 28C10 20 22 20 22 12V4");
    canvas.line(road.as_ref(), PAPER, 6.0, &[], transform);
    canvas.line(road.as_ref(), ACCENT, 1.6, &[4.0, 3.0], transform);
    canvas.text(&SERIF, "Career roadmap", 31.0, (MARGIN + 70.0, 91.0), INK);
}

#[cfg(test)]
mod tests;
