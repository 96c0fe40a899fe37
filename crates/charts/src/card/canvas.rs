//! The canvas of cards and icons: shapes and text in plain colours.

use tiny_skia::{
    Color, FillRule, LineCap, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, StrokeDash, Transform,
};

use super::letters::Typeface;

/// A colour as in the stylesheet: `0xRRGGBB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rgb(pub(super) u32);

/// An image that is being drawn.
#[derive(Clone)]
pub(super) struct Canvas {
    pixels: Pixmap,
}

/// A rectangle with round corners, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct RoundedRect {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) radius: f32,
}

impl Rgb {
    fn paint(self) -> Paint<'static> {
        let [_, red, green, blue] = self.0.to_be_bytes();
        let mut paint = Paint::default();
        paint.set_color(Color::from_rgba8(red, green, blue, u8::MAX));
        paint
    }
}

impl RoundedRect {
    /// The rectangle grown by `by` pixels on every side.
    pub(super) fn larger(self, by: f32) -> RoundedRect {
        RoundedRect {
            x: self.x - by,
            y: self.y - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
            radius: self.radius + by,
        }
    }

    /// Its outline. Corners are quarter circles, approximated by cubic curves.
    pub(super) fn path(self) -> Option<Path> {
        let RoundedRect { x, y, width, height, radius } = self;
        let r = radius.min(width / 2.0).min(height / 2.0).max(0.0);
        let (right, bottom, c) = (x + width, y + height, r * 0.447_715);
        let mut path = PathBuilder::new();
        path.move_to(x + r, y);
        path.line_to(right - r, y);
        path.cubic_to(right - c, y, right, y + c, right, y + r);
        path.line_to(right, bottom - r);
        path.cubic_to(right, bottom - c, right - c, bottom, right - r, bottom);
        path.line_to(x + r, bottom);
        path.cubic_to(x + c, bottom, x, bottom - c, x, bottom - r);
        path.line_to(x, y + r);
        path.cubic_to(x, y + c, x + c, y, x + r, y);
        path.close();
        path.finish()
    }
}

impl Canvas {
    /// A transparent canvas; `None` if there is no memory for it.
    pub(super) fn new(width: u32, height: u32) -> Option<Canvas> {
        Some(Canvas { pixels: Pixmap::new(width, height)? })
    }

    pub(super) fn pixels(&self) -> &Pixmap {
        &self.pixels
    }

    /// Fills the whole canvas with one colour.
    pub(super) fn fill_all(&mut self, colour: Rgb) {
        let size = Rect::from_xywh(0.0, 0.0, self.pixels.width() as f32, self.pixels.height() as f32);
        if let Some(all) = size {
            self.pixels.fill_rect(all, &colour.paint(), Transform::identity(), None);
        }
    }

    /// Fills a path, if there is one.
    pub(super) fn fill(&mut self, path: Option<&Path>, colour: Rgb, transform: Transform) {
        if let Some(path) = path {
            self.pixels.fill_path(path, &colour.paint(), FillRule::Winding, transform, None);
        }
    }

    pub(super) fn fill_rect(&mut self, rect: RoundedRect, colour: Rgb) {
        self.fill(rect.path().as_ref(), colour, Transform::identity());
    }

    /// Draws a line along a path; `dashes` are the lengths of dashes and gaps, none for a solid line.
    pub(super) fn line(
        &mut self,
        path: Option<&Path>,
        colour: Rgb,
        width: f32,
        dashes: &[f32],
        transform: Transform,
    ) {
        let line_cap = if dashes.is_empty() { LineCap::Round } else { LineCap::Butt };
        let stroke =
            Stroke { width, line_cap, dash: StrokeDash::new(dashes.to_vec(), 0.0), ..Stroke::default() };
        if let Some(path) = path {
            self.pixels.stroke_path(path, &colour.paint(), &stroke, transform, None);
        }
    }

    /// Draws text that begins at `x` on the baseline `y`.
    pub(super) fn text(&mut self, face: &Typeface, text: &str, size: f32, (x, y): (f32, f32), colour: Rgb) {
        self.fill(face.outline(text, size, x, y).as_ref(), colour, Transform::identity());
    }
}
