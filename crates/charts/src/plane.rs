//! The drawing area of charts with two axes.

use serde::Serialize;

use crate::frame::WIDTH;
use crate::label::{truncate, width};
use crate::scale::{Axis, Scale, Tick, coordinate};

/// Height above the area for the name of the vertical axis, and below it for the ticks and the name of the
/// horizontal axis.
const TOP: f64 = 24.0;
const FOOT: f64 = 40.0;

/// A drawing area with its axes.
#[derive(Debug, Serialize)]
pub(crate) struct Plane {
    left: String,
    right: String,
    bottom: String,
    x_ticks: Vec<Tick>,
    y_ticks: Vec<TickY>,
    x_name: String,
    y_name: String,
    x_tick_y: String,
    x_name_y: String,
    x_name_x: String,
    #[serde(skip)]
    pub(crate) x: Scale,
    #[serde(skip)]
    pub(crate) y: Scale,
}

#[derive(Debug, Serialize)]
struct TickY {
    at: String,
    text: String,
    text_y: String,
    text_x: String,
}

impl Plane {
    /// An area of the given height, with `right_room` for labels on the right.
    ///
    /// `names` are those of the x and the y axis; `x` and `y` make an axis between two edges.
    pub(crate) fn new(
        names: [&str; 2],
        height: f64,
        right_room: f64,
        y: impl Fn((f64, f64)) -> Axis,
        x: impl Fn((f64, f64)) -> Axis,
    ) -> Plane {
        let bottom = TOP + height;
        let y = y((bottom, TOP));
        let left = y.ticks.iter().map(|tick| width(&tick.text)).fold(0.0, f64::max).min(120.0) + 6.0;
        let right = WIDTH - right_room;
        let x = x((left + 4.0, right - 4.0));
        let y_tick = |tick: Tick| TickY {
            text_y: coordinate(tick.at.parse::<f64>().unwrap_or(bottom) + 4.5),
            text_x: coordinate(left - 6.0),
            at: tick.at,
            text: truncate(&tick.text, 120.0),
        };
        Plane {
            left: coordinate(left),
            right: coordinate(right),
            bottom: coordinate(bottom),
            x_ticks: x.ticks,
            y_ticks: y.ticks.into_iter().map(y_tick).collect(),
            x_name: truncate(names[0], right - left),
            y_name: truncate(names[1], WIDTH),
            x_tick_y: coordinate(bottom + 16.0),
            x_name_y: coordinate(bottom + 33.0),
            x_name_x: coordinate((left + right) / 2.0),
            x: x.scale,
            y: y.scale,
        }
    }

    /// Height of a chart whose drawing area has the given height.
    pub(crate) fn chart_height(height: f64) -> f64 {
        TOP + height + FOOT
    }
}
