//! Charts as inline SVG, and the PNG cards of shared links.
//!
//! A chart turns numbers into coordinates and words; a template component in `pictures.html` draws it:
//! [`Bars`] with `picture_bars`, [`Intervals`] with `picture_intervals`, [`Lines`] with `picture_lines`,
//! [`Scatter`] with `picture_scatter`. Every chart has a text description and a table of all its numbers.
//! Constructors return `None` if there is nothing to draw. Numbers that are not finite are `–` in the table
//! and absent from the drawing. Labels are untrusted text: their length is limited here, and Tera escapes
//! them.

#![warn(clippy::print_stderr, reason = "a library knows no terminal: it reports through a trait or an error")]

mod bars;
mod card;
mod frame;
mod intervals;
mod label;
mod layout;
mod lines;
mod plane;
mod scale;
mod scatter;
mod unit;

pub use bars::{BarRow, Bars};
pub use card::icon::{Icon, IconFill};
pub use card::{Card, CardBar};
pub use intervals::{IntervalRow, Intervals};
pub use lines::{Lines, Series};
pub use scatter::{Scatter, ScatterPoint};
pub use unit::Unit;
