//! The picture that a shared link shows (`og:image`): a PNG of 1200 × 630 pixels.
//!
//! Shapes and letters are filled by `tiny-skia` without its SIMD, and fonts are ours (`card/letters/`), so a card has the same
//! bytes on every machine. Names are strangers' text: spelled in letters that there are, bounded, cut.

mod canvas;
pub(crate) mod icon;
mod letters;
mod path_data;
mod png;

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use tiny_skia::Transform;

use canvas::{Canvas, Plate, Rgb};
use letters::{SANS, SERIF};

/// A card, in words and shares.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Card {
    /// The largest text.
    pub title: String,
    /// What stands for a title of which no letter can be drawn.
    pub title_else: String,
    /// Under the title: how many people.
    pub figure: String,
    /// On the road signs: the level, or all of them.
    pub signs: Vec<String>,
    /// Above the bars.
    pub heading: String,
    /// What the people have. None of them: the road instead.
    pub bars: Vec<CardBar>,
}

/// One thing that people have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CardBar {
    /// Its name.
    pub name: String,
    /// How many have it.
    pub figure: String,
    /// The length of its bar, 0 to 1000.
    pub thousandths: u16,
}

impl Card {
    /// Pixels across.
    pub const WIDTH: u32 = 1200;
    /// Pixels down.
    pub const HEIGHT: u32 = 630;
    /// The most bars that there is room for.
    pub const MOST_BARS: usize = 5;
    /// Raised when cards look otherwise, so that a release of the same model is a new one.
    pub const DESIGN: u32 = 2;

    /// What is on it, in words.
    pub fn alt(&self) -> String {
        let bars = self.bars.iter().take(Card::MOST_BARS).map(|bar| format!("{}: {}", bar.name, bar.figure));
        let parts = [&self.title, &self.figure].into_iter().cloned().chain(bars);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }

    /// The card as a PNG. Those drawn last are remembered: most cards of a site outlive a refresh.
    ///
    /// # Errors
    /// None that can be brought about from outside.
    pub fn png(&self) -> io::Result<Arc<[u8]>> {
        if let Some(png) = drawn().get(self) {
            return Ok(Arc::clone(png));
        }
        let png: Arc<[u8]> = self.draw()?.into();
        let mut drawn = drawn();
        if drawn.len() >= REMEMBERED {
            drawn.clear();
        }
        drawn.insert(self.clone(), Arc::clone(&png));
        Ok(png)
    }

    fn draw(&self) -> io::Result<Vec<u8>> {
        let scene = if self.bars.is_empty() { &*WIDE_SCENE } else { &*SCENE };
        let Some(mut canvas) = scene.clone() else { return Err(io::ErrorKind::OutOfMemory.into()) };
        self.words(&mut canvas);
        self.signs(&mut canvas);
        if !self.bars.is_empty() {
            self.panel(&mut canvas);
        }
        png::encode(canvas.pixels())
    }

    fn words(&self, canvas: &mut Canvas) {
        let width = if self.bars.is_empty() { WIDE_TEXT } else { TEXT };
        let title = Some(SERIF.spell(&self.title)).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| SERIF.spell(&self.title_else));
        let set = SERIF.fit(&title, &[(70.0, 3), (60.0, 3), (52.0, 3), (44.0, 4), (38.0, 4)], width);
        let step = set.size * 1.14;
        // The block of title and figure stands in the middle between brand and hills.
        let below = FIGURE * 1.75;
        let height = step * (set.lines.len().max(1) - 1) as f32 + set.size * 0.7 + below;
        let mut y = 272.0 - height / 2.0 + set.size * 0.7;
        for line in &set.lines {
            canvas.text(&SERIF, line, set.size, (MARGIN, y), INK);
            y += step;
        }
        let figure = SANS.cut(&SANS.spell(&self.figure), FIGURE, width);
        canvas.text(&SANS, &figure, FIGURE, (MARGIN, y - step + below), MUTED);
    }

    fn signs(&self, canvas: &mut Canvas) {
        let places = if self.bars.is_empty() { &WIDE_SIGNS[..] } else { &SIGNS[..] };
        for (text, &(x, y)) in self.signs.iter().zip(places) {
            let text = SANS.cut(&SANS.spell(text), 28.0, 190.0);
            let length = SANS.length(&text, 28.0);
            let plate =
                Plate { x: x - length / 2.0 - 24.0, y, width: length + 48.0, height: 54.0, radius: 9.0 };
            let post = path_data::path(&format!("M{x} {}v108", y + 10.0));
            canvas.line(post.as_ref(), INK, 7.0, &[], Transform::identity());
            canvas.plate(plate, INK);
            canvas.plate(plate.larger(-3.0), CARD);
            canvas.text(&SANS, &text, 28.0, (x - length / 2.0, y + 37.0), INK);
        }
    }

    fn panel(&self, canvas: &mut Canvas) {
        let (left, right) = (PANEL.x + 40.0, PANEL.x + PANEL.width - 40.0);
        let heading = SANS.cut(&SANS.spell(&self.heading), 24.0, right - left);
        canvas.text(&SANS, &heading, 24.0, (left, PANEL.y + 66.0), MUTED);
        for (row, bar) in self.bars.iter().take(Card::MOST_BARS).enumerate() {
            let y = PANEL.y + 130.0 + 82.0 * row as f32;
            let figure = SANS.cut(&SANS.spell(&bar.figure), 23.0, 220.0);
            let length = SANS.length(&figure, 23.0);
            let room = right - left - length - 20.0;
            let name = SANS.fit(&SANS.spell(&bar.name), &[(28.0, 1), (26.0, 1), (24.0, 1)], room);
            for line in &name.lines {
                canvas.text(&SANS, line, name.size, (left, y), INK);
            }
            canvas.text(&SANS, &figure, 23.0, (right - length, y), MUTED);
            let track = Plate { x: left, y: y + 15.0, width: right - left, height: 12.0, radius: 6.0 };
            canvas.plate(track, TRACK);
            let share = f32::from(bar.thousandths.min(1000)) / 1000.0;
            canvas.plate(Plate { width: (track.width * share).max(12.0), ..track }, ACCENT);
        }
    }
}

