//! The site's icon as PNG, for software that does not read SVG: home screens, crawlers, old browsers.
//!
//! This reads only SVG icons like ours: rectangles and paths in plain colours. For any other icon there is no
//! PNG, and the site has the SVG only.

use std::io;

use tiny_skia::Transform;

use super::canvas::{Canvas, Rgb, RoundedRect};
use super::{path_data, png};

/// An icon of rectangles and paths.
#[derive(Clone, Debug, PartialEq)]
pub struct Icon {
    /// Width and height in units of the view box.
    size: f32,
    shapes: Vec<Shape>,
}

#[derive(Clone, Debug, PartialEq)]
enum Shape {
    /// x, y, width, height, radius.
    Rect {
        bounds: [f32; 5],
        fill: u32,
    },
    Area {
        path: String,
        fill: u32,
    },
    Line {
        path: String,
        colour: u32,
        width: f32,
        dashes: Vec<f32>,
    },
}

/// How an icon's PNG fills its square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconFill {
    /// The icon as drawn, with transparent corners.
    AsDrawn,
    /// Its background extended to the edges, for systems that cut the corners themselves.
    FullBleed,
    /// Its background extended to the edges, and the icon small enough that a circle can be cut out of it
    /// (maskable icons of the web manifest).
    Maskable,
}

impl Icon {
    /// Reads an SVG icon. `None` unless its view box is a square at 0 0 and every element is supported.
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

    /// A PNG, `pixels` wide and high.
    ///
    /// # Errors
    /// If there is not enough memory for an image of this size.
    pub fn png(&self, pixels: u16, fill: IconFill) -> io::Result<Vec<u8>> {
        let side = u32::from(pixels.max(1));
        let mut canvas = Canvas::new(side, side).ok_or(io::ErrorKind::OutOfMemory)?;
        let scale = side as f32 / self.size;
        if fill != IconFill::AsDrawn {
            let background = self.shapes.iter().find_map(|shape| match shape {
                Shape::Rect { fill, .. } | Shape::Area { fill, .. } => Some(*fill),
                Shape::Line { .. } => None,
            });
            canvas.fill_all(Rgb(background.unwrap_or(0xff_ffff)));
        }
        // The safe zone of maskable icons is a circle of four fifths of the width.
        let part = if fill == IconFill::Maskable { 0.8 } else { 1.0 };
        let margin = side as f32 * (1.0 - part) / 2.0;
        self.draw(&mut canvas, Transform::from_row(scale * part, 0.0, 0.0, scale * part, margin, margin));
        png::encode(canvas.pixels())
    }

    fn draw(&self, canvas: &mut Canvas, transform: Transform) {
        for shape in &self.shapes {
            match shape {
                Shape::Rect { bounds: [x, y, width, height, radius], fill } => {
                    let rect = RoundedRect { x: *x, y: *y, width: *width, height: *height, radius: *radius };
                    canvas.fill(rect.path().as_ref(), Rgb(*fill), transform);
                }
                Shape::Area { path, fill } => {
                    canvas.fill(path_data::path(path).as_ref(), Rgb(*fill), transform);
                }
                Shape::Line { path, colour, width, dashes } => {
                    canvas.line(path_data::path(path).as_ref(), Rgb(*colour), *width, dashes, transform);
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
        let before_values = element.split('"').step_by(2).filter_map(|part| part.trim().strip_suffix('='));
        let mut names = before_values.map(|part| part.rsplit(' ').next().unwrap_or_default());
        if !element.ends_with("/>") || !names.all(|name| known.contains(&name)) {
            return None;
        }
        if element.starts_with("rect ") {
            let bounds = [number("x")?, number("y")?, number("width")?, number("height")?, number("rx")?];
            return Some(Shape::Rect { bounds, fill: colour("fill")? });
        }
        let path = attribute(element, "d").filter(|_| element.starts_with("path "))?.to_owned();
        path_data::path(&path)?;
        match attribute(element, "stroke") {
            Some(_) if attribute(element, "fill") == Some("none") => {
                let dashes = attribute(element, "stroke-dasharray").map_or(Some(Vec::new()), numbers)?;
                Some(Shape::Line { path, colour: colour("stroke")?, width: number("stroke-width")?, dashes })
            }
            Some(_) => None,
            None => Some(Shape::Area { path, fill: colour("fill")? }),
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
    fn our_icon_is_supported_and_icons_with_other_elements_are_not() {
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
    fn only_the_icon_as_drawn_has_transparent_corners() {
        let icon = Icon::new(OURS).expect("ours");
        let has_transparency = |fill| {
            let png = icon.png(32, fill).expect("drawn");
            png.windows(4).any(|chunk| chunk == b"tRNS")
        };
        assert!(has_transparency(IconFill::AsDrawn));
        assert!(!has_transparency(IconFill::FullBleed) && !has_transparency(IconFill::Maskable));
    }
}
