//! The site's icon in pixels, for those who do not take SVG: home screens, crawlers, old browsers.
//!
//! Not a reader of SVG, only of icons like ours: rectangles and paths in plain colours. An icon with anything else has no
//! pixels, and the site goes without.

use std::io;

use tiny_skia::Transform;

use super::canvas::{Canvas, Plate, Rgb};
use super::{path_data, png};

/// An icon made of shapes that can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Icon {
    /// Units across and down.
    size: f32,
    shapes: Vec<Shape>,
}

#[derive(Clone, Debug, PartialEq)]
enum Shape {
    Plate { at: [f32; 5], fill: u32 },
    Filled { path: String, fill: u32 },
    Line { path: String, colour: u32, width: f32, dashes: Vec<f32> },
}

/// How an icon fills its square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// As it is, with clear corners.
    AsDrawn,
    /// To the edges, for those who cut corners themselves: the ground goes on where the icon ends.
    Full,
    /// To the edges, and small enough that a circle can be cut out of it (maskable icons of the web manifest).
    Maskable,
}

impl Icon {
    /// An icon of a square view box that begins at 0, with elements that are all understood.
    pub fn new(svg: &str) -> Option<Icon> {
        let mut elements = svg.split('<').map(str::trim).filter(|text| !text.is_empty());
        let root = elements.next().filter(|svg| svg.starts_with("svg ") && svg.ends_with('>'))?;
        let view_box = attribute(root, "viewBox")?;
        let numbers = numbers(view_box)?;
        let [0.0, 0.0, size, height] = *numbers.as_slice() else { return None };
        if size != height || !(1.0..=4096.0).contains(&size) {
            return None;
        }
        let shapes: Option<Vec<Shape>> =
            elements.filter(|element| *element != "/svg>").map(Shape::new).collect();
        Some(Icon { size, shapes: shapes? })
    }

    /// A PNG of so many pixels across and down.
    ///
    /// # Errors
    /// A size for which there is no memory.
    pub fn png(&self, pixels: u16, edge: Edge) -> io::Result<Vec<u8>> {
        let side = u32::from(pixels.max(1));
        let mut canvas = Canvas::new(side, side).ok_or(io::ErrorKind::OutOfMemory)?;
        let scale = side as f32 / self.size;
        if edge != Edge::AsDrawn {
            let ground = self.shapes.iter().find_map(|shape| match shape {
                Shape::Plate { fill, .. } | Shape::Filled { fill, .. } => Some(*fill),
                Shape::Line { .. } => None,
            });
            canvas.ground(Rgb(ground.unwrap_or(0xff_ffff)));
        }
        // The circle that is never cut has four fifths of the width.
        let part = if edge == Edge::Maskable { 0.8 } else { 1.0 };
        let margin = side as f32 * (1.0 - part) / 2.0;
        self.draw(&mut canvas, Transform::from_row(scale * part, 0.0, 0.0, scale * part, margin, margin));
        png::encode(canvas.pixels())
    }

    fn draw(&self, canvas: &mut Canvas, place: Transform) {
        for shape in &self.shapes {
            match shape {
                Shape::Plate { at: [x, y, width, height, radius], fill } => {
                    let plate = Plate { x: *x, y: *y, width: *width, height: *height, radius: *radius };
                    canvas.fill(plate.path().as_ref(), Rgb(*fill), place);
                }
                Shape::Filled { path, fill } => {
                    canvas.fill(path_data::path(path).as_ref(), Rgb(*fill), place);
                }
                Shape::Line { path, colour, width, dashes } => {
                    canvas.line(path_data::path(path).as_ref(), Rgb(*colour), *width, dashes, place);
                }
            }
        }
    }
}

impl Shape {
    fn new(element: &str) -> Option<Shape> {
        let number = |name: &str| attribute(element, name).map_or(Some(0.0), |text| text.parse().ok());
        let colour = |name: &str| u32::from_str_radix(attribute(element, name)?.strip_prefix('#')?, 16).ok();
        let known =
            ["d", "fill", "stroke", "stroke-width", "stroke-dasharray", "x", "y", "width", "height", "rx"];
        let is_known = element.split('"').step_by(2).filter_map(|part| part.trim().strip_suffix('='));
        let mut names = is_known.map(|part| part.rsplit(' ').next().unwrap_or_default());
        if !element.ends_with("/>") || !names.all(|name| known.contains(&name)) {
            return None;
        }
        if element.starts_with("rect ") {
            let at = [number("x")?, number("y")?, number("width")?, number("height")?, number("rx")?];
            return Some(Shape::Plate { at, fill: colour("fill")? });
        }
        let path = attribute(element, "d").filter(|_| element.starts_with("path "))?.to_owned();
        path_data::path(&path)?;
        match attribute(element, "stroke") {
            Some(_) if attribute(element, "fill") == Some("none") => {
                let dashes = attribute(element, "stroke-dasharray").map_or(Some(Vec::new()), numbers)?;
                Some(Shape::Line { path, colour: colour("stroke")?, width: number("stroke-width")?, dashes })
            }
            Some(_) => None,
            None => Some(Shape::Filled { path, fill: colour("fill")? }),
        }
    }
}

fn attribute<'e>(element: &'e str, name: &str) -> Option<&'e str> {
    let start = format!(" {name}=\"");
    element.split_once(start.as_str())?.1.split('"').next()
}

fn numbers(text: &str) -> Option<Vec<f32>> {
    text.split([' ', ',']).filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = include_str!("../../../../templates/static/icon.svg");

    #[test]
    fn our_icon_is_understood_and_others_are_left_alone() {
        assert_eq!(Icon::new(OURS).expect("ours").shapes.len(), 3);
        let with = |element: &str| Icon::new(&format!("<svg viewBox=\"0 0 32 32\">{element}</svg>"));
        assert!(with("<rect width=\"32\" height=\"32\" fill=\"#0a5c52\"/>").is_some());
        for element in [
            "<circle cx=\"16\" cy=\"16\" r=\"9\" fill=\"#fff000\"/>",
            "<rect width=\"32\" height=\"32\" fill=\"red\"/>",
            "<rect width=\"32\" height=\"32\" fill=\"#0a5c52\" transform=\"rotate(45)\"/>",
            "<path d=\"M1 2A3 4\" fill=\"#0a5c52\"/>",
            "<g><path d=\"M1 2L3 4\" fill=\"#0a5c52\"/></g>",
            "text",
        ] {
            assert!(with(element).is_none(), "{element}");
        }
        for svg in
            ["", "<svg>", "<svg viewBox=\"0 0 32 16\"></svg>", "<svg viewBox=\"0 0 1e9 1e9\"></svg>", "é<é"]
        {
            assert!(Icon::new(svg).is_none(), "{svg}");
        }
    }

    #[test]
    fn corners_are_clear_or_full() {
        let icon = Icon::new(OURS).expect("ours");
        let corner = |edge| {
            let png = icon.png(32, edge).expect("drawn");
            // What is not opaque comes first in the palette, and is named.
            png.windows(4).any(|chunk| chunk == b"tRNS")
        };
        assert!(corner(Edge::AsDrawn));
        assert!(!corner(Edge::Full) && !corner(Edge::Maskable));
    }
}
