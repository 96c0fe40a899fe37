//! Linear scales from numbers to coordinates, and axes with round numbers.

use serde::Serialize;
use templates::Words;

use crate::frame::WIDTH;
use crate::label::width;
use crate::unit::{HUGE, Unit};

/// Linear map from numbers to coordinates.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    /// Lowest and highest number.
    pub(crate) numbers: (f64, f64),
    /// Coordinates of the lowest and the highest number.
    pub(crate) edges: (f64, f64),
}

impl Scale {
    /// Coordinate of a number. Numbers outside the scale are drawn at its edges.
    pub(crate) fn at(&self, number: f64) -> f64 {
        let ((low, high), (from, to)) = (self.numbers, self.edges);
        let share = (drawable(number) - low) / (high - low);
        // The scale has a single number: draw it in the middle.
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
        from + (to - from) * share
    }
}

/// A number so bounded that sums and differences of a few million of them are finite; 0 for NaN.
pub(crate) fn drawable(number: f64) -> f64 {
    if number.is_nan() { 0.0 } else { number.clamp(-HUGE, HUGE) }
}

/// A scale with ticks at round numbers.
#[derive(Debug)]
pub(crate) struct Axis {
    pub(crate) scale: Scale,
    pub(crate) ticks: Vec<Tick>,
}

/// A number on an axis.
#[derive(Debug, Serialize)]
pub(crate) struct Tick {
    pub(crate) at: String,
    pub(crate) text: String,
    /// `middle`, or `start` or `end` if the number would otherwise leave the chart.
    anchor: &'static str,
}

impl Axis {
    /// An axis of about `parts` round steps that cover the numbers.
    pub(crate) fn covering(
        words: &Words,
        numbers: (f64, f64),
        parts: usize,
        unit: Unit,
        edges: (f64, f64),
    ) -> Axis {
        let (low, high) = (drawable(numbers.0), drawable(numbers.1));
        let step = round_step(low, high, parts);
        let first = (low / step).floor();
        let steps = ((high / step).ceil() - first).max(1.0);
        let scale = Scale { numbers: (first * step, (first + steps) * step), edges };
        let indices = 0..=steps.min(parts as f64 + 2.0) as u32;
        let values = indices.map(|index| (first + f64::from(index)) * step);
        Axis { ticks: ticks(values.collect(), &scale, |value| unit.format_tick(words, value, step)), scale }
    }

    /// An axis of whole numbers that ends at `low` and `high`, with at most `parts` steps between them.
    pub(crate) fn whole(words: &Words, (low, high): (i32, i32), parts: usize, edges: (f64, f64)) -> Axis {
        let (low, high) = (i64::from(low), i64::from(high));
        let step = (round_step(low as f64, high as f64, parts).ceil() as i64).max(1);
        let first = low + (step - low.rem_euclid(step)) % step;
        let values = (0..=parts as i64).map(|index| first + index * step).take_while(|value| *value <= high);
        let scale = Scale { numbers: (low as f64, high as f64), edges };
        let values: Vec<f64> = values.map(|value| value as f64).collect();
        Axis { ticks: ticks(values, &scale, |value| Unit::Count.format(words, value)), scale }
    }
}

fn ticks(values: Vec<f64>, scale: &Scale, text: impl Fn(f64) -> String) -> Vec<Tick> {
    let tick = |value| {
        let (at, text) = (scale.at(value), text(value));
        let half = width(&text) / 2.0;
        let anchor = match at {
            at if at < half => "start",
            at if at + half > WIDTH => "end",
            _ => "middle",
        };
        Tick { at: coordinate(at), text, anchor }
    };
    values.into_iter().map(tick).collect()
}

/// 1, 2 or 5 times a power of ten, chosen so that at most `parts` such steps cover the range.
fn round_step(low: f64, high: f64, parts: usize) -> f64 {
    // Differences below the precision of f64 are not drawn.
    let least = 1e-9 * low.abs().max(high.abs()).max(1e-3);
    let raw = (high - low).max(least) / parts.max(1) as f64;
    let magnitude = 10_f64.powf(raw.log10().floor());
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * magnitude >= raw * 0.999);
    factor.unwrap_or(10.0) * magnitude
}

/// A coordinate as text, to a tenth of a unit.
pub(crate) fn coordinate(value: f64) -> String {
    // Adding 0 makes −0 a 0.
    format!("{:.1}", value + 0.0)
}
