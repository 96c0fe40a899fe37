//! Charts of estimates with 95% intervals, on a common axis from 0.

use serde::Serialize;
use templates::Words;

use crate::frame::{Frame, MAX_ROWS, Table, TableRow, WIDTH, join_sentences, omission_note};
use crate::label::{extremes, label, truncate, width};
use crate::scale::{Axis, Tick, coordinate};
use crate::unit::Unit;

/// Edges of the axis, height of a row, height below the rows, and number of steps on the axis.
const EDGES: (f64, f64) = (6.0, WIDTH - 6.0);
const ROW: f64 = 36.0;
const FOOT: f64 = 40.0;
const STEPS: usize = 5;

/// Style of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Plain,
    Ours,
    Ceiling,
}

/// A labelled estimate with its interval.
#[derive(Clone, Debug)]
pub struct IntervalRow {
    label: String,
    estimate: f64,
    interval: (f64, f64),
    kind: Kind,
}

impl IntervalRow {
    /// A row with an estimate and the ends of its 95% interval.
    pub fn new(text: &str, estimate: f64, low: f64, high: f64) -> IntervalRow {
        IntervalRow { label: label(text), estimate, interval: (low, high), kind: Kind::Plain }
    }

    /// Emphasises the row as one of our methods.
    pub fn ours(self) -> IntervalRow {
        IntervalRow { kind: Kind::Ours, ..self }
    }

    /// Mutes the row as an upper limit.
    pub fn ceiling(self) -> IntervalRow {
        IntervalRow { kind: Kind::Ceiling, ..self }
    }

    fn has_interval(&self) -> bool {
        self.interval.0.is_finite() && self.interval.1.is_finite()
    }
}

/// Rows of estimates, drawn as dots with whiskers.
#[derive(Debug, Serialize)]
pub struct Intervals {
    frame: Frame,
    rows: Vec<RowView>,
    ticks: Vec<Tick>,
    /// Name of the axis.
    axis: String,
    has_ours: bool,
    has_ceiling: bool,
    left: f64,
    right: f64,
    row_height: f64,
    axis_y: f64,
    tick_y: f64,
    axis_name_y: f64,
}

#[derive(Debug, Serialize)]
struct RowView {
    label: String,
    value: String,
    kind: Kind,
    band_y: String,
    text_y: String,
    y: String,
    /// `None` if the number is not finite.
    estimate: Option<String>,
    low: Option<String>,
    high: Option<String>,
}

impl Intervals {
    /// A chart of estimates. `axis` names the numbers, such as `recall@5`. Numbers below 0 are drawn at 0.
    /// `None` if no estimate is finite.
    pub fn new(
        words: &Words,
        id: &str,
        title: &str,
        axis: &str,
        unit: Unit,
        rows: &[IntervalRow],
    ) -> Option<Intervals> {
        let (largest, smallest) = extremes(rows.iter().map(|row| row.estimate))?;
        let shown = &rows[..rows.len().min(MAX_ROWS)];
        let highest = shown.iter().flat_map(|row| [row.estimate, row.interval.0, row.interval.1]);
        let highest = highest.filter(|number| number.is_finite()).fold(0.0, f64::max);
        let top = if highest > 0.0 { highest } else { 1.0 };
        let Axis { scale, ticks } = Axis::covering(words, (0.0, top), STEPS, unit, EDGES);
        let at = |number: f64| number.is_finite().then(|| coordinate(scale.at(number)));
        let view = |(row, index): (&IntervalRow, u16)| {
            let top = ROW * f64::from(index);
            let value = unit.format(words, row.estimate);
            let bold = if row.kind == Kind::Ours { 0.88 } else { 1.0 };
            let (low, high) = row.interval;
            let (low, high) =
                if row.has_interval() { (at(low.min(high)), at(low.max(high))) } else { (None, None) };
            RowView {
                label: truncate(&row.label, bold * (WIDTH - width(&value) - 18.0)),
                value,
                kind: row.kind,
                band_y: coordinate(top),
                text_y: coordinate(top + 13.0),
                y: coordinate(top + 24.0),
                estimate: at(row.estimate),
                low,
                high,
            }
        };
        let views: Vec<RowView> = shown.iter().zip(0..).map(view).collect();
        let bottom = ROW * views.len() as f64;
        let has = |kind| rows.iter().any(|row| row.kind == kind);
        let axis = label(axis);
        let ends = [
            ("highest", describe(words, &rows[largest], unit).into()),
            ("lowest", describe(words, &rows[smallest], unit).into()),
        ];
        let shape = [("axis", axis.as_str().into()), ("rows", rows.len().into())];
        let description = join_sentences([
            Some(words.text("picture-intervals", &shape)),
            omission_note(words, views.len(), rows.len()),
            Some(words.text("picture-intervals-ends", &ends)),
        ]);
        Some(Intervals {
            has_ours: has(Kind::Ours),
            has_ceiling: has(Kind::Ceiling),
            frame: Frame::new(id, title, description, bottom + FOOT, table(words, rows, unit)),
            rows: views,
            left: EDGES.0,
            right: EDGES.1,
            row_height: ROW - 2.0,
            ticks,
            axis: truncate(&axis, WIDTH),
            axis_y: bottom,
            tick_y: bottom + 16.0,
            axis_name_y: bottom + 33.0,
        })
    }
}

fn table(words: &Words, rows: &[IntervalRow], unit: Unit) -> Table {
    let named = |key, row: &IntervalRow| words.text(key, &[("name", row.label.as_str().into())]);
    let row = |row: &IntervalRow| TableRow {
        head: match row.kind {
            Kind::Plain => row.label.clone(),
            Kind::Ours => named("picture-ours", row),
            Kind::Ceiling => named("picture-ceiling", row),
        },
        cells: [row.estimate, row.interval.0, row.interval.1].map(|number| unit.format(words, number)).into(),
    };
    Table {
        columns: [String::new()]
            .into_iter()
            .chain(["picture-estimate", "picture-from", "picture-to"].map(|key| words.text(key, &[])))
            .collect(),
        rows: rows.iter().map(row).collect(),
    }
}

/// `Popularity, 31.2% (28.0% to 34.1%)`
fn describe(words: &Words, row: &IntervalRow, unit: Unit) -> String {
    let written = |number| unit.format(words, number).into();
    let arguments = [
        ("name", row.label.as_str().into()),
        ("estimate", written(row.estimate)),
        ("low", written(row.interval.0)),
        ("high", written(row.interval.1)),
    ];
    words.text("picture-interval", &arguments)
}
