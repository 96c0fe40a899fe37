//! Charts of horizontal bars.

use serde::Serialize;
use templates::Words;

use crate::frame::{Frame, MAX_ROWS, Table, TableRow, WIDTH, join_sentences, omission_note};
use crate::label::{extremes, label, truncate, width};
use crate::scale::coordinate;
use crate::unit::MISSING;

/// Heights of a label's line, of a bar, of a bar with its margin, and of the gap between rows.
const LABEL: f64 = 15.0;
const BAR: f64 = 9.0;
const BAR_ROOM: f64 = 14.0;
const GAP: f64 = 7.0;
/// Largest width of the values.
const VALUE_ROOM: f64 = 130.0;

/// A label with one bar, or two bars below each other.
#[derive(Clone, Debug)]
pub struct BarRow {
    label: String,
    bars: Vec<(String, f64)>,
}

impl BarRow {
    /// A row with one bar: its label, its value as text, and its length, 0 to 1.
    pub fn new(text: &str, value: &str, length: f64) -> BarRow {
        BarRow { label: label(text), bars: vec![(label(value), length)] }
    }

    /// Adds a second bar under the first, or replaces the second.
    pub fn second(mut self, value: &str, length: f64) -> BarRow {
        self.bars.truncate(1);
        self.bars.push((label(value), length));
        self
    }
}

/// Rows of bars on a common scale.
#[derive(Debug, Serialize)]
pub struct Bars {
    frame: Frame,
    /// Names of the first and the second bars; empty if every row has one bar.
    kinds: Vec<String>,
    rows: Vec<RowView>,
    /// Width of a bar of length 1.
    full: String,
    bar_height: f64,
}

#[derive(Debug, Serialize)]
struct RowView {
    label: String,
    label_y: String,
    bars: Vec<BarView>,
}

#[derive(Debug, Serialize)]
struct BarView {
    y: String,
    text_y: String,
    width: String,
    value: String,
}

impl Bars {
    /// A chart with one bar per row. `None` if no length is finite.
    pub fn new(words: &Words, id: &str, title: &str, rows: &[BarRow]) -> Option<Bars> {
        let first = |row: &BarRow| BarRow { label: row.label.clone(), bars: row.bars[..1].into() };
        chart(words, id, title, Vec::new(), &rows.iter().map(first).collect::<Vec<_>>())
    }

    /// A chart with two bars per row. `kinds` names the first and the second bars, such as `in-sample` and
    /// `held out`. `None` if no length of a first bar is finite.
    pub fn paired(words: &Words, id: &str, title: &str, kinds: [&str; 2], rows: &[BarRow]) -> Option<Bars> {
        chart(words, id, title, kinds.map(label).into(), rows)
    }
}

fn chart(words: &Words, id: &str, title: &str, kinds: Vec<String>, rows: &[BarRow]) -> Option<Bars> {
    let lengths = rows.iter().map(|row| row.bars[0].1);
    let (longest, shortest) = extremes(lengths)?;
    let values = rows.iter().take(MAX_ROWS).flat_map(|row| &row.bars);
    let room = values.map(|(value, _)| width(value)).fold(0.0, f64::max).min(VALUE_ROOM);
    let full = WIDTH - room - 8.0;
    let mut y = 0.0;
    let mut view = |row: &BarRow| {
        let label_y = coordinate(y + LABEL - 4.0);
        y += LABEL;
        let bar = |(value, length): &(String, f64)| {
            let length = if length.is_nan() { 0.0 } else { length.clamp(0.0, 1.0) };
            let view = BarView {
                y: coordinate(y + 1.0),
                text_y: coordinate(y + 10.0),
                width: coordinate(full * length),
                value: truncate(value, VALUE_ROOM),
            };
            y += BAR_ROOM;
            view
        };
        let bars = row.bars.iter().map(bar).collect();
        y += GAP;
        RowView { label: truncate(&row.label, WIDTH), label_y, bars }
    };
    let views: Vec<RowView> = rows.iter().take(MAX_ROWS).map(&mut view).collect();
    let ends = [
        ("longest", describe(&rows[longest], &kinds).into()),
        ("shortest", describe(&rows[shortest], &kinds).into()),
    ];
    let description = join_sentences([
        Some(words.text("picture-bars", &[("rows", rows.len().into())])),
        omission_note(words, views.len(), rows.len()),
        Some(words.text("picture-bars-ends", &ends)),
    ]);
    let names = if kinds.is_empty() { vec![words.text("picture-value", &[])] } else { kinds.clone() };
    let cells = names.len();
    let table = Table {
        columns: [String::new()].into_iter().chain(names).collect(),
        rows: rows.iter().map(|row| table_row(row, cells)).collect(),
    };
    let frame = Frame::new(id, title, description, y, table);
    Some(Bars { frame, kinds, rows: views, full: coordinate(full), bar_height: BAR })
}

fn table_row(row: &BarRow, cells: usize) -> TableRow {
    let values = row.bars.iter().map(|(value, _)| value.as_str());
    let cells = values.chain(std::iter::repeat(MISSING)).take(cells).map(str::to_owned).collect();
    TableRow { head: row.label.clone(), cells }
}

/// `Rust, 12% in-sample, 10% held out`
fn describe(row: &BarRow, kinds: &[String]) -> String {
    let mut text = row.label.clone();
    for (index, (value, _)) in row.bars.iter().enumerate() {
        let kind = kinds.get(index).map(|kind| format!(" {kind}")).unwrap_or_default();
        text.push_str(&format!(", {value}{kind}"));
    }
    text
}
