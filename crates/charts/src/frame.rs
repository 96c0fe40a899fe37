//! The parts around the drawing that all charts share: title, description, size, table.

use serde::Serialize;
use templates::Words;

use crate::label::{identifier, label};

/// Width of every chart. One unit is about one CSS pixel on a phone.
pub(crate) const WIDTH: f64 = 360.0;
/// Most rows in a drawing; the table has all rows.
pub(crate) const MAX_ROWS: usize = 40;

/// Title, description and table of a chart.
#[derive(Debug, Serialize)]
pub(crate) struct Frame {
    id: String,
    title: String,
    /// Text alternative of the drawing.
    description: String,
    width: f64,
    height: f64,
    table: Table,
}

impl Frame {
    pub(crate) fn new(id: &str, title: &str, description: String, height: f64, table: Table) -> Frame {
        Frame { id: identifier(id), title: label(title), description, width: WIDTH, height, table }
    }
}

/// All numbers of a chart as text.
#[derive(Debug, Serialize)]
pub(crate) struct Table {
    /// Headings of the columns, including the column of row headings.
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<TableRow>,
}

#[derive(Debug, Serialize)]
pub(crate) struct TableRow {
    pub(crate) head: String,
    pub(crate) cells: Vec<String>,
}

/// The sentence that counts the drawn items, if only the table has them all.
pub(crate) fn omission_note(words: &Words, drawn: usize, all: usize) -> Option<String> {
    let numbers = [("drawn", drawn.into()), ("all", all.into())];
    (drawn < all).then(|| words.text("picture-left-out", &numbers))
}

pub(crate) fn join_sentences(sentences: impl IntoIterator<Item = Option<String>>) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