/// Cards that are remembered, about 60 MB of them.
const REMEMBERED: usize = 2_000;

fn drawn() -> MutexGuard<'static, HashMap<Card, Arc<[u8]>>> {
    static DRAWN: LazyLock<Mutex<HashMap<Card, Arc<[u8]>>>> = LazyLock::new(Mutex::default);
    // Every entry is whole, whoever stopped.
    DRAWN.lock().unwrap_or_else(PoisonError::into_inner)
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
/// The tops of signs: beside the road, and along the wide one.
const SIGNS: [(f32, f32); 1] = [(420.0, 428.0)];
const WIDE_SIGNS: [(f32, f32); 3] = [(430.0, 436.0), (760.0, 378.0), (1010.0, 296.0)];
const PANEL: Plate = Plate { x: 566.0, y: 48.0, width: 586.0, height: 534.0, radius: 20.0 };

/// What all cards with bars have in common.
static SCENE: LazyLock<Option<Canvas>> = LazyLock::new(|| {
    let mut canvas = scene("M40 690C90 610 250 640 330 606S500 574 640 560", (492.0, 80.0))?;
    canvas.plate(PANEL.larger(2.0), LINE);
    canvas.plate(PANEL, CARD);
    Some(canvas)
});

/// What cards without bars have in common.
static WIDE_SCENE: LazyLock<Option<Canvas>> = LazyLock::new(|| {
    scene("M40 690C90 610 300 650 470 602S700 560 830 530S1000 470 1240 440", (1090.0, 92.0))
});

/// Paper, brand, hills, the sun, and the road along a path.
fn scene(road: &str, (x, y): (f32, f32)) -> Option<Canvas> {
    let mut canvas = Canvas::new(Card::WIDTH, Card::HEIGHT)?;
    canvas.ground(PAPER);
    let here = Transform::identity();
    canvas.plate(Plate { x: x - 30.0, y: y - 30.0, width: 60.0, height: 60.0, radius: 30.0 }, AMBER);
    let far = path_data::path("M0 486C150 420 300 452 460 432S820 330 1200 380V630H0Z");
    canvas.fill(far.as_ref(), HILL_FAR, here);
    let near = path_data::path("M0 548C220 494 380 548 600 516S980 400 1200 410V630H0Z");
    canvas.fill(near.as_ref(), HILL_NEAR, here);
    let road = path_data::path(road);
    canvas.line(road.as_ref(), ROAD, 56.0, &[], here);
    canvas.line(road.as_ref(), AMBER, 5.0, &[26.0, 20.0], here);
    brand(&mut canvas);
    Some(canvas)
}

fn brand(canvas: &mut Canvas) {
    let mark = Plate { x: MARGIN, y: 54.0, width: 52.0, height: 52.0, radius: 13.0 };
    canvas.plate(mark, ACCENT);
    let place = Transform::from_row(52.0 / 32.0, 0.0, 0.0, 52.0 / 32.0, MARGIN, 54.0);
    let road = path_data::path("M10 28C10 20 22 20 22 12V4");
    canvas.line(road.as_ref(), PAPER, 6.0, &[], place);
    canvas.line(road.as_ref(), ACCENT, 1.6, &[4.0, 3.0], place);
    canvas.text(&SERIF, "Career roadmap", 31.0, (MARGIN + 70.0, 91.0), INK);
}

#[cfg(test)]
mod tests;
