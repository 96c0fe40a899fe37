//! The histogram of experience as coordinates for SVG. The unit is a CSS pixel on a phone.

use career_model::Level;
use serde::Serialize;
use templates::english::grouped;

use crate::inspect::report::{Bin, ExperienceReport};

/// Size of the chart.
const WIDTH: f64 = 420.0;
const HEIGHT: f64 = 232.0;
/// Edges of the area of the bars; the labels are around it.
const LEFT: f64 = 8.0;
const RIGHT: f64 = 412.0;
const TOP: f64 = 36.0;
const BOTTOM: f64 = 194.0;
/// The bounds of the senior level: its first and its last month.
pub(super) const THRESHOLDS: [u32; 2] = [*Level::Senior.months().start(), *Level::Senior.months().end()];
/// Months with a label below the axis; the last bar has its own label.
const TICKS: [u32; 5] = [0, THRESHOLDS[0], THRESHOLDS[1], 400, 500];

/// Bars, thresholds and labels of the histogram.
#[derive(Debug, Serialize)]
pub(super) struct Chart {
    width: f64,
    height: f64,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    /// Baseline of the labels below the axis.
    tick_y: f64,
    title_y: f64,
    label_y: f64,
    bars: Vec<Bar>,
    thresholds: Vec<String>,
    levels: Vec<Label>,
    ticks: Vec<Label>,
    /// People in the highest bar, formatted.
    highest: String,
}

#[derive(Debug, Serialize)]
struct Bar {
    x: String,
    y: String,
    width: String,
    height: String,
    label: String,
    people: String,
}

#[derive(Debug, Serialize)]
struct Label {
    x: String,
    text: String,
}

impl Chart {
    /// The chart of a histogram; `None` without people.
    pub(super) fn new(experience: &ExperienceReport) -> Option<Chart> {
        let highest = experience.bins.iter().map(|bin| bin.people).max().filter(|people| *people > 0)?;
        let step = (RIGHT - LEFT) / experience.bins.len() as f64;
        let last = experience.bins.last()?.from;
        let bin_months = f64::from(last) / (experience.bins.len() - 1).max(1) as f64;
        let x = |months: u32| LEFT + step * f64::from(months) / bin_months;
        let bar = |(bin, index): (&Bin, u32)| {
            let height = (BOTTOM - TOP) * bin.people as f64 / highest as f64;
            Bar {
                x: number(LEFT + step * f64::from(index) + 0.75),
                y: number(BOTTOM - height),
                width: number(step - 1.5),
                height: number(height),
                label: bin.label(),
                people: grouped(bin.people),
            }
        };
        let label = |x: f64, text: &str| Label { x: number(x), text: text.to_owned() };
        let [senior, expert] = THRESHOLDS.map(x);
        let ticks = TICKS.into_iter().map(|months| label(x(months), &months.to_string()));
        Some(Chart {
            width: WIDTH,
            height: HEIGHT,
            left: LEFT,
            right: RIGHT,
            top: TOP,
            bottom: BOTTOM,
            tick_y: BOTTOM + 17.0,
            title_y: HEIGHT - 3.0,
            label_y: TOP - 20.0,
            bars: experience.bins.iter().zip(0..).map(bar).collect(),
            thresholds: THRESHOLDS.map(|months| number(x(months))).into(),
            levels: vec![
                label((LEFT + senior) / 2.0, "Junior"),
                label((senior + expert) / 2.0, "Senior"),
                label((expert + RIGHT) / 2.0, "Expert"),
            ],
            ticks: ticks.chain([label(x(last) + step / 2.0, &format!("{last}+"))]).collect(),
            highest: grouped(highest),
        })
    }
}

/// A coordinate, rounded to a tenth of a pixel.
fn number(value: f64) -> String {
    format!("{value:.1}")
}
