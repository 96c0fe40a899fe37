//! Charts as inline SVG: plain numbers in, coordinates and words out; `pictures.html` draws them.
//!
//! Each of [`Bars`], [`Intervals`], [`Lines`] and [`Scatter`] is what a template component of its own takes
//! (`picture_bars`, `picture_intervals`, `picture_lines`, `picture_scatter`). Each says in words what it
//! shows, and has all its numbers in a table. Nothing to draw is `None`; numbers that are not finite are
//! `–` in the table and absent from the picture. Labels are strangers' text: bounded here, escaped by Tera.

mod bars;
mod card;
mod frame;
mod intervals;
mod label;
mod lines;
mod place;
mod plane;
mod scale;
mod scatter;
mod unit;

pub use bars::{BarRow, Bars};
pub use card::icon::{Edge, Icon};
pub use card::{Card, CardBar};
pub use intervals::{IntervalRow, Intervals};
pub use lines::{Lines, Series};
pub use scatter::{Scatter, ScatterPoint};
pub use unit::Unit;
