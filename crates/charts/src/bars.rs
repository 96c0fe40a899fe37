//! Horizontal bars.

use serde::Serialize;
use templates::Words;

use crate::frame::{Frame, MAX_ROWS, Table, TableRow, WIDTH, left_out, sentences};
use crate::label::{extremes, fitted, label, width};
use crate::scale::coordinate;
use crate::unit::NONE;

/// Height of a label's line, of a bar and its room, and what is between rows.
const LABEL: f64 = 15.0;
const BAR: f64 = 9.0;
const BAR_ROOM: f64 = 14.0;
const GAP: f64 = 7.0;
/// The room that values get at most.
const VALUE_ROOM: f64 = 130.0;

/// One bar, or two below each other, under a label.
#[derive(Clone, Debug)]
pub struct BarRow {
    label: String,
    bars: Vec<(String, f64)>,
}

impl BarRow {
    /// A bar of a length between 0 and 1, and the number it stands for, written.
    pub fn new(text: &str, value: &str, length: f64) -> BarRow {
        BarRow { label: label(text), bars: vec![(label(value), length)] }
    }

    /// With a second bar under the first.
    pub fn second(mut self, value: &str, length: f64) -> BarRow {
        self.bars.truncate(1);
        self.bars.push((label(value), length));
        self
    }
}

/// Rows of bars on a common length.
#[derive(Debug, Serialize)]
pub struct Bars {
    frame: Frame,
    /// What the first and the second bars are; empty when there is one kind.
    kinds: Vec<String>,
    rows: Vec<RowView>,
    /// The length of 1.
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
    /// One bar a row; none when no length is finite.
    pub fn new(words: &Words, id: &str, title: &str, rows: &[BarRow]) -> Option<Bars> {
        let first = |row: &BarRow| BarRow { label: row.label.clone(), bars: row.bars[..1].into() };
        drawn(words, id, title, Vec::new(), &rows.iter().map(first).collect::<Vec<_>>())
    }

    /// Two bars a row: what the first is (such as `in-sample`) and what the second (`held out`).
    pub fn paired(words: &Words, id: &str, title: &str, kinds: [&str; 2], rows: &[BarRow]) -> Option<Bars> {
        drawn(words, id, title, kinds.map(label).into(), rows)
    }
}

fn drawn(words: &Words, id: &str, title: &str, kinds: Vec<String>, rows: &[BarRow]) -> Option<Bars> {
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
                value: fitted(value, VALUE_ROOM),
            };
            y += BAR_ROOM;
            view
        };
        let bars = row.bars.iter().map(bar).collect();
        y += GAP;
        RowView { label: fitted(&row.label, WIDTH), label_y, bars }
    };
    let views: Vec<RowView> = rows.iter().take(MAX_ROWS).map(&mut view).collect();
    let ends = [
        ("longest", in_words(&rows[longest], &kinds).into()),
        ("shortest", in_words(&rows[shortest], &kinds).into()),
    ];
    let description = sentences([
        Some(words.text("picture-bars", &[("rows", rows.len().into())])),
        left_out(words, views.len(), rows.len()),
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
    let cells = values.chain(std::iter::repeat(NONE)).take(cells).map(str::to_owned).collect();
    TableRow { head: row.label.clone(), cells }
}

/// `Rust, 12% in-sample, 10% held out`
fn in_words(row: &BarRow, kinds: &[String]) -> String {
    let mut text = row.label.clone();
    for (place, (value, _)) in row.bars.iter().enumerate() {
        let kind = kinds.get(place).map(|kind| format!(" {kind}")).unwrap_or_default();
        text.push_str(&format!(", {value}{kind}"));
    }
    text
}
